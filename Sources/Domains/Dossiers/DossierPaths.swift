import Kernel
import Markup

/// Addresses of dossiers.
package enum DossierPaths {
  package static let list = Room.dossiers.path
  /// Bringing in a package of another system.
  package static let restoring = "\(list)/nhap-goi"
  /// The report on how dossiers are made, which lies above.
  package static let report = "/bao-cao/ho-so"
  package static let opening = "\(list)/mo"
  /// Choosing an entry of the year's plan, for a dossier that begins with a document or with nothing.
  static func choosing(_ record: RecordReference?) -> String {
    "\(list)/mo/danh-muc" + (record.map { "?\(DossierField.record)=\($0.text)" } ?? "")
  }
  static func opening(_ entry: String, _ record: RecordReference?) -> String {
    "\(opening)?\(DossierField.plan)=\(entry)" + (record.map { "&\(DossierField.record)=\($0.text)" } ?? "")
  }
  package static func show(_ id: Dossier.ID) -> String { "\(list)/\(id)" }
  static func tab(_ id: Dossier.ID, _ tab: Tab, after ordinal: Int? = nil) -> String {
    (tab == .story ? show(id) : "\(show(id))/\(tab.rawValue)") + (ordinal.map { "?sau=\($0)" } ?? "")
  }
  /// The dossier taken along as one file.
  package static func packages(_ id: Dossier.ID) -> String { "\(show(id))/goi" }
  /// Its list of contents.
  package static func contents(_ id: Dossier.ID) -> String { tab(id, .contents) }
  /// What it is expected to hold.
  package static func expected(_ id: Dossier.ID) -> String { "\(contents(id))#\(DossierExpectationsPart.id)" }
  /// Its end, and what comes after.
  package static func closing(_ id: Dossier.ID) -> String { tab(id, .closing) }
  static func change(_ id: Dossier.ID) -> String { "\(show(id))/sua" }
  static func act(_ id: Dossier.ID, _ act: Act) -> String { "\(show(id))/\(act.rawValue)" }
  static func item(_ id: Dossier.ID, _ item: DossierItem.ID) -> String { "\(show(id))/muc/\(item)" }
  /// One of its own files, to look at; without a place it is the file itself.
  package static func viewing(_ id: Dossier.ID, _ item: DossierItem.ID, _ part: String? = nil) -> String {
    "\(self.item(id, item))/xem" + (part.map { "/\($0)" } ?? "")
  }
  static func further(_ id: Dossier.ID, _ item: DossierItem.ID, _ place: Int) -> String {
    "\(self.item(id, item))/\(place)"
  }
  static func takingOut(_ id: Dossier.ID, _ item: DossierItem.ID) -> String { "\(self.item(id, item))/dua-ra" }
  /// Changes of who sees or works in it.
  static func rights(_ id: Dossier.ID) -> String { "\(show(id))/quyen" }
  /// One that was asked for.
  package static func rightsChange(_ id: Dossier.ID, _ change: RightsChange.ID) -> String { "\(rights(id))/\(change)" }
  /// What one would do, before it is asked for.
  static func rightsPreview(_ id: Dossier.ID, _ wanted: WantedRights) -> String {
    "\(rights(id))?" + RightsForm.fields(wanted).map { "\($0.name)=\($0.value)" }.joined(separator: "&")
  }
  static func printed(_ id: Dossier.ID, _ form: Form, _ format: String) -> String {
    "\(show(id))/in/\(form.rawValue).\(format)"
  }
  /// Taking back what was put in a moment ago.
  static func undoFiling(_ items: [DossierItem.ID], of id: Dossier.ID) -> String {
    "\(show(id))/thoi-dua-vao/\(items.map { "\($0)" }.joined(separator: "."))"
  }
  /// The form by which one document is put into a dossier.
  package static func filing(_ record: RecordReference) -> String {
    FramePaths.filing(kind: record.code, number: record.number)
  }

  /// Parts of a dossier, each at its own address.
  enum Tab: String, CaseIterable {
    case story = "dien-bien"
    case contents = "van-ban"
    case work = "viec"
    case people = "tham-gia"
    case closing = "ket-thuc"

    var label: String {
      switch self {
      case .story: "Diễn biến"
      case .contents: "Văn bản"
      case .work: "Việc"
      case .people: "Người tham gia"
      case .closing: "Kết thúc, nộp lưu"
      }
    }
  }

  /// Acts posted below a dossier.
  enum Act: String, CaseIterable {
    case addFiles = "tai-lieu"
    case addRecords = "dua-vao"
    case note = "ghi-chu"
    case close = "ket-thuc"
    case reopen = "mo-lai"
    case expect = "thanh-phan"
    case openPart = "ho-so-con"
  }

  /// What is printed of it.
  package enum Form: String, CaseIterable {
    case contents = "muc-luc"
    case cover = "bia"
    case closing = "chung-tu-ket-thuc"

    var label: String {
      switch self {
      case .contents: "Mục lục văn bản"
      case .cover: "Bìa hồ sơ"
      case .closing: "Chứng từ kết thúc"
      }
    }
  }
}
