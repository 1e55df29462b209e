import Audit
import Database
import Documents
import FileVault
import Kernel

/// Puts papers whose pages were arranged anew (turned, split, joined) in the place of the old ones.
///
/// The new files are made by tools before; here every paper must still be as it was then.
struct ArrangePapers: Sendable {
  /// A new file for a waiting paper.
  struct Replacement: Sendable {
    var paper: WaitingPaper
    var staged: StagedFile
    var pageCount: Int
  }

  var replacements: [Replacement]
  /// Split off: becomes a paper of its own.
  var added: [Upload] = []
  /// Joined to another: waits no longer by itself.
  var removed: [WaitingPaper] = []

  static let arrangedMeanwhile = Refusal(
    .conflict, "Tệp này vừa được sắp lại nên chưa sắp thêm. Hãy xem lại các trang rồi làm lại.")

  func perform(by actor: Actor, in transaction: any Transaction) throws {
    let store = WaitingPaperStore(transaction)
    for paper in replacements.map(\.paper) + removed {
      guard try store.lock(paper.id, visibleTo: actor).version == paper.version else {
        throw Self.arrangedMeanwhile
      }
    }
    for replacement in replacements {
      try store.replace(replacement.paper, with: replacement.staged, pageCount: replacement.pageCount)
      try Audit.record(.paperArranged, on: .waitingPaper(replacement.paper.id), by: actor, in: transaction)
      try ReceivePapers.addReading(of: replacement.paper.id, in: transaction)
    }
    for paper in removed {
      try store.remove(paper)
      if let whole = replacements.first?.paper.id {
        try Audit.record(.paperJoined(to: whole), on: .waitingPaper(paper.id), by: actor, in: transaction)
      }
    }
    try ReceivePapers(uploads: added).perform(by: actor, in: transaction)
  }
}
