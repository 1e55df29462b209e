import Database
import Dossiers
import FilePlans
import Kernel
import Organization
import PaperStorage
import TestSupport
import Testing

@testable import App

@Suite("HS-08 HS-10 bản giấy của hồ sơ trên màn hình") struct PaperOverHTTPTests {
  private struct Stored: Sendable {
    var dossier: Dossier
    var store: ShelfPlace
    var shelf: ShelfPlace
    var box: ShelfPlace
    var other: ShelfPlace
  }

  /// A dossier of the archive whose paper part lies in a box of a store.
  private func stored(_ app: TestApp) async throws -> Stored {
    try await app.database.write { transaction in
      let archivist = Cast.archivist
      let store = try AddShelfPlace(.store, in: nil, name: "Kho 1").perform(by: archivist, in: transaction)
      let shelf = try AddShelfPlace(.shelf, in: store.id, name: "Giá 2").perform(by: archivist, in: transaction)
      let (box, other) = (
        try AddShelfPlace(.box, in: shelf.id, name: "Hộp 12").perform(by: archivist, in: transaction),
        try AddShelfPlace(.box, in: shelf.id, name: "Hộp 13").perform(by: archivist, in: transaction)
      )
      let dossier = try OpenDossier(
        DossierFacts(title: "Kiểm kê đá vôi", retention: .years(20), startedOn: transaction.now.day - 30)
      ).perform(by: Cast.officerInCharge, flows: Modules.dossierFlows, in: transaction)
      try transaction.run(
        """
        UPDATE dossiers SET state = 'archived', ended_on = \(transaction.now.day - 3), closed_at = \(transaction.now),
          closed_by = 'Bùi Quốc Khánh' WHERE id = \(dossier.id)
        """)
      try MovePaper(dossier.id, to: box.id).perform(by: archivist, in: transaction)
      return Stored(dossier: dossier, store: store, shelf: shelf, box: box, other: other)
    }
  }

  private static let strangers: [(actor: Actor, status: Int)] = [
    (Cast.leader, 403), (Cast.unitClerk, 404), (Cast.officerInCharge, 404), (Cast.leaderOfAnotherAgency, 404),
  ]

  @Test(
    "places are made once, changed and removed by who keeps them; what was typed stays; an old page changes nothing")
  func places() async throws {
    try await withApp { app in
      let stored = try await stored(app)
      let archivist = try await app.signedIn(as: Cast.archivist)
      let stores = try await archivist.get(PaperPaths.places)
      let adding = try ShownForm("\(PaperPaths.places)/them", on: stores)
      let unnamed = try await archivist.submit(adding.typing(["ghi-chu": "tầng hầm"]))
      try unnamed.requireStatus(422)
      #expect(try ShownForm("\(PaperPaths.places)/them", on: unnamed)["ghi-chu"] == "tầng hầm")
      for _ in 0..<2 { _ = try await archivist.submit(adding.typing(["ten": "Kho 2"])).requireLocation() }
      #expect(try await app.count("shelf_places") == 5)
      try await app.requireStatuses(
        adding.typing(["ten": "Kho 3", "khoa-gui": "khac"]), [(Cast.leader, 403), (Cast.officerInCharge, 403)])
      // Into what the sender does not see.
      try await app.requireStatuses(
        adding.typing(["ten": "Giá 9", "loai": "shelf", "trong": "\(stored.store.id)", "khoa-gui": "khac"]),
        [(Cast.unitClerk, 404)])

      let path = PaperPaths.place(stored.other.id)
      let page = try await archivist.get(path)
      let change = try ShownForm("\(path)/sua", on: page)
      let nameless = try await archivist.submit(change.typing(["ten": "", "ghi-chu": "gần cửa"]))
      try nameless.requireStatus(422)
      #expect(try ShownForm("\(path)/sua", on: nameless)["ghi-chu"] == "gần cửa")
      try await app.requireStatuses(change, Self.strangers)
      _ = try await archivist.submit(change.typing(["ghi-chu": "gần cửa"])).requireLocation()
      let stale = try await archivist.submit(change.typing(["ghi-chu": "xa cửa"]))
      try stale.requireStatus(409)
      #expect(try ShownForm("\(path)/sua", on: stale)["ghi-chu"] == "xa cửa")
      var removal = change
      removal.action = "\(path)/bo"
      try await archivist.submit(removal).requireStatus(409)
      removal["phien-ban"] = try ShownForm("\(path)/sua", on: try await archivist.get(path))["phien-ban"]
      try await app.requireStatuses(removal, Self.strangers)
      _ = try await archivist.submit(removal).requireLocation()
      try await archivist.get(path).requireStatus(404)
    }
  }

