import Access
import Database
import Kernel
import Organization
import TestSupport
import Testing
import Work

@testable import IncomingDocuments

private let today = TestClock().now.day
private let due = today + 8

@Suite("DEN-13 DEN-14 theo dõi, đôn đốc, gia hạn, xin ý kiến, bàn giao") struct FollowUpTests {
  @Test("progress, difficulties and proposals are kept and shown to whoever sees the document") func notes()
    async throws
  {
    try await withRegistry { database in
      let work = try await given(database)
      for kind in WorkNote.Kind.allCases {
        try await database.write {
          try NoteWork(work.officer.id, on: work.id, kind: kind, text: "Đã \(kind.label)").perform(
            by: Cast.officerInCharge, in: $0)
        }
      }
      let notes = try await database.read { try WorkNoteStore($0).list(of: .incomingDocument(work.id)) }
      #expect(notes.map(\.kind) == WorkNote.Kind.allCases)
      #expect(notes.allSatisfy { $0.authorName == Cast.officerInCharge.personName })
      let empty = try await database.refusal {
        try NoteWork(work.officer.id, on: work.id, kind: .progress, text: "").perform(
          by: Cast.officerInCharge, in: $0)
      }
      #expect(empty?.kind == .invalid)
      let others = try await database.refusal {
        try NoteWork(work.officer.id, on: work.id, kind: .progress, text: "Xong").perform(by: Cast.unitHead, in: $0)
      }
      #expect(others?.kind == .forbidden)
    }
  }

  @Test("an opinion is asked across units, the work stays, silence does not stand in the way") func opinions()
    async throws
  {
    try await withRegistry { database in
      let work = try await given(database)
      try await database.write {
        try AskOpinion(
          work.officer.id, on: work.id, question: "Có vướng luật không?",
          holders: [legal, .post(Cast.officerOfAnotherUnit.post)], due: today + 2
        ).perform(by: Cast.officerInCharge, in: $0)
      }
      #expect(try await database.inbox(.mine, of: Cast.headOfTwo).contains(.opinionIncoming))
      #expect(try await database.inbox(.mine, of: Cast.officerInCharge) == [.handleIncoming])
      let twice = try await database.refusal {
        try AskOpinion(work.officer.id, on: work.id, question: "Nhắc", holders: [legal], due: nil).perform(
          by: Cast.officerInCharge, in: $0)
      }
      #expect(twice?.message.contains("chưa trả lời") == true, "\(twice?.message ?? "accepted")")
      let asked = try await database.item(of: work.id, held: .unit(ExampleBody.legalUnit))
      let silent = try await database.item(of: work.id, held: .post(Cast.officerOfAnotherUnit.post))
      let wordless = try await database.refusal {
        try GiveOpinion(asked.id, on: work.id, stance: .disagree, text: "").perform(by: Cast.headOfTwo, in: $0)
      }
      #expect(wordless?.kind == .invalid)
      try await database.write {
        try GiveOpinion(asked.id, on: work.id, stance: .disagree, text: "Trái Điều 5").perform(
          by: Cast.headOfTwo, in: $0)
      }
      try await database.write {
        try CompleteWork(work.officer.id, on: work.id, result: "Đã trả lời").perform(by: Cast.officerInCharge, in: $0)
      }
      let items = try await database.read { try WorkStore($0).items(of: .incomingDocument(work.id)) }
      #expect(items.first { $0.id == asked.id }?.outcome == "Không đồng ý: Trái Điều 5")
      #expect(items.first { $0.id == silent.id }?.state == .recalled)
      #expect(try await database.inbox(.mine, of: Cast.unitHead) == [.handleIncoming], "the head looks at the result")
    }
  }

