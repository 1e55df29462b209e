import Documents
import FileVault
import Foundation
import Kernel
import Papers
import VietnameseText

/// The words of a version's files, paragraph by paragraph, for comparing (ST-04): a Word file as it is opened, anything
/// else as its pages were read.
struct DraftTexts: Sendable {
  let vault: FileVault

  func paragraphs(of file: DraftFile, stored text: String) async throws -> [String] {
    if file.kind == .docx {
      let url = vault.url(of: file.hash)
      // What was taken in opens; a file from before it was looked at like that may not.
      if let document = try? WordFile.document(of: url) { return document.paragraphTexts }
    }
    return text.split(whereSeparator: \.isNewline).map { String($0).normalizedLine }.filter { !$0.isEmpty }
  }
}

/// Two versions of a draft, file by file.
struct DraftPair: Sendable {
  /// One file in both versions, or what stands in only one of them.
  struct File: Sendable {
    var name: String
    var old: DraftFile?
    var new: DraftFile?
  }

  var old: DraftVersion
  var new: DraftVersion

  /// The draft's own file first, then annexes that changed; annexes are paired by their names.
  var files: [File] {
    let annexes = new.annexes.map { file in
      File(name: file.name, old: old.annexes.first { $0.name == file.name }, new: file)
    }
    let gone = old.annexes.filter { file in !new.annexes.contains { $0.name == file.name } }
    return [File(name: new.main?.name ?? "", old: old.main, new: new.main)]
      + annexes.filter { $0.old?.hash != $0.new?.hash } + gone.map { File(name: $0.name, old: $0, new: nil) }
  }
}
