import Audit
import Database
import Documents
import Kernel
import Organization
import TestSupport
import Testing

@Suite("Danh mục cơ quan ngoài") struct OutsideAgencyTests {
  static let list = """
    code_qcvn102,code_qd20_derived,name,other_names_for_same_code
    000.00.01.Y53,Y53.01,Sở Tài nguyên và Môi trường tỉnh Cẩm Giang,
    000.00.02.Y53,Y53.02,Sở Tài chính tỉnh Cẩm Giang,
    000.00.00.Y53,Y53,Ủy ban nhân dân tỉnh Cẩm Giang,UBND tỉnh Cẩm Giang; Tỉnh Cẩm Giang
    000.01.05.Y53,Y53.05.01,"Ủy ban nhân dân xã Tân Phú, huyện An Biên",
    000.02.05.Y53,Y53.05.02,"Ủy ban nhân dân xã Tấn Phú, huyện An Biên",
    ,,Công ty cổ phần Khoáng sản Sao Mai,
    ,,,
    """

  func withDirectory(_ body: (any Database) async throws -> Void) async throws {
    try await withDatabase(AuditMigrations.all + DocumentsMigrations.all) { (database: any Database) in
      let outcome = try await Self.importing(Self.list, into: database)
      #expect(outcome.added == 6 && outcome.refused.map(\.line) == [8])
      try await body(database)
    }
  }

  static func importing(
    _ text: String, into database: any Database
  ) async throws -> ImportOutsideAgencies.Outcome {
    let act = try ImportOutsideAgencies(rows: CommaSeparatedText.rows(text))
    return try await database.write { try act.performAsSystem(in: $0) }
  }

  func names(_ typed: String, _ database: any Database) async throws -> [String] {
    try await database.read { try OutsideAgencyStore($0).suggestions(for: typed).map(\.name) }
  }

  @Test(arguments: [
    ("so tai nguyen", ["Sở Tài nguyên và Môi trường tỉnh Cẩm Giang"]),
    ("sở tài ng", ["Sở Tài nguyên và Môi trường tỉnh Cẩm Giang"]),
    ("stnmt", ["Sở Tài nguyên và Môi trường tỉnh Cẩm Giang"]),
    ("giang so t", ["Sở Tài chính tỉnh Cẩm Giang", "Sở Tài nguyên và Môi trường tỉnh Cẩm Giang"]),
    ("ubnd tinh cam", ["Ủy ban nhân dân tỉnh Cẩm Giang"]),
    ("UY BAN NHAN DAN TINH", ["Ủy ban nhân dân tỉnh Cẩm Giang"]),
    ("khoáng sản", ["Công ty cổ phần Khoáng sản Sao Mai"]),
    ("nguyên sở chính", []),
  ]) func isFoundAsOneTypes(typed: String, expected: [String]) async throws {
    try await withDirectory { database in
      let found = try await names(typed, database)
      #expect(found == expected)
    }
  }

  @Test(arguments: ["", "%", "  ,;"]) func textWithoutWordsGivesTheMostUsed(typed: String) async throws {
    try await withDirectory { database in
      let found = try await names(typed, database)
      #expect(found.count == 6)
    }
  }

  @Test func diacriticsTypedDecideBetweenNamesThatFoldAlike() async throws {
    try await withDirectory { database in
      let both = try await names("uy ban nhan dan xa tan phu", database)
      let acute = try await names("xã tấn phú", database)
      let level = try await names("xã tân phú", database)
      #expect(both.count == 2)
      #expect(acute.first?.contains("Tấn Phú") == true && level.first?.contains("Tân Phú") == true)
    }
  }

  @Test func theMostUsedComesFirst() async throws {
    try await withDirectory { database in
      try await database.write { transaction in
        let store = OutsideAgencyStore(transaction)
        guard let used = try store.find(code: "Y53.01") else { return }
        for _ in 1...3 { try store.noteUse(of: used.id) }
      }
      #expect(try await names("so", database).first == "Sở Tài nguyên và Môi trường tỉnh Cẩm Giang")
      #expect(try await names("", database).first == "Sở Tài nguyên và Môi trường tỉnh Cẩm Giang")
    }
  }

