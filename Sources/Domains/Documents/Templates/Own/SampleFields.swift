import Database
import Kernel
import Organization

extension LetterFields {
  /// The agency's names, and dots where each document differs: what a template shows before it is used.
  static func sample(_ type: DocumentType, for actor: Actor, in transaction: any Transaction) throws -> LetterFields {
    let store = OrganizationStore(transaction)
    let agency = try store.agency(actor.agency)
    let superior = try store.superiorName(of: actor.agency)
    let symbol = type.abbreviation.isEmpty ? "\(agency.abbreviation)-…" : "\(type.abbreviation)-\(agency.abbreviation)"
    var fields = LetterFields(
      type: type, superiorName: superior.isEmpty ? nil : superior, issuerName: agency.name, place: agency.placeName,
      symbol: symbol, year: transaction.now.day.year, subject: "…", signature: .head("…"), signerName: "…")
    fields.addressees = ["…"]
    fields.recipients = ["…"]
    fields.filingUnit = "…"
    return fields
  }
}
