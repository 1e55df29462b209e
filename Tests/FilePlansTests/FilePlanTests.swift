import Database
import Documents
import Kernel
import Organization
import TestSupport
import Testing

@testable import FilePlans

@Suite("HS-01 HS-02 danh mục hồ sơ") struct FilePlanTests {
  @Test("a unit proposes, the archivist arranges, the head approves, the registry issues: numbers stand for good")
  func wholeWay() async throws {
    try await withPlans { database in
      let plan = try await database.makePlan()
      #expect(try await database.unread(Cast.unitHead) == 1)
      let personnel = try await database.heading(plan, "Tổ chức cán bộ", "TCCB")
      let minerals = try await database.heading(plan, "Khoáng sản", "KS")
      let permits = try await database.heading(plan, "Cấp phép", under: minerals)
      try await database.entry(plan, permits, .example("Cấp phép thăm dò", .permanent), by: Cast.officerInCharge)
      try await database.entry(plan, minerals, .example("Tập báo cáo"), by: Cast.unitClerk)
      try await database.entry(plan, personnel, .example("Tuyển dụng"))
      // Lines directly under a big heading come before those of its small ones.
      #expect(
        try await database.notations(plan) == ["01.TCCB Tuyển dụng", "02.KS Tập báo cáo", "03.KS Cấp phép thăm dò"])
      #expect(try await database.outline(plan).lines.allSatisfy(\.isProvisional))

      try await database.take(.propose, plan)
      #expect(try await database.unread(Cast.leader) == 1)
      try await database.take(.approve, plan)
      let issued = try await database.take(.issue, plan)
      #expect(issued.isIssued && issued.round.decisionText == "Quyết định số 45/QĐ-TCTNĐC ngày 05/11/2026")
      #expect(issued.lastNumber == 3)
      let outline = try await database.outline(plan)
      #expect(outline.lines.map(\.notation) == ["01.TCCB", "02.KS", "03.KS"])
      #expect(outline.lines.filter(\.isProvisional).isEmpty)
      #expect((outline.lines.count, outline.permanentCount) == (3, 1))
      #expect(try await database.unread(Cast.unitHead) == 2)
      let story = try await database.story(plan)
      #expect(story.count == 10)
      #expect(
        story.first
          == "ban hành danh mục hồ sơ năm 2026 theo Quyết định số 45/QĐ-TCTNĐC ngày 05/11/2026, 3 hồ sơ")
    }
  }

  @Test("numbers run through the plan or begin anew under each big heading, in every addition further")
  func numbering() async throws {
    for (numbering, wanted) in [
      (FilePlan.Numbering.plan, ["01.TCCB", "04.TCCB", "02.KS", "03.KS", "05.KS"]),
      (.heading, ["01.TCCB", "02.TCCB", "01.KS", "02.KS", "03.KS"]),
    ] {
      try await withPlans { database in
        let plan = try await database.plan(in: .issued, numbering)
        let headings = try await database.read { try FilePlanContentStore($0).headings(of: plan.id) }
        let (small, minerals) = (headings.first { $0.parent != nil }, headings.first { $0.abbreviation == "KS" })
        try await database.entry(plan, #require(minerals), .example("Phát sinh của Vụ"), by: Cast.officerInCharge)
        try await database.entry(plan, #require(small), .example("Phát sinh về tuyển dụng"))
        #expect(try await database.outline(plan).lines.map(\.notation) == wanted, "\(numbering), provisional")
        for step: FilePlan.Step in [.propose, .approve, .issue] { try await database.take(step, plan) }
        let outline = try await database.outline(plan)
        #expect(outline.lines.map(\.notation) == wanted, "\(numbering)")
        #expect(outline.lines.filter { $0.entry.round == 1 }.count == 2)
        let issued = try await database.plan(plan)
        #expect(issued.rounds.map(\.state) == [.issued, .issued])
        #expect(issued.roundTitle == "Bổ sung lần 1 danh mục hồ sơ năm 2026")
      }
    }
  }

  @Test("what was issued stays as it is: only additions are changed, moved, taken out")
  func frozen() async throws {
    try await withPlans { database in
      let plan = try await database.plan(in: .issued)
      let baseline = try await database.outline(plan)
      let (big, line) = (baseline.parts[1].heading, baseline.parts[1].lines[0].entry)
      let added = try await database.entry(plan, big, .example("Phát sinh"))
      #expect(added.round == 1)
      let acts: [@Sendable (any Transaction) throws -> Void] = [
        {
          _ = try ChangeFilePlanEntry(plan.id, line.id, under: big.id, .example("Khác"), formVersion: line.version)
            .perform(by: Cast.archivist, in: $0)
        },
        {
          _ = try RemoveFilePlanEntry(plan.id, line.id, formVersion: line.version).perform(
            by: Cast.archivist, in: $0)
        },
        {
          _ = try MoveInFilePlan(plan.id, .entry(line.id), up: false, formVersion: line.version).perform(
            by: Cast.archivist, in: $0)
        },
        {
          _ = try MoveInFilePlan(plan.id, .heading(big.id), up: true, formVersion: big.version).perform(
            by: Cast.archivist, in: $0)
        },
        {
          _ = try ChangeFilePlanHeading(
            plan.id, big.id, title: "Khác", abbreviation: "K", formVersion: big.version
          ).perform(by: Cast.archivist, in: $0)
        },
        {
          _ = try RemoveFilePlanHeading(plan.id, big.id, formVersion: big.version).perform(
            by: Cast.archivist, in: $0)
        },
        {
          _ = try SetFilePlanNumbering(plan.id, .heading, formVersion: plan.version + 1).perform(
            by: Cast.archivist, in: $0)
        },
        // Alone among the additions, it has no neighbour to change places with.
        {
          _ = try MoveInFilePlan(plan.id, .entry(added.id), up: true, formVersion: added.version).perform(
            by: Cast.archivist, in: $0)
        },
      ]
      for (index, act) in acts.enumerated() {
        let refusal = await #expect(throws: Refusal.self, "\(index)") { try await database.write(act) }
        #expect(refusal?.kind == .conflict, "\(index)")
      }
      #expect(try await database.outline(plan).lines.filter { $0.entry.round == 0 } == baseline.lines)
      _ = try await database.write {
        try RemoveFilePlanEntry(plan.id, added.id, formVersion: added.version).perform(by: Cast.archivist, in: $0)
      }
      let refusal = await #expect(throws: Refusal.self) { try await database.take(.propose, plan) }
      #expect(refusal?.message.contains("chưa có hồ sơ nào") == true)
    }
  }

  @Test("headings and lines change places one by one; a heading with something under it stays")
  func order() async throws {
    try await withPlans { database in
      let plan = try await database.plan(in: .drafting)
      let outline = try await database.outline(plan)
      let (personnel, minerals) = (outline.parts[0].heading, outline.parts[1].heading)
      let second = outline.parts[1].lines[1].entry
      _ = try await database.write { transaction in
        _ = try MoveInFilePlan(plan.id, .heading(minerals.id), up: true, formVersion: minerals.version).perform(
          by: Cast.headOfOffice, in: transaction)
        return try MoveInFilePlan(plan.id, .entry(second.id), up: true, formVersion: second.version).perform(
          by: Cast.registryClerk, in: transaction)
      }
      #expect(
        try await database.notations(plan) == [
          "01.KS Kiểm tra sau cấp phép", "02.KS Cấp phép thăm dò", "03.TCCB Tuyển dụng công chức năm 2026",
        ])
      for (heading, version) in [(personnel, 2), (minerals, 2)] {
        let refusal = await #expect(throws: Refusal.self) {
          try await database.write {
            try RemoveFilePlanHeading(plan.id, heading.id, formVersion: version).perform(by: Cast.archivist, in: $0)
          }
        }
        #expect(refusal?.message.contains("Đề mục còn") == true)
      }
      // A line whose page is old is not moved.
      let stale = await #expect(throws: Refusal.self) {
        try await database.write {
          try MoveInFilePlan(plan.id, .entry(second.id), up: false, formVersion: second.version).perform(
            by: Cast.archivist, in: $0)
        }
      }
      #expect(stale?.kind == .conflict)
    }
  }

  @Test("every reason at once, and nothing is kept of what is refused")
  func refusals() async throws {
    try await withPlans { database in
      let plan = try await database.makePlan()
      let big = try await database.heading(plan, "Tổ chức cán bộ", "TCCB")
      let again = await #expect(throws: Refusal.self) {
        try await database.heading(plan, "Tài chính", "TCCB")
      }
      #expect(again?.messages(at: FilePlanField.abbreviation).isEmpty == false)
      let wrong = await #expect(throws: Refusal.self) { try await database.heading(plan, "", "A B") }
      #expect(wrong?.reasons.map(\.field) == [FilePlanField.title, FilePlanField.abbreviation])
      try await database.entry(plan, big, .example("Tuyển dụng"))
      let twin = await #expect(throws: Refusal.self) { try await database.entry(plan, big, .example("Tuyển dụng")) }
      #expect(twin?.messages(at: FilePlanField.title) == ["Đề mục này đã có hồ sơ cùng tiêu đề."])
      await #expect(throws: SecrecyFound.self) { try await database.entry(plan, big, .example("TUYỆT MẬT")) }
      await #expect(throws: Refusal.self) { try await database.makePlan() }
      await #expect(throws: Refusal.self) { try await database.makePlan(2028) }
      let decision = await #expect(throws: Refusal.self) {
        try await database.take(.propose, plan)
        try await database.take(.approve, plan)
        _ = try await database.write {
          try IssueFilePlan(plan.id, decisionCode: "QĐ 45", on: $0.now.day + 1, formVersion: 5).perform(
            by: Cast.registryClerk, in: $0)
        }
      }
      #expect(decision?.reasons.map(\.field) == [FilePlanField.decisionCode, FilePlanField.decisionOn])
      #expect(try await database.notations(plan) == ["01.TCCB Tuyển dụng"])
    }
  }

  @Test("whoever left cannot be proposed as a maker") func makersWhoLeft() async throws {
    try await withPlans { database in
      let plan = try await database.plan(in: .drafting)
      try await database.write { transaction in
        try transaction.run(
          "UPDATE posts SET ended_on = \(transaction.now.day) WHERE id = \(Cast.officerInCharge.post)")
      }
      let refusal = await #expect(throws: Refusal.self) { try await database.take(.propose, plan) }
      #expect(refusal?.message.contains("«Kiểm tra sau cấp phép» (\(Cast.officerInCharge.personName))") == true)
    }
  }

  @Test("a plan changed after it was looked at is not proposed unseen") func unseen() async throws {
    try await withPlans { database in
      let plan = try await database.plan(in: .drafting)
      try await database.take(.addEntry, plan, by: Cast.unitHead)
      let refusal = await #expect(throws: Refusal.self) {
        try await database.write {
          try ProposeFilePlan(plan.id, formVersion: plan.version).perform(by: Cast.archivist, in: $0)
        }
      }
      #expect(refusal?.kind == .conflict)
    }
  }
}
