import Foundation
import Kernel

/// Number and symbol of a document (số, ký hiệu), as one text taken apart.
///
/// `15/QĐ-BNV` is number 15, symbol QĐ-BNV; `40/2016/QĐ-UBND` keeps the year with the number (`40/2016`);
/// `139-TB/TU` is the Party's way: number 139, symbol TB/TU. Numbers with letters (`30c`, `1842b`) and foreign ones
/// are kept as text of at most 11 characters (Decree 30/2020/NĐ-CP, Annex VI: String(11)).
package struct NumberText: Sendable, Equatable {
  package static let numberLengthMax = 11

  /// As written, leading zeros and all; empty when the text has only a symbol.
  package var number: String
  /// Empty when the text has only a number.
  package var notation: String

  package init(number: String, notation: String) {
    self.number = number
    self.notation = notation
  }

  /// The number's integer: 40 of `40/2016`, 30 of `30c`; nil when it does not begin with a digit.
  package var integer: Int? { Int(number.prefix { $0.isASCII && $0.isNumber }) }

  /// The year that belongs to the number: 2016 of `40/2016`.
  package var year: Int? {
    let parts = number.split(separator: "/")
    guard parts.count == 2, parts[1].count == 4 else { return nil }
    return Int(parts[1])
  }

  /// Number and symbol as printed: `15/QĐ-BNV`, `139-TB/TU`.
  package var text: String {
    if notation.isEmpty || number.isEmpty { return number + notation }
    return number + (isPartyStyle ? "-" : "/") + notation
  }

  private var isPartyStyle: Bool {
    let parts = notation.split(separator: "/")
    return parts.count == 2 && !parts[0].contains("-")
  }

  /// Takes apart what was typed or pasted in one field. Nil when there is nothing in it or the number is too long.
  package init?(typed: String) {
    var text = typed.normalizedLine.replacingOccurrences(of: "Ð", with: "Đ")
    for dash in ["–", "—", "−"] { text = text.replacingOccurrences(of: dash, with: "-") }
    text = Self.withoutLabel(text).trimmingCharacters(in: .init(charactersIn: " .,;:/-"))
    guard !text.isEmpty else { return nil }
    let parts = text.split(separator: "/", omittingEmptySubsequences: true)
      .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    guard let first = parts.first, let read = Self.split(first, rest: Array(parts.dropFirst())) else { return nil }
    guard read.number.count <= Self.numberLengthMax else { return nil }
    self = read
  }

  /// `Số: `, `Luật số `, `No. ` before the number.
  private static func withoutLabel(_ text: String) -> String {
    guard let digit = text.firstIndex(where: { $0.isASCII && $0.isNumber }) else { return text }
    let label = text[..<digit]
    return label.contains(where: { ":. ".contains($0) }) && !label.contains("/") ? String(text[digit...]) : text
  }

  private static func split(_ first: String, rest: [String]) -> NumberText? {
    guard first.first?.isNumber == true else {
      let digits = first.contains(where: \.isNumber)
      if rest.isEmpty {
        return digits ? NumberText(number: first, notation: "") : NumberText(number: "", notation: first)
      }
      return digits && first.count <= numberLengthMax
        ? NumberText(number: first, notation: squeezed(rest))
        : NumberText(number: "", notation: squeezed([first] + rest))
    }
    let number = String(first.prefix { $0.isNumber || ($0.isLetter && $0.isLowercase) })
    let tail = first.dropFirst(number.count).trimmingCharacters(in: .init(charactersIn: " -"))
    if !tail.isEmpty { return NumberText(number: number, notation: squeezed([tail] + rest)) }
    if let year = rest.first, year.count == 4, let value = Int(year), (1945...2100).contains(value) {
      return NumberText(number: number + "/" + year, notation: squeezed(Array(rest.dropFirst())))
    }
    return NumberText(number: number, notation: squeezed(rest))
  }

  private static func squeezed(_ parts: [String]) -> String {
    parts.map { $0.split(separator: " ").joined() }.joined(separator: "/")
  }
}
