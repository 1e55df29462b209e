import Database
import IncomingDocuments
import Kernel
import Organization
import TestSupport
import Testing
import Work

/// One form of handling, brought to where it can be sent.
private struct Pressed: Sendable, CustomStringConvertible {
  var description: String
  var actor: Actor
  /// Last word of the act's address.
  var word: String
  var typed: [String: String]
  /// Line of the audit trail that it writes.
  var code: String
  /// What must have happened before, in the order of `DoubleClickTests.way`.
  var after: Int
  /// And besides.
  var prepare: @Sendable (TestApp, String) async throws -> Void = { _, _ in }
  /// Under the document's address, where its form stands; nil: the form has a page of its own.
  var page: String?
}

@Suite("DEN-11 DEN-13 bấm hai lần không làm hai lần") struct DoubleClickTests {
  private static let reason = ["ly-do": "Giao nhầm"]
  private static let pressed: [Pressed] = [
    Pressed(
      description: "present", actor: Cast.registryClerk, word: "trinh", typed: ["vai-p\(Cast.leader.post)": "1"],
      code: "incomingDocument.presented", after: 0),
    Pressed(
      description: "direct", actor: Cast.leader, word: "but-phe", typed: ["y-kien": "Giao Vụ KS", "vai-u105": "lead"],
      code: "incomingDocument.directed", after: 1),
    Pressed(
      description: "recall", actor: Cast.leader, word: "thu-hoi", typed: reason, code: "incomingDocument.workRecalled",
      after: 2),
    Pressed(
      description: "return", actor: Cast.unitHead, word: "tra-lai", typed: reason,
      code: "incomingDocument.workReturned", after: 2),
    Pressed(
      description: "assign", actor: Cast.unitHead, word: "phan-cong",
      typed: ["vai-p\(Cast.officerInCharge.post)": "lead"], code: "incomingDocument.assigned", after: 2),
    Pressed(
      description: "complete", actor: Cast.unitHead, word: "ket-qua", typed: ["ket-qua": "Đã trả lời"],
      code: "incomingDocument.workCompleted", after: 2),
    Pressed(
      description: "urge", actor: Cast.leader, word: "don-doc", typed: ["y-kien": "Đề nghị báo cáo"],
      code: "incomingDocument.urged", after: 2),
    Pressed(
      description: "ask an opinion", actor: Cast.unitHead, word: "xin-y-kien",
      typed: ["y-kien": "Có vướng gì không?", "vai-u106": "1"], code: "incomingDocument.opinionAsked", after: 2),
    Pressed(
      description: "give an opinion", actor: Cast.headOfTwo, word: "y-kien", typed: ["dong-y": "agree"],
      code: "incomingDocument.opinionGiven", after: 2,
      prepare: { app, path in
        let head = try await app.signedIn(as: Cast.unitHead)
        _ = try await head.send(
          try await head.get(path).act("xin-y-kien"), ["y-kien": "Có vướng gì không?", "vai-u106": "1"])
      }),
    Pressed(
      description: "ask for more time", actor: Cast.unitHead, word: "xin-gia-han",
      typed: ["han": "31/12/2099", "ly-do": "Chờ số liệu"], code: "incomingDocument.extensionAsked", after: 2,
      prepare: { app, path in
        let leader = try await app.signedIn(as: Cast.leader)
        _ = try await leader.send(
          try await leader.get(path).act("doi-han"), ["han": "30/12/2099", "ly-do": "Đặt hạn"])
      }),
    Pressed(
      description: "set a deadline", actor: Cast.leader, word: "doi-han",
      typed: ["han": "30/12/2099", "ly-do": "Đặt hạn"], code: "incomingDocument.deadlineSet", after: 2),
    Pressed(
      description: "hand over", actor: Cast.officerInCharge, word: "ban-giao",
      typed: ["noi-nhan": "\(Cast.unitClerk.post)", "ly-do": "Đi công tác"], code: "incomingDocument.workHandedOver",
      after: 2,
      prepare: { app, path in
        let head = try await app.signedIn(as: Cast.unitHead)
        _ = try await head.send(
          try await head.get(path).act("phan-cong"), ["vai-p\(Cast.officerInCharge.post)": "lead"])
      }),
    Pressed(
      description: "change the lead", actor: Cast.leader, word: "doi-chu-tri",
      typed: ["noi-nhan": "u106", "ly-do": "Đúng chức năng"], code: "incomingDocument.leadReplaced", after: 2),
    Pressed(
      description: "by rule", actor: Cast.registryClerk, word: "theo-quy-tac", typed: [:],
      code: "incomingDocument.sentByRule", after: 0,
      prepare: { app, _ in
        var terms = PresentingRule.Terms()
        (terms.name, terms.subjectWords, terms.basis) = ("Đá vôi", "đá vôi", "Quy chế làm việc, điều 12")
        terms.holder = .unit(ExampleBody.mineralsUnit)
        try await app.database.write { [terms] in _ = try LayRule(terms: terms).perform(by: Cast.leader, in: $0) }
      }, page: "/trinh"),
    Pressed(
      description: "pass the paper on", actor: Cast.registryClerk, word: "ban-giay",
      typed: ["nguoi-nhan": Principal.unit(ExampleBody.mineralsUnit).token], code: "incomingDocument.paperPassed",
      after: 2, page: "/ban-giay"),
    Pressed(
      description: "reopen", actor: Cast.leader, word: "mo-lai", typed: reason, code: "incomingDocument.workReopened",
      after: 3),
  ]

