import Kernel
import Organization
import TestSupport
import Testing

@testable import App
@testable import Transfer

@Suite("Danh sách văn bản đến") struct IncomingListTests {
  private static func subjects(_ page: Answer) -> [String] {
    page.markup.tags.filter { $0.name == "a" && $0["data-open"] != nil }.map(\.text)
  }

  @Test("lines of an old book ask for no file; what is registered without one does") func oldLines() async throws {
    try await OldBook.use { book in
      try book.write(
        (1...3).map { (day: Int) in OldBook.line(day, "0\(day)/01/2020", "\(day)/SXD", "Văn bản cũ \(day)") }.joined(
          separator: "\n"))
      let problems = try await book.run().problems
      #expect(problems == [])
      let clerk = try await book.app.signedIn(as: Cast.registryClerk)
      try await clerk.get("/viec-cua-toi").requireText("Không có việc nào chờ")
      let none = try await clerk.get("/van-ban-den?chua-co-tep=1")
      try none.requireText("Không có văn bản nào khớp bộ lọc")
      let subjects = Self.subjects(try await clerk.get("/van-ban-den"))
      #expect(subjects == ["Văn bản cũ 3", "Văn bản cũ 2", "Văn bản cũ 1"])
      let path = try await clerk.register()
      for page in [
        "/van-ban-den?chua-co-tep=1", "/van-ban-den?chua-co-tep=1&tim=ki%E1%BB%83m", "/van-ban-den?xu-ly=registered",
        "/van-ban-den?xu-ly=registered&tim=ki%E1%BB%83m",
      ] {
        let links = try await clerk.get(page).markup.tags.filter { $0["data-open"] != nil }.compactMap { $0["href"] }
        #expect(links == [path], "\(page)")
      }
      let work = try await clerk.get("/viec-cua-toi").markup.tags.filter { $0["data-open"] != nil }
      #expect(work.compactMap { $0["href"] } == ["\(path)/trinh"], "its file is to come too: it is counted once")
      #expect(try await Self.subjects(clerk.get("/van-ban-den?chua-co-tep=1&tim=van+ban")) == [])
      #expect(try await Self.subjects(clerk.get("/van-ban-den?xu-ly=registered&tim=van+ban")) == [])
      _ = try await clerk.send("\(path)/trinh", ["vai-p\(Cast.leader.post)": "1"])
      let left = try await clerk.get("/viec-cua-toi").markup.tags.filter { $0["data-open"] != nil }
      #expect(left.compactMap { $0["href"] } == [path], "presented, and its file is still to come")
    }
  }

  @Test("what awaits a file is counted whole and read page by page") func awaiting() async throws {
    try await withApp { app in
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      for number in 1...52 {
        _ = try await clerk.register(
          usualLetter.merging(["numberText": "\(number)", "subject": "Thư \(number)"]) { $1 })
      }
      let work = try await clerk.get("/viec-cua-toi")
      let links = work.markup.tags.filter { $0.name == "a" && $0.text.hasPrefix("Xem cả 52") }.compactMap { $0["href"] }
      #expect(links.first == "/van-ban-den?xu-ly=registered", "those to be presented stand before")
      #expect(try await Self.subjects(clerk.get(links[0])).count == 50)
      let first = try await clerk.get("/van-ban-den?chua-co-tep=1")
      #expect(Self.subjects(first).count == 50)
      let older = try #require(first.markup.tags.first { $0["href"]?.contains("truoc=") == true }?["href"])
      #expect(older.contains("chua-co-tep=1"))
      #expect(Self.subjects(try await clerk.get(older)) == ["Thư 2", "Thư 1"])
    }
  }

  @Test("words and filters hold together, however many newer documents hold the words; a wrong day is told")
  func wordsAndFilters() async throws {
    try await OldBook.use { book in
      let newer = (1...1010).map { (number: Int) in
        OldBook.line(number, "05/01/2020", "\(number)/SXD", "Kế hoạch phòng chống bão")
      }
      let older = [
        OldBook.line(1, "05/01/2001", "1/STC", "Kế hoạch đắp đê"),
        OldBook.line(2, "06/01/2001", "2/QĐ-STC", "Kế hoạch phá rừng"),
        OldBook.line(3, "07/01/2001", "3/STC", "Mời họp"),
      ]
      try book.write((newer + older).joined(separator: "\n"))
      try await book.run()
      let clerk = try await book.app.signedIn(as: Cast.registryClerk)
      func shown(_ query: String) async throws -> [String] {
        Self.subjects(try await clerk.get("/van-ban-den?\(query)"))
      }
      #expect(try await shown("tim=ke+hoach&den=31/12/2001") == ["Kế hoạch phá rừng", "Kế hoạch đắp đê"])
      #expect(try await shown("tim=ke+hoach&den=31/12/2001&loai=congVan") == ["Kế hoạch đắp đê"])
      #expect(try await shown("tim=ke+hoach+-rung&tu=1/1/2001&den=31/12/2001") == ["Kế hoạch đắp đê"])
      let page = try await clerk.get("/van-ban-den?tim=bao")
      #expect(Self.subjects(page).count == 50)
      let next = try #require(page.markup.tags.first { $0["href"]?.contains("truoc=") == true }?["href"])
      #expect(Self.subjects(try await clerk.get(next)).count == 50)
      let wrong = try await clerk.get("/van-ban-den?tim=ke+hoach&den=31/2/2001")
      try wrong.requireText("«31/2/2001» không phải là ngày có thật")
    }
  }
}
