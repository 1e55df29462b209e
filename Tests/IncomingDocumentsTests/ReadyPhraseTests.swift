import Database
import Documents
import Kernel
import Organization
import TestSupport
import Testing

@testable import IncomingDocuments

@Suite("DEN-11 câu mẫu của bút phê") struct ReadyPhraseTests {
  private func offered(to post: PostID = Cast.leader.post, _ database: any Database) async throws -> [String] {
    try await database.read { try ReadyPhraseStore($0).offered(to: post).map(\.text) }
  }

  private func direct(_ text: String, _ database: any Database, number: String) async throws -> IncomingDocument.ID {
    let id = try await database.register(.example(number: number)).id
    try await database.write { _ = try GiveDirective(id, text: text, places: []).perform(by: Cast.leader, in: $0) }
    return id
  }

  @Test("sentences without a number are learnt, however they are typed")
  func learnt() {
    let text = "Giao Vụ KS chủ trì;  trình tôi trước 15/7. Đồng ý\nGiao Vụ KS  chủ trì. OK"
    #expect(ReadyPhrase.learnt(from: text).map(\.text) == ["Giao Vụ KS chủ trì.", "Đồng ý."])
    #expect(ReadyPhrase("giao vụ KS chủ trì").key == ReadyPhrase("Giao Vụ KS chủ trì.").key)
    #expect(ReadyPhrase.learnt(from: String(repeating: "dài ", count: 60)).isEmpty)
  }

  @Test("most used first, the newcomer's usual ones behind, other posts' never; thrown away until written again")
  func offers() async throws {
    try await withRegistry { database in
      #expect(try await offered(database) == ReadyPhrase.usual.map(\.text))
      _ = try await direct("Vụ KS xem xét", database, number: "1")
      _ = try await direct("Vụ PC cho ý kiến. Vụ KS xem xét", database, number: "2")
      #expect(
        try await offered(database).prefix(3) == ["Vụ KS xem xét.", "Vụ PC cho ý kiến.", ReadyPhrase.usual[0].text])
      #expect(try await offered(to: Cast.deputyLeader.post, database) == ReadyPhrase.usual.map(\.text))
      try await database.write { transaction in
        let store = ReadyPhraseStore(transaction)
        for text in ["Vụ KS xem xét.", ReadyPhrase.usual[0].text] {
          try store.remove(ReadyPhrase(text), of: Cast.leader.post)
        }
      }
      #expect(try await offered(database).prefix(2) == ["Vụ PC cho ý kiến.", ReadyPhrase.usual[1].text])
      _ = try await direct("vụ KS xem xét", database, number: "3")
      #expect(try await offered(database).contains("vụ KS xem xét."))
    }
  }

  @Test("what only a withheld document says is not offered, and goes with it when it is destroyed (MAT-05)")
  func forgets() async throws {
    try await withRegistry { database in
      let id = try await direct("Xử lý việc riêng. Vụ KS xem xét", database, number: "1")
      _ = try await direct("Vụ KS xem xét", database, number: "2")
      try await database.write { _ = try WithholdMatter<WithheldIncoming>(id).perform(by: Cast.registryClerk, in: $0) }
      #expect(try await offered(database).first == "Vụ KS xem xét.")
      #expect(try await !offered(database).contains("Xử lý việc riêng."))
      try await database.write { transaction in
        try ConfirmSecrecy<WithheldIncoming>(id).perform(by: Cast.leader, in: transaction)
        _ = try DestroyMatter<WithheldIncoming>(id).perform(by: Cast.registryClerk, in: transaction)
      }
      let kept = try await database.read {
        try $0.rows("SELECT text FROM directive_phrases").map { try $0.get("text", as: String.self) }
      }
      #expect(kept == ["Vụ KS xem xét."])
    }
  }
}
