import Database
import Documents
import FileVault
import Kernel
import Organization
import Papers
import TestSupport
import Testing

@testable import Copies

/// Every act on a copy in every state by every role: allowed, or refused with a reason. Nothing else happens.
@Suite("COPY-04, COPY-08 ai làm được gì với bản sao, ở trạng thái nào") struct CopyTableTests {
  /// How far a copy is; a numbered one without and with its file.
  enum Reach: String, CaseIterable, Sendable {
    case asked, approved, refused, withdrawn, numbered, made, given, cancelled
  }

  /// L leader who was asked to decide, D the deputy, H head of office who may sign copies, V registry clerk, U head of
  /// the unit, who asked, O officer there, o officer of another unit, A administrator, X another agency.
  static let roles = [
    Cast.leader, Cast.deputyLeader, Cast.headOfOffice, Cast.registryClerk, Cast.unitHead, Cast.officerInCharge,
    Cast.officerOfAnotherUnit, Cast.administrator, Cast.clerkOfAnotherAgency,
  ]

  private static func acts(
    on id: DocumentCopy.ID, version: Int
  ) -> [(name: String, perform: @Sendable (Actor, any Transaction) throws -> Void)] {
    [
      ("approve", { try DecideCopy(id, approves: true, formVersion: version).perform(by: $0, in: $1) }),
      (
        "refuse",
        { try DecideCopy(id, approves: false, note: "Không cần", formVersion: version).perform(by: $0, in: $1) }
      ),
      ("withdraw", { try WithdrawCopy(id, reason: "", formVersion: version).perform(by: $0, in: $1) }),
      ("number", { _ = try NumberCopy(id, formVersion: version).perform(by: $0, in: $1) }),
      ("give", { try GiveCopy(id, receipt: "Nguyễn Văn An", formVersion: version).perform(by: $0, in: $1) }),
      ("cancel", { try CancelCopyNumber(id, reason: "sao nhầm").perform(by: $0, in: $1) }),
    ]
  }

  @Test("state × act × role is as the table says", arguments: Reach.allCases) func table(reach: Reach) async throws {
    try await withCopies { database in
      let copy = try await database.copy(reach)
      let seen = try await database.table(Self.acts(on: copy.id, version: copy.version), by: Self.roles)
      #expect(seen == Self.expected[reach] ?? "", "\(reach.rawValue):\n\(seen)")
    }
  }

  @Test("while somebody else acts for the leader, nothing is decided") func lent() async throws {
    try await withCopies { database in
      let copy = try await database.copy(.asked)
      var lent = Cast.leader
      lent.onBehalfOf = "\(Cast.leader.personName), \(Cast.leader.postTitle)"
      let seen = try await database.table(Self.acts(on: copy.id, version: copy.version), by: [lent])
      #expect(seen.split(separator: "\n").map { $0.suffix(1) } == ["-", "-", "-", "-", "-", "."], "\(seen)")
    }
  }

  /// `+` allowed, `-` not to this role, `.` not in this state, `?` not seen. Roles stand in the order `LDHVUOoAX`.
  static let expected: [Reach: String] = [
    .asked: """
    approve   +----????
    refuse    +----????
    withdraw  ----+????
    number    ---.-????
    give      ---.-????
    cancel    .....????
    """,
    .approved: """
    approve   .----????
    refuse    .----????
    withdraw  ----+????
    number    ---+-????
    give      ---.-????
    cancel    .....????
    """,
    .refused: """
    approve   .----????
    refuse    .----????
    withdraw  ----.????
    number    ---.-????
    give      ---.-????
    cancel    .....????
    """,
    .withdrawn: """
    approve   .----????
    refuse    .----????
    withdraw  ----.????
    number    ---.-????
    give      ---.-????
    cancel    .....????
    """,
    .numbered: """
    approve   .----????
    refuse    .----????
    withdraw  ----.????
    number    ---.-????
    give      ---.-????
    cancel    ---+-????
    """,
    .made: """
    approve   .----????
    refuse    .----????
    withdraw  ----.????
    number    ---.-????
    give      ---+-????
    cancel    ---+-????
    """,
    .given: """
    approve   .----????
    refuse    .----????
    withdraw  ----.????
    number    ---.-????
    give      ---.-????
    cancel    ---.-????
    """,
    .cancelled: """
    approve   .----????
    refuse    .----????
    withdraw  ----.????
    number    ---.-????
    give      ---.-????
    cancel    ---.-????
    """,
  ]
}

extension Database {
  /// A copy that got so far, each step by its usual person.
  fileprivate func copy(_ reach: CopyTableTests.Reach) async throws -> DocumentCopy {
    let asked = try await ask(issued())
    switch reach {
    case .asked: return asked
    case .refused:
      try await decide(asked, approves: false, note: "Không cần")
    case .withdrawn:
      try await write {
        try WithdrawCopy(asked.id, reason: "", formVersion: asked.version).perform(by: Cast.unitHead, in: $0)
      }
    case .approved: try await decide(asked)
    case .numbered: try await number(decide(asked))
    case .made, .given: try await make(number(decide(asked)).copy)
    case .cancelled:
      try await number(decide(asked))
      try await write { try CancelCopyNumber(asked.id, reason: "sao nhầm").perform(by: Cast.registryClerk, in: $0) }
    }
    if reach == .given {
      let made = try await find(asked.id)
      try await write {
        try GiveCopy(made.id, receipt: "Nguyễn Văn An", formVersion: made.version).perform(
          by: Cast.registryClerk, in: $0)
      }
    }
    return try await find(asked.id)
  }

  /// Its file, as the job would have made it.
  func make(_ copy: DocumentCopy, letter: Character = "c") async throws {
    try await write { transaction in
      let stored = KeptFile.example(letter).stored
      try StoredFileStore(transaction).add(stored)
      var made = copy
      made.file = CopyFile(hash: stored.hash, bytes: stored.bytes, pageCount: 3)
      try DocumentCopyStore(transaction).save(made, from: copy.version)
    }
  }
}
