import Access
import Dossiers
import Kernel
import Organization
import TestSupport
import Testing

@testable import App

private let plainLines = """
  Văn bản này có một đoạn đủ dài để lớp chữ được tin là đọc được
  không cần nhận dạng từ ảnh, gồm nhiều dòng chữ thường
  và nội dung riêng quang boc xit của văn bản thử nghiệm
  """

@Suite("HS-04 MAT-05 tài liệu của hồ sơ được đọc, tìm thấy, niêm giữ") struct OwnFilesOverHTTPTests {
  /// A dossier of the officer with this PDF in it; gives the path of the dossier and that of the file.
  private func filled(_ officer: Browser, _ lines: String) async throws -> (dossier: String, file: String) {
    let opening = try ShownForm("/ho-so/mo", on: try await officer.get("/ho-so/mo"))
    let contents = try await officer.submit(
      opening.typing(["tieu-de": "Kiểm kê vật tư năm nay", "thoi-han-bao-quan": "20"])
    ).requireLocation().prefix { $0 != "?" }
    let dossier = String(contents.replacing("/van-ban", with: ""))
    let adding = try ShownForm("\(dossier)/tai-lieu", on: try await officer.get("\(dossier)/van-ban"))
    _ = try await officer.submit(
      adding.typing(["tieu-de": "Biên bản riêng", "da-xem": "1"]),
      files: [ChosenFile(name: "ten tep rieng.pdf", bytes: MadePDF.of([lines]), field: "tep")]
    ).requireLocation()
    let page = try await officer.get("\(dossier)/van-ban")
    try page.requireText("đang đọc chữ")
    let file = try #require(
      page.markup.tags.compactMap { $0["href"] }.first { $0.hasPrefix("\(dossier)/muc/") && $0.hasSuffix("/xem") })
    return (dossier, file)
  }

  private func press(
    _ action: String, on page: String, by browser: Browser, typing typed: [String: String] = [:]
  ) async throws -> Answer {
    try await browser.submit(try ShownForm(action, on: try await browser.get(page)).typing(typed))
  }

  private func indexIsSound(_ app: TestApp) async throws -> Bool {
    try await IndexCheck(Modules.indexed, of: app.database).run(isMending: false) { _, _ in }.isSound
  }

  @Test("read by the tools, found by its words, the snippet shows them") func found() async throws {
    try await withApp { app in
      let officer = try await app.signedIn(as: Cast.officerInCharge)
      let (dossier, file) = try await filled(officer, plainLines)
      try await app.runJobs()
      let page = try await officer.get("\(dossier)/van-ban")
      #expect(!page.text.contains("đang đọc chữ"))
      try await officer.get(file).requireText("đã đọc, tìm được theo nội dung")
      let found = try await officer.get("/tra-cuu?q=quang+boc+xit")
      try found.requireText("Kiểm kê vật tư năm nay")
      try found.requireText("quang boc xit")
      let stranger = try await app.signedIn(as: Cast.officerOfAnotherUnit)
      #expect(try await !stranger.get("/tra-cuu?q=quang+boc+xit").words.contains("vật tư"))
      #expect(try await indexIsSound(app))
    }
  }

  @Test("a mark withholds it on every way; two people destroy it and nothing is left; no mark after all gives it back")
  func withheld() async throws {
    try await withApp { app in
      let officer = try await app.signedIn(as: Cast.officerInCharge)
      let (dossier, file) = try await filled(officer, "TUYỆT MẬT\n" + plainLines)
      let item = String(file.dropLast("/xem".count))
      try await app.runJobs()
      let contents = try await officer.get("\(dossier)/van-ban")
      try contents.requireText("Niêm giữ")
      #expect(!contents.words.contains("Biên bản riêng") && !contents.words.contains("ten tep rieng"))
      for path in [item, "\(file)/trang/1"] { try await officer.get(path).requireStatus(403) }
      let shown = try await officer.get(file)
      try shown.requireText("đang niêm giữ")
      #expect(!shown.words.contains("Biên bản riêng") && !shown.words.contains("Xóa hẳn"))
      #expect(try await !officer.get("/tra-cuu?q=quang+boc+xit").words.contains("vật tư"))
      try await officer.get("/thong-bao").requireText("nghi có dấu mật")
      try await officer.get("\(dossier)/ket-thuc").requireText("tài liệu đang niêm giữ")
      #expect(try app.drawn() == [])
      #expect(try await indexIsSound(app))
      let (clerk, head) = (
        try await app.signedIn(as: Cast.registryClerk), try await app.signedIn(as: Cast.headOfOffice)
      )
      for who in [clerk, head] { try await who.get("/viec-cua-toi").requireText("Xử lý niêm giữ") }
      #expect(try await press("\(item)/dau-mat/bo", on: file, by: head).status == 422, "without a reason")
      try await press("\(item)/dau-mat/bo", on: file, by: head, typing: ["ly-do": "mẫu biểu"]).requireStatus(303)
      try await app.runJobs()
      try await officer.get(file).requireText("Biên bản riêng")
      try await officer.get("/tra-cuu?q=quang+boc+xit").requireText("Kiểm kê vật tư năm nay")
      // Somebody sees it is one after all.
      try await press("\(item)/dau-mat", on: file, by: clerk).requireStatus(303)
      #expect(try app.drawn() == [])
      #expect(try await press("\(item)/dau-mat/xoa", on: file, by: clerk).status == 422, "nobody decides alone")
      try await press("\(item)/dau-mat/xac-nhan", on: file, by: head).requireStatus(303)
      try await press("\(item)/dau-mat/xoa", on: file, by: clerk).requireStatus(303)
      #expect(try app.filesKept() == [])
      var words = ""
      for (table, columns) in [
        ("dossier_items", "title, file_name"), ("dossier_texts", "text"), ("dossier_quarantines", "facts"),
        ("audit_entries", "sentence, changes"), ("search_texts", "exact"), ("notifications", "words"),
      ] { words += try await app.everything(in: table, columns: columns) }
      for gone in ["Biên bản riêng", "ten tep rieng", "boc xit"] {
        #expect(!words.contains(gone), "«\(gone)» is still kept")
      }
      try await clerk.get(file).requireStatus(404)
      #expect(try await !clerk.get("/viec-cua-toi").words.contains("Xử lý niêm giữ"))
      #expect(try await indexIsSound(app))
    }
  }
}
