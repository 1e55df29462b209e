import Database
import FilePlans
import Kernel
import Organization
import TestSupport
import Testing

@testable import Dossiers

extension Database {
  fileprivate func expected(_ dossier: Dossier.ID) async throws -> [DossierExpectation] {
    try await read { try DossierExpectationStore($0).list(of: dossier) }
  }

  fileprivate func say(
    _ verdict: SettleExpectation.Verdict, of name: String, in dossier: Dossier.ID,
    by actor: Actor = Cast.officerInCharge
  ) async throws {
    let line = try await expected(dossier).first { $0.content.name == name }
    let id = try #require(line).id
    try await write { try SettleExpectation(id, of: dossier, verdict).perform(by: actor, in: $0) }
  }

  /// Opened by a template with these lines.
  fileprivate func opened(_ contents: [ExpectedContent], name: String = "Kiểm kê") async throws -> Dossier {
    let template = try await template(.init(name: name, contents: contents))
    let act = OpenDossier(.example(day: TestClock().now.day - 30), template: template.id)
    return try await write { try act.perform(by: Cast.officerInCharge, flows: flows, in: $0) }
  }
}

@Suite("HS-03 HS-05 còn thiếu gì trong hồ sơ") struct ExpectedContentTests {
  private static let letter = ExpectedContent(
    name: "Công văn về kiểm kê trữ lượng", typeKey: "congVan", direction: .incoming)
  private static let minutes = ExpectedContent(name: "Biên bản họp", typeKey: "bienBan")
  private static let photos = ExpectedContent(
    name: "Ảnh hiện trường", direction: .file, isRequired: false, isMany: true)

  @Test func whatIsFiledIsTakenForItsLineAndCountedOnce() async throws {
    try await withFiling { database in
      let dossier = try await database.opened([Self.letter, Self.minutes, Self.photos])
      #expect(dossier.missing == 2)
      let filed = try await database.write { [letter = try await database.letter()] in
        try FileIntoDossier(letter, dossier: dossier.id).perform(by: Cast.officerInCharge, flows: flows, in: $0)
      }
      #expect(filed.content == Self.letter.name)
      // A second one finds the line met; it lies in the dossier all the same.
      try await database.file(try await database.letter("153"), in: dossier.id)
      let lines = try await database.expected(dossier.id)
      #expect(lines.map(\.isMet) == [true, false, false])
      #expect(lines[0].pairings.map(\.reason) == ["loại Công văn, có chữ «kiểm kê trữ lượng»"])
      #expect(lines.missingText == "1: Biên bản họp")
      #expect(try await database.dossier(dossier.id).missing == 1)
      // Several photos are all of one line.
      for letter in ["a", "b"] as [Character] {
        try await database.write {
          _ = try AddDossierFiles(
            dossier.id, [.init(.example(letter))], title: "Ảnh hiện trường mỏ", datedOn: nil, isVouchedOpen: true
          ).perform(by: Cast.officerInCharge, in: $0)
        }
      }
      #expect(try await database.expected(dossier.id)[2].pairings.count == 2)
    }
  }

  @Test func theDossierKeepsItsOwnList() async throws {
    try await withFiling { database in
      let dossier = try await database.opened([Self.letter, Self.minutes])
      let template = try await database.read { try DossierTemplateStore($0).usable(by: Cast.officerInCharge)[0] }
      try await database.write {
        try ChangeDossierTemplate(template.id, .init(name: "Kiểm kê", contents: [Self.photos]), formVersion: 1)
          .perform(by: Cast.headOfOffice, in: $0)
      }
      #expect(try await database.expected(dossier.id).map(\.content) == [Self.letter, Self.minutes])
      // Laid down again, what is not there yet is added, and what lies there is recognized.
      try await database.write {
        let laid = try LayDossierTemplate(template.id, on: dossier.id)
          .perform(by: Cast.officerInCharge, flows: flows, in: $0)
        #expect(laid.added == 1)
      }
      #expect(try await database.expected(dossier.id).map(\.content) == [Self.letter, Self.minutes, Self.photos])
    }
  }

