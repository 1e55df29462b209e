import Database
import Foundation
import Kernel
import Organization
import TestSupport
import Testing
import WebApp

@testable import Identity

@Suite("AN-01 passwords") struct PasswordPolicyTests {
  @Test(
    "what a password must be",
    arguments: [
      ("Dia-Chat-2026-Vi-Du", 0), ("Mỏ-đá-số-7-Đèo-Cả", 0), ("ngan", 3), ("chu-thuong-khong-so", 1),
      ("CHU-HOA-2026-KHONG", 1), ("KhongCoKyTuDacBiet1", 1), ("Hoant-Mat-Khau-2026", 1), ("Aa1-Aa1-Aa1-Aa1", 1),
    ])
  func policy(password: String, reasonCount: Int) {
    #expect(PasswordPolicy.reasons(password, loginName: "hoant").count == reasonCount)
  }

  @Test("a first password is random and within the policy") func firstPasswords() {
    let passwords = (0..<200).map { _ in FirstPassword.random() }
    #expect(Set(passwords).count == 200)
    for password in passwords {
      #expect(PasswordPolicy.reasons(password, loginName: "hoant").isEmpty)
      #expect(password.count == 19)
      #expect(!password.contains { "0O1lIo".contains($0) }, "\(password) is misread over the telephone")
    }
  }

  @Test("argon2id with salt; the same letters by any input method") func hashing() async throws {
    let passwords = PasswordHasher()
    let one = try await passwords.hash("Mỏ-đá-số-7-Đèo-Cả")
    let two = try await passwords.hash("Mỏ-đá-số-7-Đèo-Cả")
    #expect(one.hasPrefix("$argon2id$v=19$m=19456,t=2,p=1$"))
    #expect(one != two)
    #expect(try await passwords.matches("Mỏ-đá-số-7-Đèo-Cả".decomposedStringWithCanonicalMapping, one))
    #expect(try await !passwords.matches("Mỏ-đá-số-7-Đèo-Cá", one))
    #expect(try await !passwords.matches("Mỏ-đá-số-7-Đèo-Cả", nil))
    #expect(try await !passwords.matches(String(repeating: "a", count: 300), one))
    try await passwords.close()
  }

  @Test("the hash that nobody has can be read, so that guessing names takes the full work") func nobodysHashIsReal()
    throws
  {
    let real = try PasswordHasher.hashNow("Dia-Chat-2026-Vi-Du")
    #expect(PasswordHasher.parameters(of: PasswordHasher.nobodysHash) == PasswordHasher.parameters(of: real))
    #expect(PasswordHasher.isReadable(PasswordHasher.nobodysHash))
    #expect(!PasswordHasher.isReadable("$argon2id$v=19$m=19456,t=2,p=1$a$b"))
  }

  @Test(
    "names to sign in with are proposed from full names",
    arguments: [("Nguyễn Thị Hoa", "hoant"), ("Đỗ Thị Hồng Nhung", "nhungdth"), ("Inh", "inh"), ("", "")])
  func proposedNames(fullName: String, expected: String) {
    #expect(LoginName.proposed(for: fullName) == expected)
  }
}

@Suite("AN-02 changing passwords") struct ChangePasswordTests {
  private func change(
    _ actor: Actor, from current: String, to new: String, _ database: any Database, _ passwords: PasswordHasher,
    isAdministrator: Bool = false
  ) async throws {
    try await ChangePassword(
      current: current, new: new, repeated: new, session: SessionID(1), isAdministrator: isAdministrator
    ).perform(by: actor, database, passwords)
  }

  @Test("the new one works, the old one does not, other sessions are over") func changing() async throws {
    try await withExampleAccounts { database, passwords in
      let actor = Cast.registryClerk
      let token = try await SignIn(actor).perform(database, passwords)
      try await change(actor, from: ExampleAccounts.password, to: "Mat-Khau-Moi-2026", database, passwords)
      #expect(try await database.session(token) == nil)
      #expect(try await refusal { _ = try await SignIn(actor).perform(database, passwords) }?.kind == .invalid)
      _ = try await SignIn(actor, "Mat-Khau-Moi-2026").perform(database, passwords)
      #expect(try await database.auditCodes(actor.account).contains("account.passwordChanged"))
    }
  }

  @Test("every reason at its field; a wrong present password counts as a failure") func refusals() async throws {
    try await withExampleAccounts { database, passwords in
      let actor = Cast.registryClerk
      let weak = try await refusal {
        try await ChangePassword(
          current: ExampleAccounts.password, new: "ngan", repeated: "khac", session: SessionID(1),
          isAdministrator: false
        ).perform(by: actor, database, passwords)
      }
      #expect(weak?.messages(at: "mat-khau-moi").count ?? 0 > 2)
      #expect(weak?.messages(at: "nhap-lai").count == 1)
      let wrong = try await refusal {
        try await change(actor, from: "Sai", to: "Mat-Khau-Moi-2026", database, passwords)
      }
      #expect(wrong?.reasons.first?.field == "mat-khau-cu")
      #expect(try await database.read { try AccountStore($0).account(actor.account).failedAttempts } == 1)
      let same = try await refusal {
        try await change(actor, from: ExampleAccounts.password, to: ExampleAccounts.password, database, passwords)
      }
      #expect(same?.reasons.first?.field == "mat-khau-moi")
    }
  }

  @Test("an administrator's last ten do not come back") func historyOfAdministrators() async throws {
    try await withExampleAccounts { database, passwords in
      let actor = Cast.administrator
      var present = ExampleAccounts.password
      for number in 1...10 {
        let next = "Mat-Khau-Lan-\(number)-Xyz"
        try await change(actor, from: present, to: next, database, passwords, isAdministrator: true)
        present = next
      }
      let tenth = try await refusal {
        try await change(actor, from: present, to: "Mat-Khau-Lan-1-Xyz", database, passwords, isAdministrator: true)
      }
      #expect(tenth?.reasons.first?.field == "mat-khau-moi")
      try await change(actor, from: present, to: ExampleAccounts.password, database, passwords, isAdministrator: true)
    }
  }

  @Test(
    "an administrator chooses a new one every two months, an officer need not",
    arguments: [(Cast.administrator, true), (Cast.officerInCharge, false)])
  func agesOfPasswords(actor: Actor, mustChange: Bool) async throws {
    let clock = TestClock()
    try await withExampleAccounts(clock: clock) { database, passwords in
      for (days, isOld) in [(59, false), (2, true)] {
        clock.advance(by: .seconds(days * 86_400))
        let token = try await SignIn(actor).perform(database, passwords)
        let session = try #require(try await database.session(token))
        let visitor = session.visitor(csrf: "", address: "", now: clock.now, settings: IdentitySettings())
        #expect(visitor?.mustChangePassword == (mustChange && isOld))
      }
    }
  }
}
