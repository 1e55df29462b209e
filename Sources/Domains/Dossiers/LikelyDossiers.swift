import Access
import Database
import Kernel
import VietnameseText

/// A dossier in which a document likely belongs, and why.
package struct LikelyDossier: Sendable, Equatable {
  package var dossier: Dossier
  /// «có văn bản mà văn bản này trả lời».
  package var reason: String
}

/// Which records belong to the same matter as one: what it answers, what answers it, the draft it came from. `App` knows
/// the flows that tell.
package protocol RelatedMatters: Sendable {
  func records(
    relatedTo record: RecordReference, visibleTo actor: Actor, in transaction: any Transaction
  ) throws -> [RecordReference]
}

/// Proposes dossiers for a document: the reply, its drafts and what it answers lie together; then what speaks of the same
/// thing; then what was filed like it before.
package struct LikelyDossiers {
  /// More would be no proposal.
  static let most = 3
  /// So many of the words of the shorter title must be the document's too.
  static let shareMin = 0.5

  let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  package func of(
    _ record: RecordReference, _ summary: RecordSummary, among fillable: [Dossier], related: [RecordReference],
    _ directory: RecordDirectory, by actor: Actor
  ) throws -> [LikelyDossier] {
    let mine = Dictionary(uniqueKeysWithValues: fillable.map { ($0.id, $0) })
    var found: [LikelyDossier] = []
    func add(_ dossier: Dossier, _ reason: String) {
      if !found.contains(where: { $0.dossier.id == dossier.id }) {
        found.append(.init(dossier: dossier, reason: reason))
      }
    }
    for other in related where other != record {
      if other.code == RecordReference.dossierCode, let dossier = mine[Dossier.ID(other.number)] {
        add(dossier, "được soạn cho hồ sơ này")
      }
      for dossier in try DossierItemStore(transaction).dossiers(with: other, visibleTo: actor) {
        if let dossier = mine[dossier.id] { add(dossier, "đã có văn bản cùng việc") }
      }
    }
    let words = Self.words(summary.subject)
    let alike = fillable.map { ($0, Self.share(words, Self.words($0.facts.title + " " + $0.facts.keyword))) }
      .filter { $0.1 >= Self.shareMin }.sorted { $0.1 > $1.1 }
    for (dossier, _) in alike.prefix(Self.most) { add(dossier, "tiêu đề gần với trích yếu") }
    if found.count < Self.most {
      let before = try FiledBefore.read(fillable, directory, by: actor, in: transaction)
      for (id, reason) in before.dossiers(like: summary) {
        if let dossier = mine[id] { add(dossier, reason) }
      }
    }
    return Array(found.prefix(Self.most))
  }

  /// Words that tell one matter from another: long enough, and none of the usual openings.
  static func words(_ text: String) -> Set<String> {
    Set(Folding.folded(text).split { !$0.isLetter && !$0.isNumber }.map(String.init)).subtracting(usual)
  }

  private static let usual: Set<String> = [
    "ve", "viec", "cua", "va", "cac", "cho", "tai", "theo", "nam", "ho", "so", "v", "cong", "tac", "thuc", "hien",
  ]

  static func share(_ one: Set<String>, _ other: Set<String>) -> Double {
    let shorter = min(one.count, other.count)
    return shorter < 3 ? 0 : Double(one.intersection(other).count) / Double(shorter)
  }
}
