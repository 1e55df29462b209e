import Database
import Kernel
import Markup
import Work

extension DraftConcerns {
  /// What stands before whoever acts on a draft.
  init(_ standing: DraftStanding, _ versions: [DraftVersion], in transaction: any Transaction) throws {
    let draft = standing.draft
    changed = standing.sinceContentCheck(versions)
    differencePath = standing.contentSeen.map { DraftPaths.difference(draft.id, $0.versionNumber, draft.latestVersion) }
    let asked = standing.askedOpinions.filter { $0.state != .recalled }
    guard !asked.isEmpty else { return }
    let said = try DraftOpinionStore(transaction).list(of: draft.id)
    opinions = Self.counted(asked.map { item in said.last { $0.item == item.id }?.stance })
    opinionsPath = DraftPaths.opinions(draft.id)
  }
}

extension DraftActScreen {
  func concerns() throws -> HTML { try DraftConcerns(standing, versions, in: transaction).html }
}
