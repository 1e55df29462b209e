import Database
import Disposal
import Dossiers
import FilePlans
import Kernel
import Organization
import TestSupport
import Testing

@testable import App

@Suite("LT-03 PL6-97 xét hủy và giữ nguyên trên màn hình") struct DisposalOverHTTPTests {
  /// Dossiers that are over, still with their unit.
  private func ended(_ app: TestApp) async throws -> [Dossier] {
    let dossiers = try await app.database.write { transaction in
      try ["Kiểm kê đá vôi", "Kiểm kê cát"].map { title in
        try OpenDossier(DossierFacts(title: title, retention: .years(3), startedOn: transaction.now.day))
          .perform(by: Cast.officerInCharge, flows: Modules.dossierFlows, in: transaction)
      }
    }
    try await app.end(dossiers.map(\.id))
    return dossiers
  }

  private static let outside: [(actor: Actor, status: Int)] = [
    (Cast.officerInCharge, 404), (Cast.leaderOfAnotherAgency, 404),
  ]

  @Test("each form of a review: who may not is told why, who may not see it finds nothing, an old page changes nothing")
  func review() async throws {
    try await withApp { app in
      let dossiers = try await ended(app)
      let (archivist, leader) = (
        try await app.signedIn(as: Cast.archivist), try await app.signedIn(as: Cast.leader)
      )
      let path = try await begun(app, archivist)

      let choosing = try ShownForm("\(path)/chon", on: try await archivist.get("\(path)/chon"))
      let none = try await archivist.submit(choosing)
      try none.requireStatus(422)
      try none.requireText("Chưa chọn hồ sơ nào")
      var all = choosing
      all.action = "\(path)/chon-het"
      try await archivist.submit(all.older()).requireStatus(409)
      try await app.requireStatuses(all, [(Cast.leader, 403)] + Self.outside)
      _ = try await archivist.submit(all).requireLocation()

      try await appointed(app, archivist, path)
      let submitting = try ShownForm("\(path)/trinh", on: try await archivist.get(path))
      try await app.requireStatuses(submitting, [(Cast.leader, 403)] + Self.outside)
      _ = try await archivist.submit(submitting).requireLocation()
      try await archivist.submit(submitting).requireStatus(409)

      try await spoken(app, archivist, path, on: dossiers[0].id)
      try await decided(app, leader, path)
      let destroying = try ShownForm("\(path)/huy", on: try await archivist.get(path))
      try await app.requireStatuses(destroying, [(Cast.leader, 403), (Cast.unitHead, 403)] + Self.outside)
      try await archivist.submit(destroying.older()).requireStatus(409)
      _ = try await archivist.submit(destroying).requireLocation()
      try await app.runJobs()
      #expect(try await app.state(of: dossiers[1].id) == "destroyed")
      #expect(try await app.state(of: dossiers[0].id) == "closed")
      try await archivist.submit(destroying).requireStatus(409)
      for name in ["danh-muc.xlsx", "bien-ban-huy.docx"] {
        try await app.signedIn(as: Cast.officerInCharge).get("\(path)/in/\(name)").requireStatus(404)
      }
      try await app.signedIn(as: Cast.officerInCharge).get("\(path)/tep-quyet-dinh").requireStatus(404)
      try await leader.get("\(path)/tep-quyet-dinh").requireStatus(200)
    }
  }

  private func begun(_ app: TestApp, _ archivist: Browser) async throws -> String {
    let form = try ShownForm(DisposalPaths.list, on: try await archivist.get(DisposalPaths.list))
    let long = try await archivist.submit(form.typing(["ten-dot": String(repeating: "đợt ", count: 100)]))
    try long.requireStatus(422)
    #expect(long.text.contains("đợt đợt đợt"))
    try await app.requireStatuses(
      form.typing(["ten-dot": "Đợt", "khoa-gui": "khac"]), [(Cast.leader, 403), (Cast.officerInCharge, 403)])
    let good = form.typing(["ten-dot": "Xét hủy năm 2026"])
    let first = try await archivist.submit(good).requireLocation()
    #expect(try await archivist.submit(good).requireLocation() == first)
    #expect(try await app.count("disposal_reviews") == 1)
    return first.replacing("/chon", with: "").prefix { $0 != "?" }.description
  }

