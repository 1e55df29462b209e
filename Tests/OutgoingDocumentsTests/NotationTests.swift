import Documents
import Kernel
import Testing

@testable import OutgoingDocuments

@Suite("DI-01 ký hiệu theo quy tắc") struct NotationTests {
  @Test(arguments: [
    ("congVan", "BNV", "VP", "BNV-VP"), ("congVan", "BNV", "", "BNV"), ("quyetDinh", "BNV", "VP", "QĐ-BNV"),
    ("quyDinh", "TCĐC", "KS", "QyĐ-TCĐC"), ("thuCong", "TCĐC", "KS", "TCĐC-KS"),
  ]) func followsTypeAgencyAndUnit(vector: (String, String, String, String)) throws {
    let type = try #require(DocumentType.known(vector.0))
    #expect(OutgoingNotation.text(of: type, issuer: vector.1, unit: vector.2) == vector.3)
  }

  @Test func recipientsAreOneALineAndOnce() {
    #expect(
      PlaceFields.names("- Sở Nội vụ\n\n Vụ Pháp chế ; sở nội vụ\nVụ  Khoáng sản")
        == ["Sở Nội vụ", "Vụ Pháp chế", "Vụ Khoáng sản"])
  }
}
