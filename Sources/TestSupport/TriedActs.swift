import Database
import Kernel

/// Taken back whatever happened in it.
private struct TakenBack: Error {}

extension Database {
  /// Does it, and takes it back: `+` allowed, `-` not allowed to this role, `.` not in this state, `!` what was typed is
  /// wrong, `?` not seen; with the words of the refusal.
  package func tried(
    _ act: @escaping @Sendable (any Transaction) throws -> Void
  ) async throws -> (mark: String, words: String) {
    let refused: Refusal?
    do {
      try await write { transaction in
        try act(transaction)
        throw TakenBack()
      }
      refused = nil
    } catch is TakenBack {
      refused = nil
    } catch let refusal as Refusal {
      refused = refusal
    }
    guard let refused else { return ("+", "") }
    let marks: [Refusal.Kind: String] = [.forbidden: "-", .conflict: ".", .invalid: "!", .notFound: "?"]
    return (marks[refused.kind] ?? "x", refused.message)
  }

  /// One line for each act: its name and, for each actor, what came of it. Words of refusals that are no sentence in
  /// Vietnamese are told too, so that the table does not hold.
  package func table(
    _ acts: [(name: String, perform: @Sendable (Actor, any Transaction) throws -> Void)], by actors: [Actor]
  ) async throws -> String {
    var lines: [String] = []
    for act in acts {
      var (cells, faults): (String, [String]) = ("", [])
      for actor in actors {
        let (mark, words) = try await tried { try act.perform(actor, $0) }
        cells += mark
        if !words.isEmpty, !words.hasSuffix(".") || words.allSatisfy(\.isASCII) { faults.append(words) }
      }
      let name = act.name + String(repeating: " ", count: max(0, 10 - act.name.count))
      lines.append(([name + cells] + faults).joined(separator: " «"))
    }
    return lines.joined(separator: "\n")
  }
}