  @Test("work is handed over within the unit, and access goes with it") func handingOver() async throws {
    try await withRegistry { database in
      let work = try await given(database)
      let sideways = try await database.refusal {
        try HandOverWork(work.officer.id, on: work.id, to: Cast.officerOfAnotherUnit.post, reason: "Nghỉ").perform(
          by: Cast.officerInCharge, in: $0)
      }
      #expect(sideways?.message.contains("trong cùng đơn vị") == true)
      try await database.write {
        try AcceptWork(work.officer.id, on: work.id).perform(by: Cast.officerInCharge, in: $0)
        try HandOverWork(work.officer.id, on: work.id, to: Cast.unitClerk.post, reason: "Nghỉ phép").perform(
          by: Cast.unitHead, in: $0)
      }
      let moved = try await database.item(of: work.id, held: .post(Cast.unitClerk.post))
      #expect(moved.id == work.officer.id && moved.state == .offered && moved.openedAt == nil)
      #expect(moved.dueAt == work.officer.dueAt)
      let sees = try await database.read {
        try Access.maySee(.incomingDocument(work.id), actor: Cast.officerInCharge, in: $0)
      }
      #expect(!sees)
      #expect(try await database.inbox(.mine, of: Cast.officerInCharge) == [])
    }
  }

  @Test("a leader's work that was handed over is governed by the successor") func leadersHandOver() async throws {
    try await withRegistry { database in
      let work = try await given(database)
      let own = try await database.item(of: work.id, held: .post(Cast.leader.post))
      try await database.write {
        try HandOverWork(own.id, on: work.id, to: Cast.deputyLeader.post, reason: "Đi công tác").perform(
          by: Cast.leader, in: $0)
        try SetDeadline(work.unit.id, on: work.id, due: due + 1, reason: "Cho thêm").perform(
          by: Cast.deputyLeader, in: $0)
      }
      #expect(try await database.inbox(.passedOn, of: Cast.deputyLeader) == [.directIncoming])
      try await database.write {
        try AskExtension(work.unit.id, on: work.id, due: due + 9, reason: "Khó").perform(by: Cast.unitHead, in: $0)
      }
      // The unit has passed its work on: it asks for itself all the same.
      #expect(try await database.inbox(.decide, of: Cast.deputyLeader) == [.extendIncoming])
    }
  }

  @Test("urging is counted over its levels; only who may urge does") func urging() async throws {
    try await withRegistry { database in
      let work = try await given(database)
      let ordinals = try await database.write { transaction in
        try [(WorkUrging.Level.remind, Cast.leader), (.criticize, Cast.headOfOffice), (.review, Cast.unitHead)].map {
          try UrgeWork(work.officer.id, on: work.id, level: $0, text: "Khẩn trương").perform(
            by: $1, in: transaction
          ).ordinal
        }
      }
      #expect(ordinals == [1, 2, 3])
      let own = try await database.refusal {
        try UrgeWork(work.officer.id, on: work.id, level: .remind, text: "").perform(by: Cast.officerInCharge, in: $0)
      }
      #expect(own?.kind == .forbidden)
      // The unit answers for what it passed on; whoever decided already does not.
      try await database.write {
        try UrgeWork(work.unit.id, on: work.id, level: .remind, text: "").perform(by: Cast.leader, in: $0)
      }
      let decided = try await database.item(of: work.id, held: .post(Cast.leader.post))
      let passed = try await database.refusal {
        try UrgeWork(decided.id, on: work.id, level: .remind, text: "").perform(by: Cast.headOfOffice, in: $0)
      }
      #expect(passed?.message.contains("đã cho ý kiến") == true)
    }
  }

