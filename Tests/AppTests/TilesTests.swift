import Foundation
import Kernel
import Organization
import Reports
import TestSupport
import Testing

@testable import IncomingDocuments

@Suite("mọi con số bằng danh sách của nó") struct TilesTests {
  /// A number on the page and where it leads.
  private struct Tile: Hashable {
    var label: String
    var path: String
    var count: Int
  }

  @Test(
    "every chip, badge and group of «Việc của tôi» is as long as its list over all pages, for everybody",
    arguments: [7, 41])
  func tiles(seed: UInt64) async throws {
    let clock = TestClock()
    try await withApp(clock: clock) { app in
      var life = RandomLife(seed: seed, over: app.database, clock)
      let done = try await life.live(documents: 24, acts: 260)
      #expect(done > 40, "a life in which nothing happens proves nothing: \(done)")
      var seen = 0
      for actor in Cast.everybody {
        let browser = try await app.signedIn(as: actor)
        let badges = try await browser.badges()
        for part in ["", "?nhom=quyet", "?nhom=cho", "?nhom=biet"] {
          let page = try await browser.get("/viec-cua-toi" + part)
          let tiles = Self.groups(of: page) + (part.isEmpty ? Self.chips(of: page) : [])
          for tile in tiles {
            let rows = try await browser.rows(of: tile.path)
            #expect(rows == tile.count, "\(actor.personName), \(tile.label), \(tile.path), seed \(seed)")
            seen += tile.count
          }
          if part.isEmpty {
            for chip in Self.chips(of: page) {
              let badge = Self.badge(of: chip.label)
              #expect(
                !Self.chips(of: page).isEmpty && badges[badge] == chip.count, "\(actor.personName): live \(badge)")
              if badge == "myWork-mine" { #expect(badges["myWork"] == chip.count) }
            }
          }
        }
      }
      #expect(seen > 60, "too few rows were compared: \(seen)")
    }
  }

  @Test("every figure of the morning, the board, the list and the bell opens as many rows, for everybody")
  func figures() async throws {
    let clock = TestClock()
    try await withApp(clock: clock) { app in
      var life = RandomLife(seed: 7, over: app.database, clock)
      _ = try await life.live(documents: 12, acts: 130)
      clock.advance(by: .seconds(5 * 86_400))
      var seen: [String: Int] = [:]
      for actor in Cast.everybody {
        let browser = try await app.signedIn(as: actor)
        for path in ["/buoi-sang", "/theo-doi", "/van-ban-den", "/thong-bao"] {
          let page = try await browser.get(path)
          guard page.status == 200 else {
            #expect(page.status == 403 && ReportsAccess.scope(of: actor) == nil, "\(actor.personName) \(path)")
            continue
          }
          let all = Self.figures(of: page)
          // One question stands behind all figures of a kind: of many, some are counted.
          for index in stride(from: 0, to: all.count, by: max(1, all.count / 6)) {
            let tile = all[index]
            let rows = try await browser.rows(of: tile.path)
            #expect(rows == tile.count, "\(actor.personName), \(path), \(tile.label), \(tile.path)")
            seen[path, default: 0] += 1
          }
        }
      }
      #expect(["/buoi-sang", "/theo-doi", "/thong-bao"].allSatisfy { seen[$0, default: 0] > 3 }, "\(seen)")
    }
  }

  /// Links that are figures, lines of the morning, chips with a count.
  private static func figures(of page: Answer) -> [Tile] {
    let links = page.text.matches(of: #/<a class="figures" href="([^"]+)">([0-9.]+)</#).map {
      (label: "", path: $0.1, count: $0.2)
    }
    let lines = page.text.matches(of: #/<a href="([^"]+)"><b class="figures">([0-9.]+)<\/b>/#).map {
      (label: "", path: $0.1, count: $0.2)
    }
    let chips = page.text.matches(of: #/<a href="([^"]+)"[^>]*>([^<]+) <span class="count">([0-9.]+)</#).map {
      (label: String($0.2), path: $0.1, count: $0.3)
    }
    return (links + lines + chips).compactMap { figure in
      Int(figure.count.filter(\.isNumber)).map { Tile(label: figure.label, path: plain(figure.path), count: $0) }
    }
  }

  private static func badge(of label: String) -> String {
    switch label {
    case "Cần tôi làm": "myWork-mine"
    case "Cần tôi quyết": "myWork-decide"
    case "Chờ người khác": "myWork-passedOn"
    default: "myWork-inform"
    }
  }

  private static func groups(of page: Answer) -> [Tile] {
    page.text.matches(of: #/<h2><a href="([^"]+)">([^<]+) <span class="count">(\d+)</#).compactMap { match in
      Int(match.3).map { Tile(label: String(match.2), path: plain(match.1), count: $0) }
    }
  }

  private static func chips(of page: Answer) -> [Tile] {
    page.text.matches(of: #/<a href="([^"]+)"[^>]*>([^<]+) <span class="count" data-live-badge="[^"]+"[^>]*>(\d+)</#)
      .compactMap { match in
        Int(match.3).map { Tile(label: String(match.2), path: plain(match.1), count: $0) }
      }
  }

  private static func plain(_ path: Substring) -> String { String(path.replacing("&amp;", with: "&")) }
}

extension Browser {
  /// Rows of a list over all its pages.
  fileprivate func rows(of path: String) async throws -> Int {
    var (next, count): (String?, Int) = (path, 0)
    while let path = next {
      let page = try await get(path)
      try page.requireStatus(200)
      count += page.text.matches(of: #/<(?:li|tr)[^>]* data-row/#).count
      next = page.text.firstMatch(of: #/<a rel="next" href="([^"]+)"/#).map {
        String($0.1.replacing("&amp;", with: "&"))
      }
    }
    return count
  }

  /// What the live events tell.
  fileprivate func badges() async throws -> [String: Int] {
    let answer = try await get("/thay-doi")
    try answer.requireStatus(200)
    struct Badge: Decodable {
      var badge: String
      var count: Int
    }
    let badges = try JSONDecoder().decode([Badge].self, from: Data(answer.bytes))
    return Dictionary(uniqueKeysWithValues: badges.map { ($0.badge, $0.count) })
  }
}
