import Database
import Kernel
import Organization
import TestSupport
import Testing

@testable import Identity

@Suite("Administration, in the browser") struct AdministrationPagesTests {
  private static let pages = [
    "/quan-tri", "/quan-tri/cap-co-quan", "/quan-tri/cap-co-quan/1", "/quan-tri/co-quan/11", "/quan-tri/co-quan/11/ten",
    "/quan-tri/co-quan/11/thong-tin", "/quan-tri/co-quan/11/ma-dinh-danh", "/quan-tri/co-quan/11/thoi-hoat-dong",
    "/quan-tri/co-quan/11/truc-thuoc", "/quan-tri/co-quan/11/don-vi", "/quan-tri/co-quan/11/nguoi",
    "/quan-tri/don-vi/105", "/quan-tri/don-vi/105/ten", "/quan-tri/don-vi/105/thong-tin",
    "/quan-tri/don-vi/105/thoi-hoat-dong", "/quan-tri/nguoi", "/quan-tri/nguoi/danh-sach?q=ho", "/quan-tri/nguoi/204",
    "/quan-tri/nguoi/204/ten", "/quan-tri/nguoi/204/thong-tin", "/quan-tri/nguoi/204/chuc-danh",
    "/quan-tri/chuc-danh/1004", "/quan-tri/chuc-danh/1004/sua", "/quan-tri/chuc-danh/1004/quyen",
    "/quan-tri/chuc-danh/1004/thoi-giu", "/quan-tri/tai-khoan", "/quan-tri/tai-khoan?loc=khoa",
    "/quan-tri/tai-khoan?loc=khong-dung", "/quan-tri/tai-khoan/cua/204",
  ]

  @Test("every page opens for the administrator and for nobody else") func access() async throws {
    try await withSite { window, _ in
      let (clerk, otherAdmin) = (window.another, window.another)
      try await window.signIn(Cast.administrator)
      try await clerk.signIn(Cast.registryClerk)
      try await otherAdmin.signIn(Cast.administratorOfAnotherAgency)
      for path in Self.pages {
        #expect(try await window.get(path).status == 200, "\(path)")
        if path == "/quan-tri/nguoi/204/chuc-danh" { continue }
        #expect(try await clerk.get(path).status == 403, "\(path)")
        let isOwnList =
          ["/quan-tri", "/quan-tri/nguoi", "/quan-tri/tai-khoan"].contains(String(path.prefix { $0 != "?" }))
          || path.contains("danh-sach")
        #expect(try await otherAdmin.get(path).status == (isOwnList ? 200 : 403), "\(path)")
      }
      #expect(try await window.get("/quan-tri/co-quan/999").status == 404)
      #expect(try await window.get("/quan-tri/co-quan/abc").status == 404)
    }
  }

