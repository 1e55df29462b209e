import Documents
import Foundation
import Kernel
import Organization
import Papers
import TestSupport
import Testing

@testable import App

@Suite("Mẫu văn bản của cơ quan") struct TemplatesOverHTTPTests {
  private static func template(_ text: String) throws -> [UInt8] {
    let file = FileManager.default.temporaryDirectory.appending(path: "template-\(UUID().uuidString).docx")
    defer { try? FileManager.default.removeItem(at: file) }
    try WordSheet(title: "Mẫu", blocks: text.split(separator: "\n").map { .text(String($0)) }).write(to: file)
    return [UInt8](try Data(contentsOf: file))
  }

  private static let path = TemplatePaths.show(.congVan)

  private func upload(_ bytes: [UInt8], named name: String = "mau cua toi.docx", as browser: Browser) async throws
    -> Answer
  {
    let form = try ShownForm(Self.path, on: try await browser.get(Self.path))
    return try await browser.submit(form, files: [ChosenFile(name: name, bytes: bytes, field: "tep")])
  }

  @Test("the agency's own template takes the place of the system's and is filled, and the system's comes back")
  func wholeWay() async throws {
    try await withApp { app in
      let office = try await app.signedIn(as: Cast.headOfOffice)
      try await office.get(TemplatePaths.list).requireText("của hệ thống")
      let text = "{{co_quan_ban_hanh}} xin gửi {{kinh_gui}}: {{trich_yeu}}"
      _ = try await upload(Self.template(text), as: office).requireLocation()
      let page = try await office.get(Self.path)
      try page.requireText("mau cua toi.docx")
      try page.requireText("{{ky_hieu}} (ký hiệu)")
      try await office.get(TemplatePaths.list).requireText("thiếu: ký hiệu")

      var fields = LetterFields(
        type: .congVan, issuerName: "Tổng cục Địa chất", place: "Hà Nội", symbol: "TCĐC-VP", year: 2026,
        subject: "kiểm kê", signature: .head("Tổng cục trưởng"), signerName: "Trần Văn Quang")
      fields.addressees = ["Cục Bản đồ"]
      let desk = TemplateDesk(
        database: app.database, vault: app.installation.modules.vault, runner: await ToolRunner.detected())
      let target = FileManager.default.temporaryDirectory.appending(path: "draft-\(UUID().uuidString).docx")
      defer { try? FileManager.default.removeItem(at: target) }
      try await desk.write(fields, for: Cast.officerInCharge, to: target)
      #expect(try WordFile.document(of: target).text == "TỔNG CỤC ĐỊA CHẤT xin gửi Cục Bản đồ: kiểm kê")
      try await desk.write(fields, for: Cast.officerOfAnotherAgency, to: target)
      #expect(try WordFile.document(of: target).text.contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"))

      _ = try await office.submit(ShownForm(Self.path + "/mau-he-thong", on: page)).requireLocation()
      try await office.get(Self.path).requireText("Đang dùng mẫu của hệ thống")
      #expect(try await app.count("agency_templates") == 1)
      #expect(try await app.count("stored_files") == 1)
      #expect(try app.filesStaged() == [])
    }
  }

  @Test("a file without fields, a file that is no Word file and a stale page are refused, and nothing is kept")
  func refusals() async throws {
    try await withApp { app in
      let office = try await app.signedIn(as: Cast.headOfOffice)
      let empty = try await upload(Self.template("Không có gì để điền"), as: office)
      try empty.requireStatus(422)
      try empty.requireText("không có trường nào")
      let text = try await upload(Array("chữ".utf8), named: "a.txt", as: office)
      try text.requireStatus(422)
      try text.requireText("không phải tài liệu Word")
      #expect(try await app.count("stored_files") == 0)
      #expect(try app.filesStaged() == [])

      let stale = try ShownForm(Self.path, on: try await office.get(Self.path))
      _ = try await upload(Self.template("{{trich_yeu}}"), as: office).requireLocation()
      let late = try await office.submit(
        stale, files: [ChosenFile(name: "b.docx", bytes: Self.template("{{ky_hieu}}"), field: "tep")])
      try late.requireStatus(409)
      #expect(try await app.count("agency_templates") == 1)
      // The very same press again gets the same answer.
      _ = try await office.submit(
        stale, files: [ChosenFile(name: "mau cua toi.docx", bytes: Self.template("{{trich_yeu}}"), field: "tep")]
      ).requireLocation()
      #expect(try await app.count("agency_templates") == 1)
    }
  }

  @Test("others may look and download, not change") func rights() async throws {
    try await withApp { app in
      let officer = try await app.signedIn(as: Cast.officerInCharge)
      let page = try await officer.get(Self.path)
      try page.requireText("Chỉ chánh văn phòng và quản trị")
      let answer = try await officer.submit(
        ShownForm(Self.path, on: page),
        files: [ChosenFile(name: "a.docx", bytes: Self.template("{{trich_yeu}}"), field: "tep")])
      try answer.requireStatus(403)
      #expect(try await app.count("agency_templates") == 0)
      for type in DocumentType.administrative {
        try await officer.get(TemplatePaths.file(type)).requireStatus(200)
      }
    }
  }
}
