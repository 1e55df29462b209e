import Access
import Database
import Kernel
import SearchIndex

/// A document that may belong into a dossier, and why.
struct FilingCandidate: Sendable, Equatable {
  enum Reason: Int, Sendable {
    /// It answers, is answered by, or became something that lies there, or was written for the dossier.
    case sameMatter
    /// Its subject is near to the dossier's title.
    case alike
    /// It lies in no dossier at all.
    case unfiled
    /// It holds the words that were looked for.
    case found
    case lies

    var label: String {
      switch self {
      case .sameMatter: "cùng việc với hồ sơ"
      case .alike: "trích yếu gần với tiêu đề hồ sơ"
      case .unfiled: "chưa nằm trong hồ sơ nào"
      case .found: "có từ đang tìm"
      case .lies: "đã nằm trong hồ sơ"
      }
    }
  }

  var summary: RecordSummary
  var reason: Reason
}

/// Proposes documents for a dossier that is being filled (HS-04).
struct FilingCandidates {
  /// Items of the dossier whose matters are followed: the newest.
  private static let followedMax = 30
  /// Newest documents of each kind that are looked at.
  private static let lookedAtMax = 200
  static let shownMax = 50

  let flows: DossierFlows
  let transaction: any Transaction

  init(_ flows: DossierFlows, _ transaction: any Transaction) {
    self.flows = flows
    self.transaction = transaction
  }

  /// Of the same matter first, then like it, then what lies nowhere.
  func proposed(for dossier: Dossier, by actor: Actor) throws -> [FilingCandidate] {
    let store = FilingCandidateStore(transaction)
    let unfiled = try flows.directory.codes.filter { $0 != RecordReference.dossierCode }.flatMap {
      try store.unfiled(kind: $0, among: Self.lookedAtMax, by: actor)
    }
    let matter = try matter(of: dossier, by: actor)
    let summaries = try fileable(Array(matter.union(unfiled)), by: actor)
    let words = LikelyDossiers.words("\(dossier.facts.title) \(dossier.facts.keyword)")
    let found = summaries.map { summary -> (candidate: FilingCandidate, share: Double) in
      let share = LikelyDossiers.share(words, LikelyDossiers.words(summary.subject))
      let reason: FilingCandidate.Reason =
        matter.contains(summary.reference) ? .sameMatter : share >= LikelyDossiers.shareMin ? .alike : .unfiled
      return (FilingCandidate(summary: summary, reason: reason), share)
    }
    return found.sorted { one, other in
      let (first, second) = (one.candidate, other.candidate)
      if first.reason != second.reason { return first.reason.rawValue < second.reason.rawValue }
      if first.reason == .alike, one.share != other.share { return one.share > other.share }
      return (first.summary.date?.number ?? 0, first.summary.reference.number)
        > (second.summary.date?.number ?? 0, second.summary.reference.number)
    }.prefix(Self.shownMax).map(\.candidate)
  }

  /// What is of the same matter and does not lie there, oldest first. A draft that became a document is told as that document.
  func left(outOf dossier: Dossier, by actor: Actor) throws -> [RecordSummary] {
    try fileable(Array(matter(of: dossier, by: actor)), by: actor)
      .filter { !($0.filing?.isDraft == true && $0.blocksClosing == nil) }
      .sorted { ($0.date?.number ?? 0, $0.reference.number) < ($1.date?.number ?? 0, $1.reference.number) }
  }

  /// What answers, is answered by, or became something that lies there, and lies there not itself.
  private func matter(of dossier: Dossier, by actor: Actor) throws -> Set<RecordReference> {
    let items = try DossierItemStore(transaction).list(
      of: dossier.id, after: max(0, dossier.itemCount - Self.followedMax), limit: Self.followedMax)
    let lying = Set(items.compactMap(\.record))
    var related: [RecordReference] = []
    for record in [.dossier(dossier.id)] + lying.sorted(by: { $0.number > $1.number }) {
      related += try flows.matters.records(relatedTo: record, visibleTo: actor, in: transaction)
    }
    return Set(related).subtracting(try FilingCandidateStore(transaction).lying(in: dossier.id, among: related))
  }

  /// Whatever holds the words, newest first; what lies there already is told so.
  func found(_ typed: String, for dossier: Dossier, by actor: Actor) throws -> [FilingCandidate] {
    let hits = try SearchIndex.search(
      SearchQuery(typed), to: actor, kinds: flows.directory.codes.filter { $0 != RecordReference.dossierCode },
      limit: Self.shownMax, in: transaction
    ).hits.map(\.record)
    let lying = try FilingCandidateStore(transaction).lying(in: dossier.id, among: hits)
    let summaries = Dictionary(uniqueKeysWithValues: try fileable(hits, by: actor).map { ($0.reference, $0) })
    return hits.compactMap { record in
      summaries[record].map { FilingCandidate(summary: $0, reason: lying.contains(record) ? .lies : .found) }
    }
  }

  private func fileable(_ records: [RecordReference], by actor: Actor) throws -> [RecordSummary] {
    try flows.directory.summaries(of: records, visibleTo: actor, in: transaction).values
      .filter { $0.filing != nil && !$0.isWithheld }
  }
}
