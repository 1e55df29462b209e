import Access
import Audit
import Database
import Disposal
import Documents
import Dossiers
import Drafts
import FilePlans
import FileVault
import Foundation
import IncomingDocuments
import Kernel
import Organization
import OutgoingDocuments
import Papers
import TestSupport
import Testing
import VietnameseText
import Work

@testable import App

/// Stands nowhere else.
let unmistakable = "zwợrqíplồn"
/// As a file without Vietnamese letters has it.
private let plainWord = Folding.folded(unmistakable)
private let plainLines = """
  Văn bản này có một đoạn đủ dài để lớp chữ được tin là đọc được
  không cần nhận dạng từ ảnh, gồm nhiều dòng chữ thường
  và nội dung riêng \(plainWord) của văn bản thử nghiệm
  """

extension TestApp {
  /// A dossier of the officer with the unmistakable in every place: title, notes, own file, a letter with file, directive, work and
  /// note, an issued document with its file, a draft with a version.
  func filledDossier() async throws -> (dossier: Dossier.ID, letter: RecordReference) {
    let clerk = try await signedIn(as: Cast.registryClerk)
    let officer = try await signedIn(as: Cast.officerInCharge)
    let form = try ShownForm(registrationPath, on: try await clerk.get(registrationPath))
    let typed = usualLetter.merging([
      "vouchedOpen": "1", "subject": "V/v \(unmistakable) mỏ đá", "note": "ghi \(unmistakable)",
    ]) { $1 }
    let file = ChosenFile(name: "\(unmistakable).pdf", bytes: MadePDF.of([plainLines]))
    let letterPath = try await clerk.submit(form.typing(typed), files: [file]).requireLocation()
    let letter = try #require(Int64(letterPath.split(separator: "/").last?.prefix { $0 != "?" } ?? ""))
    let outgoing = try await issued(clerk)
    let draft = try await begun(officer, "Về việc \(unmistakable) trữ lượng")
    _ = try await officer.bring(MadeWord(body: MadeWord.paragraph("Kính gửi \(unmistakable)")).bytes(), to: draft)
    let draftNumber = try #require(Int64(draft.split(separator: "/").last?.prefix { $0 != "?" } ?? ""))
    try await runJobs()
    let own = try await vault(keeping: MadePDF.of([plainLines + " ba"]), named: "\(unmistakable).pdf", .pdf)
    let filled = try await database.write { transaction in
      let id = IncomingDocument.ID(letter)
      try GiveDirective(
        id, text: "Giao xử lý \(unmistakable)", places: [.init(.post(Cast.officerInCharge.post), .lead)]
      )
      .perform(by: Cast.leader, in: transaction)
      let record = RecordReference.incomingDocument(id)
      for actor in [Cast.officerInCharge, Cast.leader] {
        let items = try WorkStore(transaction).items(of: record)
        for item in items where item.isOpen && item.holder == .post(actor.post) {
          try CompleteWork(item.id, on: id, result: "Đã làm \(unmistakable)").perform(by: actor, in: transaction)
        }
      }
      try CancelDraft(Draft.ID(draftNumber), reason: "thôi \(unmistakable)").perform(
        by: Cast.officerInCharge, in: transaction)
      let facts = DossierFacts(
        title: "Hồ sơ \(unmistakable)", retention: .years(3), startedOn: transaction.now.day, keyword: unmistakable,
        note: unmistakable)
      let dossier = try OpenDossier(facts, records: [record, .draft(Draft.ID(draftNumber))])
        .perform(by: Cast.officerInCharge, flows: Modules.dossierFlows, in: transaction).id
      try Access.grant([.post(Cast.officerInCharge.post)], to: outgoing, reason: .inform, in: transaction)
      try FileIntoDossier(outgoing, dossier: dossier).perform(
        by: Cast.officerInCharge, flows: Modules.dossierFlows, in: transaction)
      try WriteDossierNote(dossier, text: "ghi chú \(unmistakable)", isFinal: true).perform(
        by: Cast.officerInCharge, in: transaction)
      _ = try AddDossierFiles(dossier, [.init(own)], title: "ảnh \(unmistakable)", datedOn: nil, isVouchedOpen: true)
        .perform(
          by: Cast.officerInCharge, in: transaction)
      let change = try ProposeRightsChange(
        dossier, .add(.post(Cast.deputyLeader.post), as: .reader), reason: "cần \(unmistakable)"
      ).perform(by: Cast.officerInCharge, flows: Modules.dossierFlows, in: transaction)
      _ = try DecideRightsChange(
        change.id, of: dossier, .confirm, words: "ý kiến \(unmistakable)", formVersion: change.version
      ).perform(by: Cast.unitHead, flows: Modules.dossierFlows, in: transaction)
      return (dossier: dossier, letter: record)
    }
    try await runJobs()
    return filled
  }

