import Database
import FileVault
import Foundation
import HTTPTypes
import Kernel
import Lists
import Organization
import Papers
import TestSupport
import Testing

@testable import App

@Suite("PL6-65 đến PL6-68 danh sách của riêng mình") struct ListToolsTests {
  private static let columns = "/danh-sach/van-ban-den/cot"
  private static let urgent = "/tim-da-luu?danh-sach=van-ban-den&loc=loai%3DcongVan"

  private static func heads(_ page: Answer) -> [String] {
    // The boxes by which rows are chosen stand before the columns and are none.
    page.markup.tags.filter { $0.name == "th" }.map(\.text).filter { $0 != "Chọn" }
  }

  private static func press(
    _ browser: Browser, _ path: String, _ name: String, _ value: String
  ) async throws -> Answer {
    let form = try ShownForm(path, on: try await browser.get(path)).typing([name: value])
    return try await browser.follow(try await browser.submit(form))
  }

  @Test("PL6-65 a column moved, hidden and shown stands so in the list, for this person alone") func columns()
    async throws
  {
    try await withApp { app in
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      _ = try await clerk.register()
      let usual = Self.heads(try await clerk.get("/van-ban-den"))
      #expect(usual.prefix(3) == ["Số đến", "Ngày đến", "Trích yếu"])
      _ = try await Self.press(clerk, Self.columns, "an", "ngay-den")
      _ = try await Self.press(clerk, Self.columns, "hien", "nguoi-ky")
      _ = try await Self.press(clerk, Self.columns, "len", "trich-yeu")
      let list = try await clerk.get("/van-ban-den")
      #expect(Self.heads(list).prefix(2) == ["Trích yếu", "Số đến"])
      #expect(Self.heads(list).last == "Người ký" && !Self.heads(list).contains("Ngày đến"))
      try list.requireText("Xếp theo số đến, mới nhất lên đầu")
      let other = try await app.signedIn(as: Cast.secondClerk)
      #expect(Self.heads(try await other.get("/van-ban-den")) == usual)
      _ = try await Self.press(clerk, Self.columns, "an", "trich-yeu")
      #expect(Self.heads(try await clerk.get("/van-ban-den")).contains("Trích yếu"), "it opens the row")
      _ = try await Self.press(clerk, Self.columns, "thuong-dung", "1")
      #expect(Self.heads(try await clerk.get("/van-ban-den")) == usual)
      try await clerk.get("/danh-sach/khong-co/cot").requireStatus(404)
    }
  }

