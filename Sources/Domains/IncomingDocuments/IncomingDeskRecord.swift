import Database
import Kernel

/// What the registry's desk knows of a document beside its register line, asked together with the rest of its page.
struct IncomingDeskRecord: Sendable {
  /// Rules that passed it on.
  var fired: [FiredRule] = []
  /// That it went back to its sender.
  var returned: ReturnedPaper?

  /// The same, not waited for.
  struct Asked {
    fileprivate var fired: Later<[FiredRule]>
    fileprivate var returned: Later<ReturnedPaper?>

    func get() throws -> IncomingDeskRecord {
      IncomingDeskRecord(fired: try fired.get(), returned: try returned.get())
    }
  }

  static func ask(of document: IncomingDocument.ID, in transaction: any Transaction) throws -> Asked {
    Asked(
      fired: try PresentingRuleStore(transaction).firedLater(for: document),
      returned: try ReturnedPaperStore(transaction).ofLater(document))
  }
}
