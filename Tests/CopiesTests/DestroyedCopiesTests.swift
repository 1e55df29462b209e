import Database
import Documents
import FileVault
import Kernel
import Organization
import Papers
import TestSupport
import Testing
import Work

@testable import Copies
@testable import IncomingDocuments

@Suite("MAT-05, COPY-04 bản sao của văn bản bị xóa vì có dấu mật") struct DestroyedCopiesTests {
  @Test("file and words go with the document, the number stays, work ends, nobody sees it") func destroys() async throws
  {
    try await withCopies { database in
      let (document, copy) = try await database.copied()
      let asked = try await database.ask(copy.terms.source, by: Cast.registryClerk)
      let freed = try await database.destroy(document)
      #expect(Set(freed) == [KeptFile.example("d").stored.hash, KeptFile.example("c").stored.hash])
      #expect(try await database.stored().isEmpty)
      for id in [copy.id, asked.id] {
        let kept = try #require(
          try await database.read { try DocumentCopyStore($0).findIndexedForJob(id, locked: false) })
        #expect(kept.file == nil && kept.terms.purpose.isEmpty && kept.decisionNote.isEmpty)
        #expect(kept.number == (id == copy.id ? 1 : nil))
        await #expect(throws: Refusal.self) { try await database.find(id) }
      }
      #expect(
        try await database.read { try WorkStore($0).items(of: .documentCopy(asked.id)) }.allSatisfy { !$0.isOpen })
    }
  }

  @Test("a copy whose bytes came in again stays stored for what names it") func stays() async throws {
    try await withCopies { database in
      let (document, copy) = try await database.copied()
      let again = try await database.register(.example("c"), "Bản sao gửi lại")
      #expect(try await database.destroy(document) == [KeptFile.example("d").stored.hash])
      #expect(try await database.stored() == [KeptFile.example("c").stored.hash])
      let files = try await database.read { try IncomingFileStore($0).list(of: again) }
      #expect(files.map(\.hash) == [copy.file?.hash])
    }
  }

  @Test("named by an issued document it stays too") func staysIssued() async throws {
    try await withCopies { database in
      let (document, _) = try await database.copied()
      _ = try await database.issued(letter: "c")
      #expect(try await database.destroy(document) == [KeptFile.example("d").stored.hash])
      #expect(try await database.stored() == [KeptFile.example("c").stored.hash])
    }
  }
}

extension Database {
  /// A registered document with a read file, and a copy of it that is made.
  fileprivate func copied() async throws -> (IncomingDocument.ID, DocumentCopy) {
    let id = try await register(.example("d"), "Về việc thẩm định")
    let file = try await write { transaction in
      let file = try IncomingFileStore(transaction).list(of: id)[0]
      try IncomingFileStore(transaction).saveReading(PaperReading(pageCount: 3), of: file.id)
      return file.id
    }
    let source = CopySource(.incomingDocument(id), file: file.number)
    let asked = try await ask(source, by: Cast.registryClerk)
    let numbered = try await number(decide(asked, note: "gửi 2 nơi")).copy
    try await make(numbered)
    return (id, try await find(numbered.id))
  }

  fileprivate func register(_ file: KeptFile, _ subject: String) async throws -> IncomingDocument.ID {
    try await write { transaction in
      var facts = IncomingFacts(arrivalDate: transaction.now.day)
      (facts.issuerName, facts.typeKey, facts.subject) = ("Bộ Tài chính", "congVan", subject)
      var act = RegisterIncomingDocument(facts: facts)
      (act.files, act.isVouchedOpen) = ([file], true)
      return try act.perform(by: Cast.registryClerk, in: transaction).id
    }
  }

  /// Withheld, confirmed and destroyed under two names, as the product does it.
  fileprivate func destroy(_ id: IncomingDocument.ID) async throws -> [FileHash] {
    try await write { transaction in
      _ = try WithholdMatter<WithheldIncoming>(id).perform(by: Cast.registryClerk, in: transaction)
      try ConfirmSecrecy<WithheldIncoming>(id).perform(by: Cast.headOfOffice, in: transaction)
      return try DestroyMatter<WithheldIncoming>(id, followers: [DestroyedCopies()])
        .perform(by: Cast.registryClerk, in: transaction)
    }
  }

  /// Every file that the vault is to keep.
  fileprivate func stored() async throws -> [FileHash] {
    try await read { try $0.rows("SELECT hash FROM stored_files ORDER BY hash").map { try $0.get("hash") } }
  }
}
