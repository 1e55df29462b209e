import Audit
import Database
import Kernel
import Organization
import TestSupport
import Testing
import WebApp

@testable import Identity

@Suite("AN-06 accounts") struct AccountTests {
  private let admin = Cast.administrator

  @Test("one account a person, one person a name; the first password must be changed") func creating() async throws {
    try await withExampleAccounts { database, passwords in
      let hash = try await passwords.hash("Mat-Khau-Dau-2026")
      let person = try await database.write { transaction in
        let person = try AddPerson(agency: ExampleBody.dataCentre, fullName: "Lê Văn Một")
          .perform(by: admin, in: transaction)
        _ = try OpenPost(
          person: person, unit: UnitID(142), details: PostDetails(title: "Chuyên viên"), roles: [.officer],
          startedOn: transaction.now.day
        ).perform(by: admin, in: transaction)
        return person
      }
      func create(_ name: String) async throws -> Refusal? {
        try await refusal {
          let act = CreateAccount(person: person, loginName: name, passwordHash: hash)
          _ = try await database.write { try act.perform(by: admin, in: $0) }
        }
      }
      #expect(try await create("Có Dấu")?.reasons.first?.field == "ten")
      #expect(try await create("hoant")?.reasons.first?.field == "ten")
      #expect(try await create("motlv") == nil)
      #expect(try await create("motlv2")?.kind == .conflict)
      let act = SignIn(loginName: "motlv", password: "Mat-Khau-Dau-2026", address: "", browser: "")
      let session = try #require(try await database.session(try await act.perform(database, passwords)))
      let visitor = session.visitor(csrf: "", address: "", now: session.lastSeenAt, settings: IdentitySettings())
      #expect(visitor?.mustChangePassword == true)
    }
  }

