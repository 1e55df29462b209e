import Database
import Kernel
import Organization
import TestSupport
import Testing
import WebApp

@testable import Identity

@Suite("AN-03 signing in and lockouts") struct SignInTests {
  @Test("a session opens for the first post; the database knows only the token's hash") func signingIn() async throws {
    try await withExampleAccounts { database, passwords in
      let token = try await SignIn(Cast.headOfTwo).perform(database, passwords)
      let session = try #require(try await database.session(token))
      let visitor = try #require(
        session.visitor(csrf: "", address: "10.0.0.7", now: session.lastSeenAt, settings: IdentitySettings()))
      #expect(visitor.actors.map(\.agency) == [ExampleBody.generalDepartment, ExampleBody.dataCentre])
      var expected = Cast.headOfTwo
      expected.address = "10.0.0.7"
      #expect(visitor.actor == expected, "the actor of a session is the cast's")
      let stored: [String] = try await database.read { transaction in
        try transaction.rows("SELECT token_hash FROM sessions").map { try $0.get("token_hash") }
      }
      #expect(stored == [token.hash])
      #expect(!token.hash.contains(token.text) && token.hash.count == 64)
    }
  }

  @Test("names are read without capitals and blanks; a wrong name and a wrong password say the same") func names()
    async throws
  {
    try await withExampleAccounts { database, passwords in
      func refused(_ name: String, _ password: String) async throws -> Refusal? {
        try await refusal {
          _ = try await SignIn(loginName: name, password: password, address: "", browser: "")
            .perform(database, passwords)
        }
      }
      #expect(try await refused("  HoaNT ", ExampleAccounts.password) == nil)
      let wrongName = try await refused("khongco", "x")
      #expect(wrongName != nil)
      #expect(try await refused("hoant", "x") == wrongName)
      #expect(try await refused("", "")?.reasons.compactMap(\.field) == ["ten", "mat-khau"])
    }
  }

  @Test("five wrong passwords lock for twelve hours, then it opens by itself") func lockout() async throws {
    let clock = TestClock()
    try await withExampleAccounts(clock: clock) { database, passwords in
      let actor = Cast.officerInCharge
      func attempt(_ password: String) async throws -> Refusal? {
        try await refusal { _ = try await SignIn(actor, password).perform(database, passwords) }
      }
      for _ in 1...4 { #expect(try await attempt("sai")?.kind == .invalid) }
      let fifth = try await attempt("sai")
      #expect(fifth?.kind == .forbidden)
      #expect(fifth?.message.contains("20:30 05/11/2026") == true)
      clock.advance(by: .seconds(12 * 3600 - 1))
      #expect(try await attempt(ExampleAccounts.password)?.kind == .forbidden)
      clock.advance(by: .seconds(1))
      #expect(try await attempt("sai")?.kind == .invalid, "after the lock the count begins anew")
      #expect(try await attempt(ExampleAccounts.password) == nil)
      let codes = try await database.auditCodes(actor.account)
      #expect(codes.filter { $0 == "account.signInFailed" }.count == 7)
      #expect(codes.filter { $0 == "account.lockedByFailures" }.count == 1)
      #expect(codes.last == "account.signedIn")
    }
  }

  @Test("a right password between wrong ones begins the count anew") func countIsOfConsecutiveFailures() async throws {
    try await withExampleAccounts { database, passwords in
      let actor = Cast.officerInCharge
      for _ in 1...2 {
        for _ in 1...4 { _ = try await refusal { _ = try await SignIn(actor, "sai").perform(database, passwords) } }
        _ = try await SignIn(actor).perform(database, passwords)
      }
    }
  }

  @Test("guesses at the same moment are all counted") func parallelGuesses() async throws {
    try await withExampleAccounts { database, passwords in
      let actor = Cast.leader
      await withTaskGroup(of: Void.self) { group in
        for _ in 1...7 {
          group.addTask { _ = try? await SignIn(actor, "sai").perform(database, passwords) }
        }
      }
      let refused = try await refusal { _ = try await SignIn(actor).perform(database, passwords) }
      #expect(refused?.kind == .forbidden)
    }
  }

  @Test("an administrator opens a lock at once; a running session is not ended by others' guessing") func unlocking()
    async throws
  {
    try await withExampleAccounts { database, passwords in
      let actor = Cast.officerInCharge
      let token = try await SignIn(actor).perform(database, passwords)
      for _ in 1...5 { _ = try await refusal { _ = try await SignIn(actor, "sai").perform(database, passwords) } }
      #expect(try await database.session(token) != nil)
      try await database.write { transaction in
        try UnlockAccount(account: actor.account, formVersion: 1).perform(by: Cast.administrator, in: transaction)
      }
      _ = try await SignIn(actor).perform(database, passwords)
    }
  }

  @Test("without a post nobody works here") func postlessPeopleStayOut() async throws {
    try await withExampleAccounts { database, passwords in
      let actor = Cast.officerInCharge
      let token = try await SignIn(actor).perform(database, passwords)
      try await database.write { transaction in
        try ClosePost(post: actor.post, endedOn: transaction.now.day, formVersion: 1, owned: OwnedByPosts([]))
          .perform(by: Cast.administrator, in: transaction)
      }
      let session = try #require(try await database.session(token))
      let visitor = session.visitor(csrf: "", address: "", now: session.lastSeenAt, settings: IdentitySettings())
      #expect(visitor == nil)
      let refused = try await refusal { _ = try await SignIn(actor).perform(database, passwords) }
      #expect(refused?.message.contains("chức danh") == true)
    }
  }

  @Test("roles changed count from the next request on") func rolesCountAtOnce() async throws {
    try await withExampleAccounts { database, passwords in
      let actor = Cast.officerInCharge
      let token = try await SignIn(actor).perform(database, passwords)
      try await database.write { transaction in
        try ChangePostRoles(post: actor.post, roles: [.archivist], formVersion: 1)
          .perform(by: Cast.administrator, in: transaction)
      }
      #expect(try await database.session(token)?.posts.first?.roles == [.archivist])
    }
  }
}

