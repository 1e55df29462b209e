import Database
import Documents
import FileVault
import Kernel
import Organization
import TestSupport
import Testing
import Work

@testable import Drafts

@Suite("ST-05 ST-06 ST-09 ST-10 ST-11 ST-12 ST-13 ký duyệt dự thảo") struct SignDraftTests {
  @Test("the approval names the hashes of the file and its annexes, the person and the basis") func approval()
    async throws
  {
    try await withDrafts { database in
      let id = try await database.draft(.signed)
      let approval = try #require(try await database.read { try DraftApprovalStore($0).standing(of: id) })
      #expect(approval.mainHash.text == String(repeating: "1", count: 64))
      #expect(approval.annexHashes.map(\.text) == [String(repeating: "2", count: 64)])
      #expect(approval.personName == Cast.leader.personName && approval.capacity == .direct)
      let writing = try await database.read { try WorkStore($0).items(of: .draft(id)) }
      #expect(writing.allSatisfy { !$0.isOpen })
    }
  }

  @Test("opening it again voids the approval; it is checked and signed anew") func reopened() async throws {
    try await withDrafts { database in
      let id = try await database.draft(.signed)
      try await database.write {
        try ReviseSignedDraft(id, reason: "Sai số liệu").perform(by: Cast.officerInCharge, in: $0)
      }
      #expect(try await database.find(id).progress == .drafting)
      #expect(try await database.read { try DraftApprovalStore($0).standing(of: id) } == nil)
      #expect(try await database.read { try DraftApprovalStore($0).list(of: id) }.map(\.voidReason) == ["Sai số liệu"])
      try await database.write { transaction in
        try AddDraftVersion(id, main: file(5), purpose: "Sửa số", seen: 1).perform(
          by: Cast.officerInCharge, in: transaction)
        try SubmitDraft(id, way: .usual).perform(by: Cast.officerInCharge, in: transaction)
        try PassDraft(Drafting.item(id, transaction), on: id).perform(by: Cast.unitHead, in: transaction)
        try PassDraft(Drafting.item(id, transaction), on: id).perform(by: Cast.headOfOffice, in: transaction)
        try SignDraft(Drafting.item(id, transaction), on: id, seen: 2).perform(by: Cast.leader, in: transaction)
      }
      #expect(try await database.find(id).progress == .signed)
    }
  }

  @Test("once it has a number it is opened no more") func numbered() async throws {
    try await withDrafts { database in
      let id = try await database.draft(.signed)
      try await database.write { try DraftStore($0).setOutgoing(.numbered, of: id) }
      let refused = try await database.refusal {
        try ReviseSignedDraft(id, reason: "Sai số liệu").perform(by: Cast.officerInCharge, in: $0)
      }
      #expect(refused?.kind == .conflict && refused?.message.contains("«Đã cấp số»") == true)
    }
  }

  /// Powers of the deputy, and what a letter that they are to sign is refused with; nil for a signature.
  static let powers: [(power: SigningPower.Terms?, capacity: SigningCapacity, refused: String?)] = {
    let today = TestClock().now.day
    let deputy = Cast.deputyLeader.post
    return [
      (nil, .forHead, "không có tư cách"),
      (.init(post: deputy, capacity: .forHead, scope: "Khoáng sản", validFrom: today - 9), .forHead, nil),
      (.init(post: deputy, capacity: .forHead, scope: "Khoáng sản", validFrom: today - 9), .direct, "không có tư cách"),
      (
        .init(
          post: deputy, capacity: .byOrder, typeKeys: ["giayMoi"], basis: "Quy chế làm việc", validFrom: today - 9),
        .byOrder, "không gồm loại «Công văn»"
      ),
      (
        .init(
          post: deputy, capacity: .authorised, scope: "Khoáng sản",
          basis: "Giấy ủy quyền số 3/GUQ-TCĐC ngày 05/10/2026", validFrom: today - 9,
          validThrough: today - 1), .authorised, "không có hiệu lực hôm nay"
      ),
      (
        .init(
          post: deputy, capacity: .authorised, scope: "Khoáng sản",
          basis: "Giấy ủy quyền số 3/GUQ-TCĐC ngày 05/10/2026", validFrom: today - 9,
          validThrough: today), .authorised, nil
      ),
    ]
  }()

