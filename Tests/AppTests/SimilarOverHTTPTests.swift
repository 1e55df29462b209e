import HTTPTypes
import Kernel
import Organization
import Testing
import WebAPI

@testable import App

@Suite("Văn bản tương tự: không kể lại văn bản liên quan") struct SimilarOverHTTPTests {
  @Test("a document and its draft are not told as being like each other; another letter about the same is")
  func leavesOutLinked() async throws {
    try await withApp { app in
      let clerk = try await app.program(as: Cast.registryClerk)
      let draft = try await app.signedDraft()
      let own = try await clerk.create("/outgoing-documents", ["draft": .integer(Int64(draft) ?? 0)])
      let subject = try #require(own["subject"])
      let other = try await clerk.create(
        "/outgoing-documents",
        [
          "type": "congVan", "unit": 105, "subject": subject, "signerName": "Trần Văn Quang",
          "signerPosition": "Tổng cục trưởng", "recipients": ["Vụ Pháp chế"],
        ])
      let leader = try await app.signedIn(as: Cast.leader)
      func like(_ kind: String, _ key: String) async throws -> [String] {
        try await leader.get("/tra-cuu/tuong-tu/\(kind)/\(key)").markup.tags.compactMap { $0["href"] }
      }
      let (ownPath, otherPath) = (try "/van-ban-di/\(own.key())", try "/van-ban-di/\(other.key())")
      #expect(try await like("outgoingDocument", "\(own.key())") == [otherPath])
      #expect(try await like("draft", draft) == [otherPath])
      #expect(try await Set(like("outgoingDocument", "\(other.key())")) == [ownPath, "/du-thao/\(draft)"])
    }
  }
}
