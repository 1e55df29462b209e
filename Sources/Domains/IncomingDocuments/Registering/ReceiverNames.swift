import Database
import Kernel
import Organization
import VietnameseText

/// Proposals for «Đơn vị hoặc người nhận»: units and people of the actor's agency, found without diacritics.
enum ReceiverNames {
  private static let proposalsMax = 8

  static func proposals(for typed: String, of actor: Actor, in transaction: any Transaction) throws -> [String] {
    // Several receivers are parted by «;»: only the last is being typed.
    let parts = typed.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    let wanted = Folding.folded((parts.last ?? "").normalizedLine)
    let before = parts.dropLast().map(\.normalizedLine).filter { !$0.isEmpty }
    let units = try OrganizationStore(transaction).units(of: actor.agency).map(\.name)
    return units.filter { wanted.isEmpty || Folding.folded($0).contains(wanted) }.prefix(proposalsMax).map {
      (before + [$0]).joined(separator: "; ")
    }
  }
}
