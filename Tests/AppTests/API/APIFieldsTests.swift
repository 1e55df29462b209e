import HTTPTypes
import Kernel
import Organization
import Testing
import WebAPI

@testable import App

@Suite("Giao diện lập trình: mọi trường được giữ") struct APIFieldsTests {
  /// Every field of a registration that is shown again.
  private static let document: [JSONValue.Member] = [
    .init("issuer", "Bộ Tài chính"), .init("type", "keHoach"), .init("subject", "Về việc giao dự toán"),
    .init("number", "15"), .init("notation", "KH-BTC"), .init("issuedDate", "2026-11-03"),
    .init("arrivalDate", "2026-11-04"), .init("channel", "email"), .init("urgency", "urgent"),
    .init("signerName", "Lê Văn An"), .init("signerPosition", "Thứ trưởng"), .init("toPlaces", "Vụ Khoáng sản"),
    .init("handlingDueDate", "2026-11-20"), .init("pageCount", 12), .init("sheetCount", 6), .init("copyCount", 2),
    .init("paperHolder", "Văn thư"), .init("language", "Tiếng Anh"), .init("note", "kèm đĩa"),
    .init("documentIdentifier", "G12.2026.15"),
  ]
  /// Orders and promises, not facts of the document.
  private static let notShown: Set<String> = ["book", "noSecrecyMark", "duplicateReason", "reason"]

  private static func names(of schema: String, in description: JSONValue?) throws -> Set<String> {
    let properties = description?["components"]?["schemas"]?[schema]?["properties"]
    guard case .object(let members) = try #require(properties) else { return [] }
    return Set(members.map(\.name)).subtracting(notShown)
  }

  @Test("what the description names is kept, when it is registered and when it is corrected") func kept() async throws {
    try await withApp { app in
      let program = try await app.program(as: Cast.registryClerk)
      let description = try await program.send(.get, "/openapi.json").json
      let sent = Set(Self.document.map(\.name))
      #expect(try Self.names(of: "IncomingDocumentRegistration", in: description) == sent)
      #expect(try Self.names(of: "IncomingDocumentCorrection", in: description) == sent)
      let whole = try await program.create("/incoming-documents", .object(Self.document))
      #expect(whole.status == 201, "\(whole.text)")
      for member in Self.document { #expect(whole[member.name] == member.value, "registering \(member.name)") }
      let bare = try await program.create(
        "/incoming-documents", ["issuer": "Sở Nội vụ", "type": "congVan", "subject": "Về việc khác"])
      for (index, member) in Self.document.enumerated() {
        let corrected = try await program.change(
          .patch, "/incoming-documents/\(try bare.key())", .object([member, .init("reason", "bổ sung")]),
          version: 1 + index)
        #expect(corrected[member.name] == member.value, "correcting \(member.name): \(corrected.text)")
      }
    }
  }
}
