import Access
import Audit
import Database
import Documents
import FilePlans
import FileVault
import Jobs
import Kernel
import Notifications
import Organization
import Registers
import SearchIndex
import TestSupport
import WebApp
import Work

@testable import Dossiers
@testable import PaperStorage

private struct NoMatters: RelatedMatters {
  func records(
    relatedTo record: RecordReference, visibleTo actor: Kernel.Actor, in transaction: any Transaction
  ) throws -> [RecordReference] { [] }
}

let flows = DossierFlows(directory: RecordDirectory([DossierSource()]), matters: NoMatters(), followers: [])

/// A fresh database of the example body.
func withPapers<Answer>(
  clock: TestClock = TestClock(), _ body: (any Database) async throws -> Answer
) async throws -> Answer {
  let migrations =
    WebAppMigrations.all + JobsMigrations.all + FileVaultMigrations.all + AuditMigrations.all
    + OrganizationMigrations.all + DocumentsMigrations.all + RegistersMigrations.all + SearchIndexMigrations.all
    + AccessMigrations.all + NotificationsMigrations.all + WorkMigrations.all + FilePlanMigrations.all
    + DossierMigrations.all + PaperMigrations.all
  return try await withDatabase(migrations, clock: clock) { database in
    try await database.write { try ExampleBody.fill(in: $0) }
    return try await body(database)
  }
}

let today = TestClock().now.day

/// A store with a shelf and two boxes, all empty.
struct Store {
  var store: ShelfPlace
  var shelf: ShelfPlace
  var box: ShelfPlace
  var other: ShelfPlace
}

extension Database {
  func place(
    _ kind: ShelfPlace.Kind, _ name: String, in parent: ShelfPlace? = nil, capacity: Int? = nil,
    by actor: Kernel.Actor = Cast.archivist
  ) async throws -> ShelfPlace {
    let act = AddShelfPlace(kind, in: parent?.id, name: name, capacity: capacity)
    return try await write { try act.perform(by: actor, in: $0) }
  }

  func storeOfAgency() async throws -> Store {
    let store = try await place(.store, "Kho 1")
    let shelf = try await place(.shelf, "Giá 2", in: store)
    return Store(
      store: store, shelf: shelf, box: try await place(.box, "Hộp 12", in: shelf),
      other: try await place(.box, "Hộp 13", in: shelf))
  }

  /// A dossier of the officer in charge, in the archive unless said otherwise.
  func filed(
    _ title: String = "Kiểm kê đá vôi", state: Dossier.State = .archived,
    mode: DossierFacts.AccessMode = .conditional
  ) async throws -> Dossier {
    try await write { transaction in
      let opened = try OpenDossier(
        DossierFacts(title: title, retention: .years(20), mode: mode, startedOn: transaction.now.day - 30)
      ).perform(by: Cast.officerInCharge, flows: flows, in: transaction)
      let closedAt: Instant? = state == .open ? nil : transaction.now
      try transaction.run(
        """
        UPDATE dossiers SET state = \(state), ended_on = \(transaction.now.day - 3), closed_at = \(closedAt),
          closed_by = \(closedAt.map { _ in "Bùi Quốc Khánh" }) WHERE id = \(opened.id)
        """)
      return try DossierStore(transaction).find(opened.id, visibleTo: Cast.archivist)
    }
  }

  @discardableResult func put(
    _ dossier: Dossier, in box: ShelfPlace?, reason: String = "", by actor: Kernel.Actor = Cast.archivist
  ) async throws -> MovePaper.Outcome {
    try await write {
      try MovePaper(dossier.id, to: box?.id, sheets: nil, reason: reason).perform(by: actor, in: $0)
    }
  }

  func ask(
    _ dossier: Dossier, until: Day? = today + 10, reason: String = "Đối chiếu số liệu",
    for outsider: AskLoan.Outsider? = nil, by actor: Kernel.Actor = Cast.officerInCharge
  ) async throws -> DossierLoan {
    try await write {
      try AskLoan(dossier.id, for: outsider, reason: reason, until: until).perform(by: actor, in: $0)
    }
  }

  @discardableResult func take(
    _ step: DossierLoan.Step, _ loan: DossierLoan, words: String = "", by actor: Kernel.Actor = Cast.archivist
  ) async throws -> DossierLoan {
    try await write { transaction in
      let now = try DossierLoanStore(transaction).find(loan.id, visibleTo: actor)
      return try DecideLoan(loan.id, step, words: words, formVersion: now.version).perform(by: actor, in: transaction)
        .loan
    }
  }

  /// Whether a constraint refuses a statement.
  func isBroken(_ statement: SQL) async -> Bool {
    do {
      try await write { try $0.run(statement) }
      return false
    } catch {
      return true
    }
  }

  func lent(_ dossier: Dossier, until: Day? = today + 10) async throws -> DossierLoan {
    let asked = try await ask(dossier, until: until)
    try await take(.allow, asked)
    return try await take(.handOut, asked)
  }
}

/// The kind of refusal an act meets; nil when it goes through.
func refused(_ body: () async throws -> Void) async throws -> Refusal? {
  do {
    try await body()
    return nil
  } catch let refusal as Refusal {
    return refusal
  }
}
