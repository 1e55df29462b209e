import Access
import Database
import FileVault
import Foundation
import Identity
import IncomingDocuments
import Kernel
import Logging
import Organization
import Registers
import TestSupport
import Testing

@testable import App
@testable import Transfer

@Suite("Kết xuất toàn bộ") struct OpenFormTests {
  /// Every table is either exported whole or left out with a reason, so that a new column is not forgotten.
  @Test("every table and column is in the open form, or left out for a reason") func nothingForgotten() async throws {
    try await withDatabase(Modules.migrations) { database in
      let columns = try await database.read { transaction -> [String: Set<String>] in
        let rows: [Row] =
          switch transaction.engine {
          case .sqlite:
            try transaction.rows(
              """
              SELECT m.name AS owner, i.name AS name FROM sqlite_master m, pragma_table_info(m.name) i
              WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%' AND m.name NOT LIKE 'search_words%'
              """)
          case .postgres:
            try transaction.rows(
              """
              SELECT CAST(c.table_name AS TEXT) AS owner, CAST(c.column_name AS TEXT) AS name
              FROM information_schema.columns c JOIN information_schema.tables t
                ON t.table_name = c.table_name AND t.table_schema = c.table_schema
              WHERE c.table_schema = current_schema() AND t.table_type = 'BASE TABLE'
              """)
          }
        return try rows.reduce(into: [:]) { $0[try $1.get("owner"), default: []].insert(try $1.get("name")) }
      }
      let exported = Dictionary(uniqueKeysWithValues: ExportedKind.all.map { ($0.table, $0) })
      for (table, names) in columns {
        if let kind = exported[table] {
          let told = kind.fields.map(\.column) + kind.leftOut.keys
          #expect(Set(told) == names, "\(table)")
          #expect(Set(told).count == told.count, "\(table)")
        } else {
          #expect(ExportedKind.leftOutTables[table] != nil, "«\(table)» is neither exported nor left out")
        }
      }
      #expect(Set(exported.keys).isSubset(of: columns.keys))
    }
  }

  /// A body with everything the open form has: an imported book with holes, a cancelled number, files with text, a
  /// corrected entry, grants, a merged agency.
  private static func fill(_ book: OldBook) async throws {
    try Data(MadePDF.of(["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 1/SXD"])).write(
      to: book.folder.appending(path: "a.pdf"))
    try book.write(
      [
        OldBook.line(1, "03/01/1999", "1/SXD", "Dấu \\\"nháy\\\" và \\\\ gạch", more: ", \"Files\": [\"a.pdf\"]"),
        OldBook.line(
          5, "04/01/2019", "3/TB-SXD", "Ba",
          more: ", \"State\": \"cancelled\", \"BookName\": \"Sổ đơn thư\", \"Priority\": 3"),
        OldBook.line(
          9, "05/01/2019", "4/QĐ-SXD", "Bốn", more: ", \"SignerInfo\": {\"FullName\": \"Lê An\", \"Position\": \"Phó\"}"
        ),
      ].joined(separator: "\n"))
    try await book.run()
    try await book.app.runJobs()
    try await book.app.database.write { transaction in
      var facts = IncomingFacts(arrivalDate: transaction.now.day)
      facts.issuerName = "Sở Nội vụ tỉnh Hòa Phú"
      facts.typeKey = "congVan"
      facts.subject = "Trước khi sửa"
      let made = try RegisterIncomingDocument(facts: facts).perform(by: Cast.registryClerk, in: transaction)
      facts.subject = "Sau khi sửa"
      try CorrectIncomingDocument(made.id, facts: facts, reason: "gõ nhầm", formVersion: 1).perform(
        by: Cast.registryClerk, in: transaction)
      var shown = BroughtDocument(facts: facts)
      shown.shownTo = [.init(.post(Cast.officerInCharge.post), reason: .work)]
      try BringIncomingDocuments([shown]).perform(by: Cast.registryClerk, in: transaction)
    }
  }

  private static func bytes(of folder: URL) throws -> [String: Data] {
    let walk = FileManager.default.enumerator(atPath: folder.path)
    var found: [String: Data] = [:]
    while let name = walk?.nextObject() as? String {
      let file = folder.appending(path: name)
      if try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true {
        found[name] = try Data(contentsOf: file)
      }
    }
    return found
  }

  /// A fresh installation that nothing is in.
  private static func onEmpty(_ body: @escaping @Sendable (Installation) async throws -> Void) async throws {
    try await withDatabase(Modules.migrations) { database, folder in
      let installation = try await Installation(
        settings: try await Settings.read(flags: ["data": folder.path], file: nil), database: database,
        clock: TestClock(), logger: Logger(label: "open-form"))
      try await body(installation)
      try await installation.modules.identity.passwords.close()
      try await installation.vault.close()
    }
  }

