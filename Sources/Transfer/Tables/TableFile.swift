import Foundation
import Kernel

/// Where a row stands in its file.
struct RowPlace: Sendable, Equatable {
  /// Counted as spreadsheets count: the first line is 1.
  var row: Int
  var offset: Int
}

/// One row: its values by the head of their column.
struct TableRow: Sendable, Equatable {
  var place: RowPlace
  var values: [String: String]
  /// Why the row cannot be read at all.
  var problem: String?
}

/// A table in a file, JSON lines or delimited text, read as a stream; any row can be read again by its place.
struct TableFile: Sendable {
  private enum Form: Sendable, Equatable { case lines, delimited(UInt8) }

  private static let headRowsMax = 20

  let url: URL
  private let form: Form
  /// Heads of the columns, in their order; empty for JSON lines, whose rows name their own.
  let heads: [String]
  /// Where the first row begins, and its number.
  private let first: RowPlace

  /// Looks at the beginning of the file. `catalogue` knows the heads: titles above them are skipped.
  init(_ url: URL, catalogue: FieldCatalogue) throws {
    self.url = url
    var reader = try RecordReader(url, delimiter: nil)
    defer { reader.close() }
    guard let line = try Self.firstLine(&reader) else { throw Refusal(.invalid, "Tệp rỗng, không có dòng nào.") }
    if line.first(where: { $0 != UInt8(ascii: " ") }) == UInt8(ascii: "{") {
      (form, heads, first) = (.lines, [], RowPlace(row: 1, offset: 0))
      return
    }
    let delimiter = Self.delimiter(of: line)
    var records = try RecordReader(url, delimiter: delimiter)
    defer { records.close() }
    var fallback: (heads: [String], next: RowPlace)?
    var row = 0
    while row < Self.headRowsMax, let record = try records.record() {
      row += 1
      guard let cells = DelimitedRecord.fields(Self.withoutMark(record.bytes), delimiter: delimiter) else {
        throw Refusal(.invalid, "Tệp không phải văn bản UTF-8. Lưu lại với mã UTF-8 (trong Excel: «CSV UTF-8»).")
      }
      let next = RowPlace(row: row + 1, offset: record.offset + record.bytes.count)
      if catalogue.isHead(cells) {
        fallback = (cells, next)
        break
      }
      if fallback == nil, cells.contains(where: { !$0.isEmpty }) { fallback = (cells, next) }
    }
    guard let found = fallback else { throw Refusal(.invalid, "Tệp không có dòng tên cột.") }
    (form, heads) = (.delimited(delimiter), found.heads.map(\.normalizedLine))
    // The place lies before the line end of the heads; the reader then gives an empty record first.
    first = RowPlace(row: found.next.row - 1, offset: found.next.offset)
  }

  /// Rows in the order of the file. Empty ones are left out, and the decree's row «(1) (2) …» below the heads.
  func read(_ body: (TableRow) throws -> Void) throws {
    var reader = try RecordReader(url, delimiter: delimiter, from: first.offset)
    defer { reader.close() }
    var row = first.row - 1
    while let record = try reader.record() {
      row += 1
      guard record.bytes.contains(where: { $0 > 0x20 }) else { continue }
      let place = RowPlace(row: row, offset: record.offset)
      guard let read = self.row(record.bytes, at: place) else { continue }
      try body(read)
    }
  }

  /// Rows again, each by its place: quick where places lie near each other.
  func rows(at places: [RowPlace]) throws -> [TableRow] {
    var reader = try RecordReader(url, delimiter: delimiter)
    defer { reader.close() }
    return try places.map { place in
      try reader.move(to: place.offset)
      guard let record = try reader.record(), let row = row(record.bytes, at: place) else {
        throw Refusal(.conflict, "Tệp đã đổi từ lúc kiểm tra. Hãy kiểm tra lại.")
      }
      return row
    }
  }

  /// Names of the columns; for JSON lines those of the first rows.
  func columnNames() throws -> [String] {
    guard form == .lines else { return heads.filter { !$0.isEmpty } }
    struct Enough: Error {}
    var names: [String] = []
    var count = 0
    do {
      try read { row in
        names += row.values.keys.sorted().filter { !names.contains($0) }
        count += 1
        if count == 100 { throw Enough() }
      }
    } catch is Enough {}
    return names
  }

  private var delimiter: UInt8? {
    switch form {
    case .lines: nil
    case .delimited(let delimiter): delimiter
    }
  }

  private func row(_ bytes: [UInt8], at place: RowPlace) -> TableRow? {
    let bytes = Self.withoutMark(bytes)
    guard case .delimited(let delimiter) = form else {
      guard let values = FlatJSON.values(of: bytes) else {
        return TableRow(place: place, values: [:], problem: "Dòng này không phải một đối tượng JSON.")
      }
      return values.isEmpty ? nil : TableRow(place: place, values: values)
    }
    guard let cells = DelimitedRecord.fields(bytes, delimiter: delimiter) else {
      return TableRow(place: place, values: [:], problem: "Dòng này không phải văn bản UTF-8.")
    }
    let filled = cells.filter { !$0.isEmpty }
    guard !filled.isEmpty, !filled.allSatisfy(Self.isColumnNumber) else { return nil }
    var values: [String: String] = [:]
    for (head, cell) in zip(heads, cells) where !head.isEmpty && !cell.isEmpty && values[head] == nil {
      values[head] = cell
    }
    return TableRow(place: place, values: values)
  }

  private static func isColumnNumber(_ cell: String) -> Bool {
    cell.hasPrefix("(") && cell.hasSuffix(")") && Int(cell.dropFirst().dropLast()) != nil
  }

  private static func firstLine(_ reader: inout RecordReader) throws -> [UInt8]? {
    while let record = try reader.record() {
      let line = withoutMark(record.bytes)
      if line.contains(where: { $0 > 0x20 }) { return line }
    }
    return nil
  }

  /// The sign that stands most often in the first line.
  private static func delimiter(of line: [UInt8]) -> UInt8 {
    let signs = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    return signs.max { one, other in line.count { $0 == one } < line.count { $0 == other } } ?? UInt8(ascii: ",")
  }

  private static func withoutMark(_ bytes: [UInt8]) -> [UInt8] {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
  }
}