@Suite("AN-04 idle limits") struct IdleTests {
  @Test(
    "fifteen minutes for everybody, five for an administrator",
    arguments: [
      (Cast.registryClerk, 15 * 60, false), (Cast.registryClerk, 15 * 60 + 1, true),
      (Cast.administrator, 5 * 60, false), (Cast.administrator, 5 * 60 + 1, true),
      // A clock set back: by no more than a time server does, and by more.
      (Cast.registryClerk, -60, false), (Cast.registryClerk, -61, true),
    ])
  func limits(actor: Actor, seconds: Int, isLocked: Bool) async throws {
    let clock = TestClock()
    try await withExampleAccounts(clock: clock) { database, passwords in
      let token = try await SignIn(actor).perform(database, passwords)
      clock.advance(by: .seconds(seconds))
      let session = try #require(try await database.session(token))
      let visitor = session.visitor(csrf: "", address: "", now: clock.now, settings: IdentitySettings())
      #expect(visitor?.isLocked == isLocked)
    }
  }

  @Test("the password opens the screen; wrong ones count towards the lock") func unlocking() async throws {
    let clock = TestClock()
    try await withExampleAccounts(clock: clock) { database, passwords in
      let actor = Cast.registryClerk
      let token = try await SignIn(actor).perform(database, passwords)
      clock.advance(by: .seconds(3600))
      let session = try #require(try await database.session(token))
      func unlock(_ password: String) async throws -> Refusal? {
        try await refusal {
          try await UnlockScreen(session: session.id, actor: actor, password: password).perform(database, passwords)
        }
      }
      #expect(try await unlock("sai")?.kind == .invalid)
      #expect(try await unlock(ExampleAccounts.password) == nil)
      #expect(try await database.session(token)?.lastSeenAt == clock.now)
      for _ in 1...5 { _ = try await unlock("sai") }
      #expect(try await unlock(ExampleAccounts.password)?.kind == .forbidden)
    }
  }

  @Test("settings tighten the law's limits and never loosen them") func settings() {
    let loose = IdentitySettings(idleMinutesMax: 60, administratorIdleMinutesMax: 30)
    #expect(loose.idleMinutes(isAdministrator: false) == 15)
    #expect(loose.idleMinutes(isAdministrator: true) == 5)
    #expect(IdentitySettings(idleMinutesMax: 3).idleMinutes(isAdministrator: false) == 3)
  }

  @Test("what waits behind a lock keeps every field but secrets") func keptFields() {
    let kept = UnlockPage.kept([
      ("trich-yeu", "V/v"), ("password", "x"), ("ma-phien", "y"), ("mat-khau-moi", "z"), ("nhap-lai", "z"),
      ("post", "1004"), ("trich-yeu", "hai lần"),
    ])
    #expect(kept.map(\.name) == ["trich-yeu", "post", "trich-yeu"])
  }
}

@Suite("Sessions") struct SessionTests {
  @Test("signing out everywhere leaves only this one; each end leaves its line") func endings() async throws {
    try await withExampleAccounts { database, passwords in
      let actor = Cast.registryClerk
      var ids: [SessionID] = []
      for _ in 1...4 {
        let token = try await SignIn(actor).perform(database, passwords)
        ids.append(try #require(try await database.session(token)).id)
      }
      let (kept, ended, signedOut) = (ids[0], ids[1], ids[2])
      try await database.write { transaction in
        try EndSession(session: ended).perform(by: actor, in: transaction)
        try SignOut(session: signedOut).perform(by: actor, in: transaction)
        #expect(try EndOtherSessions(kept: kept).perform(by: actor, in: transaction) == 1)
        #expect(try SessionStore(transaction).sessions(of: actor.account).map(\.id) == [kept])
        #expect(try SessionStore(transaction).isOpen(kept))
        #expect(try !SessionStore(transaction).isOpen(ended))
      }
      let codes = try await database.auditCodes(actor.account)
      #expect(Array(codes.suffix(3)) == ["account.sessionEnded", "account.signedOut", "account.otherSessionsEnded"])
      let foreign = try await refusal {
        try await database.write { try EndSession(session: kept).perform(by: Cast.leader, in: $0) }
      }
      #expect(foreign?.kind == .notFound, "another's session cannot be ended")
    }
  }

  @Test("tokens are secrets of 256 bits; the forms' secret is another one") func tokens() {
    let one = SessionToken()
    #expect(one.text.count == 43)
    #expect(SessionToken(one.text)?.hash == one.hash)
    #expect(one.csrf != one.text && one.csrf != one.hash)
    #expect(SessionToken(one.text)?.csrf == one.csrf)
    #expect(SessionToken().text != one.text)
    #expect(SessionToken(one.text + "a") == nil)
    #expect(SessionToken(String(repeating: "/", count: 43)) == nil)
  }

  @Test(
    "only our own pages are gone to after signing in",
    arguments: [
      ("/van-ban-den?sau=1", true), ("/", true), ("//xau.example", false), ("/\\xau.example", false),
      ("https://xau.example", false), ("", false), ("/a b", false), ("/\u{7}", false),
    ])
  func localPaths(path: String, isLocal: Bool) {
    #expect(LocalPath.isLocal(path) == isLocal)
  }
}