  @Test("PL6-66 kept under a name, pinned, opened from «Việc của tôi», thrown away and had back") func saved()
    async throws
  {
    try await withApp { app in
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      _ = try await clerk.register()
      try await clerk.get("/van-ban-den?loai=congVan").requireText("Lưu tìm kiếm")
      let form = try ShownForm("/tim-da-luu", on: try await clerk.get(Self.urgent))
      let empty = try await clerk.submit(form.typing(["ten": ""]))
      try empty.requireStatus(422)
      try empty.requireText("Chưa đặt tên cho tìm kiếm.")
      let answer = try await clerk.submit(form.typing(["ten": "Công văn đến", "ghim": "1"]))
      #expect(try answer.requireLocation() == "/van-ban-den?loai=congVan")
      #expect(
        try await clerk.submit(form.typing(["ten": "Công văn đến"])).requireLocation() == "/van-ban-den?loai=congVan")
      #expect(try await app.count("saved_searches") == 1, "a second press keeps one")
      let again = try ShownForm("/tim-da-luu", on: try await clerk.get(Self.urgent))
      let twice = try await clerk.submit(again.typing(["ten": "Công văn đến"]))
      try twice.requireStatus(422)
      try twice.requireText("Đã có tìm kiếm tên «Công văn đến».")
      let home = try await clerk.get("/viec-cua-toi")
      let link = try #require(home.markup.tags.first { $0.name == "a" && $0.text == "Công văn đến" }?["href"])
      #expect(try await clerk.get(link).requireLocation() == "/van-ban-den?loai=congVan")
      let stranger = try await app.signedIn(as: Cast.secondClerk)
      try await stranger.get(link).requireStatus(404)
      for act in ["ghim", "bo", "lay-lai"] {
        try await stranger.send(.post, "\(link)/\(act)", form: try await Self.sealed(stranger)).requireStatus(404)
      }
      _ = try await Self.press(clerk, "/tim-da-luu", "\(link)/doi-ten", ["ten": "Mọi công văn"])
      try await clerk.get("/viec-cua-toi").requireText("Mọi công văn")
      _ = try await Self.press(clerk, "/tim-da-luu", "\(link)/bo", [:])
      #expect(try await !clerk.get("/viec-cua-toi").words.contains("Mọi công văn"))
      _ = try await Self.press(clerk, "/tim-da-luu", "\(link)/lay-lai", [:])
      try await clerk.get("/viec-cua-toi").requireText("Mọi công văn")
    }
  }

  private static func sealed(_ browser: Browser) async throws -> [(String, String)] {
    try ShownForm("/tim-da-luu", on: try await browser.get(urgent)).fields.map { ($0.name, $0.value) }
  }

  private static func press(
    _ browser: Browser, _ page: String, _ action: String, _ typed: [String: String]
  ) async throws -> Answer {
    let form = try ShownForm(action, on: try await browser.get(page)).typing(typed)
    return try await browser.follow(try await browser.submit(form))
  }

  private static func export(_ browser: Browser, _ address: String, _ format: String) async throws {
    let path = "/ket-xuat?danh-sach=van-ban-den&loc=\(Browser.escaped(address))"
    let form = try ShownForm("/ket-xuat", on: try await browser.get(path)).typing(["dang-tep": format])
    let answer = try await browser.follow(try await browser.submit(form))
    try answer.requireText("Đã nhận việc kết xuất «Văn bản đến».")
  }

  private static func files(_ browser: Browser) async throws -> [String] {
    try await browser.get("/ket-xuat").markup.tags.filter { $0.name == "a" && $0["download"] != nil }
      .compactMap { $0["href"] }
  }

  @Test("PL6-68 the rows behind the filters, with the chosen columns, as Excel, Word and PDF") func exported()
    async throws
  {
    try await withApp { app in
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      _ = try await clerk.register()
      var plan = usualLetter
      plan["type"] = "keHoach"
      plan["numberText"] = "153"
      plan["subject"] = "Kế hoạch tuần tra bờ biển"
      _ = try await clerk.register(plan)
      _ = try await Self.press(clerk, Self.columns, "an", "noi-gui")
      for format in ["xlsx", "docx", "doc", "pdf"] { try await Self.export(clerk, "loai=keHoach", format) }
      try await app.runJobs()
      let files = try await Self.files(clerk)
      try #require(files.count == 4)
      try await clerk.get("/ket-xuat").requireText("Loại: Kế hoạch")
      let runner = await ToolRunner.detected()
      for (path, kind) in zip(files, [FileKind.pdf, .doc, .docx, .xlsx]) {
        let answer = try await clerk.get(path)
        try answer.requireStatus(200)
        let text = try await runner.withFolder { folder in
          let file = folder.appending(path: "file.\(kind)")
          try Data(answer.bytes).write(to: file)
          #expect(try FileVerdict.judging(file) == FileVerdict(kind: kind))
          return try await Self.text(of: file, kind, runner, folder)
        }
        #expect(text.contains("Kế hoạch tuần tra bờ biển") && text.contains("153/SNNMT-KS"), "\(kind)")
        #expect(!text.contains("đá vôi") && !text.contains("Nơi gửi"), "\(kind): \(text)")
        #expect(text.contains("kết xuất lúc"), "\(kind) lacks who took it and when: \(text)")
      }
      try await app.signedIn(as: Cast.secondClerk).get(files[0]).requireStatus(404)
    }
  }

  private static func text(
    of file: URL, _ kind: FileKind, _ runner: ToolRunner, _ folder: URL
  ) async throws -> String {
    var shown = file
    if kind != .pdf {
      shown = folder.appending(path: "shown.pdf")
      try await OfficeConversion(runner: runner).convert(file, kind: kind, to: .pdf, target: shown)
    }
    return try await PDFTool(runner: runner).text(of: shown).flatMap(\.words).map(\.text).joined(separator: " ")
  }

  @Test("PL6-68 a file is forgotten after a week, and never made for a post that is gone") func forgotten() async throws
  {
    let clock = TestClock()
    try await withApp(clock: clock) { app in
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      _ = try await clerk.register()
      try await Self.export(clerk, "", "xlsx")
      try await app.runJobs()
      let file = try #require(try await Self.files(clerk).first)
      #expect(try await app.filesKept().count == 1)
      try await clerk.get(file).requireStatus(200)
      try await Self.export(clerk, "", "xlsx")
      try await app.database.write { transaction in
        try transaction.run("UPDATE posts SET ended_on = '2026-11-01' WHERE id = \(Cast.registryClerk.post)")
      }
      try await app.runJobs()
      #expect(try await app.count("stored_files") == 1, "the second was not made")
      clock.advance(by: .seconds(9 * 86_400))
      try await app.runJobs()
      #expect(try await app.count("list_exports") == 0)
      #expect(try await app.count("stored_files") == 0)
      #expect(try await app.filesKept().isEmpty)
    }
  }
}
