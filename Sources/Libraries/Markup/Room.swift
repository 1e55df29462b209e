/// A room of the system: one entry of the rail. There is no second menu.
package enum Room: String, Sendable, CaseIterable {
  case myWork, incoming, drafts, outgoing, dossiers, search
  case tasks, calendar, reports, archive, administration

  /// The words on the rail.
  package var label: String {
    switch self {
    case .myWork: "Việc của tôi"
    case .incoming: "Văn bản đến"
    case .drafts: "Dự thảo"
    case .outgoing: "Văn bản đi"
    case .dossiers: "Hồ sơ"
    case .search: "Tra cứu"
    case .tasks: "Giao việc"
    case .calendar: "Lịch"
    case .reports: "Báo cáo"
    case .archive: "Lưu trữ"
    case .administration: "Quản trị"
    }
  }

  /// Where the room begins.
  package var path: String {
    switch self {
    case .myWork: "/viec-cua-toi"
    case .incoming: "/van-ban-den"
    case .drafts: "/du-thao"
    case .outgoing: "/van-ban-di"
    case .dossiers: "/ho-so"
    case .search: "/tra-cuu"
    case .tasks: "/giao-viec"
    case .calendar: "/lich"
    case .reports: "/bao-cao"
    case .archive: "/luu-tru"
    case .administration: "/quan-tri"
    }
  }

  /// Stands above the line of the rail: everybody's rooms.
  var isEverybodys: Bool { [.myWork, .incoming, .drafts, .outgoing, .dossiers, .search].contains(self) }
}

/// Addresses that every screen's frame posts to or links.
package enum FramePaths {
  package static let search = "/tra-cuu"
  /// GET `q`: proposals while one types, lines of a combobox.
  package static let searchProposals = "/tra-cuu/goi-y"
  /// GET: documents like one, a fragment.
  package static func similar(kind: String, number: Int64) -> String { "/tra-cuu/tuong-tu/\(kind)/\(number)" }
  /// Copies of documents, and the form that asks for one.
  package static let copies = "/ban-sao"
  /// The form of a draft that begins with a record, named as references are.
  package static func drafting(from record: String) -> String { "/du-thao/moi?tu=\(record)" }
  /// The form by which a document is put into a dossier.
  package static func filing(kind: String, number: Int64) -> String { "/ho-so/dua-vao/\(kind)/\(number)" }
  /// Who sees a record, and why.
  package static func whoSees(kind: String, number: Int64) -> String { "/quyen-xem/\(kind)/\(number)" }
  /// How often a record was looked at, by whom.
  package static func accesses(kind: String, number: Int64) -> String { "/luot-truy-cap/\(kind)/\(number)" }
  /// Dossiers that may be handed to the archive; POST hands the chosen ones over.
  package static let archiveSubmission = "/luu-tru/nop"
  /// Dossiers whose retention is over, and what is decided of them.
  package static let disposal = "/luu-tru/xet-huy"
  /// Stores, shelves and boxes in which papers stand.
  package static let shelfPlaces = "/luu-tru/kho"
  /// The register of papers that are lent.
  package static let dossierLoans = "/luu-tru/muon"
  /// Orders that keep dossiers as they are.
  package static let legalHolds = "/luu-tru/giu-nguyen"
  /// A dossier that was handed over, held against the plan.
  package static func archiveReview(dossier: Int64) -> String { "/luu-tru/ho-so/\(dossier)" }
  /// POST: takes it back while the archive has not decided.
  package static func archiveWithdrawal(dossier: Int64) -> String { "\(archiveReview(dossier: dossier))/rut-lai" }
  /// The form that asks to keep a due dossier longer.
  package static func archiveHolding(dossier: Int64) -> String { "/luu-tru/giu-lai/\(dossier)" }
  /// Forms by which the agency collects reports.
  package static let reportCollections = "/thu-bao-cao"
  /// The form in which a signed draft gets its number.
  package static func numbering(draft: Int64) -> String { "/van-ban-di/cap-so?du-thao=\(draft)" }
  package static func copying(kind: String, number: Int64) -> String { "\(copies)/de-nghi/\(kind)/\(number)" }
  /// POST `post`, `back`: choose the post to act as.
  package static let post = "/tu-cach"
  package static let account = "/tai-khoan"
  /// A post's work lent for some days.
  package static let delegations = "/uy-quyen"
  /// Everything one holds, to be handed over when one leaves.
  package static let handover = "/ban-giao"
  /// What the acting post was told.
  package static let notifications = "/thong-bao"
  /// The live badge that counts what is unread.
  package static let notificationsBadge = "notifications"
  package static let notificationPreferences = "/tai-khoan/thong-bao"
  /// POST `theme` (`auto`, `light`, `dark`), `back`.
  package static let theme = "/tai-khoan/giao-dien"
  package static let signOut = "/dang-xuat"
  /// POST `password`: 200 `{"csrf":"…"}` when it fits, 422 with one sentence of plain text when not.
  package static let unlock = "/mo-khoa"
  /// GET, by the script: somebody works on the open page without asking for another.
  package static let stillHere = "/con-lam-viec"
  /// Server-sent events of the rail's badges; as JSON when asked for `application/json`.
  package static let live = "/thay-doi"
  package static let styles = "/tinh/css/main.css"
  package static let script = "/tinh/js/main.js"
}
