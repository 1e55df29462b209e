import Audit
import Database
import FileVault
import Foundation
import Jobs
import Kernel
import Organization
import Papers

/// Makes the files of a printed volume: PDF, both Word formats and Excel, from one content.
package struct MakeRegisterPrint: JobKind {
  struct Payload: Codable {
    var print: RegisterPrint.ID
  }

  package static let code = "register.print"
  package static let title = "In sổ"
  package static let lane = JobLane.heavy
  package static let remedy = "Kiểm tra LibreOffice bằng «chauban check», rồi bấm «Chạy lại»."

  private let contents: any RegisterContents
  private let vault: FileVault
  private let office: OfficeConversion

  package init(contents: any RegisterContents, vault: FileVault, office: OfficeConversion) {
    self.contents = contents
    self.vault = vault
    self.office = office
  }

  package func run(_ payload: String, context: JobContext) async throws {
    let id = try JSONText.value(payload, as: Payload.self).print
    let contents = contents
    let found = try await context.database.read { transaction in
      try RegisterPrintStore(transaction).findForJob(id).map { print in
        (print, try RegisterForms(contents: contents, transaction).bookForJob(print))
      }
    }
    guard let (print, form) = found, print.madeAt == nil else { return }
    let staged = try await office.runner.withFolder { folder in
      try await makeFiles(form, in: folder, context)
    }
    var files: [RegisterPrint.File] = []
    for (format, file) in staged {
      let hash = try await vault.keep(file)
      files.append(.init(format: format, stored: StoredFile(hash: hash, bytes: file.bytes)))
    }
    try await context.database.write { [files] in try RegisterPrintStore($0).finish(id, with: files) }
    for (_, file) in staged { try await vault.discard(file) }
  }

  private func makeFiles(
    _ form: RegisterBookForm, in folder: URL, _ context: JobContext
  ) async throws -> [(RegisterPrint.Format, StagedFile)] {
    let formats = RegisterPrint.Format.allCases
    var staged: [(RegisterPrint.Format, StagedFile)] = []
    for (index, format) in formats.enumerated() {
      try await context.progress(done: index, total: formats.count, note: "Đang làm tệp \(format.label)")
      let target = folder.appending(path: "book.\(format.rawValue)")
      switch format {
      case .xlsx: try await context.blocking { try form.writeSpreadsheet(to: target) }
      case .pdf: try await office.write(form.printedForm, as: .pdf, to: target)
      case .docx: try await office.write(form.printedForm, as: .docx, to: target)
      case .doc: try await office.write(form.printedForm, as: .doc, to: target)
      }
      let bytes = try await context.blocking { [UInt8](try Data(contentsOf: target)) }
      staged.append((format, try await vault.receive(bytes)))
    }
    return staged
  }
}
