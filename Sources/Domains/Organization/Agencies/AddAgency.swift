import Audit
import Database
import Kernel

/// What is typed of an agency besides its dated name and identifiers.
package struct AgencyDetails: Sendable, Equatable {
  package var tier: AgencyTierID?
  package var abbreviation: String
  package var placeName: String
  package var outsideSuperiorName: String
  package var sortOrder: Int

  package init(
    tier: AgencyTierID?, abbreviation: String, placeName: String, outsideSuperiorName: String = "", sortOrder: Int = 100
  ) {
    self.tier = tier
    self.abbreviation = abbreviation
    self.placeName = placeName
    self.outsideSuperiorName = outsideSuperiorName
    self.sortOrder = sortOrder
  }

  func reasons(in store: OrganizationStore) throws -> [Refusal.Reason] {
    var reasons = Typed.reasons(name: abbreviation, field: "viet-tat", what: "chữ viết tắt tên cơ quan")
    reasons += Typed.reasons(name: placeName, field: "dia-danh", what: "địa danh ghi trên văn bản")
    if let tier, try store.tiers().contains(where: { $0.id == tier }) { return reasons }
    return reasons + [Refusal.Reason("Hãy chọn cấp của cơ quan.", field: "cap")]
  }
}

/// Codes as typed: empty text means none.
package struct TypedIdentifiers: Sendable, Equatable {
  package var organIdentifier: String
  package var legacyOrganCode: String

  package init(organIdentifier: String = "", legacyOrganCode: String = "") {
    self.organIdentifier = organIdentifier
    self.legacyOrganCode = legacyOrganCode
  }

  var reasons: [Refusal.Reason] {
    var reasons: [Refusal.Reason] = []
    if !organIdentifier.isEmpty, !OrganIdentifier.isValid(organIdentifier) {
      reasons.append(
        Refusal.Reason(
          "Mã định danh gồm một chữ A–Y và hai số, rồi các nhóm chữ hoa, số sau dấu chấm, không quá 35 ký tự; ví dụ G13.05.02.",
          field: "ma-dinh-danh"))
    }
    if !legacyOrganCode.isEmpty, !OrganIdentifier.isValidLegacy(legacyOrganCode) {
      reasons.append(
        Refusal.Reason("Mã theo quy định cũ gồm 13 ký tự; ví dụ 000.00.05.G13.", field: "ma-cu"))
    }
    return reasons
  }
}

/// Adds an agency below another one.
package struct AddAgency: Sendable {
  package var parent: AgencyID
  package var name: DatedName
  package var details: AgencyDetails
  package var identifiers: TypedIdentifiers

  package init(parent: AgencyID, name: DatedName, details: AgencyDetails, identifiers: TypedIdentifiers) {
    self.parent = parent
    self.name = name
    self.details = details
    self.identifiers = identifiers
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws -> AgencyID {
    let store = OrganizationStore(transaction)
    let superior = try store.lock(parent, toAdministerBy: actor)
    var reasons = Typed.reasons(name: name.name, field: "ten", what: "tên cơ quan")
    reasons += try details.reasons(in: store) + identifiers.reasons
    if !superior.isOpen(on: name.validFrom) {
      reasons.append(Refusal.Reason("Cơ quan cấp trên đã thôi hoạt động.", field: "ten"))
    }
    if let refusal = Refusal(reasons) { throw refusal }
    let id: AgencyID = try transaction.nextID(of: "agencies")
    try store.insert(id, parent: parent, name: name, details: details, identifiers: identifiers)
    try Audit.record(.agencyAdded(name.name), on: .agency(id), by: actor, in: transaction)
    return id
  }
}