  @Test("a refused form comes back with everything typed and every reason; then it is taken") func refusedForm()
    async throws
  {
    try await withSite { window, database in
      try await window.signIn(Cast.administrator)
      let path = "/quan-tri/co-quan/11/truc-thuoc"
      try await window.get(path)
      let typed = [
        ("ten", "Viện Đá <quý> & Ngọc"), ("viet-tat", "VĐQ"), ("cap", ""), ("dia-danh", "Yên Bái"),
        ("ma-dinh-danh", "sai"), ("ma-cu", ""), ("chu-quan", ""), ("thu-tu", "7"), ("tu-ngay", "32/1"),
      ]
      let key = window.hidden(["khoa-gui"])
      let refused = try await window.post(path, typed + key)
      #expect(refused.status == 422)
      #expect(window.value(of: "ten") == "Viện Đá &lt;quý&gt; &amp; Ngọc")
      #expect(window.value(of: "tu-ngay") == "32/1" && window.value(of: "ma-dinh-danh") == "sai")
      for reason in ["Hãy chọn cấp", "Mã định danh gồm", "Hãy nhập ngày"] { #expect(refused.text.contains(reason)) }
      let fixed =
        typed.filter { !["cap", "ma-dinh-danh", "tu-ngay"].contains($0.0) }
        + [("cap", "6"), ("ma-dinh-danh", "Y98.05.09"), ("tu-ngay", "0511")]
      let added = try await window.post(path, fixed + key)
      #expect(added.status == 303)
      let again = try await window.getThenPost(path, path, fixed + key)
      #expect(again.location == added.location, "a second press gets the first answer")
      let names = try await database.read { try OrganizationStore($0).allAgencies().map(\.name) }
      #expect(names.filter { $0.hasPrefix("Viện") } == ["Viện Đá <quý> & Ngọc"])
    }
  }

  @Test("a stale form is refused twice, overwrites nothing and keeps what was typed") func staleForm() async throws {
    try await withSite { window, database in
      try await window.signIn(Cast.administrator)
      let other = window.another
      try await other.signIn(Cast.administrator)
      let path = "/quan-tri/don-vi/107/thong-tin"
      try await window.get(path)
      try await other.get(path)
      let version = window.hidden(["phien-ban"])
      let fields = [("loai", "department"), ("thuoc-don-vi", ""), ("thu-tu", "7")]
      #expect(try await other.post(path, fields + [("viet-tat", "TC1")] + version).status == 303)
      for _ in 1...2 {
        let stale = try await window.post(path, fields + [("viet-tat", "TC2")] + window.hidden(["phien-ban"]))
        #expect(stale.status == 409)
        #expect(stale.text.contains("đã được Phan Anh Tuấn"))
        #expect(window.value(of: "viet-tat") == "TC2")
      }
      #expect(try await database.read { try OrganizationStore($0).unit(UnitID(107)).abbreviation } == "TC1")
    }
  }

  @Test("a new colleague: person, post, account, first sign-in") func newColleague() async throws {
    try await withSite { window, _ in
      try await window.signIn(Cast.administrator)
      try await window.get("/quan-tri/co-quan/11/nguoi")
      let person = try #require(
        try await window.post("/quan-tri/co-quan/11/nguoi", [("ten", "Lê Văn Một"), ("ma-can-bo", "")]).location)
      try await window.get(person + "/chuc-danh")
      let opened = try await window.post(
        person + "/chuc-danh",
        [
          ("don-vi", "105"), ("chuc-danh", "Chuyên viên"), ("thu-tu", "100"), ("tu-ngay", "hn"),
          ("quyen-officer", "1"), ("quyen-archivist", "1"),
        ])
      #expect(opened.status == 303)
      #expect(try await window.get(person).text.contains("Chuyên viên, Lưu trữ"))
      let account = person.replacing("/nguoi/", with: "/tai-khoan/cua/")
      try await window.get(account)
      #expect(window.value(of: "ten") == "motlv")
      let created = try await window.post(account, [("ten", "motlv")])
      let password = try #require(created.text.firstMatch(of: /<code>([^<]+)<\/code>/)?.1)
      #expect(try await !window.get(account).text.contains(password), "shown once")
      let newcomer = window.another
      let signedIn = try await newcomer.post("/dang-nhap", [("ten", "motlv"), ("mat-khau", String(password))])
      #expect(signedIn.status == 303)
      #expect(try await newcomer.get("/van-ban-den").location == "/tai-khoan/mat-khau")
    }
  }

  @Test("people are found while one types, page after page") func peopleList() async throws {
    try await withSite { window, _ in
      try await window.signIn(Cast.administrator)
      let list = try await window.get("/quan-tri/nguoi/danh-sach?q=do%20nhung", script: true).text
      #expect(list.contains("Đỗ Thị Hồng Nhung") && !list.contains("<html") && !list.contains("Hoa"))
      #expect(try await window.get("/quan-tri/nguoi?q=khong-co-ai").text.contains("Không có ai"))
    }
  }
}
