import Database
import Documents
import Kernel
import Organization
import TestSupport
import Testing

@testable import Drafts
@testable import OutgoingDocuments

@Suite("ST-09 ST-11 tư cách ký của văn bản giấy theo bảng thẩm quyền ký") struct SignerPowerTests {
  private func power(
    _ name: String, _ position: String, _ capacity: SigningCapacity, type: String = "congVan",
    _ database: any Database
  ) async throws -> SignerPower {
    try await database.read { transaction in
      var facts = OutgoingFacts(issuedDate: transaction.now.day, signedAt: transaction.now)
      (facts.typeKey, facts.signerName, facts.signerPosition, facts.capacity) = (type, name, position, capacity)
      return try SignerPower(facts, by: Cast.registryClerk, in: transaction)
    }
  }

  @Test("says nothing while no table is kept; then warns of name, position, capacity and type") func warns()
    async throws
  {
    try await withDesk { database in
      let (leader, title) = (Cast.leader.personName, Cast.leader.postTitle)
      #expect(try await power("Ai Đó", "Trưởng", .direct, database).warning == nil)
      try await database.write { transaction in
        let from = transaction.now.day - 10
        try LaySigningPower(.init(post: Cast.leader.post, capacity: .direct, validFrom: from))
          .perform(by: Cast.headOfOffice, in: transaction)
        try LaySigningPower(
          .init(
            post: Cast.headOfOffice.post, capacity: .byOrder, typeKeys: ["thongBao"], basis: "Quy chế làm việc",
            validFrom: from)
        ).perform(by: Cast.headOfOffice, in: transaction)
      }
      #expect(try await power(leader, title, .direct, database).warning == nil)
      #expect(try await power(leader.uppercased(), "", .direct, database).warning == nil)
      #expect(try await power("Ai Đó", "Trưởng", .direct, database).warning?.contains("Ai Đó") == true)
      #expect(try await power(leader, "Vụ trưởng", .direct, database).warning?.contains("Vụ trưởng") == true)
      #expect(try await power(leader, title, .forHead, database).warning?.contains("ký thay (KT.)") == true)
      let office = Cast.headOfOffice
      #expect(
        try await power(office.personName, office.postTitle, .byOrder, type: "thongBao", database).warning == nil)
      #expect(
        try await power(office.personName, office.postTitle, .byOrder, database).warning?.contains("công văn") == true)
      // A warning stands in nobody's way.
      let numbered = try await database.number { $0.facts.capacity = .authorised }
      #expect(try await database.find(numbered.id).facts.capacity == .authorised)
    }
  }

  @Test("who signs by authorisation signs by a document, which is linked when it is here") func authorised()
    async throws
  {
    try await withDesk { database in
      let paper = try await database.number { $0.facts.typeKey = "giayUyQuyen" }
      let deputy = Cast.deputyLeader
      let basis = "Giấy ủy quyền số \(paper.codeText) ngày 05/11/2026"
      try await database.write { transaction in
        try LaySigningPower(
          .init(
            post: deputy.post, capacity: .authorised, scope: "Hợp tác quốc tế", basis: basis,
            validFrom: transaction.now.day - 1, validThrough: transaction.now.day + 30)
        ).perform(by: Cast.headOfOffice, in: transaction)
      }
      let found = try await power(deputy.personName, deputy.postTitle, .authorised, database)
      #expect(found.warning == nil && found.basis == basis)
      #expect(found.basisPath == OutgoingDocumentPaths.show(paper.id))
      let signed = try await database.number {
        ($0.facts.signerName, $0.facts.signerPosition) = (deputy.personName, deputy.postTitle)
        $0.facts.capacity = .authorised
      }
      let document = try await database.find(signed.id)
      let shown = try await database.read {
        try SignerPower.authorisation(of: document, by: Cast.registryClerk, in: $0)
      }
      #expect(shown?.path == OutgoingDocumentPaths.show(paper.id))
    }
  }
}
