import Kernel
import Organization
import Work

/// Addresses of handing everything over.
package enum HandoverPaths {
  static func page(_ person: PersonID, of actor: Actor) -> String {
    person == actor.person ? LeavingPaths.mine : LeavingPaths.of(person)
  }

  /// All things of one kind, from a key on.
  static func group(_ page: String, _ post: PostID, _ code: String, after key: Int64) -> String {
    "\(page)?\(HandoverField.openPost)=\(post)&\(HandoverField.openKind)=\(code)&\(HandoverField.after)=\(key)"
  }

  package static func show(_ id: Handover.ID) -> String { "\(LeavingPaths.mine)/lan/\(id)" }

  static func show(_ id: Handover.ID, _ outcome: HandoverLine.Outcome, after position: Int? = nil) -> String {
    "\(show(id))?\(HandoverField.outcome)=\(outcome.rawValue)"
      + (position.map { "&\(HandoverField.after)=\($0)" } ?? "")
  }

  static func live(_ id: Handover.ID) -> String { "\(show(id))/tien-do" }

  static func minutes(_ id: Handover.ID, to post: PostID, _ format: String) -> String {
    "\(show(id))/bien-ban/\(post)/\(format)"
  }
}

/// Names of fields, in forms and in addresses.
enum HandoverField {
  static let reason = "ly-do"
  static let note = "ghi-chu"
  /// Who receives whatever has no receiver of its own.
  static let receiver = "nguoi-nhan"
  /// Stands for «leave these here».
  static let nobody = "khong"
  static func receiver(of post: PostID, _ code: String) -> String { "nguoi-nhan-\(post)-\(code)" }

  static let openPost = "chuc-danh"
  static let openKind = "nhom"
  static let outcome = "ket-qua"
  static let after = "sau"
}
