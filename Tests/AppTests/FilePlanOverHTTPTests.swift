import Database
import FilePlans
import Foundation
import Kernel
import Organization
import Papers
import TestSupport
import Testing

@testable import App

@Suite("HS-01 PL6-41 danh mục hồ sơ trên màn hình") struct FilePlanOverHTTPTests {
  private static let path = FilePlanPaths.show(2026)
  private static let newEntry = "\(path)/ho-so/moi"

  /// A plan with one heading; gives the archivist's browser.
  private func begun(_ app: TestApp) async throws -> Browser {
    let archivist = try await app.signedIn(as: Cast.archivist)
    let page = try await archivist.get(Self.path)
    _ = try await archivist.submit(ShownForm("\(Self.path)/lap", on: page)).requireLocation()
    let heading = try ShownForm("\(Self.path)/de-muc/moi", on: try await archivist.get("\(Self.path)/de-muc/moi"))
    _ = try await archivist.submit(heading.typing(["tieu-de": "Khoáng sản", "viet-tat": "KS"])).requireLocation()
    return archivist
  }

  private func entryForm(_ browser: Browser) async throws -> ShownForm {
    try ShownForm(Self.newEntry, on: try await browser.get(Self.newEntry))
  }

  @Test("a refused form keeps what was typed; a second press adds nothing; a stale page overwrites nothing")
  func forms() async throws {
    try await withApp { app in
      _ = try await begun(app)
      let unit = try await app.signedIn(as: Cast.unitHead)
      let typed = try await entryForm(unit).typing(["tieu-de": "Cấp phép thăm dò", "thoi-han": "mãi mãi"])
      let refused = try await unit.submit(typed)
      try refused.requireStatus(422)
      try refused.requireText("Ghi «Vĩnh viễn» hoặc số năm")
      var again = try ShownForm(Self.newEntry, on: refused)
      #expect(again["tieu-de"] == "Cấp phép thăm dò" && again["thoi-han"] == "mãi mãi")
      again["thoi-han"] = "vv"
      for _ in 0..<2 { _ = try await unit.submit(again).requireLocation() }
      #expect(try await app.count("file_plan_entries") == 1)

      let entry = try await app.database.read {
        try $0.rows("SELECT id FROM file_plan_entries")[0].get("id", as: Int64.self)
      }
      let path = "\(Self.path)/ho-so/\(entry)"
      let stale = try ShownForm(path, on: try await unit.get(path))
      _ = try await unit.submit(stale.typing(["tieu-de": "Cấp phép thăm dò khoáng sản"])).requireLocation()
      let late = try await unit.submit(stale.typing(["tieu-de": "Tên cũ"]))
      try late.requireStatus(409)
      try await unit.get(Self.path).requireText("Cấp phép thăm dò khoáng sản")
    }
  }

  @Test("a secrecy mark leaves its line and nothing else") func secrecy() async throws {
    try await withApp { app in
      let archivist = try await begun(app)
      let refused = try await archivist.submit(
        try await entryForm(archivist).typing(["tieu-de": "TUYỆT MẬT kế hoạch", "thoi-han": "20"]))
      try refused.requireStatus(422)
      #expect(!refused.text.contains("TUYỆT MẬT kế hoạch"))
      #expect(try await app.count("file_plan_entries") == 0)
    }
  }

  @Test("who may not is told why; another agency finds nothing; nobody proposes an empty plan") func rights()
    async throws
  {
    try await withApp { app in
      let archivist = try await begun(app)
      let page = try await archivist.get(Self.path)
      try page.requireText("chưa có hồ sơ nào")
      let empty = try await archivist.submit(ShownForm("\(Self.path)/trinh-duyet", on: page))
      try empty.requireStatus(409)
      let officer = try await app.signedIn(as: Cast.officerInCharge)
      try await officer.get("\(Self.path)/de-muc/moi").requireStatus(403)
      try await officer.get("\(Self.path)/tu-tep").requireStatus(403)
      let leader = try await app.signedIn(as: Cast.leader)
      try await leader.get("\(Self.path)/tra-lai").requireStatus(409)
      try await leader.get(Self.newEntry).requireStatus(403)
      let other = try await app.signedIn(as: Cast.clerkOfAnotherAgency)
      try await other.get(Self.path).requireText("Chưa có danh mục hồ sơ năm 2026")
      try await other.get(Self.newEntry).requireStatus(404)
      try await other.get("\(Self.path)/danh-muc-ho-so.pdf").requireStatus(404)
      try await other.get("/ho-so/danh-muc/hai").requireStatus(404)
    }
  }

  @Test("the table of retention comes from a file and proposes a term with its row as the reason")
  func retention() async throws {
    try await withApp { app in
      let archivist = try await begun(app)
      let target = FileManager.default.temporaryDirectory.appending(path: "terms-\(UUID().uuidString).xlsx")
      defer { try? FileManager.default.removeItem(at: target) }
      try SpreadsheetFile(
        sheetName: "Bảng", titleLines: ["BẢNG THỜI HẠN"],
        columns: [.init("STT", width: 5), .init("Tên nhóm hồ sơ, tài liệu", width: 40), .init("Thời hạn", width: 15)],
        footer: ""
      ).write(
        [
          .init([.empty, .text("1. Khoáng sản"), .empty]),
          .init([.number(1), .text("Hồ sơ cấp giấy phép thăm dò"), .text("Vĩnh viễn")]),
          .init([.number(2), .text("Hồ sơ xe ô tô"), .text("lâu")]),
        ], to: target)
      let path = "/ho-so/thoi-han/moi"
      let form = try ShownForm(path, on: try await archivist.get(path)).typing([
        "ten": "Bảng ngành", "co-quan": "Bộ Tài nguyên", "so-van-ban": "10/2026/TT-BTN", "hieu-luc": "1/7/2026",
      ])
      let file = ChosenFile(name: "bang.xlsx", bytes: [UInt8](try Data(contentsOf: target)), field: "tep")
      let look = try await archivist.follow(try await archivist.submit(form, files: [file]))
      try look.requireText("Không hiểu thời hạn «lâu»")
      #expect(try await app.count("retention_schedules") == 0)
      #expect(try app.filesStaged() == [])
      let confirm = try ShownForm("\(look.path)/xac-nhan", on: look)
      try await archivist.submit(confirm).requireStatus(409)
      let done = try await archivist.follow(try await archivist.submit(confirm.typing(["bo-qua": "1"])))
      try done.requireText("Hồ sơ cấp giấy phép thăm dò")
      try await archivist.get("/ho-so/thoi-han").requireText("Đang áp dụng")

      let typed = try await entryForm(archivist).typing(["tieu-de": "Cấp phép thăm dò mỏ Khe Sim", "lam": "goi-y"])
      let proposed = try await archivist.submit(typed)
      try proposed.requireText("Dòng 1, Khoáng sản: «Hồ sơ cấp giấy phép thăm dò»")
      var taken = try ShownForm(Self.newEntry, on: proposed)
      taken["thoi-han-chon"] = "permanent"
      let filled = try ShownForm(Self.newEntry, on: try await archivist.submit(taken))
      #expect(filled["thoi-han"] == "Vĩnh viễn" && filled["tieu-de"] == "Cấp phép thăm dò mỏ Khe Sim")
      let wrong = try await archivist.submit(
        form, files: [ChosenFile(name: "a.txt", bytes: Array("chữ".utf8), field: "tep")])
      try wrong.requireStatus(422)
      #expect(try app.filesStaged() == [])
    }
  }
}
