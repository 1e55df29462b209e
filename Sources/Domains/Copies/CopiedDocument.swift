import Documents
import FileVault
import Kernel
import Papers

/// A document as far as copying it is concerned.
struct CopiedDocument: Sendable, Equatable {
  var record: RecordReference
  /// «05/BNV-VP».
  var codeText: String
  var typeName: String
  var subject: String
  var issuer: String
  var issuedOn: Day?
  var path: String
  /// Why it is not copied, whatever the file.
  var obstacles: [String]
  /// Signed and issued in the System: its files are no copies, whatever anybody says.
  var isOriginal = false

  /// «Công văn 05/BNV-VP ngày 05/11/2026 của Bộ Nội vụ».
  var line: String {
    [typeName, codeText, issuedOn.map { "ngày \($0.text)" } ?? "", issuer.isEmpty ? "" : "của \(issuer)"]
      .filter { !$0.isEmpty }.joined(separator: " ")
  }
}

/// One file of such a document.
struct CopiedFile: Sendable, Equatable {
  /// Key of its row.
  var id: Int64
  var name: String
  var kind: FileKind
  var hash: FileHash
  var pageCount: Int
  /// Why nothing of it is copied; nil when it can be.
  var obstacle: String?
  /// What it is itself, as its words say; nil for an original, or when nothing says so.
  var mark: CopyForm?
}

/// What the words of a file say of its being a copy itself (form 3.1 under the text, form 3.2 at its head).
enum CopyMark {
  static func form(in texts: [String]) -> CopyForm? {
    for text in texts {
      for line in text.split(whereSeparator: \.isNewline) {
        if let form = CopyForm.allCases.first(where: { isMark(String(line), of: $0) }) { return form }
      }
    }
    return nil
  }

  private static func isMark(_ line: String, of form: CopyForm) -> Bool {
    let line = line.normalizedLine
    if line == form.title || line.hasPrefix("\(form.title);") || line.hasSuffix("  \(form.title)") { return true }
    // «Số: 12/SY-TCĐC», alone on its line.
    guard let slash = line.firstIndex(of: "/"), line[..<slash].last?.isNumber == true, line.count < 40 else {
      return false
    }
    return line[line.index(after: slash)...].hasPrefix("\(form.symbol)-")
  }
}
