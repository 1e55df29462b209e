import Database
import Kernel
import Organization

/// The trial run over a list of the body: every row goes through its acts, in one transaction that is then taken back. So
/// it finds what the acts would refuse, and rows may build on each other in any order.
struct CheckOrganization: Sendable {
  let rows: OrganizationRows
  let settings: ImportSettings
  let actor: Actor
  /// What rows that an earlier run of the batch entered became.
  var marks: [Int: Int64] = [:]

  private struct TakenBack: Error { let outcome: TrialOutcome }

  func run(in database: any Database) async throws -> TrialOutcome {
    do {
      return try await database.write { transaction in
        // Thrown, so that the transaction takes everything back.
        throw TakenBack(outcome: try look(in: transaction))
      }
    } catch let end as TakenBack {
      return end.outcome
    }
  }

  private func look(in transaction: any Transaction) throws -> TrialOutcome {
    try ImportBatch.Kind.organization.require(actor)
    var found = Findings(rows: rows, marked: marks.count)
    var builder = OrganizationBuilder(settings, by: actor, in: transaction)
    for kind in [OrganizationLineKind.agency, .unit, .person] {
      var waiting = rows.lines.filter { $0.sort == .thing(kind) }
      // A row may name one that stands further down: again as long as something comes of it.
      while !waiting.isEmpty {
        var refused: [(line: OrganizationLine, refusal: Refusal)] = []
        for line in waiting {
          do {
            found.take(try builder.enter(line, as: kind, marked: marks[line.place.row]), of: line, settings)
          } catch let refusal as Refusal { refused.append((line, refusal)) }
        }
        if refused.count == waiting.count {
          for (line, refusal) in refused { found.refuse(line.place, refusal) }
          break
        }
        waiting = refused.map(\.line)
      }
    }
    return found.finished()
  }

  /// What the rows came to.
  private struct Findings {
    private var outcome = TrialOutcome()
    private var tally = OrganizationTally()
    private var bad: Set<Int> = []
    /// Rows by what they describe.
    private var seen: [String: Int] = [:]

    init(rows: OrganizationRows, marked: Int) {
      outcome.counts.rows = rows.lines.count + rows.problems.count
      outcome.counts.entered = marked
      for problem in rows.problems { refuse(problem) }
      for line in rows.lines where line.sort == .unknown {
        let message =
          "Không rõ dòng này là cơ quan, đơn vị hay người: ghi ở cột «Loại dòng», hoặc điền các cột của loại ấy."
        refuse(RowProblem(place: line.place, field: OrganizationField.kind.rawValue, message: message))
      }
    }

    mutating func take(_ entry: OrganizationEntry, of line: OrganizationLine, _ settings: ImportSettings) {
      if let twin = entry.twin {
        outcome.duplicates.insert(line.place.row)
        if entry.isHeldBack {
          return refuse(RowProblem(place: line.place, message: "\(twin) Khác thì nhập kèm lý do."))
        }
      }
      if let first = seen.updateValue(line.place.row, forKey: entry.key) {
        return refuse(
          RowProblem(place: line.place, message: "Lặp lại dòng \(first) của chính tệp này. Bỏ một trong hai dòng."))
      }
      for (kind, effect) in entry.effects { tally.note(effect, on: kind) }
      if let change = entry.change { outcome.changes.append(RowChange(row: line.place.row, sentence: change)) }
      if entry.isWithoutPost { tally.withoutPost += 1 }
      if entry.changesNothing { tally.sameRows += 1 } else { outcome.plan.append(line.place) }
    }

    mutating func refuse(_ place: RowPlace, _ refusal: Refusal) {
      for reason in refusal.reasons {
        let field = OrganizationField.of(obstacleAt: reason.field)
        refuse(RowProblem(place: place, field: field?.rawValue, message: reason.message))
      }
    }

    private mutating func refuse(_ problem: RowProblem) {
      bad.insert(problem.place.row)
      outcome.problems.append(problem)
    }

    mutating func finished() -> TrialOutcome {
      outcome.problems.sort { $0.place.row < $1.place.row }
      outcome.changes.sort { $0.row < $1.row }
      outcome.counts.good = outcome.plan.count
      outcome.counts.problems = bad.count
      outcome.counts.duplicates = outcome.duplicates.count
      outcome.tally = tally
      return outcome
    }
  }
}
