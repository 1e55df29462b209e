import Database
import FileVault
import Foundation
import Kernel
import Papers

/// Gives out the templates in force and takes in new ones.
package struct TemplateDesk: Sendable {
  /// A template has text and perhaps an emblem.
  static let fileBytesMax: Int64 = 10 << 20

  package let database: any Database
  package let vault: FileVault
  package let runner: ToolRunner

  package init(database: any Database, vault: FileVault, runner: ToolRunner) {
    self.database = database
    self.vault = vault
    self.runner = runner
  }

  /// Writes a document from the template in force for its type in the actor's agency, its fields filled: a .docx. Gives
  /// which template that is.
  @discardableResult
  package func write(_ fields: LetterFields, for actor: Actor, to target: URL) async throws -> String {
    let own = try await database.read { try AgencyTemplateStore($0).current(fields.type.key, of: actor) }
    guard let own else {
      try LetterTemplate(fields).sheet.write(to: target)
      return "mẫu của hệ thống"
    }
    try WordTemplate(vault.url(of: own.file.hash)).write(filledWith: fields.templateValues, to: target)
    return "mẫu «\(own.fileName)» của cơ quan"
  }

  /// Opens an uploaded file as a template and keeps it in the vault. The staged file is gone afterwards.
  func take(_ staged: StagedFile, named name: String, for type: DocumentType) async throws -> NewAgencyTemplate {
    var held = [staged]
    do {
      let opened = try await WordFile(runner: runner).open(vault.url(of: staged), named: name)
      // A .doc, or a file with macros: what is kept is the .docx made from it.
      if let bytes = opened.replacement { held.append(try await vault.receive([UInt8](bytes))) }
      let file = held[held.count - 1]
      let names = try WordTemplate(vault.url(of: file)).fieldNames()
      let template = NewAgencyTemplate(
        type: type, file: StoredFile(hash: file.hash, bytes: file.bytes), fileName: name, fieldNames: names)
      if let refusal = Refusal(template.reasons) { throw refusal }
      try await vault.keep(file)
      for file in held { try? await vault.discard(file) }
      return template
    } catch {
      for file in held { try? await vault.discard(file) }
      if let fault = error as? WordFault { throw fault.refusal(named: name) }
      throw error
    }
  }
}
