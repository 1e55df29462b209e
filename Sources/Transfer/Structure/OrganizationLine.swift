import Kernel
import Organization
import VietnameseText

/// One row of a list of the body, by field.
struct OrganizationLine: Sendable {
  /// What the row says it is.
  enum Sort: Sendable, Equatable {
    /// A person's row carries the post too.
    case thing(OrganizationLineKind)
    /// The row of a template that shows how to fill it in.
    case example
    case unknown
  }

  let place: RowPlace
  private let values: [String: String]

  init(_ row: TableRow, _ mapping: ColumnMapping) {
    place = row.place
    values = mapping.fields(of: row, catalogue: .organization)
  }

  subscript(field: OrganizationField) -> String { values[field.rawValue] ?? "" }

  /// Nil when the cell is empty: what is there stays.
  func filled(_ field: OrganizationField) -> String? { values[field.rawValue] }

  var sort: Sort {
    switch Folding.folded(self[.kind]) {
    case "agency", "co quan": .thing(.agency)
    case "unit", "don vi": .thing(.unit)
    case "person", "nguoi", "post", "chuc danh": .thing(.person)
    case "vi du", "example": .example
    case "": guessed
    default: .unknown
    }
  }

  /// By the columns that have a value.
  private var guessed: Sort {
    if !self[.fullName].isEmpty || !self[.staffCode].isEmpty { return .thing(.person) }
    if !self[.tier].isEmpty || !self[.place].isEmpty { return .thing(.agency) }
    let isUnit = !self[.name].isEmpty && (!self[.agency].isEmpty || !self[.unitKind].isEmpty)
    return isUnit ? .thing(.unit) : .unknown
  }

  func day() throws -> Day? {
    guard let text = filled(.validFrom) else { return nil }
    guard let day = OldDay.parse(text) else {
      throw Refusal(
        .invalid, "«\(text)» không phải ngày. Ghi 20/07/2022.", field: OrganizationField.validFrom.rawValue)
    }
    return day
  }

  func order() throws -> Int? {
    guard let text = filled(.sortOrder) else { return nil }
    guard let order = Int(text), (0...100_000).contains(order) else {
      throw Refusal(
        .invalid, "«\(text)» không phải số thứ tự. Ghi một số nguyên.", field: OrganizationField.sortOrder.rawValue)
    }
    return order
  }

  func unitKind() throws -> UnitKind? {
    guard let text = filled(.unitKind) else { return nil }
    let kind = UnitKind.allCases.first { [$0.rawValue, $0.label].map(Folding.folded).contains(Folding.folded(text)) }
    guard let kind else {
      let all = UnitKind.allCases.map(\.label).joined(separator: ", ")
      throw Refusal(
        .invalid, "Không có loại đơn vị «\(text)»; chỉ nhận: \(all).", field: OrganizationField.unitKind.rawValue)
    }
    return kind
  }

  func roles() throws -> Set<Role>? {
    guard let text = filled(.roles) else { return nil }
    let words = text.split(whereSeparator: { ";,|".contains($0) }).map { String($0).normalizedLine }
    return Set(
      try words.filter { !$0.isEmpty }.map { word in
        let role = Role.allCases.first {
          [$0.rawValue, $0.label].map(Folding.folded).contains(Folding.folded(word))
        }
        guard let role else {
          let all = Role.allCases.map(\.label).joined(separator: ", ")
          throw Refusal(
            .invalid, "Không có quyền «\(word)». Các quyền: \(all).", field: OrganizationField.roles.rawValue)
        }
        return role
      })
  }
}
