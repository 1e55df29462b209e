import Access
import Database
import Dossiers
import FilePlans
import IncomingDocuments
import Kernel
import Organization
import TestSupport
import Testing

@testable import App

@Suite("PL6-33 PL6-32 thay đổi quyền trên màn hình") struct RightsOverHTTPTests {
  private func opened(_ app: TestApp) async throws -> Dossier.ID {
    try await app.database.write { transaction in
      let letter = try DossierLetter.taken("Kiểm kê đá vôi", for: Cast.officerInCharge, in: transaction)
      return try OpenDossier(
        DossierFacts(title: "Kiểm kê đá vôi", retention: .years(20), startedOn: transaction.now.day), records: [letter]
      ).perform(by: Cast.officerInCharge, flows: Modules.dossierFlows, in: transaction).id
    }
  }

  @Test("looked at, asked for once, warned of, confirmed by another; what was typed stays when it is refused")
  func wholeWay() async throws {
    try await withApp { app in
      let id = try await opened(app)
      let show = DossierPaths.show(id)
      let officer = try await app.signedIn(as: Cast.officerInCharge)
      let choice = "viec=them&nguoi-tham-gia=p\(Cast.officerOfAnotherUnit.post)&vai-tro=reader"
      let preview = try await officer.get("\(show)/quyen?\(choice)")
      try preview.requireText("Được xem hồ sơ")
      try preview.requireText("thêm 1 văn bản")
      let nobody = try await officer.get("\(show)/quyen?viec=them&vai-tro=reader")
      try nobody.requireStatus(422)
      try nobody.requireText("Chọn đơn vị hoặc cá nhân")
      let form = try ShownForm("\(show)/quyen", on: preview).typing(["ly-do": "Cần ý kiến pháp chế"])
      let long = try await officer.submit(form.typing(["ly-do": String(repeating: "dài ", count: 200)]))
      try long.requireStatus(422)
      try long.requireText("Dài quá 500 ký tự")
      #expect(long.text.contains("dài dài dài"))
      let first = try await officer.submit(form).requireLocation()
      #expect(try await officer.submit(form).requireLocation() == first)
      #expect(try await app.count("dossier_right_changes") == 1)
      let change = try await app.database.read {
        try RightsChangeStore($0).waiting(on: id, visibleTo: Cast.officerInCharge)[0]
      }
      let path = DossierPaths.rightsChange(id, change.id)

      let stranger = try await app.signedIn(as: Cast.officerOfAnotherUnit)
      try await stranger.get(show).requireStatus(404)
      try await stranger.get(path).requireStatus(404)
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      try await clerk.get(show).requireText("Thay đổi quyền đang chờ xác nhận")
      // Whom it touches is for those who ask or decide.
      let seen = try await clerk.get(path)
      try seen.requireText("xác nhận thay đổi quyền này")
      #expect(!seen.text.contains("Được xem hồ sơ"))
      try await officer.get(path).requireText("Anh/chị là người đề nghị")

      let head = try await app.signedIn(as: Cast.unitHead)
      try await head.get("/viec-cua-toi").requireText("Thay đổi quyền chờ xác nhận")
      let page = try await head.get(path)
      try page.requireText("Cần ý kiến pháp chế")
      let confirming = try ShownForm("\(path)/xac-nhan", on: page)
      var refusing = confirming
      refusing.action = "\(path)/tu-choi"
      let unreasoned = try await head.submit(refusing)
      try unreasoned.requireStatus(422)
      try unreasoned.requireText("Ghi lý do không đồng ý")
      _ = try await head.submit(confirming).requireLocation()
      try await head.submit(confirming).requireStatus(409)
      try await stranger.get(show).requireText("Kiểm kê đá vôi")
      let people = try await officer.get("\(show)/tham-gia")
      try people.requireText("Đã xác nhận")
      #expect(!people.text.contains("đang chờ xác nhận"))
    }
  }

  @Test("for every person of the agency the page says what is: why they see it, or that they do not (PL6-63)")
  func whoSees() async throws {
    try await withApp { app in
      let id = try await opened(app)
      let letter = try await app.database.read {
        try $0.rows("SELECT id FROM incoming_documents")[0].get("id", as: Int64.self)
      }
      let office = try await app.signedIn(as: Cast.headOfOffice)
      for (code, number) in [("dossier", id.number), (RecordReference.incomingDocumentCode, letter)] {
        let path = "/quyen-xem/\(code)/\(number)"
        let record = RecordReference(code: code, number: number)
        let everybody = try await office.get(path)
        let people = Cast.everybody.filter { $0.agency == Cast.headOfOffice.agency }
        for actor in people {
          let sees = try await app.database.read { try Access.maySee(record, actor: actor, in: $0) }
          let one = try await office.get("\(path)?nguoi=\(actor.post)")
          #expect(one.text.contains("không có quyền nào") != sees, "\(actor.personName): \(code)")
        }
        try everybody.requireText("Bùi Quốc Khánh")
        let looks = try await app.database.read {
          try $0.rows(
            """
            SELECT COUNT(*) AS n FROM audit_entries
            WHERE code = 'access.explained' AND record_code = \(code) AND record_number = \(number)
            """)[0]
            .get("n", as: Int.self)
        }
        #expect(looks == people.count + 1)
        let officer = try await app.signedIn(as: Cast.officerInCharge)
        try await officer.get(path).requireStatus(403)
        let stranger = try await app.signedIn(as: Cast.leaderOfAnotherAgency)
        try await stranger.get(path).requireStatus(404)
      }
      try await office.get("/ho-so/\(id)/tham-gia").requireText("Ai xem được, vì sao")
      try await office.get("/van-ban-den/\(letter)").requireText("Ai xem được, vì sao")
      let officer = try await app.signedIn(as: Cast.officerInCharge)
      #expect(try await !officer.get("/ho-so/\(id)/tham-gia").text.contains("/quyen-xem/"))
    }
  }
}