  @Test("the same form sent twice, one after the other and at the same moment", arguments: pressed.indices)
  func twice(index: Int) async throws {
    let act = Self.pressed[index]
    try await withApp { app in
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      for isAtOnce in [false, true] {
        let path = try await clerk.register(usualLetter.merging(["numberText": isAtOnce ? "901" : "902"]) { $1 })
        for step in Self.way.prefix(act.after) { try await step(app, path) }
        try await act.prepare(app, path)
        let browser = try await app.signedIn(as: act.actor)
        let shown = try await browser.get(path + (act.page ?? ""))
        let address = try shown.act(act.word)
        let form = try ShownForm(address, on: act.page == nil ? try await browser.get(address) : shown)
          .typing(act.typed)
        let before = try await app.lines(act.code)
        let statuses: [Int]
        if isAtOnce {
          let cookies = browser.cookies
          async let one = app.press(form, cookies)
          async let other = app.press(form, cookies)
          statuses = try await [one, other].sorted()
        } else {
          statuses = try await [browser.submit(form).status, browser.submit(form).status]
        }
        #expect(statuses == [303, 303] || (isAtOnce && statuses == [303, 409]), "\(act): \(statuses)")
        #expect(try await app.lines(act.code) == before + 1, "\(act), at once: \(isAtOnce)")
      }
    }
  }

  @Test("work is accepted once: the second press is told so") func accepted() async throws {
    try await withApp { app in
      let path = try await app.directed(1)[0]
      let head = try await app.signedIn(as: Cast.unitHead)
      let page = try await head.get(path)
      let form = try ShownForm(try page.act("nhan"), on: page)
      _ = try await head.submit(form).requireLocation()
      let again = try await head.submit(form)
      try again.requireStatus(409)
      try again.requireText("«Đang xử lý»")
      #expect(try await app.lines("incomingDocument.accepted") == 1)
    }
  }

  private static let way: [@Sendable (TestApp, String) async throws -> Void] = [
    { app, path in
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      _ = try await clerk.send(path + "/trinh", ["vai-p\(Cast.leader.post)": "1"])
    },
    { app, path in
      let leader = try await app.signedIn(as: Cast.leader)
      _ = try await leader.send(path + "/but-phe", ["y-kien": "Giao Vụ KS", "vai-u105": "lead"])
    },
    { app, path in
      let head = try await app.signedIn(as: Cast.unitHead)
      _ = try await head.send(try await head.get(path).act("ket-qua"), ["ket-qua": "Đã trả lời"])
    },
  ]
}

extension TestApp {
  /// Sends it from a tab of its own; gives the status.
  fileprivate func press(_ form: ShownForm, _ cookies: [String: String]) async throws -> Int {
    try await Browser(client, cookies: cookies).submit(form).status
  }

  /// Lines of the audit trail with this code.
  fileprivate func lines(_ code: String) async throws -> Int {
    try await database.read {
      try $0.rows("SELECT COUNT(*) AS n FROM audit_entries WHERE code = \(code)")[0].get("n")
    }
  }
}
