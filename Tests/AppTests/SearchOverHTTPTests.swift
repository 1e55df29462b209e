import Database
import Foundation
import HTTPTypes
import Kernel
import Organization
import TestSupport
import Testing

extension Browser {
  /// Addresses of what a search shows, in its order.
  fileprivate func found(_ typed: String, _ more: String = "") async throws -> [String] {
    let page = try await get("/tra-cuu?q=\(Self.escaped(typed))\(more)")
    try page.requireStatus(200)
    return page.markup.tags.filter { $0.name == "a" && $0["data-open"] != nil }
      .compactMap { $0["href"]?.split(separator: "?").first.map(String.init) }
  }

  /// Presses a form's button and goes where it leads.
  fileprivate func press(_ action: String, on page: String, _ typed: [String: String]) async throws {
    let form = try ShownForm(action, on: try await get(page)).typing(typed)
    try await submit(form).requireStatus(303)
  }
}

/// Letters of the register, each with something of its own.
private let letters: [[String: String]] = [
  [:],
  [
    "issuer": "Bộ Tài chính", "numberText": "88", "notation": "BTC-QLCS", "issuedDate": "15/10/2026",
    "subject": "Kế hoạch kiểm kê tài sản công", "type": "keHoach", "signerName": "Trần Minh Thử",
  ],
  [
    "issuer": "Sở Tư pháp tỉnh Trường Sơn", "numberText": "7", "notation": "GM-STP", "issuedDate": "01/11/2026",
    "subject": "Giấy mời họp kiểm kê rừng", "type": "giayMoi", "urgency": "express",
  ],
]

@Suite("PL6-64 tra cứu qua trình duyệt") struct SearchOverHTTPTests {
  private static func fill(_ browser: Browser) async throws -> [String] {
    var paths: [String] = []
    for letter in letters { paths.append(try await browser.register(usualLetter.merging(letter) { $1 })) }
    return paths
  }

  @Test("filters, exclusion and words together; the newest first") func filters() async throws {
    try await withApp { app in
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      let paths = try await Self.fill(clerk)
      for (typed, expected) in [
        ("kiểm kê", [2, 1, 0]), ("kiem ke -rừng", [1, 0]), ("kiểm cq:bộ tài chính", [1]), ("cq:so tu phap", [2]),
        ("cq:sở", [2, 0]), ("loai:cv", [0]), ("loai:cv loai:kh", [1, 0]), ("loai:kế hoạch kiểm", [1]),
        ("ky:minh thử", [1]), ("khan:ht", [2]),
        ("vbsau:1/11/2026", [2, 0]), ("vbsau:1/10/2026 vbtruoc:31/10/2026", [1]), ("tep:khong kê -mời", [1, 0]),
        ("tep:co", []), ("tt:huy", []), ("\"kiem ke rung\"", [2]), ("88/BTC", [1]), ("số 88", [1]),
        ("-kiểm", []), ("-rừng", [1, 0]),
      ] as [(String, [Int])] {
        #expect(try await clerk.found(typed) == expected.map { paths[$0] }, "\(typed)")
        let best = try await clerk.found(typed, "&xep=sat")
        #expect(Set(best) == Set(expected.map { paths[$0] }), "\(typed), best first")
      }
    }
  }

  @Test("PL6-64 every field that is typed is found by its words, at once and after a correction") func everyField()
    async throws
  {
    try await withApp { app in
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      let typed = [
        "issuer": "Viện Nghiên cứu Hải lưu", "numberText": "4711", "notation": "VNCHL-QT", "issuedDate": "01/10/2026",
        "type": "keHoach", "subject": "Khảo sát bãi bồi", "urgency": "veryUrgent", "arrivalDate": "02/10/2026",
        "channel": "email", "signerName": "Khuất Duy Trinh", "signerPosition": "Viện trưởng", "toPlaces": "Vụ Đảo chìm",
        "handlingDueDate": "17/12/2026", "paperHolder": "kho lưu Tam Thai", "language": "Tiếng Anh",
        "note": "kèm bản vẽ can", "documentIdentifier": "G99.2026.4711",
      ]
      let path = try await clerk.register(typed)
      let words = [
        "hải lưu", "4711", "VNCHL", "1/10/2026", "kế hoạch", "bãi bồi", "thượng khẩn", "2/10/2026", "thư điện tử",
        "duy trinh", "viện trưởng", "đảo chìm", "17/12/2026", "tam thai", "tiếng anh", "vẽ can", "G99.2026.4711",
      ]
      #expect(words.count == typed.count)
      for word in words { #expect(try await clerk.found("\"\(word)\"") == [path], "\(word)") }
      try await clerk.press(
        path + "/sua", on: path + "/sua", ["paperHolder": "tủ Mê Linh", "correctionReason": "chuyển chỗ"])
      #expect(try await clerk.found("\"tam thai\"") == [])
      #expect(try await clerk.found("\"tủ mê linh\"") == [path])
      try await clerk.press(path + "/huy-so", on: path, ["ly-do": "vào sổ trùng lặp"])
      #expect(try await clerk.found("\"trùng lặp\"") == [path])
    }
  }

  @Test("what the form chooses is written into the question; a chip takes it away again") func chips() async throws {
    try await withApp { app in
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      _ = try await Self.fill(clerk)
      let answer = try await clerk.get(
        "/tra-cuu?q=ki%E1%BB%83m&loc-loai=keHoach&loc-cq=B%E1%BB%99+T%C3%A0i&loc-sau=&loc-tt=")
      let address = try answer.requireLocation()
      let page = try await clerk.get(address)
      let box = page.markup.tags.first { $0["id"] == "tra-cuu" }
      #expect(box?["value"] == "kiểm cq:\"Bộ Tài\" loai:kh")
      let chip = try #require(page.markup.tags.first { $0["aria-label"] == "Bỏ lọc Loại: Kế hoạch" }?["href"])
      #expect(try await clerk.get(chip).markup.tags.first { $0["id"] == "tra-cuu" }?["value"] == "kiểm cq:\"Bộ Tài\"")
      let wrong = try await clerk.get("/tra-cuu?q=ki%E1%BB%83m&loc-sau=31/2/2026")
      try wrong.requireStatus(200)
      try wrong.requireText("«31/2/2026» không phải là ngày có thật")
      #expect(wrong.markup.tags.first { $0["name"] == "loc-sau" }?["value"] == "31/2/2026", "what was typed is kept")
      let best = try await clerk.get("/tra-cuu?q=ki%E1%BB%83m&xep=sat")
      try best.requireText("Xếp theo độ khớp, sát nhất lên đầu")
      #expect(
        best.markup.tags.contains { $0["name"] == "xep" && $0["value"] == "sat" }, "a filter more keeps the order")
    }
  }

