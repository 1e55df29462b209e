import Database
import Documents
import FileVault
import Foundation
import IncomingDocuments
import Kernel
import Papers
import Registers

/// What bringing a source in needs of the installation, whether a command or a job does it.
package struct ImportWork: Sendable {
  let database: any Database
  let vault: FileVault
  let runner: ToolRunner
  let fileBytesMax: Int64

  package init(database: any Database, vault: FileVault, runner: ToolRunner, fileBytesMax: Int64) {
    self.database = database
    self.vault = vault
    self.runner = runner
    self.fileBytesMax = fileBytesMax
  }

  /// Gives the body the table in a file; an Excel file is turned into text first.
  func withTable<Answer>(
    _ file: URL, named name: String, catalogue: FieldCatalogue = .documents, _ body: (TableFile) async throws -> Answer
  ) async throws -> Answer {
    let verdict = try FileVerdict.judging(file)
    switch verdict.kind {
    case .xlsx, .xls:
      if let refusal = verdict.refusal(named: name) { throw refusal }
      return try await runner.withFolder { folder in
        let text = folder.appending(path: "sheet.csv")
        do { try await OfficeConversion(runner: runner).convertSheet(file, kind: verdict.kind, target: text) } catch let
          failure as ToolFailure
        { throw failure.refusal(named: name) }
        return try await body(TableFile(text, catalogue: catalogue))
      }
    case .text: return try await body(TableFile(file, catalogue: catalogue))
    default: throw Self.noTable(verdict, named: name)
    }
  }

  /// What stands in the way, and what to do: a broken file, one of the wrong kind, or letters of another code.
  private static func noTable(_ verdict: FileVerdict, named name: String) -> Refusal {
    if verdict.flaw != nil || verdict.kind == .encryptedOffice, let refusal = verdict.refusal(named: name) {
      return refusal
    }
    let isNamedText = [".csv", ".txt", ".jsonl", ".json", ".tsv"].contains { name.lowercased().hasSuffix($0) }
    guard verdict.kind == .unknown, isNamedText else {
      return Refusal(
        .invalid, "«\(name)» là \(verdict.kind.label). Hãy đưa vào tệp Excel, CSV (UTF-8) hoặc JSONL.", field: "tep")
    }
    return Refusal(
      .invalid,
      "«\(name)» không viết bằng mã UTF-8 (có thể là UTF-16, Windows-1258, TCVN3 hoặc VNI). Mở bằng Excel, lưu lại dạng"
        + " «CSV UTF-8» hoặc .xlsx; chữ gõ bằng phông TCVN3, VNI thì chuyển sang Unicode trước (trong UniKey: công cụ chuyển mã).",
      field: "tep")
  }

  /// Gives the body the files of a ZIP, or those below a folder.
  func withFiles<Answer>(
    _ source: URL?, named name: String, _ body: (BroughtFiles?) async throws -> Answer
  ) async throws -> Answer {
    guard let source else { return try await body(nil) }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: source.path(percentEncoded: false), isDirectory: &isFolder) else {
      throw Refusal(.invalid, "Không có thư mục hoặc tệp ZIP «\(name)».")
    }
    if isFolder.boolValue { return try await body(files(below: source)) }
    return try await runner.withFolder { folder in
      try await ZIPArchive(runner: runner).unpack(source, named: name, into: folder)
      return try await body(files(below: folder))
    }
  }

  private func files(below folder: URL) -> BroughtFiles {
    BroughtFiles(root: folder, runner: runner, bytesMax: fileBytesMax)
  }

  func reading(_ settings: ImportSettings, from source: OldBookSource) throws -> DocumentLineReading {
    try database.readNow { transaction in
      DocumentLineReading(
        settings: settings, source: source, types: try DocumentTypeStore(transaction).all(), today: transaction.now.day)
    }
  }

  func enteredRows(of batch: ImportBatch.ID) throws -> Set<Int> {
    try database.readNow { try ImportBatchStore($0).entered(of: batch) }
  }
}