  @Test("a locked account is out at once, and in again when opened") func locking() async throws {
    try await withExampleAccounts { database, passwords in
      let actor = Cast.registryClerk
      let token = try await SignIn(actor).perform(database, passwords)
      let session = try #require(try await database.session(token))
      let id = session.id
      let visitor = session.visitor(csrf: "", address: "", now: session.lastSeenAt, settings: IdentitySettings())
      let look = LiveSession.during(visitor) { _ in "đang xem" }
      #expect(try await database.read(look) == "đang xem")
      try await database.write { transaction in
        try LockAccount(account: actor.account, reason: "nghi lộ mật khẩu", formVersion: 1)
          .perform(by: admin, in: transaction)
      }
      #expect(try await refusal { _ = try await database.read(look) }?.kind == .unauthenticated, "the open page too")
      #expect(try await database.session(token) == nil)
      #expect(try await database.read { try SessionStore($0).isOpen(id) } == false)
      let refused = try await refusal { _ = try await SignIn(actor).perform(database, passwords) }
      #expect(refused?.message.contains("nghi lộ mật khẩu") == true)
      let guessed = try await refusal { _ = try await SignIn(actor, "sai").perform(database, passwords) }
      #expect(guessed?.kind == .invalid, "whoever does not know the password learns nothing")
      try await database.write { transaction in
        try UnlockAccount(account: actor.account, formVersion: 2).perform(by: admin, in: transaction)
      }
      _ = try await SignIn(actor).perform(database, passwords)
      #expect(
        try await database.auditCodes(actor.account) == [
          "account.signedIn", "account.locked", "account.signInFailed", "account.signInFailed", "account.unlocked",
          "account.signedIn",
        ])
    }
  }

  @Test("a password given again ends the sessions and must be changed") func resetting() async throws {
    try await withExampleAccounts { database, passwords in
      let actor = Cast.registryClerk
      let token = try await SignIn(actor).perform(database, passwords)
      let hash = try await passwords.hash("Mat-Khau-Dau-2026")
      try await database.write { transaction in
        try ResetPassword(account: actor.account, passwordHash: hash, formVersion: 1)
          .perform(by: admin, in: transaction)
        #expect(try AccountStore(transaction).account(actor.account).state(at: transaction.now) == .fresh)
      }
      #expect(try await database.session(token) == nil)
    }
  }

  @Test(
    "who may look after whose account",
    arguments: [
      (Cast.administrator, Cast.registryClerk, true), (Cast.administrator, Cast.clerkOfAnotherAgency, true),
      (Cast.administratorOfAnotherAgency, Cast.clerkOfAnotherAgency, true),
      (Cast.administratorOfAnotherAgency, Cast.administrator, false),
      (Cast.administratorOfAnotherAgency, Cast.headOfTwo, false), (Cast.leader, Cast.registryClerk, false),
      (Cast.registryClerk, Cast.registryClerk, false),
    ])
  func authority(actor: Actor, other: Actor, isAllowed: Bool) async throws {
    try await withExampleAccounts { database, _ in
      let refused = try await refusal {
        try await database.write { transaction in
          try LockAccount(account: other.account, reason: "thử", formVersion: 1).perform(by: actor, in: transaction)
        }
      }
      #expect(refused?.kind == (isAllowed ? nil : .forbidden))
    }
  }

  @Test("an administrator of one agency gains nothing over people with a post in another") func noWayUpwards()
    async throws
  {
    try await withExampleAccounts { database, passwords in
      let other = Cast.officerOfAnotherAgency
      let hash = try await passwords.hash("Mat-Khau-Dau-2026")
      let reset = ResetPassword(account: other.account, passwordHash: hash, formVersion: 1)
      try await database.write { transaction in
        _ = try OpenPost(
          person: other.person, unit: ExampleBody.technologyUnit, details: PostDetails(title: "Quản trị"),
          roles: [.administrator], startedOn: transaction.now.day
        ).perform(by: admin, in: transaction)
      }
      let refused = try await refusal {
        try await database.write { try reset.perform(by: Cast.administratorOfAnotherAgency, in: $0) }
      }
      #expect(refused?.kind == .forbidden)
      try await database.write { try reset.perform(by: admin, in: $0) }
    }
  }

  @Test("nobody locks their own account, nobody locks without a reason, a stale form locks nobody") func lockRefusals()
    async throws
  {
    try await withExampleAccounts { database, _ in
      func lock(_ actor: Actor, _ reason: String, _ version: Int) async throws -> Refusal? {
        try await refusal {
          let act = LockAccount(account: actor.account, reason: reason, formVersion: version)
          try await database.write { try act.perform(by: admin, in: $0) }
        }
      }
      let own = try await lock(admin, "thử", 1)
      #expect(own?.kind == .invalid)
      #expect(try await lock(Cast.leader, "", 1)?.reasons.first?.field == "ly-do")
      #expect(try await lock(Cast.leader, "thử", 7)?.kind == .conflict)
    }
  }

  @Test("AN-05 accounts unused for 45 days are locked, sessions that ran out are swept") func unused() async throws {
    let clock = TestClock()
    try await withExampleAccounts(clock: clock) { database, passwords in
      clock.advance(by: .seconds(30 * 86_400))
      let token = try await SignIn(Cast.registryClerk).perform(database, passwords)
      clock.advance(by: .seconds(16 * 86_400))
      try await database.write { try LockUnusedAccounts.perform(IdentitySettings(unusedDaysMax: nil), in: $0) }
      #expect(try await database.read { try AccountStore($0).account(Cast.leader.account).disabledAt } == nil)
      try await database.write { try LockUnusedAccounts.perform(IdentitySettings(), in: $0) }
      let now = clock.now
      try await database.read { transaction in
        let store = AccountStore(transaction)
        #expect(try store.account(Cast.registryClerk.account).state(at: now) == .active)
        let leader = try store.account(Cast.leader.account)
        #expect(leader.state(at: now) == .lockedByOffice(reason: "không đăng nhập trong 45 ngày"))
        #expect(try transaction.auditCodes(Cast.leader.account) == ["account.unusedLocked"])
      }
      #expect(try await database.session(token) == nil)
    }
  }

  @Test("the first administrator makes the top agency; the next one joins it") func firstAdministrator() async throws {
    let migrations = AuditMigrations.all + OrganizationMigrations.all + IdentityMigrations.all
    try await withDatabase(migrations) { database in
      let hash = try PasswordHasher.hashNow("Mat-Khau-Dau-2026")
      let body = FoundBody(agencyName: "Viện Nghiên cứu Đá quý", abbreviation: "VNCĐQ", placeName: "Yên Bái")
      try await database.write { transaction in
        let first = CreateFirstAdministrator(
          loginName: "Quantri", fullName: "Lê Thị Hai", agency: body, passwordHash: hash)
        let id = try first.perform(in: transaction)
        var second = first
        second.loginName = "quantri2"
        second.fullName = "Lê Văn Ba"
        _ = try second.perform(in: transaction)
        let organization = OrganizationStore(transaction)
        #expect(try organization.allAgencies().map(\.name) == ["Viện Nghiên cứu Đá quý"])
        let posts = try organization.posts(of: organization.topAgencies()[0], with: .administrator)
        #expect(posts.map(\.personName) == ["Lê Thị Hai", "Lê Văn Ba"])
        #expect(try AccountStore(transaction).account(id).loginName == "quantri")
        try AccountStore(transaction).disable(id, reason: "thử")
        try RecoverAccount(loginName: "quantri", passwordHash: hash).perform(in: transaction)
        #expect(try AccountStore(transaction).account(id).state(at: transaction.now) == .fresh)
        #expect(
          try transaction.auditCodes(id) == ["account.firstAdministratorCreated", "account.recoveredByCommand"])
      }
    }
  }
}