  /// A numbered and issued document with a file that holds the unmistakable.
  private func issued(_ clerk: Browser) async throws -> RecordReference {
    let path = "/van-ban-di/cap-so"
    let form = try ShownForm(path, on: try await clerk.get(path))
    let typed = [
      "loai": "congVan", "trich-yeu": "Trả lời \(unmistakable)", "nguoi-ky": "Trần Văn Quang",
      "chuc-vu": "Tổng cục trưởng",
      "noi-nhan": "Sở Xây dựng tỉnh Lâm Sơn", "ghi-chu": "lời ghi \(unmistakable)", "khong-mat": "1",
    ]
    let file = ChosenFile(name: "tra loi \(unmistakable).pdf", bytes: MadePDF.of([plainLines + " hai"]))
    let shown = try await clerk.submit(form.typing(typed), files: [file]).requireLocation()
    let id = try #require(Int64(shown.prefix { $0 != "?" }.split(separator: "/").last ?? ""))
    try await runJobs()
    try await database.write { transaction in
      // Issued: what that asks for is another module's matter.
      try transaction.run(
        """
        UPDATE outgoing_documents SET state = 'issued', issued_at = \(transaction.now), issued_by = 'Nguyễn Thị Hoa'
        WHERE id = \(id)
        """)
    }
    return .outgoingDocument(OutgoingDocument.ID(id))
  }

  private func vault(keeping bytes: [UInt8], named name: String, _ kind: FileKind) async throws -> KeptFile {
    let staged = try await installation.vault.receive(bytes)
    let hash = try await installation.vault.keep(staged)
    try await installation.vault.discard(staged)
    return KeptFile(
      name: name, kind: kind, stored: StoredFile(hash: hash, bytes: Int64(bytes.count)), pageCount: nil)
  }

  /// Over, with its unit.
  func end(_ dossiers: [Dossier.ID]) async throws {
    try await database.write { transaction in
      for id in dossiers {
        try transaction.run(
          """
          UPDATE dossiers SET state = 'closed', ended_on = '2020-05-05', retention_ends_on = '2024-01-01',
            closed_at = \(transaction.now), closed_by = 'Bùi Quốc Khánh' WHERE id = \(id)
          """)
      }
    }
  }

  /// Up to the press that begins the destruction.
  func approved(_ dossiers: [Dossier.ID]) async throws -> DisposalReview.ID {
    let decision = try await vault(keeping: Array("quyết định hủy".utf8), named: "quyet-dinh.jpg", .jpeg)
    return try await database.write { transaction in
      let id = try BeginReview(name: "Xét hủy năm 2026").perform(by: Cast.archivist, in: transaction).id
      try FillReview(id, .some(dossiers), formVersion: 1).perform(by: Cast.archivist, in: transaction)
      _ = try AppointCouncil(
        id,
        [(Cast.deputyLeader.post, .chair), (Cast.archivist.post, .secretary), (Cast.unitHead.post, .member)],
        formVersion: 2
      ).perform(by: Cast.archivist, in: transaction)
      try SubmitReview(id, formVersion: 3).perform(by: Cast.archivist, in: transaction)
      for actor in [Cast.deputyLeader, Cast.archivist, Cast.unitHead] {
        try SpeakInCouncil(id, .agree).perform(by: actor, in: transaction)
      }
      _ = try DecideReview(id, code: "12/QĐ-TCĐC", on: transaction.now.day, file: decision, formVersion: 4).perform(
        by: Cast.leader, in: transaction)
      try BeginDestruction(id, formVersion: 5).perform(by: Cast.archivist, in: transaction)
      return id
    }
  }

  func state(of dossier: Dossier.ID) async throws -> String {
    try await database.read { try $0.rows("SELECT state FROM dossiers WHERE id = \(dossier)")[0].get("state") }
  }

  /// Every place in which the unmistakable stands, however it is written: files of the data folder byte by byte, and every text
  /// column of every table.
  func places() async throws -> [String] {
    let forms = [
      unmistakable, Folding.folded(unmistakable), unmistakable.uppercased(),
      unmistakable.decomposedStringWithCanonicalMapping,
    ]
    let needles = forms.map { Data($0.utf8) } + forms.map { $0.data(using: .utf16BigEndian) ?? Data() }
    let root = URL(fileURLWithPath: installation.settings.dataFolder)
    let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: [.isRegularFileKey])
    var found: [String] = []
    for case let file as URL in files ?? FileManager.DirectoryEnumerator() {
      guard try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else { continue }
      let bytes = try Data(contentsOf: file)
      if needles.contains(where: { bytes.range(of: $0) != nil }) { found.append(file.lastPathComponent) }
    }
    return try await found + tables(forms.map { $0.lowercased() })
  }

  private func tables(_ forms: [String]) async throws -> [String] {
    try await database.read { transaction in
      let catalogue: SQL =
        switch transaction.engine {
        case .sqlite:
          """
          SELECT m.name AS t, c.name AS c FROM sqlite_master AS m JOIN pragma_table_info(m.name) AS c
          WHERE m.type = 'table' AND m.name NOT LIKE 'search_words%' AND c.type = 'TEXT'
          """
        case .postgres:
          """
          SELECT table_name::text AS t, column_name::text AS c FROM information_schema.columns
          WHERE table_schema = current_schema() AND data_type = 'text'
          """
        }
      var found: [String] = []
      for row in try transaction.rows(catalogue) {
        let (table, column): (String, String) = (try row.get("t"), try row.get("c"))
        for value in try transaction.rows(
          SQL(stringLiteral: "SELECT \"\(column)\" AS v FROM \"\(table)\" WHERE \"\(column)\" IS NOT NULL"))
        {
          let text = try value.get("v", as: String.self).lowercased()
          if forms.contains(where: text.contains) { found.append("\(table).\(column)") }
        }
      }
      return Array(Set(found)).sorted()
    }
  }
}
