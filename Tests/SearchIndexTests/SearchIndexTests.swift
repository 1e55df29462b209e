import Database
import Foundation
import Kernel
import SearchIndex
import TestSupport
import Testing

private func reference(_ number: Int64, _ code: String = "paper") -> RecordReference {
  RecordReference(code: code, number: number)
}

private let agency = [Principal.agency(AgencyID(1))]

extension Database {
  /// Numbers of the records that the clerk finds, newest first.
  fileprivate func found(_ typed: String, as actor: Actor = .clerk, kinds: [String]? = nil) async throws -> [Int64] {
    try await read { transaction in
      try SearchIndex.search(SearchQuery(typed), to: actor, kinds: kinds, in: transaction).hits.map(\.record.number)
    }
  }

  fileprivate func put(
    _ number: Int64, _ metadata: String, _ pages: [String] = [], code: String = "paper",
    principals: [Principal] = agency
  ) async throws {
    try await write { transaction in
      try SearchIndex.put(
        reference(number, code), metadata: metadata,
        parts: pages.enumerated().map { SearchPart(part: $0 + 1, text: $1) }, principals: principals, in: transaction)
    }
  }

  /// Proves that the engine's index holds exactly what the tables say.
  fileprivate func checkIndex() async throws {
    guard engine == .sqlite else { return }
    try await write { try $0.run("INSERT INTO search_words (search_words, rank) VALUES ('integrity-check', 1)") }
  }
}

@Suite("PL6-64 chỉ mục tìm kiếm") struct SearchIndexTests {
  @Test func aNewTextReplacesTheOld() async throws {
    try await withDatabase(SearchIndexMigrations.all) { database in
      try await database.put(8, "Kế hoạch kiểm kê tài sản công")
      try await database.put(8, "Kế hoạch mua sắm", ["trang một", "trang hai"])
      #expect(try await database.found("tài sản") == [])
      #expect(try await database.found("mua hai") == [8])
      let long = String(repeating: "từ ngữ lặp lại ", count: 6_000)
      try await database.put(8, "Kế hoạch thanh tra", [long, "trang cuối"])
      #expect(try await database.found("mua") == [])
      #expect(try await database.found("thanh cuối") == [8])
      #expect(try await database.found("thanh lặp") == [8])
      try await database.put(8, "Ngắn lại")
      #expect(try await database.found("lặp") == [])
      #expect(try await database.found("ngan lai") == [8])
      try await database.checkIndex()
      try await database.write { try SearchIndex.remove(reference(8), in: $0) }
      #expect(try await database.found("ngan") == [])
      try await database.checkIndex()
    }
  }

  @Test func rightsAreRewrittenInTheIndex() async throws {
    try await withDatabase(SearchIndexMigrations.all) { database in
      try await database.put(8, "Kế hoạch kiểm kê")
      #expect(try await database.found("kiem ke", as: .officer) == [])
      let seven = Principal.post(PostID(7))
      try await database.write { try SearchIndex.retoken(reference(8), principals: agency + [seven], in: $0) }
      #expect(try await database.found("kiem ke", as: .officer) == [8])
      try await database.write { try SearchIndex.retoken(reference(8), principals: [seven], in: $0) }
      #expect(try await database.found("kiem ke") == [])
      #expect(try await database.found("kiem ke", as: .officer) == [8])
      try await database.write { try SearchIndex.retoken(reference(99), principals: [seven], in: $0) }
      try await database.checkIndex()
    }
  }

  @Test func aPrincipalTypedAsAWordFindsNothing() async throws {
    try await withDatabase(SearchIndexMigrations.all) { database in
      try await database.put(8, "Kế hoạch")
      for typed in ["g1", "kpaper", "\u{E001}g1", "\u{E000}", "access:g1", "kế access : g1"] {
        #expect(try await database.found(typed) == [], "\(typed)")
      }
    }
  }

  @Test func hostileInputIsNeverAFault() async throws {
    let hostile = [
      "", " ", "\"", "\"\"", "«»", "\"kế", "kế\"", "*", "kế*", "^kế", "kế + hoạch", "-kế", "(", ")", "kế OR", "NEAR(",
      "kế AND", "NOT kế", "{folded}: kế", "folded : kế", "a\u{0}b", "\u{0}", "'", "';--", "\\", "&|!<->", ":*", "🙂",
      "🙂 kế",
      "\u{FFFF}", "\u{10FFFF}", "\u{301}", "đ\u{301}\u{301}", "\u{200B}", "กำ", "Ⓐ", "漢字", "ﬁ", "\r\n\t", "%", "_", "$1",
      "?1",
    ]
    try await withDatabase(SearchIndexMigrations.all) { database in
      for (index, typed) in hostile.enumerated() {
        let number = Int64(index * 8 + 8)
        try await database.put(
          number, "Kế hoạch số 123/QĐ-UBND\nAND OR NOT NEAR 🙂 กำ Ⓐ 漢字 ﬁ", ["\(typed) chữ"])
        _ = try await database.found(typed)
        _ = try await database.found("\(typed) hoach")
        _ = try await database.found("\"\(typed)\" hoach \(typed)")
        #expect(try await database.found("ke hoach chu").first == number, "\(typed)")
      }
      try await database.checkIndex()
    }
  }

