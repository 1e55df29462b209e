import Database
import Kernel
import Markup
import WebApp

/// Gathers what changed between two versions.
extension DraftActScreen {
  /// - Parameters:
  ///   - old: number of the earlier version; nil for the one before `new`.
  ///   - new: nil for the newest.
  func difference(from old: Int?, to new: Int?) throws -> DraftDifferencePage {
    let new = new ?? draft.latestVersion
    let old = old ?? new - 1
    guard old < new, let before = versions.first(where: { $0.number == old }),
      let after = versions.first(where: { $0.number == new })
    else { throw Refusal(.notFound, "Dự thảo không có hai bản này để so sánh.") }
    let mains = [before.main, after.main].compactMap { $0?.id }
    let texts = try DraftVersionStore(transaction).texts(of: mains)
    func text(_ version: DraftVersion) -> String { version.main.flatMap { texts[$0.id] } ?? "" }
    let (left, right) = (before.annexes.map(\.hash), after.annexes.map(\.hash))
    let gone = before.annexes.filter { !right.contains($0.hash) }.map { "Bỏ phụ lục «\($0.name)»." }
    let added = after.annexes.filter { !left.contains($0.hash) }.map { "Thêm phụ lục «\($0.name)»." }
    return DraftDifferencePage(
      subject: draft.facts.subject, old: old, new: new,
      difference: DraftDifference(from: text(before), to: text(after)),
      annexes: gone + added,
      pairs: Chips(
        label: "Bản đem so với bản \(new)",
        versions.filter { $0.number < new }.map {
          .init("Bản \($0.number)", path: DraftPaths.difference(draft.id, $0.number, new), selected: $0.number == old)
        }), draftPath: DraftPaths.show(draft.id))
  }
}