  @Test("the table of powers decides: capacity, type, days", arguments: powers.indices) func power(index: Int)
    async throws
  {
    let (terms, capacity, words) = Self.powers[index]
    try await withDrafts { database in
      if let terms {
        _ = try await database.write { try LaySigningPower(terms).perform(by: Cast.headOfOffice, in: $0) }
      }
      var facts = DraftFacts.example
      (facts.signer, facts.capacity) = (Cast.deputyLeader.post, capacity)
      let id = try await database.draft(.signing, facts)
      let refused = try await database.refusal {
        try SignDraft(Drafting.item(id, $0), on: id, seen: 1).perform(by: Cast.deputyLeader, in: $0)
      }
      #expect((refused == nil) == (words == nil), "\(refused?.message ?? "signed")")
      if let words { #expect(refused?.message.contains(words) == true, "\(refused?.message ?? "")") }
    }
  }

  @Test("what the law asks of a power is asked when it is laid down", arguments: SigningCapacity.allCases)
  func laid(capacity: SigningCapacity) async throws {
    try await withDrafts { database in
      let refused = try await database.refusal {
        try LaySigningPower(.init(post: Cast.deputyLeader.post, capacity: capacity, validFrom: $0.now.day))
          .perform(by: Cast.headOfOffice, in: $0)
      }
      #expect((refused == nil) == (capacity == .direct))
    }
    try await withDrafts { database in
      let refused = try await database.refusal {
        try LaySigningPower(.init(post: Cast.deputyLeader.post, capacity: .direct, validFrom: $0.now.day))
          .perform(by: Cast.leader, in: $0)
      }
      #expect(refused?.kind == .forbidden)
    }
  }

  @Test("an authorisation names number, symbol and date of what authorises") func authorisation() {
    func refused(_ basis: String) -> Bool {
      let day = TestClock().now.day
      return !SigningPower.Terms(
        post: Cast.deputyLeader.post, capacity: .authorised, scope: "Khoáng sản", basis: basis, validFrom: day,
        validThrough: day
      ).reasons().isEmpty
    }
    for basis in ["", "Giấy ủy quyền", "Giấy ủy quyền 3/GUQ-TCĐC", "Giấy ủy quyền ngày 05/10/2026"] {
      #expect(refused(basis), "\(basis)")
    }
    #expect(!refused("Giấy ủy quyền số 03/GUQ-TCĐC ngày 05/10/2026"))
    #expect(!refused("Giấy ủy quyền số 03/2026/GUQ-TCĐC ngày 05 tháng 10 năm 2026"))
  }

  @Test("a deputy who is the acting head signs in the head's office") func acting() async throws {
    try await withDrafts { database in
      let block = try await database.write { transaction in
        try SignerBlock(Cast.deputyLeader.post, .acting, of: Cast.deputyLeader.agency, in: transaction).block
      }
      #expect(block.lines == ["Q. TỔNG CỤC TRƯỞNG"])
    }
  }

  @Test("the table says the capacity when nobody chose one: one's own right first") func capacity() throws {
    let day = TestClock().now.day
    let terms: [SigningPower.Terms] = [
      .init(post: Cast.deputyLeader.post, capacity: .byOrder, typeKeys: ["giayMoi"], validFrom: day - 9),
      .init(post: Cast.deputyLeader.post, capacity: .forHead, scope: "Khoáng sản", validFrom: day - 9),
      .init(post: Cast.deputyLeader.post, capacity: .acting, validFrom: day - 9, validThrough: day - 1),
    ]
    let powers = terms.enumerated().map { index, terms in
      SigningPower(
        id: .init(Int64(index)), agency: Cast.leader.agency, terms: terms, holderName: "", laidBy: "",
        laidAt: TestClock().now, version: 1)
    }
    #expect(powers.capacity(for: "giayMoi", on: day) == .forHead)
    #expect(powers.capacity(for: "giayMoi", on: day - 2) == .acting)
    #expect(powers[..<1].map { $0 }.capacity(for: "congVan", on: day) == nil)
    #expect(SigningCapacity.authorised.inSentence == "thừa ủy quyền (TUQ.)")
  }

  @Test("a stand-in does not sign") func standIn() async throws {
    try await withDrafts { database in
      let id = try await database.draft(.signing)
      var standIn = Cast.leader
      standIn.onBehalfOf = "Trần Văn Quang, Tổng cục trưởng"
      let refused = try await database.refusal { [standIn] in
        try SignDraft(Drafting.item(id, $0), on: id, seen: 1).perform(by: standIn, in: $0)
      }
      #expect(refused?.message.contains("không gồm quyền ký") == true)
    }
  }
}