  @Test func longInputIsNeverAFault() async throws {
    try await withDatabase(SearchIndexMigrations.all) { database in
      let run = String(repeating: "ẫ", count: 10_000)
      let many = (0..<5_000).map { "từ\($0)" }.joined(separator: " ")
      try await database.put(8, "Kế hoạch \(many)\n\(run)", [run, many, String(repeating: "\(run) ", count: 40)])
      #expect(try await database.found(run) == [8])
      #expect(try await database.found(many) == [8])
      #expect(try await database.found("\"\(many)\"") == [8])
      #expect(try await database.found(String(repeating: "\"", count: 10_000)) == [])
      #expect(SearchQuery(many).isCut)
      #expect(!SearchQuery("kế hoạch").isCut)
    }
  }

  @Test func numbersAndSymbolsAreFoundAsPeopleTypeThem() async throws {
    let ways = [
      "123", "0123", "số 123", "so 123", "123/BTNMT", "QĐ-BTNMT", "qd-btnmt", "123/QĐ-BTNMT", "qđ btnmt", "QĐBTNMT",
      "123/QD-BTNMT", "\"số 123\"", "123 btnmt thủy", "123/QÐ-BTNMT",
    ]
    try await withDatabase(SearchIndexMigrations.all) { database in
      try await database.put(8, SearchMetadata.text(number: "123", symbol: "QĐ-BTNMT", fields: ["Về vùng thủy lợi"]))
      try await database.put(16, SearchMetadata.text(number: "124", symbol: "TB-VPCP", fields: ["Số liệu vùng"]))
      for typed in ways { #expect(try await database.found(typed) == [8], "\(typed)") }
    }
  }

  @Test func phrasesEndAtAField() async throws {
    try await withDatabase(SearchIndexMigrations.all) { database in
      try await database.put(8, "Bộ Tài nguyên\nMôi trường số", ["học tập"])
      #expect(try await database.found("\"tai nguyen\"") == [8])
      #expect(try await database.found("\"nguyen moi\"") == [])
      #expect(try await database.found("\"truong so hoc\"") == [])
    }
  }

  @Test func wordsOfDifferentPagesAreFoundTogether() async throws {
    try await withDatabase(SearchIndexMigrations.all) { database in
      try await database.put(8, "Báo cáo", ["trang một có cầu", "trang hai có đường"])
      #expect(try await database.found("cầu đường bao") == [8])
      #expect(try await database.found("cầu đương") == [])
    }
  }

  @Test func kindsAreChosenInTheIndex() async throws {
    try await withDatabase(SearchIndexMigrations.all) { database in
      try await database.put(8, "Kế hoạch", code: "incomingPaper")
      try await database.put(8, "Kế hoạch", code: "outgoingPaper")
      try await database.put(9, "Kế hoạch", code: "paper")
      #expect(try await database.found("ke hoach").count == 3)
      #expect(try await database.found("ke", kinds: ["paper"]) == [9])
      #expect(try await database.found("ke", kinds: ["incomingPaper", "outgoingPaper"]) == [8, 8])
    }
  }
}

@Suite("Trang kết quả nối nhau không sót, không lặp") struct SearchPageTests {
  /// Records of 1 to 4 parts whose keys leave too little room for their parts.
  private func fill(_ database: any Database) async throws {
    let page = String(repeating: "chung từ ", count: 3_000)
    try await database.write { transaction in
      for index in 0..<40 as Range<Int64> {
        let parts = (0..<Int(index % 4)).map { SearchPart(part: $0, text: page + page) }
        try SearchIndex.put(
          reference(1_000 + index * 2), metadata: "Văn bản chung \(index)", parts: parts, principals: agency,
          in: transaction)
      }
    }
  }

  @Test func bothWays() async throws {
    try await withDatabase(SearchIndexMigrations.all) { database in
      try await fill(database)
      for limit in [1, 3, 7, 39, 40, 50] { try await walk(database, limit: limit) }
    }
  }

  private func walk(_ database: any Database, limit: Int) async throws {
    try await database.read { transaction in
      func page(_ position: KeysetPage) throws -> SearchPage {
        try SearchIndex.search(SearchQuery("chung"), to: .clerk, page: position, limit: limit, in: transaction)
      }
      var pages = [try page(.newest)]
      while let older = pages.last?.older { pages.append(try page(.before(older))) }
      let all = pages.flatMap { $0.hits.map(\.record) }
      #expect(all.count == 40)
      #expect(Set(all).count == 40)
      #expect(pages.first?.newer == nil)
      var back = [pages[pages.count - 1]]
      while let newer = back.last?.newer {
        let next = try page(.after(newer))
        if next.hits.isEmpty { break }
        back.append(next)
      }
      #expect(back.reversed().flatMap { $0.hits.map(\.record) } == all)
    }
  }

  @Test func countsRecordsUpToALimit() async throws {
    try await withDatabase(SearchIndexMigrations.all) { database in
      try await fill(database)
      let count = try await database.read { try SearchIndex.count(SearchQuery("chung"), to: .clerk, in: $0) }
      #expect(count == CappedCount(number: 40, isCapped: false))
      let none = try await database.read { try SearchIndex.count(SearchQuery("!"), to: .clerk, in: $0) }
      #expect(none == CappedCount(number: 0, isCapped: false))
      #expect(CappedCount(number: 1_000, isCapped: true).text == "1.000+")
      #expect(CappedCount(number: 37, isCapped: false).text == "37")
    }
  }
}
