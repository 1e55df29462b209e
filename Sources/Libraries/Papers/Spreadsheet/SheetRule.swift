import CXlsxWriter
import Foundation
import Kernel

/// What may be typed in a column of a sheet that is filled in: Excel refuses the rest at once, and says why.
package struct SheetRule: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    case integer(least: Double?, most: Double?)
    case decimal(least: Double?, most: Double?)
    case choice([String])
  }

  package var kind: Kind
  /// «phải là số nguyên từ 0 đến 500».
  package var words: String
  /// So many rows from the first below the heads.
  package var rowCount: Int

  package init(_ kind: Kind, words: String, rowCount: Int) {
    self.kind = kind
    self.words = words
    self.rowCount = rowCount
  }

  /// Excel takes lists of so many letters.
  private static let choiceLettersMax = 255

  func write(
    to sheet: UnsafeMutablePointer<lxw_worksheet>, column: lxw_col_t, rows: ClosedRange<lxw_row_t>
  ) -> lxw_error {
    var rule = lxw_data_validation()
    rule.ignore_blank = UInt8(LXW_VALIDATION_ON.rawValue)
    rule.show_error = UInt8(LXW_VALIDATION_ON.rawValue)
    rule.dropdown = UInt8(LXW_VALIDATION_ON.rawValue)
    var choices: [String] = []
    switch kind {
    case .choice(let all):
      // What is longer than Excel takes, or has its separator in it, is checked by the reader alone.
      guard all.joined(separator: ",").utf16.count <= Self.choiceLettersMax, !all.contains(where: { $0.contains(",") })
      else { return LXW_NO_ERROR }
      choices = all
      rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
    case .integer(let least, let most):
      rule.validate = UInt8(LXW_VALIDATION_TYPE_INTEGER.rawValue)
      Self.bound(&rule, least, most)
    case .decimal(let least, let most):
      rule.validate = UInt8(LXW_VALIDATION_TYPE_DECIMAL.rawValue)
      Self.bound(&rule, least, most)
    }
    // 225 letters are the most that Excel shows. The writer keeps copies of its own.
    let message = strdup(String(words.prefix(220)))
    var pointers = choices.map { strdup($0) } + [nil]
    defer { for pointer in pointers + [message] { free(pointer) } }
    rule.error_message = message
    return pointers.withUnsafeMutableBufferPointer { buffer in
      if !choices.isEmpty { rule.value_list = buffer.baseAddress }
      return worksheet_data_validation_range(sheet, rows.lowerBound, column, rows.upperBound, column, &rule)
    }
  }

  private static func bound(_ rule: inout lxw_data_validation, _ least: Double?, _ most: Double?) {
    (rule.minimum_number, rule.maximum_number) = (least ?? -999_999_999_999_999, most ?? 999_999_999_999_999)
    rule.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
  }
}
