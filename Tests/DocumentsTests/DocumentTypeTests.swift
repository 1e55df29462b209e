import Audit
import Database
import Documents
import Kernel
import Organization
import TestSupport
import Testing

@Suite("Đ7 NĐ30 tên loại văn bản") struct DocumentTypeTests {
  @Test func thereAreTwentyNineAdministrativeTypes() {
    let types = DocumentType.administrative
    #expect(types.count == 29 && Set(types.map(\.key)).count == 29)
    #expect(types.map(\.archiveCode).sorted() == (1...29).map { $0 < 10 ? "0\($0)" : "\($0)" })
    let abbreviations = types.map(\.abbreviation).filter { !$0.isEmpty }
    #expect(abbreviations.count == 27 && Set(abbreviations).count == 27)
    let exact = ["quyDinh", "chuongTrinh", "toTrinh", "congVan"].map { DocumentType.known($0)?.abbreviation }
    #expect(exact == ["QyĐ", "CTr", "TTr", ""])
  }

  @Test func theIncomingListGrowsAndTheAdministrativeOneDoesNot() async throws {
    try await withDatabase(AuditMigrations.all + DocumentsMigrations.all) { database in
      let known = try await database.read { try DocumentTypeStore($0).all() }
      #expect(Array(known.prefix(29)) == DocumentType.administrative)
      for read in DocumentTypeNames.all {
        let type = try await database.read { try DocumentTypeStore($0).find(named: read.name) }
        #expect(type?.abbreviation == read.abbreviation, "\(read.name)")
      }
      let add: @Sendable (String, Actor) async throws -> DocumentType = { name, actor in
        try await database.write { try AddDocumentType(name: name).perform(by: actor, in: $0) }
      }
      let added = try await add("Thư ngỏ", Cast.registryClerk)
      #expect(!added.isAdministrative)
      #expect(try await database.read { try DocumentTypeStore($0).find(named: "thu ngo") } == added)
      await #expect(throws: Refusal.self) { _ = try await add("THƯ NGỎ", Cast.registryClerk) }
      await #expect(throws: Refusal.self) { _ = try await add("", Cast.registryClerk) }
      await #expect(throws: Refusal.self) { _ = try await add("Thư khác", Cast.officerInCharge) }
    }
  }

  @Test("MAT-01 không có giá trị độ mật") func urgencyHasFourValues() {
    #expect(Urgency.allCases.map(\.label) == ["Thường", "Khẩn", "Thượng khẩn", "Hỏa tốc"])
    #expect(Urgency.allCases.sorted().map(\.rank) == [0, 1, 2, 3])
  }
}
