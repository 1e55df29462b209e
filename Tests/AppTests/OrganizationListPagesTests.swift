import Database
import Foundation
import Kernel
import Organization
import TestSupport
import Testing

@testable import App
@testable import Transfer

@Suite("Nhập cơ cấu tổ chức trên màn hình") struct OrganizationListPagesTests {
  private static let path = "/quan-tri/nhap-du-lieu"
  private static let list = """
    Họ và tên,Mã CBCC,Chức vụ,Đơn vị công tác
    Tạ Văn Một,S1,Vụ trưởng,KS
    Tạ Văn Hai,S2,Chuyên viên,PC
    Tạ Văn Ba,S3,Chuyên viên,KHÔNG
    """

  private static func upload(_ bytes: [UInt8], named name: String, by person: Browser) async throws -> Answer {
    let page = try await person.get(path)
    return try await person.submit(
      try ShownForm(path, on: page), files: [ChosenFile(name: name, bytes: bytes, field: "tep")])
  }

  private static func submit(
    _ act: String, of batch: String, _ typed: [String: String], by person: Browser
  ) async throws -> Answer {
    let page = try await person.get(batch)
    return try await person.submit(try ShownForm("\(batch)/\(act)", on: page).typing(typed))
  }

  private static func batchPath(_ answer: Answer) throws -> String {
    String(try answer.requireLocation().prefix { $0 != "?" })
  }

  @Test("upload, trial run, columns and values chosen on the screen, error sheet, letting in") func whole() async throws
  {
    try await withApp { app in
      let administrator = try await app.signedIn(as: Cast.administrator)
      let batch = try Self.batchPath(
        try await Self.upload(Array(Self.list.utf8), named: "can-bo.csv", by: administrator))
      try await administrator.get(batch).requireText("Đang kiểm tra")
      try await app.runJobs()
      let people = try await app.count("people")
      try await administrator.get(batch).requireText("3 dòng: 0 có việc để nhập, 0 không đổi gì, 3 không nhập được")
      // One column is both the title and, in other words, the roles.
      let wrong = try await Self.submit(
        "anh-xa", of: batch, ["cot-2": "Title+Roles", "doi-Roles": "Vụ trưởng"], by: administrator)
      try wrong.requireStatus(422)
      try wrong.requireText("«Vụ trưởng» chưa đúng")
      #expect(wrong.text.contains(">Vụ trưởng</textarea>") || wrong.text.contains("\nVụ trưởng</textarea>"))
      try await Self.submit(
        "anh-xa", of: batch,
        ["cot-2": "Title+Roles", "doi-Roles": "Vụ trưởng = Lãnh đạo đơn vị\r\n* = Chuyên viên"], by: administrator
      ).requireStatus(303)
      try await app.runJobs()
      let checked = try await administrator.get(batch)
      try checked.requireText(
        "2 có việc để nhập, 0 không đổi gì, 1 không nhập được. Nhập thì thêm 2 người, 2 chức danh")
      try checked.requireText("Không có đơn vị «KHÔNG»")
      #expect(try await app.count("people") == people)
      #expect(try await administrator.get("\(batch)/dong-loi").bytes.starts(with: Array("PK".utf8)))
      let held = try await Self.submit("nhap", of: batch, [:], by: administrator)
      try held.requireStatus(422)
      try await Self.submit("nhap", of: batch, ["bo-qua": "1"], by: administrator).requireStatus(303)
      try await app.runJobs()
      let done = try await administrator.get(batch)
      try done.requireText("Thêm 2 người, 2 chức danh")
      #expect(try await app.count("people") == people + 2)
      try await administrator.get(Self.path).requireText("can-bo.csv")
      // The same file again is the same batch: nothing more comes of it.
      let again = try Self.batchPath(
        try await Self.upload(Array(Self.list.utf8), named: "can-bo.csv", by: administrator))
      #expect(again == batch)
      #expect(try app.filesStaged().count == 1)
    }
  }

  @Test("a template, filled in with Excel's own cells, comes in; its example row does not") func templates()
    async throws
  {
    try await withApp { app in
      let administrator = try await app.signedIn(as: Cast.administrator)
      for name in ["co-quan", "don-vi", "nguoi-va-chuc-danh"] {
        let template = try await administrator.get("\(Self.path)/mau/\(name).xlsx")
        try template.requireStatus(200)
        let batch = try Self.batchPath(
          try await Self.upload(template.bytes, named: "\(name).xlsx", by: administrator))
        try await app.runJobs()
        try await administrator.get(batch).requireText("0 dòng: 0 có việc để nhập")
      }
      try await app.signedIn(as: Cast.registryClerk).get("\(Self.path)/mau/co-quan.xlsx").requireStatus(403)
    }
  }

  @Test("administrators only, each agency its own; the same file may also be an old book") func rights() async throws {
    try await withApp { app in
      let administrator = try await app.signedIn(as: Cast.administrator)
      let bytes = Array(Self.list.utf8)
      let batch = try Self.batchPath(try await Self.upload(bytes, named: "a.csv", by: administrator))
      try await app.signedIn(as: Cast.administratorOfAnotherAgency).get(batch).requireStatus(404)
      for actor in [Cast.registryClerk, Cast.leader, Cast.officerInCharge] {
        try await app.signedIn(as: actor).get(Self.path).requireStatus(403)
        try await app.signedIn(as: actor).get(batch).requireStatus(403)
      }
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      let books = "/van-ban-den/so-cu"
      let asBook = try await clerk.submit(
        try ShownForm(books, on: try await clerk.get(books)),
        files: [ChosenFile(name: "a.csv", bytes: bytes, field: "tep")])
      let other = try Self.batchPath(asBook)
      #expect(other.hasPrefix(books) && other.split(separator: "/").last != batch.split(separator: "/").last)
      let key = try #require(batch.split(separator: "/").last)
      try await clerk.get("\(books)/\(key)").requireStatus(404)
    }
  }
}
