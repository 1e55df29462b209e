import Access
import Audit
import Database
import Documents
import FilePlans
import Kernel
import Organization
import Work

/// «15.KS».
private let notationForm = Pattern(/[0-9]{1,6}\.[\p{L}\p{N}\-\.]+/)

/// Opens a dossier (mở hồ sơ, HS-03): from the year's plan with what the plan says, or outside it with title, number,
/// retention, maker and day of beginning.
package struct OpenDossier: Sendable {
  package var facts: DossierFacts
  /// Số, ký hiệu as typed; empty: the next number of the maker's unit.
  package var notation: String
  /// Who makes it; nil: the actor.
  package var maker: PostID?
  /// The plan's entry that it comes from.
  package var planEntry: FilePlanEntry.ID?
  /// By which template it is opened: what it is expected to hold.
  package var template: DossierTemplate.ID?
  /// What it begins with.
  package var records: [RecordReference]

  package init(
    _ facts: DossierFacts, notation: String = "", maker: PostID? = nil, planEntry: FilePlanEntry.ID? = nil,
    template: DossierTemplate.ID? = nil, records: [RecordReference] = []
  ) {
    self.facts = facts
    self.notation = notation.normalizedLine.replacing(" ", with: "")
    self.maker = maker
    self.planEntry = planEntry
    self.template = template
    self.records = records
  }

  package func perform(
    by actor: Actor, flows: DossierFlows, in transaction: any Transaction
  ) throws -> Dossier {
    let today = transaction.now.day
    try Secrecy.refuseMarked([facts.title, facts.note, facts.keyword])
    let planned = try planEntry.map { try FilePlanStore(transaction).find($0, visibleTo: actor) }
    let holder = try HolderChoice.post(maker ?? actor.post).holder(in: actor.agency, transaction)
    var reasons = facts.obstacles(today: today)
    if let planned, planned.year != facts.startedOn.year {
      reasons.append(
        .init(
          "Hồ sơ nằm trong danh mục năm \(planned.year): ngày bắt đầu phải trong năm này.",
          field: DossierField.startedOn))
    }
    if planned == nil, let reason = try obstacle(to: notation, of: actor.agency, in: transaction) {
      reasons.append(reason)
    }
    if let refusal = Refusal(reasons) { throw refusal }
    let organization = OrganizationStore(transaction)
    guard let unitID = holder.unit, let post = holder.principal.post else { throw Self.noMaker }
    let unit = try organization.unit(unitID)
    let agency = try organization.agency(actor.agency)
    let year = facts.startedOn.year
    let store = DossierStore(transaction)
    let number =
      try planned?.notation
      ?? (notation.isEmpty ? nextNotation(unit.abbreviation, year, actor.agency, store) : notation)
    let dossier = Dossier(
      id: try transaction.nextID(Dossier.ID.self, of: "dossiers"), agency: actor.agency,
      code: DossierCode(
        organ: agency.organIdentifier ?? agency.legacyOrganCode ?? "", year: year, notation: number),
      facts: facts, state: .open, unit: unit.id, unitName: unit.name, makerPost: post, makerName: holder.name,
      planEntry: planEntry, openedAt: transaction.now, openedBy: actor.nameOnRecord, itemCount: 0, pageTotal: 0,
      version: 1)
    try store.add(dossier)
    try Access.grant(DossierRights.grants(of: dossier, []), to: .dossier(dossier.id), in: transaction)
    try DossierIndexing.index(dossier, in: transaction)
    try Audit.record(
      .dossierOpened(dossier.code.text, facts.title), on: .dossier(dossier.id), by: actor, in: transaction)
    if let template {
      try LayDossierTemplate(template, on: dossier.id).lay(on: dossier, by: actor, flows: flows, in: transaction)
    }
    for record in records {
      try FileIntoDossier(record, dossier: dossier.id).perform(by: actor, flows: flows, in: transaction)
    }
    return try store.find(dossier.id, visibleTo: actor)
  }

  /// Why this number cannot stand on a dossier outside the plan.
  private func obstacle(
    to notation: String, of agency: AgencyID, in transaction: any Transaction
  ) throws -> Refusal.Reason? {
    if let reason = Self.notationReason(notation) { return reason }
    let isPlanned = try FilePlanStore(transaction).holds(notation, in: facts.startedOn.year, of: agency)
    return isPlanned
      ? .init("Số này dành cho một hồ sơ trong danh mục; hãy mở hồ sơ từ danh mục.", field: DossierField.notation) : nil
  }

  /// Numbers that somebody typed before, and those of the plan, are passed over: they stand on their dossiers.
  private func nextNotation(
    _ symbol: String, _ year: Int, _ agency: AgencyID, _ store: DossierStore
  ) throws -> String {
    while true {
      let next = FilePlanEntry.notation(
        try store.takeNumber(agency, year: year, symbol: symbol), symbol)
      let isPlanned = try FilePlanStore(store.transaction).holds(next, in: year, of: agency)
      if try !isPlanned && !store.isTaken(next, year: year, agency: agency) { return next }
    }
  }

  private static let noMaker = Refusal(.invalid, "Chọn người lập hồ sơ.", field: DossierField.maker)

  static func notationReason(_ notation: String) -> Refusal.Reason? {
    if notation.count > DossierCode.notationLengthMax {
      return .init("Số, ký hiệu dài quá \(DossierCode.notationLengthMax) ký tự.", field: DossierField.notation)
    }
    guard notation.isEmpty || notation.wholeMatch(of: notationForm.regex) != nil else {
      return .init("Viết theo mẫu «số.ký hiệu», ví dụ 01.TCCB.", field: DossierField.notation)
    }
    return nil
  }
}
