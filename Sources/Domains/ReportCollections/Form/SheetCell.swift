import Foundation
import Kernel
import Papers
import VietnameseText

/// One value of a form: how it is typed, kept and shown. Numbers are kept with a point and no groups (`1234.5`), days as
/// ISO text, so that nothing hangs on how it was written.
package enum SheetCell {
  /// What was made of a typed value.
  enum Reading: Equatable {
    case empty
    case value(String)
    /// It is not what the column asks for.
    case wrong
  }

  static let lettersMax = 500
  /// More digits than this no sheet keeps exactly.
  static let digitsMax = 15

  /// A value as a person types it.
  static func read(_ typed: String, for column: SheetColumn) -> Reading {
    let text = typed.normalizedLine
    if text.isEmpty { return .empty }
    switch column.kind {
    case .text: return text.count <= lettersMax ? .value(text) : .wrong
    case .integer, .decimal: return number(text).map { bounded($0, column) } ?? .wrong
    case .day: return day(text).map { bounded($0.isoText, column) } ?? .wrong
    case .choice:
      let folded = Folding.folded(text)
      let exact = column.choices.first { $0 == text }
      return (exact ?? column.choices.first { Folding.folded($0) == folded }).map(Reading.value) ?? .wrong
    }
  }

  /// A value as a sheet holds it: a number there needs no reading of points and commas.
  static func read(_ value: ReadSheet.Value, for column: SheetColumn) -> Reading {
    switch value {
    case .text(let text): return read(text, for: column)
    case .number(let number):
      guard let text = kept(number) else { return .wrong }
      switch column.kind {
      case .integer, .decimal: return bounded(text, column)
      case .text, .choice: return read(shown(text, .decimal), for: column)
      case .day: return .wrong
      }
    case .day(let day):
      return column.kind == .day ? bounded(day.isoText, column) : column.kind == .text ? .value(day.text) : .wrong
    case .truth, .error, .formulaWithoutValue: return .wrong
    }
  }

  private static func bounded(_ value: String, _ column: SheetColumn) -> Reading {
    if column.kind == .integer, value.contains(".") { return .wrong }
    if !column.least.isEmpty, isLess(value, column.least, column.kind) { return .wrong }
    if !column.most.isEmpty, isLess(column.most, value, column.kind) { return .wrong }
    return .value(value)
  }

  static func isLess(_ one: String, _ other: String, _ kind: SheetColumn.Kind) -> Bool {
    guard kind.isNumber else { return one < other }
    return decimal(one) < decimal(other)
  }

  /// Of a kept number.
  static func decimal(_ kept: String) -> Decimal { Decimal(string: kept, locale: nil) ?? 0 }

  /// «1.234,5», «1234,5», «-12»: points group thousands, the comma parts the decimals. Nil for what is no number so written.
  static func number(_ typed: String) -> String? {
    var text = typed.filter { !$0.isWhitespace }
    let isNegative = text.hasPrefix("-")
    if isNegative { text.removeFirst() }
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = parts.first else { return nil }
    let groups = whole.split(separator: ".", omittingEmptySubsequences: false)
    if groups.count > 1 {
      guard (1...3).contains(groups[0].count), groups.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
    }
    let decimals = parts.count == 2 ? String(parts[1]) : ""
    let digits = groups.joined()
    guard !digits.isEmpty, parts.count == 1 || !decimals.isEmpty, digits.count + decimals.count <= digitsMax,
      (digits + decimals).utf8.allSatisfy({ (48...57).contains($0) })
    else { return nil }
    return
      "\(Decimal(string: "\(isNegative ? "-" : "")\(digits).\(decimals.isEmpty ? "0" : decimals)", locale: nil) ?? 0)"
  }

  /// A number of a sheet, in the digits that it keeps exactly; nil for one that has more.
  private static func kept(_ number: Double) -> String? {
    guard abs(number) < 1e15 else { return nil }
    return Decimal(string: String(format: "%.15g", number), locale: nil).map { "\($0)" }
  }

  private static func day(_ typed: String) -> Day? {
    // Without a year it would be another day next year.
    guard typed.split(whereSeparator: { !$0.isNumber }).count == 3 else { return nil }
    return TypedDay.parse(typed, today: Day(number: 20_000))
  }

  /// As it stands on screen: «1.234,5», «05/11/2026».
  package static func shown(_ kept: String, _ kind: SheetColumn.Kind) -> String {
    switch kind {
    case .text, .choice: return kept
    case .day: return Day(isoText: kept)?.text ?? kept
    case .integer, .decimal:
      let parts = kept.split(separator: ".", maxSplits: 1)
      guard let whole = parts.first, kept.utf8.allSatisfy({ (48...57).contains($0) || $0 == 45 || $0 == 46 }) else {
        return kept
      }
      let isNegative = whole.hasPrefix("-")
      let digits = Array(isNegative ? whole.dropFirst() : whole)
      var grouped = ""
      for (index, digit) in digits.enumerated() {
        if index > 0, (digits.count - index) % 3 == 0 { grouped.append(".") }
        grouped.append(digit)
      }
      return (isNegative ? "-" : "") + grouped + (parts.count == 2 ? ",\(parts[1])" : "")
    }
  }

  /// What stands in a cell of a sheet, in the words of a refusal.
  static func shown(_ value: ReadSheet.Value) -> String {
    switch value {
    case .text(let text): text.normalizedLine
    case .number(let number): kept(number).map { shown($0, .decimal) } ?? "\(number)"
    case .day(let day): day.text
    case .truth(let truth): truth ? "TRUE" : "FALSE"
    case .error(let error): error
    case .formulaWithoutValue: "công thức"
    }
  }
}
