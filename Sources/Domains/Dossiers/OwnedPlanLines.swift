import Database
import FilePlans
import Kernel
import Organization

/// Dossiers that plans of this year and later expect of a post and that nobody opened yet (HS-11). What was opened is a
/// dossier of its maker's.
package struct OwnedPlanLines: OwnedThings {
  package init() {}

  package let code = "filePlanLine"
  package let title = "Hồ sơ dự kiến trong danh mục, chưa mở"

  private func waiting(
    of post: PostID, in transaction: any Transaction
  ) throws -> [(entry: FilePlanEntry, year: Int)] {
    let lines = try FilePlanStore(transaction).lines(
      formedBy: post, from: transaction.now.day.year, limit: OwnedByPosts.countMax + 1)
    guard !lines.isEmpty else { return [] }
    let opened = try DossierStore(transaction).areOpened(lines.map(\.entry.id))
    return lines.filter { !opened.contains($0.entry.id) }
  }

  package func count(of post: PostID, in transaction: any Transaction) throws -> Int {
    try waiting(of: post, in: transaction).count
  }

  package func things(
    of owner: Actor, after key: Int64, limit: Int, in transaction: any Transaction
  ) throws -> [OwnedThing] {
    try waiting(of: owner.post, in: transaction).filter { $0.entry.id.number > key }.prefix(limit).map { line in
      OwnedThing(
        key: line.entry.id.number, record: nil, code: line.entry.notation ?? "", subject: line.entry.facts.title,
        state: "danh mục năm \(line.year)", path: FilePlanPaths.show(line.year))
    }
  }

  package func receivers(of owner: Actor, among posts: [Post]) -> [Post] { posts.filter { $0.unit == owner.unit } }

  package func handOver(
    _ key: Int64, to receiver: Post?, reason: String, by owner: Actor, in transaction: any Transaction
  ) throws {
    guard let receiver else { throw Refusal(.invalid, "Chưa chọn người nhận.") }
    try HandOverPlanLine(FilePlanEntry.ID(key), to: receiver, reason: reason).perform(by: owner, in: transaction)
  }
}
