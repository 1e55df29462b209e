import Kernel
import Organization
import TestSupport
import Testing

@Suite("Buổi sáng: mỗi dòng mở đúng danh sách nó đếm") struct MorningTests {
  @Test(
    "every count is the length of the list it opens, for everybody who has the page",
    arguments: [Cast.leader, Cast.headOfOffice, Cast.unitHead]) func counts(reader: Actor) async throws
  {
    try await withApp { app in
      let clerk = try await app.signedIn(as: Cast.registryClerk)
      var papers: [String] = []
      for number in 1...5 {
        papers.append(try await clerk.register(usualLetter.merging(["numberText": "\(number)"]) { $1 }))
      }
      let leader = try await app.signedIn(as: Cast.leader)
      let today = app.clock.now.day
      let fates = [(today, "vai-u105", "lead"), (today + 4, "vai-u105", "lead"), (today + 1, "vai-u106", "lead")]
      for (paper, (due, place, role)) in zip(papers, fates) {
        try await leader.fillIn(paper + "/but-phe", ["y-kien": "Giao xử lý", place: role, "han": due.text])
      }
      try await clerk.fillIn(papers[3] + "/trinh", ["vai-p\(Cast.leader.post)": "1", "y-kien": "Đề xuất"])
      app.clock.set(Instant(today + 2, hour: 8))
      let visitor = try await app.signedIn(as: reader)
      let page = try await visitor.get("/buoi-sang")
      try page.requireStatus(200)
      let found = page.text.matches(of: /<a href="([^"]+)"><b class="figures">([0-9.+]+)<\/b>/)
      #expect(found.count >= 3 && found.count <= 12, "\(page.words)")
      for line in found {
        let path = String(line.1).replacing("&amp;", with: "&")
        let list = try await visitor.get(path)
        try list.requireStatus(200)
        let rows = list.text.matches(of: /data-row[ >]/).count
        #expect(String(rows) == String(line.2), "\(path)")
      }
    }
  }

  @Test("«Việc của tôi» leads there whoever has the page, and nobody else") func isLinked() async throws {
    try await withApp { app in
      for (actor, has) in [
        (Cast.leader, true), (Cast.registryClerk, true), (Cast.unitHead, true), (Cast.unitClerk, true),
        (Cast.officerInCharge, false),
      ] {
        let browser = try await app.signedIn(as: actor)
        let links = try await browser.get("/viec-cua-toi").markup.tags.filter { $0["href"] == "/buoi-sang" }
        #expect(links.count == (has ? 1 : 0), "\(actor.personName)")
        #expect(try await browser.get("/buoi-sang").status == (has ? 200 : 403))
      }
    }
  }

  @Test("who only has work of their own has no such page") func ownWorkOnly() async throws {
    try await withApp { app in
      let officer = try await app.signedIn(as: Cast.officerInCharge)
      #expect(try await officer.get("/buoi-sang").status == 403)
      try await app.signedIn(as: Cast.leader).get("/buoi-sang").requireText("Sáng nay không có gì chờ")
    }
  }
}

extension Browser {
  fileprivate func fillIn(_ path: String, _ typed: [String: String]) async throws {
    _ = try await submit(try ShownForm(path, on: try await get(path)).typing(typed)).requireLocation()
  }
}
