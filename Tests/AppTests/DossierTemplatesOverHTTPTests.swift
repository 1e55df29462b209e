import Database
import Dossiers
import FilePlans
import Kernel
import Organization
import TestSupport
import Testing

@testable import App

@Suite("HS-03 HS-05 mẫu hồ sơ, còn thiếu, hồ sơ con trên màn hình") struct DossierTemplatesOverHTTPTests {
  @Test("made once, read by all, changed by who keeps it; a dossier opened by it tells what is missing")
  func wholeWay() async throws {
    try await withApp { app in
      let keeper = try await app.signedIn(as: Cast.headOfOffice)
      let before = try await app.count("dossier_templates")
      let new = try await ShownForm("/ho-so/mau", on: keeper.get("/ho-so/mau/moi"))
        .typing(["viec": "luu", "ten-mau": "Thẩm định đề án mẫu", "ten-0": "Biên bản họp", "loai-0": "bienBan"])
      let more = try await keeper.submit(new.typing(["viec": "them-dong"]))
      try more.requireText("Thành phần 10")
      #expect(more.text.contains("Biên bản họp"))
      let nameless = try await keeper.submit(new.typing(["ten-mau": ""]))
      try nameless.requireStatus(422)
      try nameless.requireText("Nhập tên mẫu hồ sơ")
      let first = try await keeper.submit(new).requireLocation()
      #expect(try await keeper.submit(new).requireLocation() == first)
      #expect(try await app.count("dossier_templates") == before + 1)
      let template = try await app.database.read { transaction in
        try DossierTemplateStore(transaction).usable(by: Cast.officerInCharge)
          .first { $0.facts.name == "Thẩm định đề án mẫu" }
      }
      let path = "/ho-so/mau/\(try #require(template).id)"

      let change = try await ShownForm(path, on: keeper.get(path)).typing(["viec": "luu", "dung-khi": "Có đề án"])
      _ = try await keeper.submit(change).requireLocation()
      try await keeper.submit(change.typing(["dung-khi": "Khác"])).requireStatus(409)
      let officer = try await app.signedIn(as: Cast.officerInCharge)
      try await officer.get(path).requireText("Chỉ chánh văn phòng")
      try await app.signedIn(as: Cast.clerkOfAnotherAgency).get(path).requireStatus(404)

      let opening = try await officer.get("/ho-so/mo?mau=\(try #require(template).id)")
      let dossier = try await officer.submit(
        ShownForm("/ho-so/mo", on: opening).typing(["tieu-de": "Đề án Núi Voi", "thoi-han-bao-quan": "20"])
      ).requireLocation()
      let contents = try await officer.get(dossier)
      try contents.requireText("1: Biên bản họp")
      let id = dossier.replacing("/van-ban", with: "")
      let excusing = try ShownForm("\(id)/thanh-phan", on: contents).typing(["viec": "khong-co", "ly-do": ""])
      let unreasoned = try await officer.submit(excusing)
      try unreasoned.requireStatus(422)
      try unreasoned.requireText("Ghi lý do")
      _ = try await officer.submit(excusing.typing(["ly-do": "họp trực tuyến"])).requireLocation()
      try await officer.get(dossier).requireText("không có, vì họp trực tuyến")

      let part = try await ShownForm("\(id)/ho-so-con", on: officer.get(dossier))
      try await officer.submit(part.typing(["tieu-de": ""])).requireStatus(422)
      _ = try await officer.submit(part.typing(["tieu-de": "Lô số 1"])).requireLocation()
      try await officer.get("\(id)/ket-thuc").requireText("Hồ sơ con 01.KS.01 chưa kết thúc")
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      #expect(try await !clerk.get(dossier).text.contains("Mở hồ sơ con"))
    }
  }
}
