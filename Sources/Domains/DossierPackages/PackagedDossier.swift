import Dossiers
import FilePlans
import FileVault
import Kernel
import Papers

/// A dossier with all that a package says of it (ND30, Annex VI; TT 05/2025).
package struct PackagedDossier: Sendable, Equatable {
  package var code: DossierCode
  package var title: String
  package var retention: RetentionPeriod
  package var mode: DossierFacts.AccessMode
  package var makerName: String
  package var startedOn: Day
  package var endedOn: Day?
  package var keyword: String
  package var note: String
  /// In the order of time.
  package var documents: [PackagedDocument]
  /// What was done to the dossier itself, oldest first.
  package var process: [String]

  package var pageTotal: Int { documents.reduce(0) { $0 + $1.pageCount } }
  /// Names of languages, each once.
  package var languages: [String] {
    documents.map(\.language).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
  package var confidence: Confidence {
    let kinds = Set(documents.map(\.confidence))
    return kinds.count == 1 ? kinds.first ?? .born : documents.isEmpty ? .born : .mixed
  }
}

/// How much a file is the record itself (mức độ tin cậy): code list of TT 05/2025.
package enum Confidence: String, Sendable, CaseIterable {
  case born = "01"
  case digitised = "02"
  case mixed = "03"

  /// The Vietnamese term.
  package var label: String {
    switch self {
    case .born: "gốc điện tử"
    case .digitised: "số hóa"
    case .mixed: "hỗn hợp"
    }
  }
}

/// One document of it.
package struct PackagedDocument: Sendable, Equatable {
  /// Where it comes from: which table of metadata in ND30 describes it.
  package enum Source: String, Sendable {
    case incoming, outgoing, other
  }

  package var ordinal: Int
  package var source: Source
  package var typeName: String
  /// 01 to 32.
  package var typeCode: String
  /// Số của văn bản.
  package var number = ""
  /// Ký hiệu của văn bản.
  package var notation = ""
  package var issuedOn: Day?
  package var organName = ""
  package var subject: String
  package var language = "Tiếng Việt"
  package var pageCount: Int
  package var note = ""
  package var signerPosition = ""
  package var signerName = ""
  /// Mức độ khẩn, 0 to 3.
  package var priority = 0
  package var arrivedOn: Day?
  package var arrivalNumber: Int?
  /// Nơi nhận.
  package var places: [String] = []
  package var amount: Int?
  package var dueOn: Day?
  /// Mã định danh văn bản, when it has one.
  package var identifier: String?
  package var confidence = Confidence.born
  package var files: [PackagedFile] = []
  /// What was done to it, oldest first: directives, opinions, handling.
  package var process: [String] = []

  package init(
    ordinal: Int, source: Source, typeName: String, typeCode: String, subject: String, pageCount: Int
  ) {
    self.ordinal = ordinal
    self.source = source
    self.typeName = typeName
    self.typeCode = typeCode
    self.subject = subject
    self.pageCount = pageCount
  }
}

/// A file of a document, as it lies in the vault.
package struct PackagedFile: Sendable, Equatable {
  package var name: String
  package var kind: FileKind
  package var hash: FileHash
  package var bytes: Int64
}

/// Words of the system and codes of the circular for languages.
enum PackagedLanguage {
  static let codes: [(name: String, code: String)] = [
    ("Tiếng Việt", "01"), ("Tiếng Anh", "02"), ("Tiếng Pháp", "03"), ("Tiếng Nga", "04"), ("Tiếng Trung", "05"),
    ("Hán Nôm", "09"),
  ]
  static let other = "11"

  static func code(_ name: String) -> String {
    let words = name.normalizedLine.lowercased()
    return codes.first { $0.name.lowercased() == words || $0.name.lowercased().hasSuffix(" \(words)") }?.code ?? other
  }

  static func name(_ code: String) -> String { codes.first { $0.code == code }?.name ?? "Khác" }
}
