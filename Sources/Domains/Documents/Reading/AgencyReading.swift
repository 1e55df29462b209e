import Foundation
import Papers
import VietnameseText

/// Reading the issuing agency and the one above it from the left column of the head.
struct AgencyReading {
  var head: PaperHead
  var numberTop: Double
  var isJoint: Bool
  /// Text of the first page, to find what an abbreviation in the name stands for.
  var bodyWords: [String]

  struct Names: Sendable {
    var issuer: String
    var parent: String?
    var issuerLines: [ReadLine]
    var parentLines: [ReadLine]
  }

  private struct Printed {
    var text: String
    var lines: [ReadLine]
  }

  func read() -> Names? {
    var agencies = printedAgencies()
    guard !agencies.isEmpty else { return nil }
    let tail = sharedPlace(&agencies)
    let names = agencies.map { asInBody(expanded(AgencyNames.written($0.text))) }
    if isJoint || agencies.count > 2, agencies.count > 1 {
      let whole = names.map { needsPlace($0) ? $0 + tail : $0 }
      return Names(
        issuer: whole.joined(separator: "; "), parent: nil, issuerLines: agencies.flatMap(\.lines), parentLines: [])
    }
    guard agencies.count == 2 else {
      return Names(issuer: names[0] + tail, parent: nil, issuerLines: agencies[0].lines, parentLines: [])
    }
    let issuer = names[1] + tail
    return Names(
      issuer: placed(issuer, below: names[0]), parent: names[0],
      issuerLines: agencies[1].lines, parentLines: agencies[0].lines)
  }

  /// Lines of the left column joined to names: a line that begins like an agency begins a name.
  private func printedAgencies() -> [Printed] {
    let lines = head.lines.filter { line in
      line.top > head.top - 0.02 && line.bottom < numberTop + 0.006 && line.middle < numberTop - 0.004
        && line.center < head.left && line.left < head.left - 0.05
        && LooseText.capitals(line.text) > 0.6 && line.text.count(where: \.isLetter) >= 3
    }
    var agencies: [Printed] = []
    for line in lines {
      for piece in pieces(of: line) {
        let isNew = AgencyNames.beginsName(piece) && !AgencyNames.beginsPlace(piece)
        let isCut = agencies.last.map { $0.text.hasSuffix(" VÀ") || $0.text.hasSuffix(" CỦA") } ?? false
        if agencies.isEmpty || (isNew && !isCut) {
          agencies.append(Printed(text: piece, lines: [line]))
        } else {
          agencies[agencies.count - 1].text += " " + piece
          agencies[agencies.count - 1].lines.append(line)
        }
      }
    }
    return agencies.filter { AgencyNames.beginsName($0.text) || agencies.count == 1 }
  }

  /// `BỘ CÔNG AN - BỘ QUỐC PHÒNG -` is two names, `BỘ LAO ĐỘNG - THƯƠNG BINH` is one.
  private func pieces(of line: ReadLine) -> [String] {
    var pieces: [String] = []
    for part in line.text.replacingOccurrences(of: "–", with: "-").replacingOccurrences(of: "—", with: "-")
      .split(separator: "-", omittingEmptySubsequences: true)
    {
      let text = part.trimmingCharacters(in: .whitespaces)
      if text.isEmpty { continue }
      if let last = pieces.last, !AgencyNames.beginsName(text) {
        pieces[pieces.count - 1] = last + " - " + text
      } else {
        pieces.append(text)
      }
    }
    return pieces.filter { $0.count(where: \.isLetter) >= 3 }
  }

  /// A last line that names only the place belongs to all names of a joint paper.
  private func sharedPlace(_ agencies: inout [Printed]) -> String {
    guard isJoint, agencies.count > 1, let last = agencies.last, let line = last.lines.last, last.lines.count > 1,
      AgencyNames.beginsPlace(line.text), last.text.hasSuffix(line.text)
    else { return "" }
    agencies[agencies.count - 1].text = String(last.text.dropLast(line.text.count)).trimmingCharacters(in: .whitespaces)
    return " " + lowercasedFirst(AgencyNames.written(line.text))
  }

  private func lowercasedFirst(_ text: String) -> String { text.prefix(1).lowercased() + text.dropFirst() }

  /// Local bodies carry the place of the one above them.
  private func needsPlace(_ name: String) -> Bool {
    let local = ["Sở ", "Ban ", "Phòng ", "Liên đoàn ", "Thanh tra ", "Chi cục ", "Văn phòng Ủy ban"]
    let hasPlace = [" tỉnh ", " thành phố ", " huyện ", " quận ", " thị xã ", " phường ", " xã ", " khu "]
    return local.contains { name.hasPrefix($0) } && !hasPlace.contains { name.contains($0) }
  }

  /// `Đoàn Khối các cơ quan tỉnh` below `Tỉnh Đoàn Đồng Nai` is of tỉnh Đồng Nai.
  private func placed(_ name: String, below parent: String) -> String {
    if [" tỉnh", " thành phố", " huyện"].contains(where: { name.hasSuffix($0) }),
      let place = PlaceNames.knownTail(of: parent.components(separatedBy: " "))
    {
      return name + " " + place.name
    }
    return needsPlace(name) ? name + placeSuffix(of: parent) : name
  }

  private func placeSuffix(of parent: String) -> String {
    for kind in [" tỉnh ", " thành phố ", " huyện ", " quận ", " thị xã "] {
      if let range = parent.range(of: kind) { return kind + parent[range.upperBound...] }
    }
    return ""
  }

  /// With the capitals that the paper's own sentences give the name: «Tổng cục Khí tượng Thủy văn».
  private func asInBody(_ name: String) -> String {
    let wanted = name.split(separator: " ").map(String.init)
    guard wanted.count > 2 else { return name }
    let keys = wanted.map { Folding.exact($0) }
    for start in bodyWords.indices where bodyWords.count - start >= keys.count {
      let run = bodyWords[start..<(start + keys.count)].map {
        $0.trimmingCharacters(in: .init(charactersIn: ".;:()\"“”"))
      }
      guard run.map(Folding.exact) == keys, LooseText.capitals(run.joined()) < 0.6 else { continue }
      return AgencyNames.capitalized(run.joined(separator: " "))
    }
    return name
  }

  /// An abbreviation inside the name, spelled out when the page has words with its initials.
  private func expanded(_ name: String) -> String {
    name.split(separator: " ").map { word in
      let letters = Folding.folded(String(word))
      guard word.count >= 3, !letters.contains(where: \.isNumber), !Syllable.isPlausible(String(word)) else {
        return String(word)
      }
      return spelling(of: Array(letters)) ?? word.uppercased()
    }.joined(separator: " ").replacingOccurrences(of: "BCH Đ", with: "Ban Chấp hành Đ")
  }

  private func spelling(of abbreviation: [Character]) -> String? {
    for start in bodyWords.indices {
      var index = start
      var matched = 0
      while matched < abbreviation.count, index < bodyWords.count {
        let folded = Folding.folded(bodyWords[index])
        if folded == "va" {
          if matched == 0 { break }
          if abbreviation[matched] == "&" { matched += 1 }
        } else if folded.first == abbreviation[matched] {
          matched += 1
        } else {
          break
        }
        index += 1
      }
      let words = bodyWords[start..<index]
      if matched == abbreviation.count, words.allSatisfy({ Syllable.isPlausible($0.filter(\.isLetter)) }) {
        return words.joined(separator: " ").trimmingCharacters(in: .init(charactersIn: ".,;:"))
      }
    }
    return nil
  }
}
