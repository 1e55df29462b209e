import Foundation
import Kernel
import Papers
import VietnameseText

/// «V/v», however it was recognised.
private let foldedAbout = Pattern(/v\s?[\/¿|\\1il!⁄,.]{0,2}\s?v\b/)
/// The same at the beginning of a subject.
private let about = Pattern(/^[Vv]\s?[\/¿|\\1il!⁄,.]{0,2}\s?[Vv](?=\s|$)/)

/// Reading type name and subject (tên loại, trích yếu): a centred title in capitals with the subject under it, or the
/// `V/v …` of an official letter in the left column.
struct SubjectReading {
  struct Found: Sendable {
    var type: String
    var typeLine: ReadLine
    var typeIsExact: Bool
    var subject: String?
    var lines: [ReadLine]
  }

  /// Top of the area below number and date.
  var top: Double
  /// Where the right column of the head begins.
  var edge: Double
  /// Lines cut at narrow gaps, for columns; and at wide gaps only, for centred text.
  var columns: [ReadLine]
  /// A paper without head may set its title at the left.
  var isCentered = true
  var isHeadless = false
  var repair: SpellingRepair
  var lines: [ReadLine]

  func read() -> Found? { title() ?? letter() }

  private func title() -> Found? {
    for (index, line) in lines.enumerated() where line.top > top {
      if Folding.folded(line.text).contains("kinh gui") { return nil }
      if beginsLetter(line) { return nil }
      guard !isCentered || (line.center > 0.3 && line.center < 0.72) else { continue }
      if let found = title(line, index: index) { return found }
      if index > 60 { return nil }
    }
    return nil
  }

  private func title(_ line: ReadLine, index: Int) -> Found? {
    let text = Self.cleaned(line)
    guard LooseText.capitals(text) > 0.75 else { return nil }
    if let type = DocumentTypeNames.named(text) {
      let below = under(line, index: index)
      let isExact = Folding.exact(type) == Folding.exact(text)
      let subject = joined(below)
      return Found(
        type: type, typeLine: line, typeIsExact: isExact, subject: subject.isEmpty ? nil : Self.closed(subject),
        lines: below)
    }
    let words = text.split(separator: " ").map(String.init)
    guard let leading = DocumentTypeNames.leading(words), leading.count < words.count else { return nil }
    let below = under(line, index: index, inCapitals: true)
    // A title that runs on is the subject as well: «HƯỚNG DẪN KỸ THUẬT …» of an annex, «THÔNG BÁO KẾT LUẬN …».
    var rest = words.dropFirst(isCentered && !isHeadless ? leading.count : 0).joined(separator: " ")
    if ["khan", "hoa toc", "thuong khan"].contains(Folding.folded(rest)) { rest = "" }
    let printed = below.prefix { $0.isCapitals }
    let capitals = rest + " " + joined(Array(printed))
    let subject = Self.closed(capitals.lowercased() + " " + joined(Array(below.dropFirst(printed.count))))
    return Found(
      type: leading.name, typeLine: line, typeIsExact: false, subject: subject.isEmpty ? nil : subject,
      lines: rest.isEmpty ? below : [line] + below)
  }

  /// The centred lines under the title, until a wider space, the legal bases, the addressee or the signing power.
  private func under(_ title: ReadLine, index: Int, inCapitals: Bool = false) -> [ReadLine] {
    var found: [ReadLine] = []
    var last = title
    for line in lines[(index + 1)...] where line.top > title.top + title.height * 0.4 {
      let text = Self.cleaned(line)
      if text.count(where: \.isLetter) < 3 { continue }
      let limit = found.isEmpty ? max(0.042, title.height * 2.6) : max(0.029, last.height * 1.85)
      if line.top - last.top > limit { break }
      if isCentered, abs(line.center - title.center) > 0.1 {
        if line.right - line.left < 0.35 { continue }  // a stamp beside it
        break
      }
      if ends(text, isFirst: found.isEmpty, inCapitals: inCapitals) { break }
      found.append(line)
      last = line
      if found.count == 12 { break }
    }
    return found
  }

