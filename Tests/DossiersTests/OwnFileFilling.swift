import Access
import Audit
import Database
import Documents
import FilePlans
import FileVault
import Jobs
import Kernel
import Organization
import Papers
import SearchIndex
import TestSupport

@testable import Dossiers

/// Stands in no title, note or letter.
let ownFileWord = "quặng bốc xít"

extension Database {
  /// Puts a file of its own into a dossier; nothing has read it yet.
  func add(
    _ letter: Character = "a", to dossier: Dossier.ID, title: String = "Biên bản họp", pages: Int? = nil
  ) async throws -> DossierItem.ID {
    try await write { transaction in
      _ = try AddDossierFiles(
        dossier, [.init(.example(letter, pages: pages))], title: title, datedOn: nil, isVouchedOpen: true
      ).perform(by: Cast.officerInCharge, in: transaction)
      return try DossierItemStore(transaction).ownFiles(in: dossier).max { $0.id.number < $1.id.number }!.id
    }
  }

  /// What the job does when the tools have read a file.
  func read(
    _ item: DossierItem.ID, of dossier: Dossier.ID, pages: [String] = ["Kết luận về \(ownFileWord) của cuộc họp"],
    markedPage: Int? = nil, state: DossierReading.State = .read, trouble: String? = nil
  ) async throws {
    try await write { transaction in
      guard let reading = try DossierReadingStore(transaction).find(item, 0) else { return }
      let text = OwnFileText(
        state: state, trouble: trouble, pageCount: state == .read ? pages.count : nil,
        pages: state == .read
          ? pages.enumerated().map { .init(page: $0.offset + 1, origin: "textLayer", text: $0.element) } : [],
        markedPage: markedPage)
      try KeepOwnFileText(dossier: dossier, reading: reading, text: text).performForJob(in: transaction)
      if let current = try DossierStore(transaction).findForJob(dossier) {
        try DossierIndexing.index(current, in: transaction)
      }
    }
  }

  func finds(_ actor: Kernel.Actor, _ typed: String = ownFileWord) async throws -> [RecordReference] {
    try await read { try SearchIndex.search(SearchQuery(typed), to: actor, in: $0).hits.map(\.record) }
  }

  func waitingJobs() async throws -> Int {
    try await read {
      try $0.rows("SELECT COUNT(*) AS n FROM jobs WHERE code = \(ReadDossierFilesJob.code) AND state = 'waiting'")[0]
        .get("n")
    }
  }

  /// Of everything that was read.
  func texts() async throws -> [String] {
    try await read { try $0.rows("SELECT text FROM dossier_texts ORDER BY item_id, page").map { try $0.get("text") } }
  }

  func ends(_ dossier: Dossier.ID) async throws -> DossierClosing {
    try await read {
      let found = try FoundDossier.find(dossier, by: Cast.officerInCharge, in: $0)
      return try .read(found, flows, by: Cast.officerInCharge, in: $0)
    }
  }
}
