import Access
import Database
import Drafts
import FilePlans
import IncomingDocuments
import Kernel
import Organization
import TestSupport
import Testing
import Work

@testable import App
@testable import Handovers

/// What names a person without being work in their hands: a signature that waits, a plan, a rule.
@Suite("HS-11 bàn giao: chờ ký, danh mục, quy tắc") struct HandoverOfNamesTests {
  /// A draft that waits for the leader's signature, and a rule in the leader's name.
  private func named(_ app: TestApp) async throws -> Draft.ID {
    try await app.database.write { transaction in
      let draft = try Burden.draft(by: Cast.officerInCharge, transaction)
      let leader = try HolderChoice.post(Cast.leader.post).holder(in: Cast.leader.agency, transaction)
      try Work(on: .draft(draft), by: Cast.officerInCharge, in: transaction).give([
        WorkOrder(to: leader, kind: .signDraft, role: .decide)
      ])
      var terms = PresentingRule.Terms()
      (terms.name, terms.subjectWords, terms.basis) = ("Đá vôi", "đá vôi", "Quy chế làm việc, điều 12")
      terms.holder = .unit(ExampleBody.mineralsUnit)
      try LayRule(terms: terms).perform(by: Cast.leader, in: transaction)
      return draft
    }
  }

  @Test("a signature goes to nobody: it is told with what to do instead, and stays with its reason; a rule goes")
  func signature() async throws {
    try await withApp { app in
      let draft = try await named(app)
      #expect(try await app.left(Cast.leader) == ["work.draftSign": 1, "presentingRule": 1])
      let leader = try await app.signedIn(as: Cast.leader)
      let page = try await leader.get("/ban-giao")
      try page.requireText("Quyền ký là của riêng từng người nên không bàn giao")
      #expect(page.text.contains("href=\"/du-thao/\(draft)\""))
      #expect(!page.text.contains("nguoi-nhan-\(Cast.leader.post)-work.draftSign"))
      let form = try ShownForm("/ban-giao", on: page)
      let result = try await leader.follow(
        try await leader.submit(form.typing(["ly-do": "transfer", "nguoi-nhan": "\(Cast.deputyLeader.post)"])))
      try result.requireText("nhờ người soạn rút về và chọn người ký khác")
      #expect(try await app.left(Cast.leader) == ["work.draftSign": 1])
      #expect(try await app.left(Cast.deputyLeader)["presentingRule"] == 1)
      // Nothing but signatures: said at once, and nothing begins.
      let again = try await leader.submit(
        try ShownForm("/ban-giao", on: try await leader.get("/ban-giao"))
          .typing(["ly-do": "transfer", "nguoi-nhan": "\(Cast.deputyLeader.post)"]))
      try again.requireStatus(409)
      try again.requireText("Quyền ký là của riêng từng người")
      #expect(try await app.count("handovers") == 1)
      let reasons = try await app.database.read { transaction in
        let post = try OrganizationStore(transaction).post(Cast.leader.post)
        return try Modules.owned.obstacles(of: [post], in: transaction).map(\.message)
      }
      #expect(reasons.count == 1 && reasons[0].contains("chọn người ký khác"))
    }
  }

  @Test("dossiers that a plan expects go to a colleague and stand in the minutes; opened ones go as dossiers")
  func planned() async throws {
    try await withApp { app in
      try await app.database.write { transaction in
        let plan = try MakeFilePlan(year: transaction.now.day.year, numbering: .plan)
          .perform(by: Cast.archivist, in: transaction)
        let heading = try AddFilePlanHeading(plan.id, under: nil, title: "Khoáng sản", abbreviation: "KS")
          .perform(by: Cast.archivist, in: transaction)
        let maker = FilePlanMaker(
          unit: ExampleBody.mineralsUnit, post: Cast.officerInCharge.post, name: Cast.officerInCharge.personName)
        for title in ["Kiểm tra mỏ đá", "Kiểm tra mỏ cát"] {
          _ = try AddFilePlanEntry(
            plan.id, under: heading.id, .init(title: title, retention: .years(10), maker: maker)
          ).perform(by: Cast.archivist, in: transaction)
        }
      }
      #expect(try await app.left(Cast.officerInCharge) == ["filePlanLine": 2])
      let officer = try await app.signedIn(as: Cast.officerInCharge)
      try await officer.get("/ban-giao").requireText("Hồ sơ dự kiến trong danh mục, chưa mở 2")
      let id = try await app.handOver(Cast.officerInCharge, to: Cast.unitClerk, by: Cast.unitHead)
      #expect(try await app.outcomes(id) == [.done: 2])
      #expect(try await app.left(Cast.unitClerk) == ["filePlanLine": 2])
      let result = try await officer.get("/ban-giao/lan/\(id)")
      try result.requireText("Hồ sơ dự kiến trong danh mục, chưa mở: 2")
      try result.requireText("Kiểm tra mỏ cát")
      // The minutes of who received it name each of them under their kind.
      let minutes = try await app.database.read { transaction in
        try HandoverScreen(directory: RecordDirectory([]), actor: Cast.unitClerk, transaction: transaction)
          .minutes(id, to: Cast.unitClerk.post, provenance: "")
      }
      let printed = "\(minutes.printedForm)"
      for words in ["1. Hồ sơ dự kiến trong danh mục, chưa mở: 2", "Kiểm tra mỏ đá", "Kiểm tra mỏ cát"] {
        #expect(printed.contains(words), "\(words)")
      }
      // Who heads the unit finds each of its people where they hand over.
      let head = try await app.signedIn(as: Cast.unitHead)
      let page = try await head.get("/ban-giao")
      #expect(page.text.contains("href=\"/ban-giao/cua/\(Cast.officerInCharge.person)\""))
      #expect(!page.text.contains("/ban-giao/cua/\(Cast.officerOfAnotherUnit.person)"))
      let all = try await head.get("/viec-cua-toi/ban-giao")
      #expect(all.text.contains("href=\"/ban-giao/cua/\(Cast.officerInCharge.person)\""))
      #expect(!(try await officer.get("/ban-giao")).text.contains("/ban-giao/cua/"))
    }
  }
}