  @Test("where a reply is asked for, completion names it or says why not; the unit inherits it") func replies()
    async throws
  {
    try await withRegistry { database in
      let work = try await given(database, needsReply: true)
      let silent = try await database.refusal {
        try CompleteWork(work.officer.id, on: work.id, result: "Xong").perform(by: Cast.officerInCharge, in: $0)
      }
      #expect(silent?.message.contains("cần văn bản trả lời") == true)
      try await database.write {
        try CompleteWork(work.officer.id, on: work.id, as: .reply, result: "Đã trả lời", replyCode: "12/TCĐC-KS")
          .perform(by: Cast.officerInCharge, in: $0)
        try CompleteWork(work.unit.id, on: work.id, result: "Đồng ý").perform(by: Cast.unitHead, in: $0)
      }
      let items = try await database.read { try WorkStore($0).items(of: .incomingDocument(work.id)) }
      #expect(items.filter { $0.kind == .handleIncoming }.map(\.replyCode) == ["12/TCĐC-KS", "12/TCĐC-KS"])
      #expect(items.filter { $0.kind == .handleIncoming }.allSatisfy { $0.result == .reply })
    }
  }

  @Test("a reply that is issued later is linked later; what is done is filed, and opened again it is not")
  func laterReply()
    async throws
  {
    try await withRegistry { database in
      let work = try await given(database)
      let early = try await database.refusal {
        try FileIncomingDocument(work.id, dossierCode: "01-KS").perform(by: Cast.registryClerk, in: $0)
      }
      #expect(early?.message.contains("chưa giải quyết xong") == true)
      try await database.write {
        try CompleteWork(work.officer.id, on: work.id, as: .reply, result: "Đang ký").perform(
          by: Cast.officerInCharge, in: $0)
        try LinkReply(work.officer.id, on: work.id, replyCode: "15/TCĐC-KS").perform(by: Cast.officerInCharge, in: $0)
        try CompleteWork(work.unit.id, on: work.id, result: "Đồng ý").perform(by: Cast.unitHead, in: $0)
        try FileIncomingDocument(work.id, dossierCode: "01-KS").perform(by: Cast.registryClerk, in: $0)
      }
      let filed = try await database.find(work.id)
      #expect(filed.progress == .filed && filed.dossierCode == "01-KS")
      try await database.write {
        try ReopenWork(work.unit.id, on: work.id, reason: "Thiếu").perform(by: Cast.leader, in: $0)
      }
      #expect(try await database.find(work.id).progress == .inProgress)
    }
  }

  @Test("the stored state of a document is what its work says; another is found out") func stateIsProved() async throws
  {
    try await withRegistry { database in
      let work = try await given(database)
      #expect(try VerifyProgress(database: database).run().wrong == [])
      try await database.write {
        try $0.run("UPDATE incoming_documents SET progress = 'completed' WHERE id = \(work.id)")
      }
      let report = try VerifyProgress(database: database).run()
      #expect(report.documents == 1)
      #expect(report.wrong == ["số đến 1: ghi «Đã giải quyết», theo việc là «Đã phân công»"])
    }
  }

  @Test("following gives no right and ends when asked") func following() async throws {
    try await withRegistry { database in
      let work = try await given(database)
      let unseen = try await database.refusal {
        try FollowDocument(work.id, follows: true).perform(by: Cast.officerOfAnotherUnit, in: $0)
      }
      #expect(unseen?.kind == .notFound)
      try await database.write {
        try FollowDocument(work.id, follows: true).perform(by: Cast.headOfOffice, in: $0)
        try FollowDocument(work.id, follows: true).perform(by: Cast.headOfOffice, in: $0)
      }
      let followed = IncomingDocumentFilter(isFollowed: true)
      let other = try await database.register(.example(number: "153")).id
      for words in ["", "trữ lượng"] {
        var filter = followed
        filter.words = words
        let found = try await database.read { [filter] in
          try IncomingDocumentStore($0).newest(filter, page: .newest, visibleTo: Cast.headOfOffice).documents.map(\.id)
        }
        #expect(found == [work.id], "not \(other), with words «\(words)»")
      }
      try await database.write { try FollowDocument(work.id, follows: false).perform(by: Cast.headOfOffice, in: $0) }
      #expect(try await database.count("work_follows") == 0)
    }
  }
}
