import Database
import Foundation
import Kernel
import Organization
import TestSupport
import Testing

@testable import App
@testable import Transfer

@Suite("Nhập sổ cũ trên màn hình") struct OldBookPagesTests {
  private static let table = """
    Ngày đến,Số đến,Tác giả,"Số, ký hiệu văn bản",Ngày tháng văn bản,Tên loại và trích yếu nội dung văn bản,Cột riêng
    03/01/2020,1,Sở Xây dựng,1/QĐ-SXD,02/01/2020,Quyết định: Phê duyệt dự án,Hòa Phú
    32/01/2020,2,Sở Xây dựng,2/SXD,02/01/2020,Công văn: Báo cáo,Hòa Phú
    """

  private static func upload(_ text: String, by clerk: Browser) async throws -> Answer {
    let page = try await clerk.get("/van-ban-den/so-cu")
    return try await clerk.submit(
      try ShownForm("/van-ban-den/so-cu", on: page),
      files: [ChosenFile(name: "so.csv", bytes: Array(text.utf8), field: "tep")])
  }

  private static func submit(
    _ act: String, of path: String, _ typed: [String: String], by clerk: Browser
  ) async throws -> Answer {
    let page = try await clerk.get(path)
    return try await clerk.submit(try ShownForm("\(path)/\(act)", on: page).typing(typed))
  }

  private static func batchPath(_ answer: Answer) throws -> String {
    let path = try answer.requireLocation()
    return String(path.prefix { $0 != "?" })
  }

  @Test("upload, trial run, mapping, error sheet, letting in: nothing is written before") func whole() async throws {
    try await withApp { app in
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      let started = try await Self.upload(Self.table, by: clerk)
      let path = try Self.batchPath(started)
      try await clerk.get(path).requireText("Đang kiểm tra")
      try await app.runJobs()
      let checked = try await clerk.get(path)
      try checked.requireText("2 dòng: 1 nhập được, 1 không nhập được")
      try checked.requireText("«32/01/2020» không phải ngày")
      #expect(try await app.count("incoming_documents") == 0)
      let sheet = try await clerk.get("\(path)/dong-loi")
      #expect(sheet.bytes.starts(with: Array("PK".utf8)))
      // Another column is read; the trial run goes over everything again.
      try await Self.submit("anh-xa", of: path, ["cot-6": "Description"], by: clerk).requireStatus(303)
      try await app.runJobs()
      let held = try await Self.submit("nhap", of: path, [:], by: clerk)
      try held.requireStatus(422)
      try held.requireText("Còn 1 dòng không nhập được")
      try await Self.submit("nhap", of: path, ["bo-qua": "1"], by: clerk).requireStatus(303)
      try await app.runJobs()
      try await clerk.get(path).requireText("1 văn bản của tệp này đã ở trong sổ")
      #expect(try await app.everything(in: "incoming_documents", columns: "subject, note") == "Phê duyệt dự án|Hòa Phú")
      // The same file again is the same batch.
      let again = try await Self.upload(Self.table, by: clerk)
      #expect(try Self.batchPath(again) == path)
      #expect(try app.filesStaged().count == 1)
    }
  }

  @Test("MAT-05 an upload with a secrecy mark is destroyed at once") func secrets() async throws {
    try await withApp { app in
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      let text = Self.table + "\n04/01/2020,3,Sở Xây dựng,3/SXD,02/01/2020,Công văn: TỐI MẬT về việc riêng,x\n"
      let started = try await Self.upload(text, by: clerk)
      try await app.runJobs()
      let page = try await clerk.get(try Self.batchPath(started))
      try page.requireText("dòng 4. Tệp tải lên đã được xóa khỏi hệ thống")
      #expect(!page.text.contains("việc riêng"))
      #expect(try app.filesStaged().isEmpty)
    }
  }

  @Test("only the agency's own clerks: others see neither the room nor the batch") func rights() async throws {
    try await withApp { app in
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      let started = try await Self.upload(Self.table, by: clerk)
      let path = try Self.batchPath(started)
      try await app.signedIn(as: Cast.clerkOfAnotherAgency).get(path).requireStatus(404)
      for actor in [Cast.officerInCharge, Cast.leader, Cast.administrator] {
        try await app.signedIn(as: actor).get("/van-ban-den/so-cu").requireStatus(403)
        try await app.signedIn(as: actor).get(path).requireStatus(403)
      }
      try await clerk.get("/van-ban-den").requireText("Nhập sổ cũ")
    }
  }
}
