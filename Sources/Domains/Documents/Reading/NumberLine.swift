import Foundation
import Kernel
import Papers
import VietnameseText

/// A number to which its symbol sticks.
private let gluedNumber = Pattern(/\d{1,5}(?=\p{Lu}{2})/)
/// «12 - BC», as offices of the Party number.
private let numberOfParty = Pattern(/\s*(\d+[a-z]?)\s*-\s*(\p{Lu}\p{L}*)\s*/)
/// A symbol that ends the line.
private let symbolAtEnd = Pattern(/([\p{Lu}\d][\p{L}\d,&]*\s?(?:-\s?\p{Lu}[\p{L}\d,&]*)+)$/)

/// The line of number and symbol under the issuer's name: `Số: 15/QĐ-BNV`, the number often written by hand.
struct NumberLine: Sendable {
  var line: ReadLine
  var number: String
  /// Share of the number's signs that were read as digits, 0…1.
  var purity: Double
  var notation: String
  /// A number apart from its stroke was put into a blank: by hand, unless the text is born digital.
  var isInBlank: Bool { line.words.contains { "/⁄".contains($0.text.first ?? " ") } }

  /// In the row of the date, else the first line of the left column that looks like one.
  static func find(in head: PaperHead, date: DateLine?) -> NumberLine? {
    if let date, let row = row(in: head, beside: date), let line = read(row) { return wrapped(line, in: head) }
    let column = head.lines.filter {
      $0.top > head.top && $0.top < head.bottom + 0.2 && $0.left < head.left && $0.center < max(0.5, head.left)
    }
    .prefix { DocumentTypeNames.named($0.text) == nil }
    for line in column where line.text.contains("/") {
      let first = LooseText.letters(line.words[0].text)
      guard first.starts(with: "so") || line.text.lowercased().contains("số") || line.text.contains("-") else {
        continue
      }
      if Folding.folded(line.text).hasPrefix("v/v") { break }
      if let read = read(line) { return wrapped(read, in: head) }
    }
    return nil
  }

  /// The pieces of one row left of the place: the row beside the date that looks most like a number's.
  private static func row(in head: PaperHead, beside date: DateLine) -> ReadLine? {
    let own =
      date.place.lastIndex { $0.text.contains("/") || $0.text.contains(":") }
      .map { Array(date.place[...$0]) } ?? []
    let edge = date.place.dropFirst(own.count).first?.box.left ?? date.line.left
    var pieces = head.lines.filter {
      $0.left < edge - 0.01 && abs($0.middle - date.line.middle) < 0.025 && $0.top > head.top + 0.01
        && $0.words.first?.box != date.line.words.first?.box
    }
    if !own.isEmpty { pieces.append(ReadLine(page: head.page, words: own)) }
    pieces = pieces.compactMap { piece in
      let words = piece.words.filter { $0.box.left + $0.box.width / 2 < edge }
      return words.isEmpty ? nil : ReadLine(page: piece.page, words: words)
    }
    guard let main = pieces.max(by: { likeness($0) < likeness($1) }), likeness(main) > 0 else { return nil }
    let whole = pieces.filter { abs($0.middle - main.middle) < max(main.height, 0.01) * 0.6 }
    return ReadLine(page: head.page, words: whole.flatMap(\.words).sorted { $0.box.left < $1.box.left })
  }

  private static func likeness(_ line: ReadLine) -> Int {
    let text = line.text
    let folded = Folding.folded(text)
    if folded.hasPrefix("v/v") { return -1 }
    return (folded.hasPrefix("s") ? 2 : 0) + (text.contains("/") ? 2 : 0) + (text.contains("-") ? 1 : 0)
      + (text.contains(where: { ":;".contains($0) }) ? 1 : 0) + (text.contains(where: \.isNumber) ? 1 : 0)
  }

  /// Nil when no symbol can be made out.
  private static func read(_ line: ReadLine) -> NumberLine? {
    let text = withoutLabel(line.text)
    guard let cut = cut(text) else { return nil }
    var (number, notation) = (cut.number, cut.notation)
    // The stroke read as a digit: «2835 7BC-UBND».
    if let glued = notation.prefixMatch(of: gluedNumber.regex) {
      if cut.isStrokeLost { number += glued.0.dropLast() }
      number += "¤"
      notation.removeSubrange(glued.range)
    }
    notation = NotationGroups.corrected(notation)
    guard LooseText.capitals(notation) > 0.6, notation.count(where: \.isLetter) >= 2, notation.count <= 60 else {
      return nil
    }
    var year = ""
    let parts = number.split(separator: "/").map { $0.trimmingCharacters(in: .whitespaces) }
    if parts.count >= 2, let last = parts.last, case let digits = LooseText.digits(last).digits, digits.count == 4,
      let value = Int(digits), (1945...2100).contains(value)
    {
      (number, year) = (parts.dropLast().joined(), "/" + digits)
    }
    let (digits, purity) = LooseText.digits(number)
    let isNumber = (1...6).contains(digits.count)
    return NumberLine(
      line: line, number: isNumber ? digits + year : "", purity: isNumber ? purity : 0, notation: notation)
  }

  /// A symbol that ends with a dash goes on in the next line of its column.
  private static func wrapped(_ read: NumberLine, in head: PaperHead) -> NumberLine {
    guard let last = read.line.words.last?.text, last.hasSuffix("-") else { return read }
    let next = head.lines.first {
      $0.top > read.line.middle && $0.top < read.line.bottom + 0.02 && $0.left < head.left && $0.isCapitals
    }
    guard let next else { return read }
    var whole = read
    whole.line.words += next.words
    whole.notation = NotationGroups.corrected(read.notation + "-" + next.text)
    return whole
  }

  private static func withoutLabel(_ text: String) -> String {
    if let colon = text.firstIndex(where: { ":;".contains($0) }), text.distance(from: text.startIndex, to: colon) < 18 {
      return String(text[text.index(after: colon)...])
    }
    let words = text.split(separator: " ")
    let folded = words.first.map { Folding.folded(String($0)) } ?? ""
    if folded == "so" || folded == "so." { return words.dropFirst().joined(separator: " ") }
    return folded.hasPrefix("so") ? String(text.dropFirst(2)) : text
  }

  private static func cut(_ text: String) -> (number: String, notation: String, isStrokeLost: Bool)? {
    let text = text.trimmingCharacters(in: .init(charactersIn: " .,;:_—"))
    if let slash = text.lastIndex(where: { "/⁄".contains($0) }), text.index(after: slash) < text.endIndex {
      let before = String(text[..<slash])
      let after = String(text[text.index(after: slash)...])
      if let party = before.wholeMatch(of: numberOfParty.regex) {
        return (String(party.1), party.2 + "/" + after, false)
      }
      return (before.trimmingCharacters(in: .whitespaces), after, false)
    }
    // The stroke was lost: the symbol is what stands at the end in capitals with a dash.
    let match = text.firstMatch(of: symbolAtEnd.regex)
    guard let match else { return nil }
    return (String(text[..<match.range.lowerBound]), String(match.1), true)
  }
}
