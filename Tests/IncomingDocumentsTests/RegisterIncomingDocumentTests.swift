import Audit
import Database
import Documents
import FileVault
import Kernel
import Organization
import Papers
import Registers
import SearchIndex
import TestSupport
import Testing

@testable import IncomingDocuments

@Suite("DEN-07, DEN-08 đăng ký văn bản đến") struct RegisterIncomingDocumentTests {
  @Test func takesTheNextNumberAndKeepsEveryField() async throws {
    try await withRegistry { database in
      var facts = IncomingFacts.example()
      facts.urgency = .express
      facts.signerName = "Trần Văn Thử"
      facts.toPlaces = "Vụ Khoáng sản"
      facts.handlingDueDate = facts.arrivalDate + 10
      facts.sheetCount = 3
      facts.paperHolder = "Văn thư"
      facts.channel = .email
      let first = try await database.register(facts)
      let second = try await database.register(.example(number: "153"))
      #expect(first.number.number == 1 && second.number.number == 2)
      let stored = try await database.find(first.id)
      facts.issuer = stored.facts.issuer
      #expect(stored.facts == facts && stored.facts.issuer != nil)
      #expect(stored.arrivalNumber == 1 && stored.state == .registered && stored.fileCount == 0)
      let story = try await database.read { try AuditStore($0).story(of: .incomingDocument(first.id), limit: 9) }
      #expect(story.count == 1 && story[0].sentence?.contains("số đến 1") == true)
    }
  }

  @Test("PL6-18 văn bản trùng: báo trước khi dùng số, vẫn vào sổ được khi có lý do")
  func duplicatesAreRefusedBeforeANumberIsUsed() async throws {
    try await withRegistry { database in
      _ = try await database.register()
      var again = IncomingFacts.example(number: "0152")
      again.issuerName = "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG TỈNH TRƯỜNG SƠN"
      await #expect(throws: Refusal.self) { try await database.register(again) }
      let next = try await database.register(.example(number: "9"))
      #expect(next.number.number == 2)
      let accepted = try await database.register(again) { $0.overrideReason = "bản giấy đến sau" }
      #expect(accepted.number.number == 3)
      let ofAnotherAgency = try await database.register(.example(), by: Cast.clerkOfAnotherAgency)
      #expect(ofAnotherAgency.number.number == 1)
    }
  }

  @Test("PL6-18 trùng theo mã định danh văn bản, dù số ký hiệu gõ khác") func theSameIdentifierIsADuplicate()
    async throws
  {
    try await withRegistry { database in
      var facts = IncomingFacts.example(number: "15")
      facts.documentIdentifier = "H49.64.2026.15"
      _ = try await database.register(facts)
      facts.numberText = "16"
      facts.notation = "KHÁC"
      let refusal = await #expect(throws: Refusal.self) { try await database.register(facts) }
      #expect(refusal?.reasons.map(\.field) == [RegistrationField.overrideReason])
      facts.documentIdentifier = "H49.64.2026.16"
      let other = try await database.register(facts)
      #expect(other.number.number == 2)
      let stored = try await database.read {
        try IncomingDocumentStore($0).find(other.id, visibleTo: Cast.registryClerk).facts.documentIdentifier
      }
      #expect(stored == "H49.64.2026.16")
    }
  }

  @Test("PL6-18 trùng theo mã băm của tệp") func theSameFileIsADuplicate() async throws {
    try await withRegistry { database in
      let hash = try #require(FileHash(String(repeating: "ab", count: 32)))
      let file = KeptFile(name: "a.pdf", kind: .pdf, stored: StoredFile(hash: hash, bytes: 9), pageCount: 1)
      _ = try await database.register {
        $0.files = [file]
        $0.isVouchedOpen = true
      }
      let refusal = await #expect(throws: Refusal.self) {
        try await database.register(.example(number: "77")) {
          $0.files = [file]
          $0.isVouchedOpen = true
        }
      }
      #expect(refusal?.reasons.map(\.field) == [RegistrationField.overrideReason])
    }
  }

  @Test("DEN-01 chỉ văn thư cơ quan vào sổ", arguments: [Cast.leader, Cast.officerInCharge, Cast.administrator])
  func onlyTheRegistryRegisters(actor: Actor) async throws {
    try await withRegistry { database in
      let refusal = await #expect(throws: Refusal.self) { try await database.register(by: actor) }
      #expect(refusal?.kind == .forbidden)
      let count = try await database.count("incoming_documents")
      #expect(count == 0)
    }
  }

  @Test("MAT-01, MAT-02 nội dung có dấu mật không được giữ lại")
  func markedSecretIsRefusedAndNotKept() async throws {
    try await withRegistry { database in
      var facts = IncomingFacts.example()
      facts.subject = "TỐI MẬT"
      await #expect(throws: SecrecyFound.self) { try await database.register(facts) }
      #expect(try await database.count("incoming_documents") == 0)
      facts.subject = "Về việc bảo mật thông tin và mật độ xây dựng"
      _ = try await database.register(facts)
    }
  }

  @Test func everyMistakeIsToldAtItsField() throws {
    let today = TestClock().now.day
    var facts = IncomingFacts(arrivalDate: today + 1)
    facts.subject = String(repeating: "dài ", count: 200)
    facts.issuedDate = today + 5
    facts.numberText = "123456789012"
    facts.copyCount = 1000
    let fields = Set(facts.obstacles(today: today).compactMap(\.field))
    #expect(
      fields == [
        RegistrationField.arrivalDate, RegistrationField.issuer, RegistrationField.type, RegistrationField.subject,
        RegistrationField.issuedDate, RegistrationField.numberText, RegistrationField.copyCount,
      ])
  }

  @Test("DEN-08 hai trăm văn thư bấm cùng lúc được hai trăm số liền nhau")
  func twoHundredClerksAtOnce() async throws {
    try await withRegistry { database in
      let numbers = try await withThrowingTaskGroup(of: Int.self) { group in
        for index in 1...200 {
          group.addTask { try await database.register(.example(number: "\(1000 + index)")).number.number }
        }
        return try await group.reduce(into: [Int]()) { $0.append($1) }
      }
      #expect(numbers.sorted() == Array(1...200))
      #expect(try await database.count("incoming_documents") == 200)
    }
  }

  @Test("PL6-32 chỉ người có quyền mới thấy") func whoMaySee() async throws {
    try await withRegistry { database in
      let id = try await database.register().id
      for actor in [Cast.registryClerk, Cast.secondClerk, Cast.leader, Cast.headOfOffice] {
        #expect(try await database.find(id, as: actor).id == id)
      }
      for actor in [Cast.officerInCharge, Cast.clerkOfAnotherAgency, Cast.leaderOfAnotherAgency, Cast.administrator] {
        let refusal = await #expect(throws: Refusal.self) { try await database.find(id, as: actor) }
        #expect(refusal?.kind == .notFound)
      }
    }
  }

  @Test("PL6-64 tìm lại theo chữ không dấu và có dấu") func isFoundByAnyWord() async throws {
    try await withRegistry { database in
      let id = try await database.register().id
      for query in ["kiem ke tru luong", "đá vôi", "152/SNNMT", "so nong nghiep"] {
        let hits = try await database.read {
          try SearchIndex.search(SearchQuery(query), to: Cast.registryClerk, in: $0).hits
        }
        #expect(hits.map(\.record) == [.incomingDocument(id)], "\(query)")
        let foreign = try await database.read {
          try SearchIndex.search(SearchQuery(query), to: Cast.clerkOfAnotherAgency, in: $0).hits
        }
        #expect(foreign.isEmpty)
      }
    }
  }
}

