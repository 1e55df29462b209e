import IncomingDocuments
import Markup

/// Addresses of what is brought in.
enum ImportPaths {
  static func list(_ kind: ImportBatch.Kind) -> String {
    switch kind {
    case .documents: IncomingDocumentPaths.oldBooks
    case .organization: AdministrationTabs.imports.path
    }
  }

  static func progress(_ kind: ImportBatch.Kind) -> String { "\(list(kind))/tien-do" }
  static func batch(_ id: ImportBatch.ID, _ kind: ImportBatch.Kind) -> String { "\(list(kind))/\(id)" }
  static func mapping(_ id: ImportBatch.ID, _ kind: ImportBatch.Kind) -> String { "\(list(kind))/\(id)/anh-xa" }
  static func entering(_ id: ImportBatch.ID, _ kind: ImportBatch.Kind) -> String { "\(list(kind))/\(id)/nhap" }
  static func problems(_ id: ImportBatch.ID, _ kind: ImportBatch.Kind) -> String { "\(list(kind))/\(id)/dong-loi" }
  static func template(_ template: OrganizationTemplate) -> String {
    "\(list(.organization))/mau/\(template.rawValue).xlsx"
  }

  /// Names of fields.
  enum Name {
    static let table = "tep"
    static let files = "tep-van-ban"
    static let mapping = "tep-anh-xa"
    static let numbering = "so-den"
    static let keepsKnown = "giu-nguyen"
    static let skips = "bo-qua"
    static let reason = "ly-do"
    static func column(_ index: Int) -> String { "cot-\(index)" }
    static func fallback(_ field: String) -> String { "mac-dinh-\(field)" }
    static func translation(_ field: String) -> String { "doi-\(field)" }
  }
}