  @Test("corrections, files and cancelled numbers are found as they are at the next request") func changes()
    async throws
  {
    try await withApp { app in
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      let path = try await clerk.register()
      try await clerk.press(
        path + "/sua", on: path + "/sua",
        [
          "subject": "Về việc thăm dò quặng", "type": "baoCao", "issuer": "Bộ Tài chính", "correctionReason": "gõ nhầm",
        ])
      for gone in ["đá vôi", "cq:nông nghiệp", "loai:cv"] { #expect(try await clerk.found(gone) == [], "\(gone)") }
      for there in ["quặng cq:tài chính", "loai:bc", "tep:khong"] {
        #expect(try await clerk.found(there) == [path], "\(there)")
      }
      try await clerk.press(path + "/huy-so", on: path, ["ly-do": "vào sổ hai lần"])
      #expect(try await clerk.found("quặng tt:huy") == [path])
      #expect(try await clerk.found("tt:đã vào sổ") == [])
    }
  }

  @Test("a role taken away is gone from the next search, and back with it") func roles() async throws {
    try await withApp { app in
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      let path = try await clerk.register()
      #expect(try await clerk.found("kiem ke") == [path])
      func change(_ roles: Set<Role>) async throws {
        try await app.database.write { transaction in
          let post = try OrganizationStore(transaction).post(Cast.registryClerk.post)
          try ChangePostRoles(post: post.id, roles: roles, formVersion: post.version)
            .perform(by: Cast.administrator, in: transaction)
        }
      }
      try await change([.officer])
      #expect(try await clerk.found("kiem ke") == [])
      try await clerk.get(path).requireStatus(404)
      try await change(Cast.registryClerk.roles)
      #expect(try await clerk.found("kiem ke") == [path])
    }
  }

  @Test("nobody finds what he may not open, everybody finds what he may") func rights() async throws {
    try await withApp { app in
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      let paths = try await Self.fill(clerk) + Self.fill(try await app.signedIn(as: Cast.clerkOfAnotherAgency))
      let queries = [
        "kiểm kê", "kiem", "cq:bộ tài chính", "loai:cv", "-rừng", "vbsau:1/1/2026", "kê -tài tep:khong", "88",
      ]
      let other = try await app.signedIn(as: Cast.clerkOfAnotherAgency)
      var all: [String: Set<String>] = [:]
      for query in queries { all[query] = Set(try await clerk.found(query) + other.found(query)) }
      var answers: Set<Int> = []
      for actor in Cast.everybody {
        let browser = try await app.signedIn(as: actor)
        var open: Set<String> = []
        for path in paths where try await browser.get(path).status == 200 { open.insert(path) }
        for query in queries {
          let found = Set(try await browser.found(query))
          #expect(found == all[query]?.intersection(open), "\(actor.postTitle): \(query)")
          answers.insert(found.count)
        }
      }
      #expect(answers.count > 2, "the queries tell nobody apart")
    }
  }

  @Test("what was found is taken along with its filters (PL6-68)") func exported() async throws {
    try await withApp { app in
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      _ = try await Self.fill(clerk)
      let page = "/ket-xuat?danh-sach=tra-cuu&loc=\(Browser.escaped("q=kiem+loai%3Akh"))"
      try await clerk.get(page).requireText("Loại: Kế hoạch")
      try await clerk.press("/ket-xuat", on: page, ["dang-tep": "xlsx"])
      try await app.runJobs()
      let files = try await clerk.get("/ket-xuat").markup.tags.filter { $0["download"] != nil }
      let sheet = try await clerk.get(try #require(files.first?["href"]))
      let file = FileManager.default.temporaryDirectory.appending(path: "ket-xuat-\(UUID().uuidString).xlsx")
      defer { try? FileManager.default.removeItem(at: file) }
      try Data(sheet.bytes).write(to: file)
      let text = try await OldBook.text(ofSheet: file)
      #expect(text.contains("Kế hoạch kiểm kê tài sản công") && text.contains("88/BTC-QLCS"))
      #expect(!text.contains("Giấy mời họp kiểm kê rừng") && !text.contains("đá vôi"))
    }
  }

  @Test("proposals: documents, agencies, people; each leads on; the last word may still be half typed")
  func proposals() async throws {
    try await withApp { app in
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      let paths = try await Self.fill(clerk)
      func proposed(_ typed: String, by browser: Browser) async throws -> [String] {
        let lines = try await browser.get("/tra-cuu/goi-y?q=\(Browser.escaped(typed))")
        try lines.requireStatus(200)
        return lines.markup.tags.compactMap { $0["data-path"] }
      }
      #expect(Set(try await proposed("kiểm kê", by: clerk)) == Set(paths))
      #expect(try await proposed("tài sản cô", by: clerk).first == paths[1])
      #expect(
        try await proposed("sở tư ph", by: clerk).contains(
          "/tra-cuu?q=cq%3A%22S%E1%BB%9F%20T%C6%B0%20ph%C3%A1p%20t%E1%BB%89nh%20Tr%C6%B0%E1%BB%9Dng%20S%C6%A1n%22"))
      let colleague = Cast.headOfOffice.personName
      let people = try await proposed(colleague, by: clerk)
      #expect(people.contains { $0.hasPrefix("/tra-cuu?q=%22") })
      for typed in ["", "k", "?!", "-", "cq:"] { #expect(try await proposed(typed, by: clerk) == [], "\(typed)") }
      let stranger = try await app.signedIn(as: Cast.clerkOfAnotherAgency)
      #expect(try await proposed("kiểm kê", by: stranger) == [])
    }
  }

  @Test("beside a document stand those like it, as far as one may see them") func similar() async throws {
    try await withApp { app in
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      let subjects = [
        "Về việc kiểm kê trữ lượng đá vôi xây dựng năm 2026", "Về việc kiểm kê trữ lượng đá vôi xây dựng năm 2025",
        "Báo cáo kết quả kiểm kê trữ lượng đá vôi", "Mời họp giao ban tháng 11",
      ]
      var paths: [String] = []
      for (index, subject) in subjects.enumerated() {
        let typed = ["subject": subject, "numberText": "\(200 + index)"]
        paths.append(try await clerk.register(usualLetter.merging(typed) { $1 }))
      }
      let page = try await clerk.get(paths[0])
      let fragment = try #require(page.markup.tags.first { $0["data-load"] != nil }?["data-fragment"])
      let like = try await clerk.get(fragment)
      #expect(like.markup.tags.compactMap { $0["href"] } == [paths[1], paths[2]])
      try like.requireText("Gần như trùng")
      let stranger = try await app.signedIn(as: Cast.clerkOfAnotherAgency)
      try await stranger.get(fragment).requireStatus(404)
      let foreign = try await stranger.register(usualLetter.merging(["subject": subjects[0]]) { $1 })
      let theirs = try await stranger.get(foreign).markup.tags.first { $0["data-load"] != nil }?["data-fragment"]
      #expect(try await stranger.get(try #require(theirs)).markup.tags.compactMap { $0["href"] } == [])
    }
  }

  @Test("a result found in the text of a file opens at its page, with the words lit") func lit() async throws {
    try await withApp { app in
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      let form = try ShownForm(registrationPath, on: try await clerk.get(registrationPath))
      let lines = "Văn bản này có một đoạn đủ dài để lớp chữ được tin\nlà đọc được không cần nhận dạng từ ảnh"
      let file = ChosenFile(
        name: "cong van.pdf", bytes: MadePDF.of([lines, lines + "\nviệc thăm dò quặng bô xít được giao"]))
      let typed = usualLetter.merging(["vouchedOpen": "1"]) { $1 }
      let path = try await clerk.submit(form.typing(typed), files: [file]).requireLocation()
      try await app.runJobs()
      let results = try await clerk.get("/tra-cuu?q=\(Browser.escaped("\"quặng bô xít\""))")
      let link = try #require(results.markup.tags.first { $0.name == "a" && $0["data-open"] != nil }?["href"])
      #expect(link.hasPrefix(path + "?tim="))
      let page = try await clerk.get(link)
      try page.requireText("ở trang 2.")
      let boxes = try #require(page.markup.tags.first { $0["data-lit"] != nil }?["data-lit"]).split(separator: ";")
      #expect(boxes.count == 3)
      #expect(boxes.allSatisfy { $0.hasPrefix("2,0.") })
      #expect(try await !clerk.get(path).markup.tags.contains { $0["data-lit"] != nil })
    }
  }
}
