import Access
import Database
import Kernel

/// Takes what lies in a dossier for the lines that expect it, when something is put in or the lines change: pages then
/// only read it.
struct MatchContents {
  private let store: DossierExpectationStore
  private var lines: [DossierExpectation]

  /// The dossier is locked.
  init(_ dossier: Dossier.ID, in transaction: any Transaction) throws {
    store = DossierExpectationStore(transaction)
    lines = try store.list(of: dossier)
  }

  /// Gives the name of the line that the thing stands for from now on; nil when it stands for none.
  @discardableResult mutating func match(_ content: MatchableContent?) throws -> String? {
    guard let content, let found = ContentMatching.best(for: content, among: lines) else { return nil }
    let pairing = DossierExpectation.Pairing(
      item: content.item, isPaired: true, isByHand: false, reason: found.reason, by: "")
    try store.pair(found.line.id, pairing)
    if let index = lines.firstIndex(where: { $0.id == found.line.id }) { lines[index].pairings.append(pairing) }
    return found.line.content.name
  }

  /// Goes through all that lies in a dossier and stands for no line yet. Gives how many do now.
  static func all(
    of dossier: Dossier, _ directory: RecordDirectory, by actor: Actor, in transaction: any Transaction
  ) throws -> Int {
    var matching = try MatchContents(dossier.id, in: transaction)
    let taken = Set(matching.lines.flatMap(\.pairings).filter(\.isPaired).map(\.item))
    var found = 0
    if !matching.lines.isEmpty {
      for line in try DossierContents(directory, transaction).all(of: dossier, visibleTo: actor)
      where !taken.contains(line.item.id) {
        if try matching.match(MatchableContent(line.item, line.summary)) != nil { found += 1 }
      }
    }
    try matching.store.settle(dossier.id)
    return found
  }
}