  @Test("export, import into an empty installation, export again: equal byte for byte, and searchable") func roundTrip()
    async throws
  {
    try await OldBook.use { book in
      try await Self.fill(book)
      let first = book.folder.appending(path: "mot")
      let outcome = try ExportInstallation(to: first).run(book.app.database, book.app.installation.vault) { _ in }
      #expect(outcome.documents == 5)
      #expect(outcome.files == 1)
      let one = try Self.bytes(of: first)
      let second = book.folder.appending(path: "hai")
      try await Self.onEmpty { other in
        let came = try await ImportInstallation(from: first).run(other.database, other.vault) { _, _ in }
        #expect(came.documents == 5)
        _ = try ExportInstallation(to: second).run(other.database, other.vault) { _ in }
        let report = try InstallationProof.run(other)
        #expect(report.isSound, "\(report.text)")
        let mine = try await book.app.database.read { try Self.found($0) }
        let theirs = try await other.database.read { try Self.found($0) }
        #expect(mine == theirs)
        #expect(mine == 1)
        // The next paper goes on with keys and numbers.
        let next = try await other.database.write { transaction in
          var facts = IncomingFacts(arrivalDate: transaction.now.day)
          facts.issuerName = "Sở Nội vụ tỉnh Hòa Phú"
          facts.typeKey = "congVan"
          facts.subject = "Tiếp theo"
          return try BringIncomingDocuments([BroughtDocument(facts: facts)]).perform(
            by: Cast.registryClerk, in: transaction)[0]
        }
        #expect(next.number > 0)
        await #expect(throws: Refusal.self) {
          try await ImportInstallation(from: first).run(other.database, other.vault) { _, _ in }
        }
      }
      let two = try Self.bytes(of: second)
      #expect(one.keys.sorted() == two.keys.sorted())
      for (name, bytes) in one {
        #expect(
          bytes == two[name],
          "\(name)\n\(String(decoding: bytes, as: UTF8.self))\n\(String(decoding: two[name] ?? Data(), as: UTF8.self))")
      }
      // The same content is the same bytes also the second time.
      let again = book.folder.appending(path: "ba")
      _ = try ExportInstallation(to: again).run(book.app.database, book.app.installation.vault) { _ in }
      #expect(try Self.bytes(of: again) == one)
    }
  }

  private static func found(_ transaction: any Transaction) throws -> Int {
    try transaction.rows("SELECT COUNT(*) AS n FROM search_texts WHERE exact LIKE '%hòa xã hội%'")[0].get("n")
  }

  @Test("an export that was changed or did not end is refused whole") func tampered() async throws {
    try await OldBook.use { book in
      try await Self.fill(book)
      let folder = book.folder.appending(path: "xuat")
      _ = try ExportInstallation(to: folder).run(book.app.database, book.app.installation.vault) { _ in }
      #expect(throws: Refusal.self) {
        try ExportInstallation(to: folder).run(book.app.database, book.app.installation.vault) { _ in }
      }
      let file = folder.appending(path: "documents.jsonl")
      let sound = try String(contentsOf: file, encoding: .utf8)
      try Data(sound.replacing("Sau khi sửa", with: "Sau khi tráo").utf8).write(to: file)
      try await Self.onEmpty { other in
        await #expect(throws: Refusal.self) {
          try await ImportInstallation(from: folder).run(other.database, other.vault) { _, _ in }
        }
        try Data(sound.utf8).write(to: file)
        try FileManager.default.removeItem(at: folder.appending(path: "manifest.json"))
        await #expect(throws: Refusal.self) {
          try await ImportInstallation(from: folder).run(other.database, other.vault) { _, _ in }
        }
        #expect(try await other.database.read { try OpenTableStore($0).isEmpty(ExportedKind.all) })
      }
    }
  }

  @Test("an exported document comes into another agency's book by «import documents»") func linesAreTaken() async throws
  {
    try await OldBook.use { book in
      try await Self.fill(book)
      let folder = book.folder.appending(path: "xuat")
      _ = try ExportInstallation(to: folder).run(book.app.database, book.app.installation.vault) { _ in }
      let act = RunOldBook(file: folder.appending(path: "documents.jsonl"), settings: ImportSettings())
      let outcome = try await act.run(by: Cast.clerkOfAnotherAgency, book.app.installation.modules.imports) { _ in }
      #expect(outcome.problems.isEmpty)
      #expect(outcome.counts.entered == 5)
      #expect(try await book.app.count("incoming_documents") == 10)
    }
  }
}
