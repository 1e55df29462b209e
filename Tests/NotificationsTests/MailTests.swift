import Audit
import Database
import Foundation
import Kernel
import Organization
import TestSupport
import Testing

@testable import Notifications

private let settings = MailSettings(
  host: "127.0.0.1", port: 25, security: .none, sender: "vanban@tongcuc.vi-du.vn",
  publicAddress: "https://vanban.vi-du.vn", systemName: "Châu Bản")

extension Database {
  fileprivate func wish(
    _ actor: Actor, _ chosen: [NotificationEvent: NotificationEvent.Mail] = [:], address: String? = nil
  ) async throws {
    try await write { transaction in
      let version = try PreferenceStore(transaction).preferences(of: actor.person).version
      try SavePreferences(
        address: address ?? "nguoi\(actor.person)@vi-du.vn", mails: chosen, formVersion: version
      ).perform(by: actor, in: transaction)
      let code = try PreferenceStore(transaction).preferences(of: actor.person).code
      if let code { try ConfirmAddress(code: code.text).perform(by: actor, in: transaction) }
    }
  }

  fileprivate func gather(_ settings: MailSettings? = settings) async throws {
    try await write { try GatherMails.gather(settings, in: $0) }
  }

  /// `address kind count state` of every letter.
  fileprivate func mails() async throws -> [String] {
    try await read { transaction in
      try transaction.rows("SELECT address, kind, count, state FROM mails ORDER BY id").map { row in
        let count: Int = try row.get("count")
        return "\(try row.get("address", as: String.self)) \(try row.get("kind", as: String.self)) \(count) "
          + (try row.get("state", as: String.self))
      }
    }
  }
}

@Suite("Thư báo: ai nhận, khi nào, nói gì") struct MailTests {
  @Test("a letter waits for the time of undo, then counts what was told to a person's posts and desks")
  func gathering() async throws {
    let clock = TestClock()
    try await withNotifications(clock: clock) { database in
      try await database.wish(Cast.unitHead)
      try await database.wish(Cast.unitClerk, [.workGiven: .none])
      try await database.tell(.workGiven, [.unit(ExampleBody.mineralsUnit)], by: Cast.leader)
      try await database.gather()
      #expect(try await database.mails() == [], "still within the time of undo")
      clock.advance(by: .seconds(14))
      try await database.tell(.workUrged, [.post(Cast.unitHead.post)], by: Cast.leader)
      try await database.gather()
      let head = "nguoi\(Cast.unitHead.person)@vi-du.vn"
      let first = try await database.mails()
      #expect(first == ["\(head) news 1 waiting"], "\(first)")
      clock.advance(by: .seconds(14))
      try await database.gather()
      try await database.gather()
      #expect(try await database.mails() == ["\(head) news 2 waiting"], "one letter grows until it goes")
    }
  }

  @Test("who acts, who gave no address and who did not ask get none; without a mail server nothing is kept for later")
  func notGathering() async throws {
    let clock = TestClock()
    try await withNotifications(clock: clock) { database in
      try await database.wish(Cast.unitHead)
      try await database.tell(.workGiven, [.unit(ExampleBody.mineralsUnit)], by: Cast.unitHead)
      try await database.tell(.workToRead, [.post(Cast.unitHead.post)])
      try await database.tell(.workGiven, [.post(Cast.officerInCharge.post)])
      clock.advance(by: .seconds(14))
      try await database.gather()
      #expect(try await database.mails() == [])
      try await database.tell(.workGiven, [.post(Cast.unitHead.post)])
      clock.advance(by: .seconds(14))
      try await database.gather(nil)
      try await database.gather()
      #expect(try await database.mails() == [])
    }
  }

