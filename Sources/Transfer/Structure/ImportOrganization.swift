import Audit
import Database
import Foundation
import Kernel
import Organization
import VietnameseText

/// Brings agencies, units, people and posts in from a list. It adds what is not there and changes nothing that is, so a
/// second run does nothing. Accounts are not made.
///
/// Everything happens in one transaction: a wrong row leaves all of them out, and a trial run takes everything back.
package struct ImportOrganization: Sendable {
  /// What came of it.
  package struct Outcome: Sendable, Equatable {
    package var rows = 0
    package var added: [OrganizationLineKind: Int] = [:]
    package var unchanged = 0
    /// As sentences, in the order of rows.
    package var problems: [String] = []
    var rowProblems: [RowProblem] = []

    /// «3 cơ quan, 12 đơn vị».
    package var addedText: String {
      let parts = OrganizationLineKind.allCases.compactMap { kind in added[kind].map { "\($0) \(kind.label)" } }
      return parts.isEmpty ? "không có gì mới" : parts.joined(separator: ", ")
    }
  }

  private static let rowsMax = 50_000

  private struct Undone: Error { let outcome: Outcome }

  let rows: [TableRow]
  package var isTrial: Bool

  /// Reads a list from an Excel, CSV or JSON lines file.
  package static func read(
    _ file: URL, named name: String, _ work: OldBookWork, isTrial: Bool
  ) async throws -> ImportOrganization {
    try await work.withTable(file, named: name, catalogue: .organization) { table in
      var rows: [TableRow] = []
      try table.read { row in
        guard rows.count < rowsMax else {
          throw Refusal(.invalid, "Danh sách có hơn \(rowsMax) dòng; tách thành nhiều tệp.")
        }
        if let problem = row.problem { throw Refusal(.invalid, "Dòng \(row.place.row): \(problem)") }
        rows.append(row)
      }
      return ImportOrganization(rows: rows, isTrial: isTrial)
    }
  }

  /// Gives the outcome also when nothing was kept.
  package func run(by actor: Actor, in database: any Database) async throws -> Outcome {
    do {
      return try await database.write { transaction in
        let outcome = try perform(by: actor, in: transaction)
        // Thrown, so that the transaction takes everything back.
        if isTrial || !outcome.rowProblems.isEmpty { throw Undone(outcome: outcome) }
        return outcome
      }
    } catch let undone as Undone {
      return undone.outcome
    }
  }

  private func perform(by actor: Actor, in transaction: any Transaction) throws -> Outcome {
    guard actor.isAdministrator else {
      throw Refusal(.forbidden, "Chỉ quản trị nhập được danh sách cơ quan, đơn vị, người và chức danh.")
    }
    var outcome = Outcome()
    outcome.rows = rows.count
    var builder = try OrganizationBuilder(actor: actor, in: transaction)
    for kind in OrganizationLineKind.allCases {
      var waiting = rows.filter { Self.kinds(of: $0).contains(kind) }
      // A row may name one that stands further down: again as long as something comes of it.
      while !waiting.isEmpty {
        var later: [(TableRow, Refusal)] = []
        for row in waiting {
          do { try OrganizationRowStore(transaction).attempt { try builder.add(row, as: kind, &outcome) } } catch let
            refusal as Refusal
          { later.append((row, refusal)) }
        }
        if later.count == waiting.count {
          for (row, refusal) in later { outcome.rowProblems += Self.problems(refusal, of: row) }
          break
        }
        waiting = later.map(\.0)
      }
    }
    for row in rows where Self.kinds(of: row).isEmpty {
      outcome.rowProblems.append(
        RowProblem(
          place: row.place, field: OrganizationField.kind.rawValue,
          message: "Không rõ dòng này là cơ quan, đơn vị hay người: ghi cột Kind, hoặc các cột của loại ấy."))
    }
    outcome.rowProblems.sort { $0.place.row < $1.place.row }
    outcome.problems = outcome.rowProblems.map { problem in
      let field = problem.field.map { " \(FieldCatalogue.organization.label(of: $0)):" } ?? ""
      return "Dòng \(problem.place.row):\(field) \(problem.message)"
    }
    if !outcome.added.isEmpty {
      try Audit.record(.organizationImported(outcome.addedText), on: nil, by: actor, in: transaction)
    }
    return outcome
  }

  private static func problems(_ refusal: Refusal, of row: TableRow) -> [RowProblem] {
    refusal.reasons.map {
      RowProblem(
        place: row.place, field: OrganizationField.of(obstacleAt: $0.field)?.rawValue ?? $0.field, message: $0.message)
    }
  }

  /// What a row describes: what it says of itself, or what its columns show. A person with a unit gets a post too.
  private static func kinds(of row: TableRow) -> [OrganizationLineKind] {
    let line = OrganizationLine(row)
    switch Folding.folded(line[.kind]) {
    case "agency", "co quan": return [.agency]
    case "unit", "don vi": return [.unit]
    case "person", "nguoi", "post", "chuc danh": return line[.unit].isEmpty ? [.person] : [.person, .post]
    case "":
      if !line[.fullName].isEmpty || !line[.staffCode].isEmpty {
        return line[.unit].isEmpty ? [.person] : [.person, .post]
      }
      if !line[.tier].isEmpty || !line[.place].isEmpty { return [.agency] }
      return line[.agency].isEmpty || line[.name].isEmpty ? [] : [.unit]
    default: return []
    }
  }
}

/// Values of one row by field.
struct OrganizationLine {
  private let values: [String: String]

  init(_ row: TableRow) { values = ColumnMapping().fields(of: row, catalogue: .organization) }

  subscript(field: OrganizationField) -> String { values[field.rawValue] ?? "" }

  func day(or today: Day) throws -> Day {
    guard !self[.validFrom].isEmpty else { return today }
    guard let day = OldDay.parse(self[.validFrom]) else {
      throw Refusal(
        .invalid, "«\(self[.validFrom])» không phải ngày. Ghi 20/07/2022.", field: OrganizationField.validFrom.rawValue)
    }
    return day
  }

  var order: Int { Int(self[.sortOrder]) ?? 100 }
}

extension AuditEvent {
  static func organizationImported(_ added: String) -> AuditEvent {
    AuditEvent(code: "organization.imported", sentence: "nhập danh sách cơ cấu tổ chức: thêm \(added)")
  }
}
