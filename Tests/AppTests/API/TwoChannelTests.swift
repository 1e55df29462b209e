import Audit
import Database
import HTTPTypes
import Kernel
import Organization
import Testing
import WebAPI

@testable import App

/// How an act is asked for.
enum Channel: String, CaseIterable {
  case form, api
}

/// What an act left behind, by which the channels are compared.
private struct Trace: Equatable, Sendable {
  var isDone: Bool
  /// Lines of the audit trail: code, sentence, changes, person. Of a refused access only the code, since the sentence
  /// names the address.
  var lines: [String]
  var counts: [Int]
}

@Suite("AN-09 DEN-07 một việc, hai đường") struct TwoChannelTests {
  @Test(
    "through a form and through the interface: the same result, the same refusals, the same trail",
    arguments: TwoChannelAct.all)
  func act(_ act: TwoChannelAct) async throws {
    let (form, words, _) = try await run(act, by: .form)
    let (program, reasons, address) = try await run(act, by: .api)
    #expect(form == program)
    #expect(form.isDone == (act.status == 200))
    for reason in reasons where !act.isStale {
      #expect(words.joined(separator: " ").contains(reason), "the form does not say «\(reason)»: \(words)")
    }
    if program.isDone { #expect(address.hasSuffix("(mã truy cập «Phần mềm thử»)"), "\(address)") }
  }

  private func run(_ act: TwoChannelAct, by channel: Channel) async throws -> (Trace, [String], String) {
    let box = TraceBox()
    try await withApp { app in
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      let document = String(try await clerk.register().dropFirst("/van-ban-den/".count))
      let unit = try await app.database.write { transaction in
        try AddUnit(
          agency: Cast.administrator.agency,
          name: DatedName(name: "Tổ công tác tạm thời", validFrom: transaction.now.day),
          details: UnitDetails(kind: .team, abbreviation: "TCT")
        ).perform(by: Cast.administrator, in: transaction)
      }
      func filled(_ text: String) -> String {
        text.replacing("{document}", with: document).replacing("{unit}", with: "\(unit)")
      }
      let browser = try await app.signedIn(as: act.actor)
      let token = try await browser.makeToken()
      let before = try await app.count("audit_entries")
      let (status, words): (Int, [String])
      switch channel {
      case .form: (status, words) = try await browser.perform(act, filled)
      case .api:
        let answer = try await Program(client: app.client, token: token).perform(act, filled)
        (status, words) = (answer.status, answer.status < 400 ? [] : answer.reasons)
      }
      let wanted = channel == .form && act.isStale ? 409 : act.status
      #expect((status == 303 || status == 201 ? 200 : status) == wanted, "\(channel): \(status) \(words)")
      await app.installation.modules.log.flush()
      let (lines, address) = try await app.trail(after: before)
      let counts = try await [
        app.count("incoming_documents"), app.count("incoming_files"), app.count("agencies"), app.count("units"),
        app.count("people"), app.count("posts"), app.count("registers"), app.filesStaged().count,
      ]
      await box.put(Trace(isDone: status < 400, lines: lines, counts: counts), words, address)
    }
    return try await box.take()
  }
}

/// Carries what was seen out of the app's closure.
private actor TraceBox {
  private var seen: (Trace, [String], String)?

  func put(_ trace: Trace, _ words: [String], _ address: String) { seen = (trace, words, address) }

  func take() throws -> (Trace, [String], String) { try #require(seen) }
}

extension Browser {
  fileprivate func perform(_ act: TwoChannelAct, _ filled: (String) -> String) async throws -> (Int, [String]) {
    let page = try await get(filled(act.page))
    guard page.status == 200 else { return (page.status, [page.words]) }
    var form = try ShownForm(filled(act.action), on: page).typing(act.typed)
    if act.isStale { form["phien-ban"] = "7" }
    let answer = try await submit(form, files: act.files)
    return (answer.status, [answer.words])
  }
}

extension Program {
  fileprivate func perform(_ act: TwoChannelAct, _ filled: (String) -> String) async throws -> Answer {
    let path = filled(act.path)
    if !act.files.isEmpty { return try await upload(path, act.body, files: act.files, version: act.version) }
    guard let version = act.version else { return try await create(path, act.body) }
    return try await change(act.method, path, act.body, version: version)
  }
}

extension TestApp {
  /// Acts and refusals written after the first `count` lines, and the address of the last of them.
  fileprivate func trail(after count: Int) async throws -> ([String], String) {
    try await database.read { transaction in
      let rows = try transaction.rows(
        """
        SELECT code, kind, sentence, changes, person_name, record_code, address FROM audit_entries
        WHERE kind <> 'access' ORDER BY id
        """
      ).dropFirst(count)
      let lines = try rows.map { row in
        let code: String = try row.get("code")
        if code == "access.refused" { return code }
        // Members of a JSON object have no order of their own.
        let changes = try row.find("changes", as: String.self).flatMap { JSONValue(reading: Array($0.utf8)) }
        let parts: [String?] = try ["sentence", "person_name", "record_code"].map { try row.find($0) }
        return ([code] + parts.map { $0 ?? "-" }).joined(separator: " | ") + " | \(changes ?? .null)"
      }
      return (lines, try rows.last?.get("address") ?? "")
    }
  }
}
