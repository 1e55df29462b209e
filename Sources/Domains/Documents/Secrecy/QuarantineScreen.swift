import Database
import Kernel
import Markup

/// Gathers the page of what is withheld.
package struct QuarantineScreen<Matter: WithheldMatter>: Sendable {
  private var agency: AgencyID
  private var heading: QuarantinePage.Heading
  private var quarantine: Quarantine<Matter.Facts>
  private var actor: Actor

  /// Nil when it is not withheld. Not found when the actor may not see it.
  package static func read(
    _ place: Matter.Place, by actor: Actor, in transaction: any Transaction
  ) throws -> QuarantineScreen? {
    let matter = try Matter.find(place, visibleTo: actor, isLocked: false, in: transaction)
    guard let quarantine = try QuarantineStore(transaction).find(matter) else { return nil }
    return QuarantineScreen(
      agency: matter.agency, heading: try matter.heading(in: transaction), quarantine: quarantine, actor: actor)
  }

  package func page(input: FormInput = FormInput(), seal: FormSeal) -> QuarantinePage {
    QuarantinePage(
      heading: heading, foundAt: quarantine.foundAt.text, foundBy: quarantine.foundBy, page: quarantine.page,
      confirmedLine: quarantine.confirmation.map { "\($0.name), \($0.at.text)" },
      decides: QuarantineAccess.mayDecide(agency, actor), destroys: QuarantineAccess.mayDestroy(agency, actor),
      destroyObstacles: QuarantineConfirmation.obstacles(quarantine.confirmation, for: actor).map(\.message),
      input: input, seal: seal)
  }
}
