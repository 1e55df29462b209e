import Access
import Archive
import Database
import Dossiers
import FilePlans
import Kernel
import Organization
import TestSupport
import Testing

@testable import App

@Suite("HS-08 HS-10 lưu trữ trên màn hình") struct ArchiveOverHTTPTests {
  /// A closed dossier of the officer in charge, with a page of its own in it.
  private func closed(_ app: TestApp, _ title: String = "Kiểm kê đá vôi") async throws -> Dossier {
    try await app.database.write { transaction in
      let day = transaction.now.day
      let dossier = try OpenDossier(DossierFacts(title: title, retention: .years(20), startedOn: day - 9))
        .perform(by: Cast.officerInCharge, flows: Modules.dossierFlows, in: transaction)
      let letter = try DossierLetter.taken(title, for: Cast.officerInCharge, in: transaction)
      try FileIntoDossier(letter, dossier: dossier.id)
        .perform(by: Cast.officerInCharge, flows: Modules.dossierFlows, in: transaction)
      return try CloseDossier(
        dossier.id, retention: .years(20), endedOn: day, isReviewed: true, formVersion: dossier.version
      ).perform(by: Cast.officerInCharge, flows: Modules.dossierFlows, in: transaction)
    }
  }

  private func submitted(_ app: TestApp) async throws -> (Dossier, Browser) {
    let dossier = try await closed(app)
    let officer = try await app.signedIn(as: Cast.officerInCharge)
    let page = try await officer.get(DossierPaths.closing(dossier.id))
    _ = try await officer.submit(ShownForm(ArchivePaths.submission, on: page)).requireLocation()
    return (dossier, officer)
  }

  @Test("a second press hands nothing over twice; what is chosen stays ticked when it is refused") func submission()
    async throws
  {
    try await withApp { app in
      let dossier = try await closed(app)
      let officer = try await app.signedIn(as: Cast.officerInCharge)
      let none = try await officer.submit(
        ShownForm(ArchivePaths.submission, on: try await officer.get(ArchivePaths.submission)))
      try none.requireStatus(422)
      try none.requireText("Chọn ít nhất một hồ sơ")
      let form = try ShownForm(ArchivePaths.submission, on: try await officer.get(DossierPaths.closing(dossier.id)))
      let first = try await officer.submit(form).requireLocation()
      let second = try await officer.submit(form).requireLocation()
      #expect(first == second)
      #expect(try await app.count("archive_transfers") == 1)
      var stale = form
      stale["khoa-gui"] = "khac"
      let late = try await officer.submit(stale)
      try late.requireStatus(409)
      try late.requireText("đang chờ lưu trữ nhận")
    }
  }

  @Test("differences are asked a word about, which is kept when refused; several at once say why each stayed")
  func acceptance() async throws {
    try await withApp { app in
      let (dossier, _) = try await submitted(app)
      let archivist = try await app.signedIn(as: Cast.archivist)
      let room = try await archivist.get(ArchivePaths.room)
      try room.requireText("Kiểm kê đá vôi")
      var many = try ShownForm(ArchivePaths.acceptance, on: room)
      many["ho-so"] = "\(dossier.id).\(try await version(app, dossier.id))"
      let stayed = try await archivist.submit(many)
      try stayed.requireStatus(409)
      try stayed.requireText("không nằm trong danh mục")
      let path = "\(ArchivePaths.review(dossier.id))/nhan"
      let page = try await archivist.get(ArchivePaths.review(dossier.id))
      let refused = try await archivist.submit(ShownForm(path, on: page))
      try refused.requireStatus(422)
      let noted = try ShownForm(path, on: refused).typing(["ghi-chu": "Việc phát sinh."])
      _ = try await archivist.submit(noted).requireLocation()
      try await archivist.submit(noted).requireStatus(409)
      try await archivist.get("\(ArchivePaths.room)?phan=trong-luu-tru").requireText("Kiểm kê đá vôi")
    }
  }

  private func version(_ app: TestApp, _ id: Dossier.ID) async throws -> Int {
    try await app.database.read { try DossierStore($0).find(id, visibleTo: Cast.archivist).version }
  }