  @Test("an address gets nothing but its letter until its person says that it is theirs, within a day")
  func confirming()
    async throws
  {
    let clock = TestClock()
    try await withNotifications(clock: clock) { database in
      func code() async throws -> String {
        try await database.read { try PreferenceStore($0).preferences(of: Cast.unitHead.person).code?.text ?? "" }
      }
      func confirm(_ code: String, as actor: Actor = Cast.unitHead) async throws {
        try await database.write { try ConfirmAddress(code: code).perform(by: actor, in: $0) }
      }
      func save(_ address: String) async throws {
        try await database.write { transaction in
          let version = try PreferenceStore(transaction).preferences(of: Cast.unitHead.person).version
          try SavePreferences(address: address, mails: [:], formVersion: version, domain: settings.domain).perform(
            by: Cast.unitHead, in: transaction)
        }
      }
      try await save("thang@vi-du.vn")
      let first = try await code()
      try await database.tell(.workGiven, [.post(Cast.unitHead.post)], by: Cast.leader)
      clock.advance(by: .seconds(14))
      try await database.gather()
      #expect(try await database.mails() == ["thang@vi-du.vn confirmation 0 waiting"])
      await #expect(throws: Refusal.self) { try await confirm("khac") }
      await #expect(throws: Refusal.self) { try await confirm(first, as: Cast.leader) }
      // Another address: the first letter is worth nothing, and is sent no longer.
      try await save("thang2@vi-du.vn")
      #expect(try await database.mails() == ["thang2@vi-du.vn confirmation 0 waiting"])
      await #expect(throws: Refusal.self) { try await confirm(first) }
      let late = try await code()
      clock.advance(by: .seconds(86_400))
      await #expect(throws: Refusal.self) { try await confirm(late) }
      let address = try await database.write {
        try AskConfirmationAgain(domain: settings.domain).perform(by: Cast.unitHead, in: $0)
      }
      #expect(address == "thang2@vi-du.vn")
      await #expect(throws: Refusal.self) {
        try await database.write { _ = try AskConfirmationAgain(domain: "a").perform(by: Cast.unitHead, in: $0) }
      }
      let letter = try #require(
        try await database.write { transaction in
          try MailStore(transaction).dueIDs(limit: 5).first.flatMap { try MailStore(transaction).begin($0) }
        })
      let body = MailText(mail: letter, settings: settings, now: clock.now).body
      let again = try await code()
      #expect(body.contains("https://vanban.vi-du.vn/tai-khoan/thong-bao/xac-nhan?ma=\(again)\n"))
      try await confirm(again)
      try await database.tell(.workGiven, [.post(Cast.unitHead.post)], by: Cast.leader)
      clock.advance(by: .seconds(14))
      try await database.gather()
      #expect(try await database.mails().contains("thang2@vi-du.vn news 1 waiting"))
    }
  }

  @Test("the day's letter goes once, at the start of work of a working day, with what is unread") func digest()
    async throws
  {
    // Saturday 07/11/2026, then Monday.
    let saturday = Day(number: 20_764)
    let clock = TestClock(Instant(saturday, hour: 9))
    try await withNotifications(clock: clock) { database in
      let agency = Cast.officerInCharge.agency
      func write() async throws {
        try await database.write { try DailyDigest.write(agency, settings, in: $0) }
      }
      try await database.wish(Cast.officerInCharge)
      try await database.tell(.workToRead, [.post(Cast.officerInCharge.post)])
      try await database.tell(.deadlineNears, [.post(Cast.officerInCharge.post)])
      try await database.tell(.workGiven, [.post(Cast.officerInCharge.post)])
      try await write()
      clock.set(Instant(saturday + 2, hour: 7, minute: 29))
      try await write()
      #expect(try await database.mails() == [], "not on a day off, not before the hour")
      clock.set(Instant(saturday + 2, hour: 7, minute: 30))
      try await database.tell(.workToRead, [.post(Cast.officerInCharge.post)])
      try await write()
      try await write()
      let own = "nguoi\(Cast.officerInCharge.person)@vi-du.vn"
      #expect(try await database.mails() == ["\(own) digest 1 waiting"], "a day back at first; work given goes at once")
      clock.set(Instant(saturday + 3, hour: 8))
      try await database.tell(.workToRead, [.post(Cast.officerInCharge.post)])
      try await database.write { try ReadAllNotifications().perform(by: Cast.officerInCharge, in: $0) }
      try await write()
      #expect(try await database.mails().count == 1, "what was read needs no letter")
    }
  }

  @Test("a letter is tried again later and later, then given up; a refused one at once; both can be put back")
  func attempts() async throws {
    let clock = TestClock()
    try await withNotifications(clock: clock) { database in
      try await database.wish(Cast.unitHead)
      try await database.write { transaction in
        let preferences = try PreferenceStore(transaction).preferences(of: Cast.unitHead.person)
        try MailStore(transaction).add(.news, count: 1, to: preferences, domain: "vi-du.vn")
      }
      let id = try #require(try await database.read { try MailStore($0).dueIDs(limit: 5) }.first)
      var messageIDs: Set<String> = []
      for attempt in 1...13 {
        let mail = try #require(try await database.write { try MailStore($0).begin(id) })
        #expect(mail.attempts == attempt)
        messageIDs.insert(mail.messageID)
        #expect(try await database.write { try MailStore($0).begin(id) } == nil, "one attempt at a time")
        try await database.write { try MailStore($0).end(mail, .troubled("xa quá")) }
        clock.advance(by: .seconds(86_400 + 60))
      }
      #expect(messageIDs.count == 1, "the same letter however often")
      #expect(try await database.mails().map { $0.hasSuffix("failed") } == [true])
      let health = try await database.read { try MailStore($0).healthForOperations() }
      #expect(health.failed == 1 && health.lastError == "xa quá")
      await #expect(throws: Refusal.self) {
        try await database.write { _ = try RetryMails().perform(by: Cast.officerInCharge, in: $0) }
      }
      try await database.write { _ = try RetryMails().perform(by: Cast.administrator, in: $0) }
      let again = try #require(try await database.write { try MailStore($0).begin(id) })
      try await database.write { try MailStore($0).end(again, .refused("mã 550")) }
      #expect(try await database.mails().map { $0.hasSuffix("failed") } == [true])
    }
  }

  @Test("an attempt that ended with the machine is made again, after a while") func killed() async throws {
    let clock = TestClock()
    try await withNotifications(clock: clock) { database in
      try await database.wish(Cast.unitHead)
      try await database.write { transaction in
        let preferences = try PreferenceStore(transaction).preferences(of: Cast.unitHead.person)
        try MailStore(transaction).add(.news, count: 1, to: preferences, domain: "vi-du.vn")
      }
      let id = try #require(try await database.read { try MailStore($0).dueIDs(limit: 5) }.first)
      let first = try #require(try await database.write { try MailStore($0).begin(id) })
      #expect(try await database.read { try MailStore($0).dueIDs(limit: 5) } == [])
      clock.advance(by: .seconds(121))
      let second = try #require(try await database.write { try MailStore($0).begin(id) })
      #expect(first.messageID == second.messageID && second.attempts == 2)
    }
  }

  @Test("addresses that could be read as more than one are refused") func addresses() async throws {
    for good in ["hoant@tongcuc.gov.vn", "a.b-c+d@x.vn", "van.thu@localhost"] {
      #expect(MailAddress.isUsable(good), "\(good)")
    }
    for bad in [
      "", "hoa", "hoa@", "@x.vn", "a@b@c.vn", "a b@c.vn", "a@c", "a\r\nBcc: x@y.vn", "<a@b.vn>", "a,b@c.vn", "-a@b.vn",
      "a@.vn", "a@vn.", "\"a\"@b.vn", String(repeating: "a", count: 255) + "@b.vn", "hòa@b.vn",
    ] { #expect(!MailAddress.isUsable(bad), "\(bad)") }
    try await withNotifications { database in
      await #expect(throws: Refusal.self) { try await database.wish(Cast.unitHead, address: "hoa@") }
      try await database.wish(Cast.unitHead)
      await #expect(throws: Refusal.self, "saved meanwhile") {
        try await database.write {
          try SavePreferences(address: "", mails: [:], formVersion: 0).perform(by: Cast.unitHead, in: $0)
        }
      }
    }
  }

  @Test("a letter holds how many and where, in lines that every server takes") func text() {
    let mail = Mail(
      id: Mail.ID(8), person: PersonID(1), address: "a@vi-du.vn", kind: .digest,
      lines: ["Việc sắp đến hạn: 2", "Văn bản gửi tôi để biết: 1"], count: 3, messageID: "8.x@vi-du.vn", attempts: 1,
      createdAt: TestClock().now)
    let text = MailText(mail: mail, settings: settings, now: TestClock().now).text
    #expect(text.contains("Date: Thu, 5 Nov 2026 08:30:00 +0700\r\n"))
    #expect(text.contains("Message-ID: <8.x@vi-du.vn>\r\n"))
    #expect(text.components(separatedBy: "\r\n").allSatisfy { $0.utf8.count <= 78 && $0.utf8.allSatisfy { $0 < 0x80 } })
    let parts = text.components(separatedBy: "\r\n\r\n")
    let body = Data(base64Encoded: parts[1].replacingOccurrences(of: "\r\n", with: "")) ?? Data()
    let words = String(decoding: body, as: UTF8.self)
    for expected in ["3 thông báo", "Việc sắp đến hạn: 2", "https://vanban.vi-du.vn/thong-bao\r\n"] {
      #expect(words.contains(expected), "\(words)")
    }
  }

  @Test(
    "what the server's answer means",
    arguments: [
      (0, 250, true, false), (55, 550, false, true), (55, 535, false, false), (55, 451, false, false),
      (56, 552, false, true), (7, 0, false, false), (67, 535, false, false), (60, 0, false, false),
    ]) func judging(status: Int32, response: Int, isSent: Bool, isRefused: Bool)
  {
    switch MailCourier.judged(status: status, response: response) {
    case .sent: #expect(isSent)
    case .refused: #expect(isRefused)
    case .troubled(let why): #expect(!isSent && !isRefused && !why.isEmpty)
    }
  }
}