  @Test func atMostEightAreProposed() async throws {
    try await withDirectory { database in
      try await database.write { transaction in
        for number in 1...20 {
          _ = try AddOutsideAgency(name: "Phòng Tư pháp số \(number)").perform(by: Cast.registryClerk, in: transaction)
        }
      }
      #expect(try await names("phong", database).count == 8)
    }
  }

  @Test(arguments: [
    ("SỞ  TÀI CHÍNH tỉnh Cẩm Giang", true), ("so tai chinh tinh cam giang", true),
    ("Uỷ ban nhân dân tỉnh Cẩm Giang", true), ("UBND tỉnh Cẩm Giang", true),
    ("Ủy ban nhân dân xã Tản Phú, huyện An Biên", false), ("Hội Người cao tuổi", false),
  ]) func addingWhatIsThereGivesTheRowThatIsThere(name: String, isKnown: Bool) async throws {
    try await withDirectory { database in
      let count = {
        try await database.read { try $0.rows("SELECT COUNT(*) AS n FROM outside_agencies")[0].get("n", as: Int.self) }
      }
      let before = try await count()
      let id = try await database.write { try AddOutsideAgency(name: name).perform(by: Cast.registryClerk, in: $0) }
      #expect((try await count() == before) == isKnown)
      let story = try await database.read { try AuditStore($0).story(of: .outsideAgency(id)).compactMap(\.sentence) }
      #expect(story == (isKnown ? [] : ["thêm cơ quan ngoài «\(name)»"]))
    }
  }

  @Test func importingAgainChangesNothing() async throws {
    try await withDirectory { database in
      let again = try await Self.importing(Self.list, into: database)
      #expect(again.added == 0 && again.completed == 0 && again.unchanged == 6)
      let more = try await Self.importing("name,organ_id\nSở Tài chính Cẩm Giang,000.00.02.Y53\n", into: database)
      #expect(more.completed == 1)
      #expect(try await names("sở tài chính cẩm giang", database) == ["Sở Tài chính tỉnh Cẩm Giang"])
    }
  }

  @Test func aListWithoutNamesIsRefused() {
    #expect(throws: Refusal.self) { try ImportOutsideAgencies(rows: [["code", "title"], ["1", "x"]]) }
    #expect(throws: Refusal.self) { try ImportOutsideAgencies(rows: []) }
  }

  @Test func mergedRowsAreOneAgency() async throws {
    try await withDirectory { database in
      let (kept, duplicate) = try await database.write { transaction in
        let kept = try #require(try OutsideAgencyStore(transaction).find(code: "Y53.02")).id
        let duplicate = try AddOutsideAgency(name: "STC Cẩm Giang").perform(by: Cast.registryClerk, in: transaction)
        try MergeOutsideAgencies(duplicate: duplicate, kept: kept).perform(by: Cast.registryClerk, in: transaction)
        return (kept, duplicate)
      }
      let current = try await database.read { try OutsideAgencyStore($0).current(duplicate)?.id }
      #expect(current == kept)
      #expect(try await names("stc cam giang", database) == ["Sở Tài chính tỉnh Cẩm Giang"])
    }
  }
}

@Suite("CSV (RFC 4180)") struct CommaSeparatedTextTests {
  @Test(arguments: [
    ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]),
    ("\u{FEFF}a,\"b, c\"\n\n\"d\"\"e\",\n", [["a", "b, c"], ["d\"e", ""]]),
    ("\"hai\ndòng\",x", [["hai\ndòng", "x"]]),
    ("", []),
    (",\n", [["", ""]]),
    ("a\rb", [["a"], ["b"]]),
  ]) func isRead(text: String, rows: [[String]]) throws {
    #expect(try CommaSeparatedText.rows(text) == rows)
  }

  @Test func anOpenQuoteIsRefused() {
    #expect(throws: Refusal.self) { try CommaSeparatedText.rows("a,\"b\n") }
  }
}
