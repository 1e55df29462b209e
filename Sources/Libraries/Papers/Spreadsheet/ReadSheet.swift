import Foundation
import Kernel

/// The first sheet of an .xlsx file that can be seen, as values at their places: what a person typed, before anybody says
/// what it should have been.
package struct ReadSheet: Sendable, Equatable {
  /// What stands in a cell.
  package enum Value: Sendable, Equatable {
    case text(String)
    case number(Double)
    case day(Day)
    case truth(Bool)
    /// «#N/A», «#REF!».
    case error(String)
    /// A formula that whoever wrote the file did not work out.
    case formulaWithoutValue
  }

  /// A row that has something in it.
  package struct Row: Sendable, Equatable {
    /// As Excel counts, from 1.
    package var number: Int
    /// By column, from 0.
    package var cells: [Int: Value]
  }

  package static let rowsMax = 5000
  package static let columnsMax = 200

  package var rows: [Row]

  package init(rows: [Row]) { self.rows = rows }

  /// Reads the file, which was judged before (`FileVerdict`): what its directory says of sizes is not believed here.
  /// Throws `SheetFault`.
  package init(_ file: URL) throws {
    do {
      let package = try WordPackage(file)
      if package.names.contains(where: Self.isMacro) { throw SheetFault.hasMacros }
      var parts = SheetPackage(package)
      rows = try parts.rows()
    } catch let fault as WordFault {
      throw SheetFault(fault)
    }
    if rows.isEmpty { throw SheetFault.empty }
  }

  private static func isMacro(_ name: String) -> Bool {
    let name = name.lowercased()
    return name.hasSuffix("vbaproject.bin") || name.hasPrefix("xl/macrosheets/")
  }

  /// «C4».
  package static func address(row: Int, column: Int) -> String { "\(letters(column))\(row)" }

  /// «C», from 0.
  package static func letters(_ column: Int) -> String {
    var (left, text) = (column, "")
    repeat {
      text = String(UnicodeScalar(UInt8(65 + left % 26))) + text
      left = left / 26 - 1
    } while left >= 0
    return text
  }

  /// The column of «C4», from 0; nil for what is no address.
  static func column(ofAddress address: String) -> Int? {
    var column = 0
    let letters = address.utf8.prefix { (65...90).contains($0) }
    guard (1...3).contains(letters.count) else { return nil }
    for letter in letters { column = column * 26 + Int(letter) - 64 }
    return column - 1
  }
}

extension SheetFault {
  init(_ fault: WordFault) {
    switch fault {
    case .notWord(let kind): self = .notExcel(kind)
    case .broken(let part): self = .broken(part)
    case .tooMuch(let what): self = .tooMuch(what)
    case .startsPrograms: self = .hasMacros
    }
  }
}