  private func appointed(_ app: TestApp, _ archivist: Browser, _ path: String) async throws {
    let appointing = try ShownForm("\(path)/hoi-dong", on: try await archivist.get(path))
    let alone = try await archivist.submit(appointing.typing(["chu-tich": "\(Cast.deputyLeader.post)"]))
    try alone.requireStatus(422)
    #expect(try ShownForm("\(path)/hoi-dong", on: alone)["chu-tich"] == "\(Cast.deputyLeader.post)")
    let good = appointing.typing([
      "chu-tich": "\(Cast.deputyLeader.post)", "thu-ky": "\(Cast.archivist.post)", "uy-vien-1": "\(Cast.unitHead.post)",
    ])
    try await app.requireStatuses(good, [(Cast.leader, 403), (Cast.unitHead, 404)] + Self.outside)
    _ = try await archivist.submit(good).requireLocation()
    let stale = try await archivist.submit(good.typing(["uy-vien-1": "\(Cast.headOfOffice.post)"]))
    try stale.requireStatus(409)
    #expect(try ShownForm("\(path)/hoi-dong", on: stale)["uy-vien-1"] == "\(Cast.headOfOffice.post)")
  }

  /// One dossier is asked for and taken out; then all agree.
  private func spoken(_ app: TestApp, _ archivist: Browser, _ path: String, on dossier: Dossier.ID) async throws {
    let head = try await app.signedIn(as: Cast.unitHead)
    let line = "\(path)/ho-so/\(dossier)"
    let keeping = try ShownForm("\(line)/giu-lai", on: try await head.get(line))
    try await head.submit(keeping).requireStatus(422)
    let long = try await head.submit(keeping.typing(["ly-do": String(repeating: "cần ", count: 200)]))
    try long.requireStatus(422)
    #expect(long.text.contains("cần cần cần"))
    try await app.requireStatuses(
      keeping.typing(["ly-do": "Còn tranh chấp"]), [(Cast.leader, 403), (Cast.headOfOffice, 403)] + Self.outside)
    _ = try await head.submit(keeping.typing(["ly-do": "Còn tranh chấp"])).requireLocation()

    let taking = try ShownForm("\(line)/dua-ra", on: try await archivist.get(line))
    let unreasoned = try await archivist.submit(taking.typing(["thoi-han-moi": "20"]))
    try unreasoned.requireStatus(422)
    #expect(try ShownForm("\(line)/dua-ra", on: unreasoned)["thoi-han-moi"] == "20")
    let good = taking.typing(["thoi-han-moi": "20", "ly-do": "Còn tranh chấp"])
    try await archivist.submit(good.older()).requireStatus(409)
    try await app.requireStatuses(good, [(Cast.unitHead, 403), (Cast.leader, 403)] + Self.outside)

    // Who must say why is told where they typed, and nowhere else.
    let withdrawing = try ShownForm("\(path)/rut", on: try await archivist.get(path))
    let wordy = try await archivist.submit(withdrawing.typing(["ly-do": String(repeating: "rút ", count: 200)]))
    try wordy.requireStatus(422)
    try wordy.requireText("Dài quá")
    #expect(try ShownForm("\(path)/rut", on: wordy)["ly-do"]?.hasPrefix("rút rút") == true)
    #expect(try ShownForm("\(path)/bo", on: wordy)["ly-do"] == "")
    try await archivist.submit(withdrawing.older().typing(["ly-do": "Làm lại"])).requireStatus(409)
    try await app.requireStatuses(withdrawing.typing(["ly-do": "x"]), [(Cast.unitHead, 403)] + Self.outside)

    let leader = try await app.signedIn(as: Cast.leader)
    let early = try await leader.submit(ShownForm("\(path)/quyet-dinh", on: try await leader.get(path)))
    try early.requireStatus(409)
    try early.requireText("Hội đồng đề nghị giữ lại")
    _ = try await archivist.submit(good).requireLocation()
    for actor in [Cast.deputyLeader, Cast.archivist, Cast.unitHead] {
      let member = try await app.signedIn(as: actor)
      let agreeing = try ShownForm("\(path)/dong-y", on: try await member.get(path))
      if actor == Cast.deputyLeader { try await app.requireStatuses(agreeing, [(Cast.leader, 403)] + Self.outside) }
      _ = try await member.submit(agreeing).requireLocation()
    }
  }