  @Test("dossiers are put into a box and moved by who keeps it; a code that is none is named beside what was typed")
  func moves() async throws {
    try await withApp { app in
      let stored = try await stored(app)
      let archivist = try await app.signedIn(as: Cast.archivist)
      let box = PaperPaths.place(stored.other.id)
      let filling = try ShownForm("\(box)/xep", on: try await archivist.get(box))
      let unknown = try await archivist.submit(filling.typing(["ma-ho-so": "2026.99.KHONG"]))
      try unknown.requireStatus(422)
      try unknown.requireText("Không có hồ sơ mã «2026.99.KHONG»")
      #expect(try ShownForm("\(box)/xep", on: unknown)["ma-ho-so"] == "2026.99.KHONG")
      try await app.requireStatuses(filling.typing(["ma-ho-so": stored.dossier.code.text]), Self.strangers)

      let paper = PaperPaths.paper(stored.dossier.id)
      let page = try await archivist.get(paper)
      let moving = try ShownForm("\(paper)/xep", on: page)
      let unreasoned = try await archivist.submit(moving.typing(["hop": "Hộp 13"]))
      try unreasoned.requireStatus(422)
      try unreasoned.requireText("Ghi lý do chuyển bản giấy")
      #expect(try ShownForm("\(paper)/xep", on: unreasoned)["hop"] == "Hộp 13")
      let good = moving.typing(["hop": "Hộp 13", "ly-do": "Hộp 12 bị ẩm"])
      try await app.requireStatuses(
        good, [(Cast.leader, 403), (Cast.officerOfAnotherUnit, 404), (Cast.leaderOfAnotherAgency, 404)])
      var out = good
      (out["hop"], out["dua-ra"]) = ("", "1")
      try await app.requireStatuses(out, [(Cast.leader, 403), (Cast.officerInCharge, 403)])
      _ = try await archivist.submit(good).requireLocation()
      let stale = try await archivist.submit(moving.typing(["hop": "Hộp 12", "ly-do": "Xếp lại"]))
      try stale.requireStatus(409)
      try stale.requireText("vừa được người khác xếp hoặc chuyển")
      try await archivist.get(paper).requireText("Kho 1 / Giá 2 / Hộp 13")
    }
  }