  @Test func whatSomebodyTookAwayIsNotProposedAgain() async throws {
    try await withFiling { database in
      let dossier = try await database.opened([Self.letter, Self.minutes])
      try await database.file(try await database.letter(), in: dossier.id)
      let item = try await database.lines(dossier.id)[0].item
      try await database.say(.unpair(item.id), of: Self.letter.name, in: dossier.id)
      #expect(try await database.dossier(dossier.id).missing == 2)
      try await database.write {
        try ExpectContent(Self.photos, in: dossier.id).perform(by: Cast.officerInCharge, flows: flows, in: $0)
      }
      #expect(try await database.expected(dossier.id).map(\.isMet) == [false, false, false])
      // By hand it stands for another line, and then for that one alone.
      try await database.say(.pair(1), of: Self.minutes.name, in: dossier.id)
      #expect(try await database.expected(dossier.id).map(\.isMet) == [false, true, false])
      try await database.say(.pair(1), of: Self.letter.name, in: dossier.id)
      #expect(try await database.expected(dossier.id).map(\.isMet) == [true, false, false])
      // Taken out, it is missing again.
      try await database.write {
        _ = try TakeOutOfDossier(item.id, of: dossier.id, reason: "Nhầm hồ sơ")
          .perform(by: Cast.officerInCharge, flows: flows, in: $0)
      }
      #expect(try await database.dossier(dossier.id).missing == 2)
      let none = await #expect(throws: Refusal.self) {
        try await database.say(.pair(1), of: Self.letter.name, in: dossier.id)
      }
      #expect(none?.messages(at: DossierField.item).isEmpty == false)
    }
  }

  @Test func isNotClosedOverWhatIsMissing() async throws {
    try await withFiling { database in
      let dossier = try await database.opened([Self.letter, Self.minutes, Self.photos])
      try await database.file(try await database.letter(), in: dossier.id)
      func close() async throws -> Dossier {
        let act = CloseDossier(
          dossier.id, retention: .years(5), endedOn: nil, isReviewed: false, formVersion: dossier.version)
        return try await database.write { try act.perform(by: Cast.officerInCharge, flows: flows, in: $0) }
      }
      let refusal = await #expect(throws: Refusal.self) { try await close() }
      #expect(
        refusal?.reasons.map(\.message) == [
          "Còn thiếu «Biên bản họp»: đưa vào hồ sơ, hoặc ghi «không có, vì …»."
        ])
      func listed(_ stage: DossierListing.Stage) async throws -> [Dossier.ID] {
        try await database.read {
          try DossierListStore($0).list(.init(stage: stage), limit: 10, by: Cast.officerInCharge).map(\.id)
        }
      }
      #expect(try await listed(.missing) == [dossier.id])
      await #expect(throws: Refusal.self, "no reason") {
        try await database.say(.excuse(""), of: Self.minutes.name, in: dossier.id)
      }
      try await database.say(.excuse("họp trực tuyến, không lập biên bản"), of: Self.minutes.name, in: dossier.id)
      #expect(try await listed(.missing) == [])
      try await database.say(.takeBackExcuse, of: Self.minutes.name, in: dossier.id)
      await #expect(throws: Refusal.self) { try await close() }
      try await database.say(.strike("không thuộc loại việc này"), of: Self.minutes.name, in: dossier.id)
      let wishes = try await database.read { transaction in
        let found = try FoundDossier.find(dossier.id, by: Cast.officerInCharge, in: transaction)
        return try DossierClosing.read(found, flows, by: Cast.officerInCharge, in: transaction).wishes
      }
      #expect(wishes == [Self.photos.name])
      #expect(try await close().state == .closed)
      // Closed, nothing is said of its lines any more.
      let late = await #expect(throws: Refusal.self) {
        try await database.say(.excuse("muộn"), of: Self.photos.name, in: dossier.id)
      }
      #expect(late?.kind == .conflict)
    }
  }

  /// Every act × every role: filing says what is there, the maker and the unit's head say what must be there.
  @Test func isSaidByWhoMakesTheDossier() async throws {
    try await withFiling { database in
      let dossier = try await database.opened([Self.letter, Self.minutes])
      try await database.file(try await database.letter(), in: dossier.id)
      let cast: [(Kernel.Actor, Set<Dossier.Step>)] = [
        (Cast.officerInCharge, [.change, .fill]), (Cast.unitHead, [.change, .fill]), (Cast.unitClerk, [.fill]),
        (Cast.archivist, []), (Cast.registryClerk, []), (Cast.leader, []), (Cast.officerOfAnotherUnit, []),
        (Cast.clerkOfAnotherAgency, []),
      ]
      for (actor, allowed) in cast {
        for verdict in [.excuse("không họp"), .takeBackExcuse, .pair(1)] as [SettleExpectation.Verdict] {
          var kind: Refusal.Kind?
          do { try await database.say(verdict, of: Self.minutes.name, in: dossier.id, by: actor) } catch let refusal
            as Refusal
          { kind = refusal.kind }
          #expect((kind == nil) == allowed.contains(verdict.step), "\(actor.postTitle), \(verdict)")
          #expect(kind == nil || kind == .forbidden || kind == .notFound, "\(actor.postTitle), \(verdict)")
        }
      }
    }
  }
}

@Suite("HS-04 nhận ra văn bản theo loại, nguồn, chữ của tiêu đề") struct ContentMatchingTests {
  private func line(
    _ id: Int64, _ name: String, _ type: String = "", _ direction: ExpectedContent.Direction = .any
  ) -> DossierExpectation {
    DossierExpectation(
      id: .init(id), dossier: .init(1), place: Int(id), content: .init(name: name, direction: direction), typeName: type
    )
  }

  @Test(
    arguments: [
      ("Quyết định", ExpectedContent.Direction.outgoing, "Về việc phê duyệt đề án thăm dò", 3),
      ("Quyết định", .outgoing, "Thành lập hội đồng thẩm định", 2), ("Quyết định", .incoming, "Phê duyệt đề án", nil),
      ("Quyết định", .outgoing, "Điều chỉnh dự toán", nil), ("Tờ trình", .outgoing, "Xin kinh phí", 1),
      ("", .file, "Ảnh hiện trường điểm mỏ số 2", 4), ("", .file, "Bản vẽ", nil),
      ("Tờ trình", nil, "Xin kinh phí", nil),
    ] as [(String, ExpectedContent.Direction?, String, Int64?)])
  func finds(type: String, direction: ExpectedContent.Direction?, title: String, expected: Int64?) {
    let lines = [
      line(1, "Tờ trình", "Tờ trình"), line(2, "Quyết định thành lập hội đồng", "Quyết định", .outgoing),
      line(3, "Quyết định phê duyệt", "Quyết định", .outgoing), line(4, "Ảnh hiện trường", "", .file),
    ]
    let content = MatchableContent(item: .init(9), direction: direction, typeName: type, title: title)
    #expect(ContentMatching.best(for: content, among: lines)?.line.id.number == expected)
  }
}