  private func decided(_ app: TestApp, _ leader: Browser, _ path: String) async throws {
    let deciding = try ShownForm("\(path)/quyet-dinh", on: try await leader.get(path))
    let unsigned = try await leader.submit(deciding.typing(["so-quyet-dinh": "12/QĐ-TCĐC"]))
    try unsigned.requireStatus(422)
    try unsigned.requireText("Chọn tệp quyết định hủy đã ký")
    #expect(try ShownForm("\(path)/quyet-dinh", on: unsigned)["so-quyet-dinh"] == "12/QĐ-TCĐC")
    let good = deciding.typing(["so-quyet-dinh": "12/QĐ-TCĐC", "ngay-quyet-dinh": app.clock.now.day.text])
    let file = ChosenFile(name: "quyet-dinh.pdf", bytes: MadePDF.of(["Quyet dinh huy"]), field: "tep")
    try await app.requireStatuses(good, [(Cast.archivist, 403), (Cast.unitHead, 403)] + Self.outside)
    try await leader.submit(good.older(), files: [file]).requireStatus(409)
    _ = try await leader.submit(good, files: [file]).requireLocation()
    try await leader.submit(good, files: [file]).requireStatus(409)
    #expect(try app.filesStaged() == [])
  }

  @Test("an order is laid once, widened and lifted by who may; nothing typed is lost; others do not find it")
  func holds()
    async throws
  {
    try await withApp { app in
      let dossiers = try await ended(app)
      let archivist = try await app.signedIn(as: Cast.archivist)
      let path = "\(DisposalPaths.holds)/ghi"
      let form = try ShownForm(path, on: try await archivist.get(path)).typing([
        "co-quan": "Thanh tra Bộ", "so-lenh": "Quyết định số 12/QĐ-TTr", "ly-do": "thanh tra",
        "ma-ho-so": dossiers[0].code.text,
      ])
      let undated = try await archivist.submit(form)
      try undated.requireStatus(422)
      try undated.requireText("Ghi ngày của lệnh")
      #expect(try ShownForm(path, on: undated)["ma-ho-so"] == dossiers[0].code.text)
      let good = form.typing(["ngay-lenh": app.clock.now.day.text])
      try await app.requireStatuses(
        good.typing(["khoa-gui": "khac"]), [(Cast.officerInCharge, 403), (Cast.unitHead, 403)])
      for path in [path, DisposalPaths.holds] {
        try await app.signedIn(as: Cast.officerInCharge).get(path).requireStatus(403)
      }
      let hold = try await archivist.submit(good).requireLocation().prefix { $0 != "?" }.description
      #expect(try await archivist.submit(good).requireLocation().hasPrefix(hold))
      #expect(try await app.count("legal_holds") == 1)

      let page = try await archivist.get(hold)
      let widening = try ShownForm("\(hold)/them", on: page)
      let unknown = try await archivist.submit(widening.typing(["ma-ho-so": "2026.99.KHONG"]))
      try unknown.requireStatus(422)
      #expect(try ShownForm("\(hold)/them", on: unknown)["ma-ho-so"] == "2026.99.KHONG")
      let more = widening.typing(["ma-ho-so": dossiers[1].code.text])
      let lifting = try ShownForm("\(hold)/bo", on: page)
      for form in [more, lifting.typing(["ly-do": "hết thanh tra"])] {
        try await app.requireStatuses(form, Self.outside + [(Cast.unitHead, 404)])
      }
      _ = try await archivist.submit(more).requireLocation()
      let stale = try await archivist.submit(lifting.typing(["ly-do": "hết thanh tra"]))
      try stale.requireStatus(409)
      #expect(try ShownForm("\(hold)/bo", on: stale)["ly-do"] == "hết thanh tra")
      let fresh = try ShownForm("\(hold)/bo", on: stale)
      try await archivist.submit(fresh.typing(["ly-do": ""])).requireStatus(422)
      _ = try await archivist.submit(fresh).requireLocation()
      try await archivist.get(hold).requireText("Đã bỏ")
    }
  }
}
