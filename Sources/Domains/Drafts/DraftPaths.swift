import Kernel
import Markup
import Work

/// Addresses of drafts: Vietnamese nouns without diacritics; an act is a sub-resource that is POSTed.
package enum DraftPaths {
  package static let list = "/du-thao"
  /// GET: the form of a new draft.
  package static let new = "/du-thao/moi"
  /// POST: the same, with its first version made from the template.
  static let newFromTemplate = "/du-thao/moi/tu-mau"

  /// The form of a draft that answers a record.
  ///
  /// - Parameter item: the work that its issue completes.
  package static func new(from origin: RecordReference, completing item: WorkItem.ID? = nil) -> String {
    let work = item.map { "&\(DraftField.originItem)=\($0)" } ?? ""
    return FramePaths.drafting(from: origin.text) + work
  }

  package static func show(_ id: Draft.ID) -> String { "/du-thao/\(id)" }

  static func act(_ id: Draft.ID, _ act: Act) -> String { "\(show(id))/\(act.rawValue)" }

  /// An act of one station.
  static func act(_ id: Draft.ID, _ item: WorkItem.ID, _ act: StationAct) -> String {
    "\(show(id))/buoc/\(item)/\(act.rawValue)"
  }

  /// Handing one piece of work on it to another post.
  static func handOver(_ id: Draft.ID, _ item: WorkItem.ID) -> String { "\(show(id))/viec/\(item)/ban-giao" }

  /// The draft with another version shown.
  static func version(_ id: Draft.ID, _ number: Int) -> String { "\(show(id))?\(DraftField.seen)=\(number)" }

  /// The draft with a file of a version shown.
  static func view(_ file: DraftFile, of number: Int) -> String {
    "\(version(file.draft, number))&\(DraftField.file)=\(file.id)"
  }

  /// What changed between two versions.
  static func difference(_ id: Draft.ID, _ old: Int, _ new: Int) -> String {
    "\(show(id))/so-sanh?\(DraftField.old)=\(old)&\(DraftField.seen)=\(new)"
  }

  /// Live news of the check of form.
  static func formProgress(_ id: Draft.ID) -> String { "\(show(id))/the-thuc/tien-do" }

  static func undo(_ sending: DraftSending) -> String { "\(show(sending.draft))/hoan-tac/\(sending.id)" }

  /// The table of opinions; below it a form that asks, and its print.
  static func opinions(_ id: Draft.ID, _ act: OpinionsAct = .table) -> String { "\(show(id))/y-kien\(act.rawValue)" }
  static func opinion(_ id: Draft.ID, _ item: WorkItem.ID, _ act: OpinionAct) -> String {
    "\(opinions(id))/\(item)/\(act.rawValue)"
  }

  static func slip(_ id: Draft.ID) -> String { "\(show(id))/phieu-trinh" }
  static func slipPrint(_ id: Draft.ID) -> String { "\(slip(id))/in" }

  enum OpinionsAct: String {
    case table = ""
    case ask = "/hoi"
    case print = "/in"
  }

  enum OpinionAct: String {
    case give = "gop-y"
    case extend = "gia-han"
  }

  static func file(_ id: DraftFile.ID) -> String { "/tep-du-thao/\(id)" }
  static func page(_ id: DraftFile.ID, _ page: Int) -> String { "/tep-du-thao/\(id)/trang/\(page)" }
  static func thumbnail(_ id: DraftFile.ID, _ page: Int) -> String { "\(self.page(id, page))?nho=1" }
  static func pdf(_ id: DraftFile.ID) -> String { "/tep-du-thao/\(id)/pdf" }

  /// Who may sign what.
  package static let signingPowers = "/quan-tri/tham-quyen-ky"
  static let newSigningPower = "\(signingPowers)/moi"
  static func signingPowerEnd(_ id: SigningPower.ID) -> String { "\(signingPowers)/\(id)/cham-dut" }

  /// The usual way of each type.
  package static let usualWays = "/quan-tri/luong-trinh"
  static let newUsualWay = "\(usualWays)/moi"
  static func usualWayEnd(_ id: UsualWay.ID) -> String { "\(usualWays)/\(id)/bo" }

  enum Act: String {
    case accept = "nhan"
    case change = "sua"
    case version = "ban-moi"
    case template = "tu-mau"
    case checkForm = "the-thuc"
    case submit = "trinh"
    case passBack = "chuyen-nguoi-soan"
    case withdraw = "rut-lai"
    case revise = "mo-lai"
    case cancel = "huy"
    case reassign = "doi-nguoi-soan"
    case preview = "xem-truoc"
  }

  enum StationAct: String {
    case pass = "dat"
    case giveBack = "tra-lai"
    case sign = "ky"
  }
}