  @Test("a loan is asked for once and goes its steps by those who may, each from the page as it is now") func loans()
    async throws
  {
    try await withApp { app in
      let stored = try await stored(app)
      let officer = try await app.signedIn(as: Cast.officerInCharge)
      let paper = PaperPaths.paper(stored.dossier.id)
      let asking = try ShownForm("\(paper)/muon", on: try await officer.get(paper))
      let late = try await officer.submit(asking.typing(["ly-do": "Đối chiếu số liệu", "den-ngay": "01/01/2099"]))
      try late.requireStatus(422)
      #expect(try ShownForm("\(paper)/muon", on: late)["ly-do"] == "Đối chiếu số liệu")
      let day = (app.clock.now.day + 10).text
      let good = asking.typing(["ly-do": "Đối chiếu số liệu", "den-ngay": day])
      try await app.requireStatuses(
        good.typing(["khoa-gui": "khac"]), [(Cast.officerOfAnotherUnit, 404), (Cast.leaderOfAnotherAgency, 404)])
      try await app.requireStatuses(
        good.typing(["khoa-gui": "ngoai", "nguoi-muon": "Trần Văn Ngoài", "co-quan": "Sở Xây dựng"]),
        [(Cast.officerInCharge, 403)])
      let loan = try await officer.submit(good).requireLocation().prefix { $0 != "?" }.description
      #expect(try await officer.submit(good).requireLocation().hasPrefix(loan))
      #expect(try await app.count("dossier_loans") == 1)

      let archivist = try await app.signedIn(as: Cast.archivist)
      try await app.signedIn(as: Cast.officerOfAnotherUnit).get(loan).requireStatus(404)
      let allow = try ShownForm(loan + "/cho-muon", offeredOn: try await archivist.get(loan))
      try await app.requireStatuses(
        allow,
        [(Cast.officerInCharge, 403), (Cast.leader, 403), (Cast.unitClerk, 404), (Cast.leaderOfAnotherAgency, 404)])
      var refusing = allow
      refusing.action = loan + "/khong-cho-muon"
      let unreasoned = try await archivist.submit(refusing)
      try unreasoned.requireStatus(422)
      try unreasoned.requireText("Ghi lý do không cho mượn")
      try await archivist.submit(allow.older()).requireStatus(409)
      _ = try await archivist.submit(allow).requireLocation()
      try await archivist.submit(allow).requireStatus(409)
      let handing = try ShownForm(loan + "/giao", offeredOn: try await archivist.get(loan))
      _ = try await archivist.submit(handing).requireLocation()
      let back = try ShownForm(loan + "/nhan-lai", offeredOn: try await archivist.get(loan))
      let long = String(repeating: "thiếu ", count: 100)
      let tooLong = try await archivist.submit(back.typing(["tinh-trang": long]))
      try tooLong.requireStatus(422)
      #expect(tooLong.text.contains("thiếu thiếu thiếu"))
      try await app.requireStatuses(back, [(Cast.officerInCharge, 403), (Cast.headOfOffice, 403)])
      _ = try await archivist.submit(back.typing(["tinh-trang": "Đủ"])).requireLocation()
      try await officer.get(loan).requireText("Đã trả")
    }
  }

  @Test("labels, contents of a box and the register of loans are printed by who keeps or sees the store") func prints()
    async throws
  {
    try await withApp { app in
      let stored = try await stored(app)
      let (box, paper) = (PaperPaths.place(stored.box.id), PaperPaths.paper(stored.dossier.id))
      let wanted: [(path: String, statuses: [(actor: Actor, status: Int)])] = [
        ("\(box)/in/nhan.pdf", [(Cast.leader, 403), (Cast.officerInCharge, 404), (Cast.leaderOfAnotherAgency, 404)]),
        ("\(box)/in/muc-luc.pdf", [(Cast.officerInCharge, 404), (Cast.leaderOfAnotherAgency, 404)]),
        ("\(PaperPaths.place(stored.shelf.id))/in/muc-luc.pdf", [(Cast.archivist, 409)]),
        (
          "\(paper)/nhan.pdf",
          [(Cast.officerOfAnotherUnit, 404), (Cast.leaderOfAnotherAgency, 404), (Cast.leader, 403)]
        ),
        (
          "\(PaperPaths.loans)/in/so-2026.xlsx",
          [(Cast.officerInCharge, 403), (Cast.unitClerk, 403), (Cast.leader, 200)]
        ),
        ("\(PaperPaths.loans)/in/so-1.xlsx", [(Cast.leader, 404)]), (PaperPaths.places, [(Cast.officerInCharge, 403)]),
      ]
      for (path, statuses) in wanted {
        for (actor, status) in statuses {
          let answer = try await app.signedIn(as: actor).get(path)
          #expect(answer.status == status, "\(path), \(actor.postTitle)")
        }
      }
    }
  }
}
