import Kernel
import Markup
import VietnameseText
import WebApp

/// Addresses of acts on many documents.
enum WorkBatchPaths {
  static let batches = "\(Room.myWork.path)/hang-loat"

  static func show(_ id: WorkBatch.ID) -> String { "\(batches)/\(id)" }

  static func show(_ id: WorkBatch.ID, _ state: WorkBatchLine.State, after position: Int? = nil) -> String {
    let more = position.map { "&tiep=\($0)" } ?? ""
    return "\(show(id))?\(stateName)=\(state.rawValue)\(more)"
  }

  static func live(_ id: WorkBatch.ID) -> String { "\(show(id))/tien-do" }

  static func undo(_ id: WorkBatch.ID) -> String { "\(show(id))/hoan-tac" }

  /// The form of one act for one row.
  static func form(_ act: WorkBatch.Act, _ target: WorkBatchTarget, back: String) -> String {
    "\(batches)?\(WorkBatchPage.actName)=\(act.address)&\(WorkBatchPage.targetName)=\(target.text)"
      + "&\(UndoNotice.backName)=\(LocalPath.queryValue(back))"
  }

  static let stateName = "nhom"

  /// Where the person stood, when that was one of the lists.
  static func back(_ path: String) -> String { list(path) ?? Room.myWork.path }

  /// The address when it is one of the lists.
  static func list(_ path: String) -> String? {
    let checked = LocalPath.checked(path, else: "")
    let isList = [Room.myWork.path, IncomingDocumentPaths.list].contains {
      checked == $0 || checked.hasPrefix($0 + "?")
    }
    return isList ? checked : nil
  }
}
