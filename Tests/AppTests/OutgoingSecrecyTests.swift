import HTTPTypes
import IncomingDocuments
import Kernel
import Organization
import OutgoingDocuments
import TestSupport
import Testing

private let numberingPath = "/van-ban-di/cap-so"
private let subject = "Kiểm kê vật tư nổ công nghiệp"
private let plainLines = """
  Văn bản này có một đoạn đủ dài để lớp chữ được tin là đọc được
  không cần nhận dạng từ ảnh, gồm nhiều dòng chữ thường
  và nội dung riêng của văn bản thử nghiệm
  """

extension Browser {
  /// Numbers a paper letter with a file that nobody has read yet, on the clerk's word that it bears no mark.
  fileprivate func number(withFile line: String) async throws -> String {
    let form = try ShownForm(numberingPath, on: try await get(numberingPath))
    let typed = [
      "loai": "congVan", "trich-yeu": subject, "nguoi-ky": "Trần Văn Quang", "chuc-vu": "Tổng cục trưởng",
      "noi-nhan": "Sở Xây dựng tỉnh Lâm Sơn", "ghi-chu": "lời ghi riêng", "khong-mat": "1",
    ]
    let file = ChosenFile(name: "ten tep rieng.pdf", bytes: MadePDF.of([line]))
    let path = try await submit(form.typing(typed), files: [file]).requireLocation()
    return String(path.prefix { $0 != "?" })
  }

  fileprivate func press(_ action: String, on page: String, typing typed: [String: String] = [:]) async throws -> Answer
  {
    try await submit(try ShownForm(action, on: try await get(page)).typing(typed))
  }
}

extension TestApp {
  fileprivate func allWords() async throws -> String {
    var words = ""
    for (table, columns) in [
      ("outgoing_documents", "subject, signer_name, note"), ("outgoing_files", "name"), ("outgoing_texts", "text"),
      ("outgoing_quarantines", "facts"), ("outgoing_recipients", "name"), ("audit_entries", "sentence, changes"),
      ("jobs", "title, payload, progress_note"), ("notifications", "words"),
    ] { words += try await everything(in: table, columns: columns) }
    return words
  }
}

@Suite("MAT-05 dấu mật thấy trong tệp văn bản đi") struct OutgoingSecrecyTests {
  @Test("withheld from everybody, destroyed under two names, the number stays cancelled") func destroyed() async throws
  {
    try await withApp { app in
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      let path = try await clerk.number(withFile: "TUYỆT MẬT\n" + plainLines)
      let page = try await clerk.get(path)
      try page.requireText(subject)
      let file = try #require(page.markup.tags.compactMap { $0["href"] }.first { $0.hasPrefix("/tep-di/") })
      try await app.runJobs()
      let withheld = try await clerk.get(path)
      try withheld.requireText("đang niêm giữ")
      #expect(!withheld.words.contains(subject) && !withheld.words.contains("ten tep rieng"))
      #expect(try await clerk.get(file).status == 404)
      #expect(try await !clerk.get("/van-ban-di").words.contains(subject))
      #expect(try await !clerk.get("/tra-cuu?q=kiem+ke+vat+tu").words.contains(subject))
      #expect(try await app.count("outgoing_texts") == 0)
      for act in ["phat-hanh", "tep", "sua", "huy-so"] {
        #expect(try await clerk.send(.post, "\(path)/\(act)", form: [("ly-do", "x")]).status >= 400, "\(act)")
      }
      let (head, leader) = (
        try await app.signedIn(as: Cast.headOfOffice), try await app.signedIn(as: Cast.leader)
      )
      for who in [clerk, head, leader] { try await who.get("/viec-cua-toi").requireText("Xử lý niêm giữ") }
      #expect(try await clerk.press(path + "/dau-mat/xoa", on: path).status == 422, "nobody decides alone")
      try await head.press(path + "/dau-mat/xac-nhan", on: path).requireStatus(303)
      #expect(try await head.send(.post, path + "/dau-mat/xoa").status >= 400)
      #expect(try await leader.send(.post, path + "/dau-mat/xac-nhan").status >= 400)
      try await clerk.press(path + "/dau-mat/xoa", on: path).requireStatus(303)
      try await clerk.get(path).requireText("Đã hủy số")
      #expect(try app.filesKept() == [])
      let words = try await app.allWords()
      for gone in [subject, "lời ghi riêng", "ten tep rieng", "Lâm Sơn", "riêng của"] {
        #expect(!words.contains(gone), "«\(gone)» is still kept")
      }
      #expect(words.contains("đã xác nhận"))
      #expect(try await !clerk.get("/viec-cua-toi").words.contains("Xử lý niêm giữ"))
    }
  }

  @Test("no mark after all: with a reason it is as it was, read, and can be issued") func released() async throws {
    try await withApp { app in
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      let path = try await clerk.number(withFile: "MẬT\n" + plainLines)
      try await app.runJobs()
      let head = try await app.signedIn(as: Cast.headOfOffice)
      try await head.press(path + "/dau-mat/bo", on: path).requireStatus(422)
      try await head.press(path + "/dau-mat/bo", on: path, typing: ["ly-do": "chữ trong mẫu biểu"]).requireStatus(303)
      try await app.runJobs()
      let page = try await clerk.get(path)
      for text in [subject, "ten tep rieng.pdf", "Lâm Sơn", "Trần Văn Quang"] { try page.requireText(text) }
      try await clerk.get("/tra-cuu?q=kiem+ke+vat+tu").requireText(subject)
      #expect(try await app.count("outgoing_texts") == 1)
      #expect(try await app.count("outgoing_quarantines") == 0)
    }
  }

  @Test("a person who sees a mark that no reading found has it withheld; an officer cannot") func reported()
    async throws
  {
    try await withApp { app in
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      let path = try await clerk.number(withFile: plainLines)
      try await app.runJobs()
      let officer = try await app.signedIn(as: Cast.officerInCharge)
      #expect(try await officer.send(.post, path + "/dau-mat").status >= 400)
      #expect(try await app.count("outgoing_quarantines") == 0)
      try await clerk.press(path + "/dau-mat", on: path).requireStatus(303)
      try await clerk.get(path).requireText("Nguyễn Thị Hoa")
      #expect(try await app.count("outgoing_texts") == 0)
      #expect(try await !clerk.get("/viec-cua-toi").words.contains("Chờ phát hành"))
    }
  }
}
