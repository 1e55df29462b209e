import Access
import Database
import IncomingDocuments
import Kernel
import Organization

/// A letter of the registry's that somebody may put into a dossier.
enum DossierLetter {
  static func taken(
    _ subject: String, number: String = "152", for actor: Kernel.Actor, in transaction: any Transaction
  ) throws -> RecordReference {
    var facts = IncomingFacts(arrivalDate: transaction.now.day)
    facts.issuerName = "Sở Nông nghiệp và Môi trường tỉnh Trường Sơn"
    (facts.numberText, facts.notation, facts.typeKey) = (number, "SNNMT-KS", "congVan")
    (facts.issuedDate, facts.pageCount, facts.subject) = (transaction.now.day, 3, subject)
    let id = try RegisterIncomingDocument(facts: facts).perform(by: Cast.registryClerk, in: transaction).id
    try Access.grant([.post(actor.post)], to: .incomingDocument(id), reason: .inform, in: transaction)
    return .incomingDocument(id)
  }
}
