import Documents
import Kernel
import SearchIndex

/// What filters of a search ask of incoming documents. The names are stored in the index.
package enum IncomingFacet {
  package static let type = "loai"
  package static let urgency = "khan"
  package static let register = "so"
  package static let state = "tt"
  /// `co` or `khong`.
  package static let file = "tep"
  package static let arrivalDay = "den"
  package static let issuedDay = "vb"
  package static let issuer = "cq"
  package static let signer = "ky"
  /// Who holds the paper copy, and to whom the document went.
  package static let holder = "giu"

  static func all(of document: IncomingDocument) -> [SearchFacet] {
    let facts = document.facts
    var facets: [SearchFacet] = [
      .value(type, facts.typeKey), .value(urgency, facts.urgency.rawValue),
      .value(register, document.book.description), .value(state, document.state.rawValue),
      .value(file, document.fileCount > 0 ? "co" : "khong"), .day(arrivalDay, facts.arrivalDate),
      .text(issuer, facts.issuerName), .text(signer, facts.signerName),
      .text(holder, "\(facts.paperHolder) \(facts.toPlaces)"),
    ]
    if let day = facts.issuedDate { facets.append(.day(issuedDay, day)) }
    return facets
  }
}
