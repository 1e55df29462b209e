import Database
import Exchange
import Kernel
import Registers

/// What the registry's desk knows of a document beside its register line, asked together with the rest of its page.
struct IncomingDeskRecord: Sendable {
  /// Rules that passed it on.
  var fired: [FiredRule] = []
  /// That it went back to its sender.
  var returned: ReturnedPaper?
  /// Who holds the paper; nil while it was never passed on.
  var paper: PaperCopy?
  /// Its number in the own book of the reader's unit.
  var unitNumber: UnitBookEntry?
  var handwriting: [Directive.ID: Handwriting] = [:]
  /// What was out of the ordinary when it came.
  var condition: NotedCondition?
  /// Whether its sender was told of the receipt; nil where nothing is owed.
  var notice: ReceptionNotice?
  /// As what it came from another agency of the installation.
  var packet: Packet?

  /// The same, not waited for.
  struct Asked {
    fileprivate var fired: Later<[FiredRule]>
    fileprivate var returned: Later<ReturnedPaper?>
    fileprivate var paper: Later<PaperCopy?>
    fileprivate var unitNumber: Later<UnitBookEntry?>?
    fileprivate var handwriting: Later<[Directive.ID: Handwriting]>
    fileprivate var condition: Later<NotedCondition?>
    fileprivate var notice: Later<ReceptionNotice?>
    fileprivate var packet: Later<Packet?>

    func get() throws -> IncomingDeskRecord {
      IncomingDeskRecord(
        fired: try fired.get(), returned: try returned.get(), paper: try paper.get(),
        unitNumber: try unitNumber?.get(), handwriting: try handwriting.get(),
        condition: try condition.get(), notice: try notice.get(),
        packet: try packet.get())
    }
  }

  static func ask(of document: IncomingDocument.ID, by actor: Actor, in transaction: any Transaction) throws -> Asked {
    Asked(
      fired: try PresentingRuleStore(transaction).firedLater(for: document),
      returned: try ReturnedPaperStore(transaction).ofLater(document),
      paper: try PaperCopyStore(transaction).findLater(document),
      unitNumber: actor.roles.isDisjoint(with: [.unitHead, .unitClerk, .officer])
        ? nil : try UnitBookStore(transaction).entryLater(of: .incomingDocument(document), in: actor.unit),
      handwriting: try HandwritingStore(transaction).ofLater(document),
      condition: try ArrivalConditionStore(transaction).findLater(document),
      notice: try ReceptionNoticeStore(transaction).findLater(document),
      packet: try PacketStore(transaction).ofIncomingLater(document.number))
  }
}
