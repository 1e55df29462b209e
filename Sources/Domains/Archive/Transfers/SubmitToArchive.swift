import Access
import Audit
import Database
import Dossiers
import Kernel
import Notifications
import Organization

/// A dossier chosen in a form, with the version in which it was seen.
package struct ChosenDossier: Sendable, Equatable {
  package var dossier: Dossier.ID
  package var version: Int

  package init(_ dossier: Dossier.ID, version: Int) {
    self.dossier = dossier
    self.version = version
  }

  /// As a form sends it: `id.version`.
  package init?(_ text: String) {
    let parts = text.split(separator: ".")
    guard parts.count == 2, let id = Dossier.ID(String(parts[0])), let version = Int(parts[1]) else { return nil }
    self.init(id, version: version)
  }

  /// As a form sends it.
  package var text: String { "\(dossier).\(version)" }
}

/// Hands dossiers of one unit to the archive in one transfer (giao nộp hồ sơ, HS-07, HS-08). Each by itself: what cannot be
/// handed over stays, with its reason, and does not hold up the others.
package struct SubmitToArchive: Sendable {
  package static let dossiersMax = 100

  package var chosen: [ChosenDossier]

  package init(_ chosen: [ChosenDossier]) { self.chosen = chosen }

  /// What became of it.
  package struct Outcome: Sendable {
    package var transfer: ArchiveTransfer
    package var taken: [Dossier]
    /// Why others stayed, each a sentence.
    package var refusals: [Refusal.Reason]
  }

  package func perform(by actor: Actor, flows: DossierFlows, in transaction: any Transaction) throws -> Outcome {
    guard !chosen.isEmpty else {
      throw Refusal(.invalid, "Chọn ít nhất một hồ sơ để nộp.", field: ArchiveField.dossier)
    }
    guard chosen.count <= Self.dossiersMax else {
      throw Refusal(.invalid, "Mỗi đợt nhiều nhất \(Self.dossiersMax) hồ sơ.", field: ArchiveField.dossier)
    }
    var taken: [Dossier] = []
    var refusals: [Refusal] = []
    // In the order of the keys, so that two who press at once never wait for each other.
    for choice in try withParts(in: transaction).sorted(by: { $0.dossier.number < $1.dossier.number }) {
      do {
        taken.append(
          try SubmitDossier(choice.dossier, formVersion: choice.version)
            .perform(by: actor, flows: flows, in: transaction))
      } catch let refusal as Refusal {
        refusals.append(refusal)
      }
    }
    guard let first = taken.first else {
      if refusals.count == 1 { throw refusals[0] }
      throw Refusal(refusals.flatMap(\.reasons), kind: .conflict) ?? Refusal(.conflict, "Không nộp được hồ sơ nào.")
    }
    guard taken.allSatisfy({ $0.unit == first.unit }) else {
      throw Refusal(.invalid, "Mỗi đợt chỉ gồm hồ sơ của một đơn vị.", field: ArchiveField.dossier)
    }
    let transfer = try record(taken, flows, by: actor, in: transaction)
    return Outcome(transfer: transfer, taken: taken, refusals: refusals.flatMap(\.reasons))
  }

  /// A dossier goes with its closed parts: they are handed over at once, each a line of the transfer.
  private func withParts(in transaction: any Transaction) throws -> [ChosenDossier] {
    var all = Dictionary(chosen.map { ($0.dossier, $0) }, uniquingKeysWith: { first, _ in first })
    for choice in chosen {
      for part in try SubDossierStore(transaction).kin(of: choice.dossier)
      where part.state == .closed && all[part.id] == nil {
        all[part.id] = ChosenDossier(part.id, version: part.version)
      }
    }
    return Array(all.values)
  }

  private func record(
    _ taken: [Dossier], _ flows: DossierFlows, by actor: Actor, in transaction: any Transaction
  ) throws -> ArchiveTransfer {
    let (store, organization) = (ArchiveTransferStore(transaction), OrganizationStore(transaction))
    let agency = try organization.agency(actor.agency)
    let year = transaction.now.day.year
    let transfer = ArchiveTransfer(
      id: try transaction.nextID(ArchiveTransfer.ID.self, of: "archive_transfers"), agency: actor.agency, year: year,
      number: try store.takeNumber(actor.agency, year: year), unit: taken[0].unit, unitName: taken[0].unitName,
      agencyName: agency.name, superiorName: try organization.superiorName(of: actor.agency),
      placeName: agency.placeName, giverPost: actor.post, giverName: actor.titleOnRecord,
      submittedAt: transaction.now)
    let lines = try taken.sorted(by: Self.isBefore).enumerated().map { index, dossier in
      ArchiveTransferLine(
        position: index + 1, dossier: dossier.id, year: dossier.code.year, notation: dossier.code.notation,
        title: dossier.facts.title, startedOn: dossier.facts.startedOn, endedOn: dossier.endedOn,
        retention: dossier.facts.retention, itemCount: dossier.itemCount,
        fileCount: try DossierFiles.count(in: dossier, flows, transaction), pageTotal: dossier.pageTotal)
    }
    try store.add(transfer, lines)
    try Access.grant(
      ArchiveAccess.grants(of: transfer), to: .archiveTransfer(transfer.id), in: transaction)
    try Audit.record(
      .transferMade(transfer.name, transfer.unitName, taken.count), on: .archiveTransfer(transfer.id), by: actor,
      in: transaction)
    try Notifications.tell(
      .transferSubmitted, [.agencyRole(actor.agency, .archivist)], on: .archiveTransfer(transfer.id),
      "\(transfer.name), \(transfer.unitName): \(taken.count) hồ sơ", by: actor, in: transaction)
    return transfer
  }

  /// By year, then number: as the transfer list is read.
  private static func isBefore(_ one: Dossier, _ other: Dossier) -> Bool {
    func key(_ dossier: Dossier) -> (Int, Int, String) {
      let notation = dossier.code.notation
      return (dossier.code.year, Int(notation.prefix { $0.isNumber }) ?? 0, notation)
    }
    return key(one) < key(other)
  }
}
