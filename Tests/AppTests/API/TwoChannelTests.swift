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
      let places = try await app.givenPlaces(for: act).merging(app.draftPlaces(for: act)) { $1 }
        .merging(app.outgoingPlaces(for: act)) { $1 }
      func filled(_ text: String) -> String {
        let known = text.replacing("{document}", with: document).replacing("{unit}", with: "\(unit)")
        return places.reduce(known) { $0.replacing($1.key, with: $1.value) }
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
        app.count("work_items"),
        app.count("directives"), app.count("work_notes"), app.count("drafts"), app.count("draft_versions"),
        app.count("draft_checks"), app.count("draft_opinions"), app.count("draft_approvals"),
        app.count("outgoing_documents"), app.count("outgoing_recipients"), app.count("outgoing_files"),
        app.count("number_reservations"), app.count("document_relations"), app.count("reply_requests"),
        app.count("packets"), app.count("returned_papers"), app.count("document_copies"),
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
    var form = try ShownForm(filled(act.action), on: page).typing(act.typed.mapValues(filled))
    if act.isStale { form["phien-ban"] = "7" }
    let answer = try await submit(form, files: act.files)
    return (answer.status, [answer.words])
  }
}

extension Program {
  fileprivate func perform(_ act: TwoChannelAct, _ filled: (String) -> String) async throws -> Answer {
    let path = filled(act.path)
    let wanted = act.body.filled(filled)
    if !act.files.isEmpty { return try await upload(path, wanted, files: act.files, version: act.version) }
    guard let version = act.version else { return try await create(path, wanted) }
    let body = wanted == .null ? nil : wanted
    var headers: HTTPFields = [.ifMatch: "\"\(version)\""]
    if act.method == .post { headers[.idempotencyKey] = "viec-\(act.path.utf8.count)-\(version)" }
    return try await send(act.method, path, body, headers: headers)
  }
}

extension JSONValue {
  /// With keys where places stand for them.
  fileprivate func filled(_ fill: (String) -> String) -> JSONValue {
    switch self {
    case .text(let text) where text.hasPrefix("{"):
      Int64(fill(text)).map(JSONValue.integer) ?? .text(fill(text))
    case .list(let values): .list(values.map { $0.filled(fill) })
    case .object(let members): .object(members.map { .init($0.name, $0.value.filled(fill)) })
    default: self
    }
  }
}

extension TwoChannelAct {
  /// What the head of the unit does with the given work, so that somebody else has something to answer.
  fileprivate static let asked: [String: (act: String, typed: [String: String])] = [
    "{opinion}": ("xin-y-kien", ["y-kien": "Có vướng gì không?", "vai-u106": "1"]),
    "{extension}": ("xin-gia-han", ["han": "25/11/2026", "ly-do": "Chờ số liệu"]),
    "{officer}": ("phan-cong", ["vai-p1009": "lead", "y-kien": "Soạn trả lời"]),
  ]
}

extension TestApp {
  /// What stands for the work that an act is about; made only for acts that ask for it.
  fileprivate func givenPlaces(for act: TwoChannelAct) async throws -> [String: String] {
    var places: [String: String] = [:]
    for (document, item, number, isDone) in [("{given}", "{item}", "901", false), ("{ended}", "{done}", "902", true)]
    where act.path.contains(item) || (!isDone && TwoChannelAct.asked.keys.contains { act.path.contains($0) }) {
      let clerk = try await signedIn(as: Cast.registryClerk)
      let path = try await clerk.register(usualLetter.merging(["numberText": number]) { $1 })
      let id = String(path.dropFirst("/van-ban-den/".count))
      let leader = try await signedIn(as: Cast.leader)
      _ = try await leader.send(
        path + "/but-phe", ["y-kien": "Giao Vụ KS", "vai-u105": "lead", "han-u105": "20/11/2026"])
      if isDone {
        let head = try await signedIn(as: Cast.unitHead)
        _ = try await head.send(try await head.get(path).act("ket-qua"), ["ket-qua": "Đã trả lời"])
      }
      let key: Int64 = try await database.read { transaction in
        let document = Int64(id) ?? 0
        return try transaction.rows(
          "SELECT id FROM work_items WHERE subject_number = \(document) AND role = 'lead'")[0].get("id")
      }
      (places[document], places[item]) = (id, "\(key)")
    }
    for (item, asked) in TwoChannelAct.asked where act.path.contains(item) {
      let path = "/van-ban-den/\(places["{given}"] ?? "")/viec/\(places["{item}"] ?? "")"
      let head = try await signedIn(as: Cast.unitHead)
      _ = try await head.send("\(path)/\(asked.act)", asked.typed)
      let key: Int64 = try await database.read { transaction in
        try transaction.rows("SELECT MAX(id) AS id FROM work_items")[0].get("id")
      }
      places[item] = "\(key)"
    }
    if act.path.contains("{mail}") {
      let clerk = try await signedIn(as: Cast.registryClerk)
      let path = try await clerk.register(usualLetter.merging(["numberText": "903", "channel": "email"]) { $1 })
      places["{mail}"] = String(path.dropFirst("/van-ban-den/".count))
    }
    return places
  }

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