@Suite("Sửa, hủy, thêm tệp sau khi vào sổ") struct RegisteredDocumentTests {
  @Test func aCorrectionKeepsWhatWasBefore() async throws {
    try await withRegistry { database in
      let id = try await database.register().id
      var facts = try await database.find(id).facts
      facts.subject = "Về việc kiểm kê trữ lượng cát sỏi năm 2026"
      let act = CorrectIncomingDocument(id, facts: facts, reason: "gõ nhầm", formVersion: 1)
      try await database.write { try act.perform(by: Cast.registryClerk, in: $0) }
      let story = try await database.read { try AuditStore($0).story(of: .incomingDocument(id), limit: 9) }
      let change = story.flatMap(\.changes).first { $0.label == "Trích yếu" && $0.before != nil }
      #expect(change?.before == "Về việc kiểm kê trữ lượng đá vôi năm 2026")
      let stale = await #expect(throws: Refusal.self) {
        try await database.write { try act.perform(by: Cast.secondClerk, in: $0) }
      }
      #expect(stale?.kind == .conflict)
      let old = try await database.read {
        try SearchIndex.search(SearchQuery("đá vôi"), to: Cast.registryClerk, in: $0).hits
      }
      #expect(old.isEmpty)
    }
  }

  @Test func aCancelledNumberStaysAndIsNotGivenAgain() async throws {
    try await withRegistry { database in
      let first = try await database.register()
      try await database.write { transaction in
        try CancelNumber(first.number.book, number: 1, reason: "vào nhầm sổ")
          .perform(by: Cast.registryClerk, telling: IncomingRegisterContents(), in: transaction)
      }
      let document = try await database.find(first.id)
      #expect(document.state == .cancelled && document.cancelReason == "vào nhầm sổ")
      // The same paper may be registered again, under the next number.
      #expect(try await database.register().number.number == 2)
    }
  }

  @Test("DEN-03 bì chưa mở: vào sổ không tệp, thêm tệp sau") func filesComeLater() async throws {
    try await withRegistry { database in
      let id = try await database.register().id
      let hash = try #require(FileHash(String(repeating: "cd", count: 32)))
      let file = KeptFile(name: "sau.pdf", kind: .pdf, stored: StoredFile(hash: hash, bytes: 10))
      let unseen = AddIncomingFiles(to: id, files: [file], isVouchedOpen: false)
      let refusal = await #expect(throws: Refusal.self) {
        try await database.write { try unseen.perform(by: Cast.registryClerk, in: $0) }
      }
      #expect(refusal?.kind == .invalid, "MAT-05: nobody has looked at the pages")
      let act = AddIncomingFiles(to: id, files: [file], isVouchedOpen: true)
      try await database.write { try act.perform(by: Cast.registryClerk, in: $0) }
      #expect(try await database.find(id).fileCount == 1)
      let again = await #expect(throws: Refusal.self) {
        try await database.write { try act.perform(by: Cast.registryClerk, in: $0) }
      }
      #expect(again?.kind == .conflict)
    }
  }

  @Test("Danh sách mới nhất trước, 50 dòng một trang") func pagesByKeyset() async throws {
    try await withRegistry { database in
      for index in 1...120 { _ = try await database.register(.example(number: "\(index)")) }
      var seen: [Int] = []
      var page: KeysetPage? = .newest
      while let current = page {
        let slice = try await database.read {
          try IncomingDocumentStore($0).newest(.init(), page: current, visibleTo: Cast.leader)
        }
        seen += slice.documents.map(\.arrivalNumber)
        page = slice.older
      }
      #expect(seen == Array((1...120).reversed()))
    }
  }
}
