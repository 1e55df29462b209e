import Database
import FilePlans
import Kernel
import Organization
import TestSupport
import Testing

@testable import Dossiers

extension DossierTemplate.Facts {
  /// Appraisal of a project: three things that must be there, one that is wished for.
  static func example(_ name: String = "Thẩm định đề án") -> DossierTemplate.Facts {
    DossierTemplate.Facts(
      name: name, use: "Có đề án gửi tới", heading: "Vụ Khoáng sản", retention: .years(20),
      contents: [
        ExpectedContent(name: "Công văn đề nghị", typeKey: "congVan", direction: .incoming),
        ExpectedContent(name: "Biên bản họp thẩm định", typeKey: "bienBan"),
        ExpectedContent(name: "Quyết định phê duyệt", typeKey: "quyetDinh", direction: .outgoing),
        ExpectedContent(name: "Ảnh hiện trường", direction: .file, isRequired: false, isMany: true),
      ])
  }
}

extension Database {
  @discardableResult func template(
    _ facts: DossierTemplate.Facts = .example(), unit: UnitID? = nil, by actor: Actor = Cast.headOfOffice
  ) async throws -> DossierTemplate {
    try await write { try MakeDossierTemplate(facts, unit: unit).perform(by: actor, in: $0) }
  }
}

@Suite("HS-03 mẫu hồ sơ") struct DossierTemplateTests {
  private static let cast: [(String, Actor, agency: Bool, own: Bool)] = [
    ("chánh văn phòng", Cast.headOfOffice, true, true), ("lưu trữ", Cast.archivist, true, true),
    ("lãnh đạo đơn vị", Cast.unitHead, false, true), ("văn thư đơn vị", Cast.unitClerk, false, false),
    ("chuyên viên", Cast.officerInCharge, false, false), ("văn thư", Cast.registryClerk, false, false),
    ("đơn vị khác", Cast.officerOfAnotherUnit, false, false), ("lãnh đạo", Cast.leader, false, false),
    ("quản trị", Cast.administrator, false, false), ("cơ quan khác", Cast.clerkOfAnotherAgency, false, false),
  ]

  /// Every act × every role of the cast, on a template of the agency and on one of the unit.
  @Test func isKeptByWhoAnswersForIt() async throws {
    try await withFiling { database in
      for (name, actor, agency, own) in Self.cast {
        for (unit, allowed) in [(nil, agency), (Cast.unitHead.unit, own)] as [(UnitID?, Bool)] {
          let there = try await database.template(.example("\(name) \(allowed)"), unit: unit)
          let acts: [(String, @Sendable (any Transaction) throws -> Void)] = [
            ("lập", { _ = try MakeDossierTemplate(.example("Khác \(name)"), unit: unit).perform(by: actor, in: $0) }),
            (
              "sửa",
              {
                try ChangeDossierTemplate(there.id, .example("Mới \(name) \(allowed)"), formVersion: 1)
                  .perform(by: actor, in: $0)
              }
            ),
            (
              "ngừng",
              {
                try SwitchDossierTemplate(there.id, isInUse: false, formVersion: allowed ? 2 : 1).perform(
                  by: actor, in: $0)
              }
            ),
          ]
          for (act, perform) in acts {
            let isRefused: Bool
            do {
              try await database.write { try perform($0) }
              isRefused = false
            } catch let refusal as Refusal {
              isRefused = true
              #expect([.forbidden, .notFound].contains(refusal.kind), "\(name) \(act): \(refusal.message)")
            }
            // Another agency makes templates of its own only if it has the role.
            #expect(isRefused == !allowed, "\(name) \(act) \(unit == nil ? "chung" : "đơn vị")")
          }
        }
      }
    }
  }

  @Test func comesBackAsItWasWrittenAndKeepsItsVersion() async throws {
    try await withFiling { database in
      let made = try await database.template()
      func find() async throws -> DossierTemplate {
        try await database.read { try DossierTemplateStore($0).find(made.id, visibleTo: Cast.officerInCharge) }
      }
      #expect(try await find() == made)
      var facts = made.facts
      facts.contents.swapAt(0, 1)
      facts.contents.removeLast()
      try await database.write { [facts] in
        try ChangeDossierTemplate(made.id, facts, formVersion: 1).perform(by: Cast.archivist, in: $0)
      }
      #expect(try await find().facts == facts)
      let stale = await #expect(throws: Refusal.self) {
        try await database.write {
          try ChangeDossierTemplate(made.id, .example("Khác"), formVersion: 1).perform(by: Cast.archivist, in: $0)
        }
      }
      #expect(stale?.kind == .conflict)
      await #expect(throws: DossierTemplateAccess.missing) {
        try await database.read { _ = try DossierTemplateStore($0).find(made.id, visibleTo: Cast.clerkOfAnotherAgency) }
      }
    }
  }

  @Test func isOfferedToItsOwnersWhileItIsInUse() async throws {
    try await withFiling { database in
      let whole = try await database.template()
      let own = try await database.template(.example("Riêng của Vụ"), unit: Cast.unitHead.unit, by: Cast.unitHead)
      func usable(_ actor: Actor) async throws -> Set<String> {
        Set(try await database.read { try DossierTemplateStore($0).usable(by: actor) }.map(\.facts.name))
      }
      #expect(try await usable(Cast.officerInCharge) == [whole.facts.name, own.facts.name])
      #expect(try await usable(Cast.officerOfAnotherUnit) == [whole.facts.name])
      #expect(try await usable(Cast.clerkOfAnotherAgency) == [])
      try await database.write {
        try SwitchDossierTemplate(whole.id, isInUse: false, formVersion: 1).perform(by: Cast.headOfOffice, in: $0)
      }
      #expect(try await usable(Cast.officerOfAnotherUnit) == [])
      // Its name is free again; taking it up would give two of one name.
      try await database.template()
      let twice = await #expect(throws: Refusal.self) {
        try await database.write {
          try SwitchDossierTemplate(whole.id, isInUse: true, formVersion: 2).perform(by: Cast.headOfOffice, in: $0)
        }
      }
      #expect(twice?.messages(at: DossierTemplateField.name).isEmpty == false)
    }
  }

  @Test func refusesWhatIsWrongAtItsLine() async throws {
    try await withFiling { database in
      let facts = DossierTemplate.Facts(
        name: "",
        contents: [
          ExpectedContent(name: "Tờ trình"), ExpectedContent(name: "Tờ trình"),
          ExpectedContent(name: "Khác", typeKey: "khongCo"),
        ])
      let refusal = await #expect(throws: Refusal.self) {
        try await database.write {
          try MakeDossierTemplate(facts, unit: nil).perform(by: Cast.headOfOffice, at: { "dòng \($0)" }, in: $0)
        }
      }
      #expect(refusal?.reasons.map(\.field) == [DossierTemplateField.name, "dòng 1", "dòng 2"])
      let empty = await #expect(throws: Refusal.self) {
        try await database.template(.init(name: "Trống", contents: []))
      }
      #expect(empty?.reasons.count == 1)
    }
  }
}