  @Test("who may look sees why they may not take it over; who may not enter is told; another agency finds nothing")
  func rights() async throws {
    try await withApp { app in
      let (dossier, officer) = try await submitted(app)
      try await officer.get(ArchivePaths.room).requireStatus(403)
      try await officer.get(ArchivePaths.terms).requireStatus(403)
      let office = try await app.signedIn(as: Cast.headOfOffice)
      try await office.get(ArchivePaths.review(dossier.id)).requireText("Chỉ lưu trữ cơ quan nhận hồ sơ")
      let stranger = try await app.signedIn(as: Cast.clerkOfAnotherAgency)
      try await stranger.get(ArchivePaths.review(dossier.id)).requireStatus(404)
      let form = try ShownForm(
        "\(ArchivePaths.review(dossier.id))/rut-lai", on: try await officer.get(DossierPaths.closing(dossier.id)))
      _ = try await officer.submit(form).requireLocation()
      try await officer.get(DossierPaths.closing(dossier.id)).requireText("Nộp lưu trữ")
    }
  }

  @Test("a refused withdrawal keeps what was typed, on the page of the dossier; an old page withdraws nothing")
  func withdrawal() async throws {
    try await withApp { app in
      let (dossier, officer) = try await submitted(app)
      let closing = DossierPaths.closing(dossier.id)
      let path = "\(ArchivePaths.review(dossier.id))/rut-lai"
      let form = try ShownForm(path, on: try await officer.get(closing))
      let long = String(repeating: "sai mục lục, ", count: 60)
      let refused = try await officer.submit(form.typing(["ly-do": long]))
      try refused.requireStatus(422)
      #expect(try ShownForm(path, on: refused)["ly-do"] == long)
      try await officer.submit(form.older()).requireStatus(409)
      _ = try await officer.submit(form.typing(["ly-do": "sai mục lục"])).requireLocation()
      let late = try await officer.submit(form)
      try late.requireStatus(409)
      try late.requireText("Nộp lưu trữ")
    }
  }

  @Test("terms out of the law are refused with what was typed; a stale page overwrites nothing") func terms()
    async throws
  {
    try await withApp { app in
      let archivist = try await app.signedIn(as: Cast.archivist)
      let form = try ShownForm(ArchivePaths.terms, on: try await archivist.get(ArchivePaths.terms))
      let refused = try await archivist.submit(form.typing(["cham-nhat": "24"]))
      try refused.requireStatus(422)
      #expect(try ShownForm(ArchivePaths.terms, on: refused)["cham-nhat"] == "24")
      _ = try await archivist.submit(form.typing(["cham-nhat": "6"])).requireLocation()
      try await archivist.submit(form.typing(["cham-nhat": "9"])).requireStatus(409)
      #expect(try ShownForm(ArchivePaths.terms, on: try await archivist.get(ArchivePaths.terms))["cham-nhat"] == "6")
      let administrator = try await app.signedIn(as: Cast.administrator)
      try await administrator.get(ArchivePaths.terms).requireText("Thời hạn nộp lưu")
    }
  }

  @Test("a hold is asked once, answered by the head, and says so to the archive") func hold() async throws {
    try await withApp { app in
      let dossier = try await closed(app)
      let officer = try await app.signedIn(as: Cast.officerInCharge)
      let path = ArchivePaths.holding(dossier.id)
      let form = try ShownForm(path, on: try await officer.get(path))
      let refused = try await officer.submit(form.typing(["ly-do": "Thanh tra mượn", "den-ngay": "1/1/2099"]))
      try refused.requireStatus(422)
      #expect(try ShownForm(path, on: refused)["ly-do"] == "Thanh tra mượn")
      let until = try #require(dossier.archiving.limitOn) + 30
      let good = form.typing(["ly-do": "Thanh tra mượn", "den-ngay": until.text])
      for _ in 0..<2 { _ = try await officer.submit(good).requireLocation() }
      #expect(try await app.count("dossier_holds") == 1)
      let hold = try await app.database.read {
        try $0.rows("SELECT id FROM dossier_holds")[0].get("id", as: DossierHold.ID.self)
      }
      let head = try await app.signedIn(as: Cast.headOfOffice)
      try await head.get("/viec-cua-toi").requireText("Đề nghị giữ lại hồ sơ")
      let page = try await head.get(ArchivePaths.hold(hold))
      _ = try await head.submit(ShownForm("\(ArchivePaths.hold(hold))/dong-y", on: page)).requireLocation()
      let archivist = try await app.signedIn(as: Cast.archivist)
      try await archivist.get("\(ArchivePaths.room)?phan=giu-lai").requireText("Kiểm kê đá vôi")
      try await officer.get(DossierPaths.closing(dossier.id)).requireText("Được giữ lại đến hết \(until.text)")
    }
  }
}