  private func ends(_ text: String, isFirst: Bool, inCapitals: Bool) -> Bool {
    let folded = Folding.folded(text)
    if !inCapitals, LooseText.capitals(text) > 0.7, text.count(where: \.isLetter) > 6 { return true }
    if Self.bodyBeginnings.contains(where: { folded.hasPrefix($0) }) { return true }
    if text.hasPrefix("-") || text.hasPrefix("+") { return true }
    // A sub-title in brackets is no part of the subject; a bracket that goes on the sentence is.
    return text.hasPrefix("(") && text.dropFirst().first?.isUppercase == true
  }

  private static let bodyBeginnings = [
    "can cu", "kinh gui", "thuc hien ", "xet de nghi", "theo de nghi", "chuong i", "phan i", "dieu 1",
  ]

  private func beginsLetter(_ line: ReadLine) -> Bool {
    guard line.left < edge - 0.05, line.center < max(0.45, edge - 0.05) else { return false }
    let folded = Folding.folded(line.text)
    return folded.prefixMatch(of: foldedAbout.regex) != nil || folded.hasPrefix("ve viec ")
  }

  private func letter() -> Found? {
    guard let index = columns.firstIndex(where: { $0.top > top && beginsLetter($0) }) else { return nil }
    var found = [columns[index]]
    for line in columns[(index + 1)...] {
      guard let last = found.last, line.top - last.top <= max(0.03, last.height * 2.2) else { break }
      if Folding.folded(line.text).contains("kinh gui") || Folding.folded(line.text).contains("kinh goi") { break }
      if line.middle <= last.middle + last.height * 0.3 {
        // The rest of the same line, cut at a wide space between words.
        if line.right < edge + 0.02, line.left > last.right - 0.005 { found[found.count - 1].words += line.words }
        continue
      }
      guard line.left < edge - 0.08, line.right < edge + 0.06, line.center < edge else { continue }
      found.append(line)
    }
    let subject = joined(found)
    guard let first = found.first else { return nil }
    return Found(
      type: DocumentTypeNames.official, typeLine: first, typeIsExact: true,
      subject: Self.closed(Self.withMark(subject)), lines: found)
  }

  /// `V¿v`, `Vlv`, `V/V` → `V/v`.
  private static func withMark(_ subject: String) -> String {
    subject.replacing(about.regex, with: "V/v")
  }

  /// The lines as one text, its spelling put right.
  private func joined(_ lines: [ReadLine]) -> String {
    repair.repaired(lines.flatMap(Self.withoutBlots)).joined(separator: " ")
  }

  /// Without the blots at its ends.
  static func cleaned(_ line: ReadLine) -> String { trimmed(withoutBlots(line).map(\.text)) }

  private static func withoutBlots(_ line: ReadLine) -> [PageWord] {
    var words = line.words
    while let first = words.first, isBlot(first) { words.removeFirst() }
    while let last = words.last, isBlot(last) { words.removeLast() }
    return words
  }

  private static func trimmed(_ words: [String]) -> String {
    words.joined(separator: " ").trimmingCharacters(in: .init(charactersIn: "|_~'`‘’¬°*•ˆ "))
  }

  private static func isBlot(_ word: PageWord) -> Bool {
    if word.text.contains(where: { $0.isLetter || $0.isNumber }) { return word.text.count == 1 && word.confidence < 30 }
    return !"()“”\"-–".contains(word.text) || word.confidence < 40
  }

  private static func closed(_ subject: String) -> String {
    let text = subject.split(separator: " ").joined(separator: " ").replacingOccurrences(of: " ,", with: ",")
      .replacingOccurrences(of: " ;", with: ";")
    return AgencyNames.capitalized(text.trimmingCharacters(in: .init(charactersIn: " :;,.-–|_~'`‘’¬°*•ˆ")))
  }
}
