import Access
import Database
import Kernel

/// What dossiers ask of the flows whose documents lie in them. `App` fills it.
package struct DossierFlows: Sendable {
  package var directory: RecordDirectory
  package var matters: any RelatedMatters
  package var followers: [any FilingFollower]
  /// What is being written for a dossier.
  package var related: [any RelatedRecords]
  package var headFacts: [any DossierHeadFact]
  /// Whether somebody may read the report on how dossiers are made, which lies above.
  package var hasReport: @Sendable (Actor) -> Bool

  package init(
    directory: RecordDirectory, matters: any RelatedMatters, followers: [any FilingFollower] = [],
    related: [any RelatedRecords] = [], headFacts: [any DossierHeadFact] = [],
    hasReport: @escaping @Sendable (Actor) -> Bool = { _ in false }
  ) {
    self.directory = directory
    self.matters = matters
    self.followers = followers
    self.related = related
    self.headFacts = headFacts
    self.hasReport = hasReport
  }
}

extension DossierFlows {
  /// Which documents in a dossier have a file that no tool can open, and its name.
  func unopened(in dossier: Dossier.ID, _ transaction: any Transaction) throws -> [RecordReference: String] {
    try followers.reduce(into: [:]) { found, follower in
      found.merge(try follower.unopened(in: dossier, transaction)) { one, _ in one }
    }
  }

  /// What must be looked at before a dossier ends, in its order: all of it but the documents of which their flow knows that
  /// nothing is to be said.
  func doubtful(
    in dossier: Dossier.ID, and further: some Sequence<RecordReference>, visibleTo actor: Actor,
    _ transaction: any Transaction
  ) throws -> [DossierItem] {
    var numbers = Dictionary(grouping: further, by: \.code).mapValues { Set($0.map(\.number)) }
    for follower in followers {
      numbers[follower.code, default: []].formUnion(
        try follower.doubtful(in: dossier, visibleTo: actor, transaction))
    }
    let others = Set(directory.codes).subtracting(numbers.keys)
    return try DossierItemStore(transaction).list(of: dossier, allOf: others.sorted(), and: numbers)
  }
}

/// Counts the files of what lies in a dossier, as the minutes of a transfer state them.
package enum DossierFiles {
  /// A document of no flow that counts has one; a file of the dossier's own is one.
  package static func count(
    in dossier: Dossier, _ flows: DossierFlows, _ transaction: any Transaction
  ) throws -> Int {
    try DossierItemStore(transaction).list(of: dossier.id, limit: dossier.itemCount).reduce(0) { sum, item in
      guard let record = item.record else { return sum + 1 + (item.file?.further.count ?? 0) }
      for follower in flows.followers {
        if let count = try follower.fileCount(of: record, in: transaction) { return sum + count }
      }
      return sum + 1
    }
  }
}
