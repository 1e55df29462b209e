import Dossiers
import IncomingDocuments
import Kernel
import WebApp

/// Addresses of the board, of the reports and of what a person gave. What is asked for stands in the address.
package enum ReportsPaths {
  package static let board = "/theo-doi"
  static let boardRows = "/theo-doi/viec"
  package static let morning = IncomingDocumentPaths.morning
  package static let handling = "/bao-cao/tinh-hinh"
  static let handlingRows = "/bao-cao/tinh-hinh/viec"
  package static let followUp = "/bao-cao/so-theo-doi"
  static let followUpPrint = "/bao-cao/so-theo-doi/in"
  package static let outgoing = "/bao-cao/van-ban-di"
  static let outgoingRows = "/bao-cao/van-ban-di/dong"
  package static let times = "/bao-cao/thoi-gian"
  static let timesRows = "/bao-cao/thoi-gian/viec"
  package static let dossiers = DossierPaths.report
  static let dossierRows = "\(DossierPaths.report)/dong"
  package static let accesses = "/bao-cao/luot-truy-cap"
  /// Whichever of the two reports on accesses the reader may read.
  static let accessesChosen = "/bao-cao/luot-truy-cap/chon"
  static let accessSignIns = "/bao-cao/luot-truy-cap/dang-nhap"
  static let accessPeople = "/bao-cao/luot-truy-cap/nguoi"
  static let accessedRecords = "/bao-cao/duoc-xem"
  static let unseenRecords = "/bao-cao/duoc-xem/chua-xem"
  static let given = IncomingDocumentPaths.given

  /// Names of what an address asks for.
  enum Name {
    static let period = "ky"
    static let from = "tu-ngay"
    static let to = "den-ngay"
    static let unit = "don-vi"
    static let holder = "nguoi"
    static let fate = "muc"
    static let step = "buoc"
    static let late = "qua-han"
    static let today = "hom-nay"
    static let state = "trang-thai"
    static let role = "vai"
    static let progress = "tien-do"
    static let by = "theo"
    static let part = "phan"
    static let year = "nam"
    static let day = "ngay"
    static let after = "sau"
  }

  /// A path with those fields that are not empty.
  static func path(_ path: String, _ fields: [(String, String)]) -> String {
    let kept = fields.filter { !$0.1.isEmpty }.map { "\($0.0)=\(Form.encoded($0.1))" }
    return kept.isEmpty ? path : "\(path)?\(kept.joined(separator: "&"))"
  }
}
