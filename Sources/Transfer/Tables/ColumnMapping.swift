import Foundation
import Kernel

/// How the columns of a source become fields (ánh xạ cột): a small JSON file, or the choices made on the screen.
///
/// ```json
/// {"columns": {"so_ky_hieu": "Code", "ngay": ["IssuedDate", "ArrivalDate"], "hieu_luc": ""},
///  "defaults": {"OrganName": "UBND tỉnh Hòa Phú"},
///  "values": {"TypeName": {"Quyết định của*": "Quyết định"}}}
/// ```
///
/// A column not named here means the field of its own name; an empty name leaves it out. A default fills a field that a
/// row leaves empty. In `values` a star at the end stands for whatever follows.
struct ColumnMapping: Sendable, Equatable, Codable {
  /// Fields that a column fills, by its head.
  var columns: [String: [String]] = [:]
  var defaults: [String: String] = [:]
  var values: [String: [String: String]] = [:]

  init() {}

  private enum Key: String, CodingKey { case columns, defaults, values }

  /// One name or a list of names.
  private struct Names: Decodable {
    var names: [String]

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let one = try? container.decode(String.self) {
        names = one.isEmpty ? [] : [one]
      } else {
        names = try container.decode([String].self)
      }
    }
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    columns = try container.decodeIfPresent([String: Names].self, forKey: .columns)?.mapValues(\.names) ?? [:]
    defaults = try container.decodeIfPresent([String: String].self, forKey: .defaults) ?? [:]
    values = try container.decodeIfPresent([String: [String: String]].self, forKey: .values) ?? [:]
  }

  /// Reads a mapping file. Refuses one that names fields nobody knows.
  static func read(_ bytes: Data, catalogue: FieldCatalogue) throws -> ColumnMapping {
    let mapping: ColumnMapping
    do { mapping = try JSONDecoder().decode(ColumnMapping.self, from: bytes) } catch {
      throw Refusal(.invalid, "Tệp ánh xạ cột không đúng dạng: cần các mục columns, defaults, values.")
    }
    let named = mapping.columns.values.flatMap(\.self) + Array(mapping.defaults.keys) + Array(mapping.values.keys)
    let known = Set(catalogue.entries.map(\.name))
    let unknown = Set(named).subtracting(known).sorted()
    guard unknown.isEmpty else {
      throw Refusal(
        .invalid,
        "Tệp ánh xạ cột có tên trường không có: \(unknown.joined(separator: ", ")). Các trường:"
          + " \(catalogue.entries.map(\.name).joined(separator: ", ")).")
    }
    return mapping
  }

  /// The fields that a column fills.
  func fields(of head: String, catalogue: FieldCatalogue) -> [String] {
    columns[head] ?? catalogue.field(named: head).map { [$0] } ?? []
  }

  /// The row's values by field. Of several columns for a field the first filled one in the order of names counts.
  func fields(of row: TableRow, catalogue: FieldCatalogue) -> [String: String] {
    var fields: [String: String] = [:]
    for (head, value) in row.values.sorted(by: { $0.key < $1.key }) {
      let text = value.normalizedLine
      guard !text.isEmpty else { continue }
      for field in self.fields(of: head, catalogue: catalogue) where fields[field] == nil {
        fields[field] = translated(text, in: field)
      }
    }
    for (field, value) in defaults where fields[field] == nil { fields[field] = value }
    return fields
  }

  /// Replacements as people type them, one a line: «Trưởng phòng = Lãnh đạo đơn vị».
  static func translations(_ text: String) throws -> [String: String] {
    var table: [String: String] = [:]
    for line in text.split(separator: "\n") where !String(line).normalizedLine.isEmpty {
      let sides = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map {
        String($0).normalizedLine
      }
      guard sides.count == 2, !sides[0].isEmpty, !sides[1].isEmpty else {
        throw Refusal(
          .invalid, "«\(String(line).normalizedLine)» chưa đúng. Ghi mỗi dòng «giá trị trong tệp = giá trị ghi vào».")
      }
      table[sides[0]] = sides[1]
    }
    return table
  }

  /// The replacements of a field as they are typed.
  func translationText(of field: String) -> String {
    (values[field] ?? [:]).sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value)" }.joined(separator: "\n")
  }

  private func translated(_ text: String, in field: String) -> String {
    guard let table = values[field] else { return text }
    if let exact = table[text] { return exact }
    let beginnings = table.keys.filter { $0.hasSuffix("*") && text.hasPrefix($0.dropLast()) }
    // The longest beginning is the closest.
    return beginnings.max { $0.count < $1.count }.flatMap { table[$0] } ?? text
  }
}
