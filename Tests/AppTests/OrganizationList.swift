import Database
import Foundation
import Kernel
import Organization
import TestSupport
import Testing

@testable import App
@testable import Transfer

/// A list of the body in a folder of its own, brought in as the command does.
struct OrganizationList {
  let app: TestApp
  let folder: URL

  static func use(_ body: @escaping @Sendable (OrganizationList) async throws -> Void) async throws {
    try await OldBook.use { try await body(OrganizationList(app: $0.app, folder: $0.folder)) }
  }

  @discardableResult func run(
    _ text: String, trial: Bool = false, by actor: Actor = Cast.administrator, sheet: String? = nil,
    mapping: String? = nil, _ change: (inout ImportSettings) -> Void = { _ in }
  ) async throws -> ImportRunOutcome {
    let file = folder.appending(path: "danh-sach.csv")
    try Data(text.utf8).write(to: file)
    var settings = ImportSettings()
    if let mapping { settings.mapping = try ColumnMapping.read(Data(mapping.utf8), catalogue: .organization) }
    change(&settings)
    let act = RunOrganization(
      file: file, settings: settings, isTrial: trial, errorSheet: sheet.map { folder.appending(path: $0) })
    return try await act.run(by: actor, app.installation.modules.imports) { _ in }
  }

  /// What the audit trail says, newest last.
  func sentences() async throws -> [String] {
    try await app.database.read { transaction in
      try transaction.rows("SELECT sentence FROM audit_entries ORDER BY id").map { try $0.get("sentence") }
    }
  }

  /// «Vụ trưởng, Vụ Pháp chế: Lãnh đạo đơn vị» for each post of everybody of a name.
  func posts(of name: String) async throws -> [[String]] {
    try await app.database.read { transaction in
      let store = OrganizationStore(transaction)
      return try store.people(named: name).sorted { $0.id < $1.id }.map { person in
        try store.posts(of: person.id).map {
          "\($0.label): \(Role.sorted($0.roles).map(\.label).joined(separator: ", "))"
        }.sorted()
      }
    }
  }

  func unit(_ abbreviation: String, of agency: AgencyID = ExampleBody.generalDepartment) async throws
    -> OrganizationalUnit?
  {
    try await app.database.read {
      try OrganizationStore($0).units(of: agency).first { $0.abbreviation == abbreviation }
    }
  }
}

extension OrganizationTally {
  /// Added, changed, unchanged of one kind.
  func figures(_ kind: OrganizationLineKind) -> [Int] { [self[kind].added, self[kind].changed, self[kind].same] }
}
