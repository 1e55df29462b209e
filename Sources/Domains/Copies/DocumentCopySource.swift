import Access
import Database
import Kernel
import Organization

/// Tells search and lists of other domains about copies.
package struct DocumentCopySource: RecordSource {
  package let code = RecordReference.documentCopyCode
  package let filedFrom: String? = DocumentCopyPaths.list

  package init() {}

  package func summaries(
    of numbers: [Int64], visibleTo actor: Actor, in transaction: any Transaction
  ) throws -> [RecordSummary] {
    let copies = try DocumentCopyStore(transaction).list(numbers, visibleTo: actor)
    let documents = try CopiedDocumentStore(transaction).documents(of: copies)
    let organization = OrganizationStore(transaction)
    return try copies.map { copy in
      let document = documents[copy.terms.source.record]
      var summary = RecordSummary(
        reference: .documentCopy(copy.id), kindLabel: "Bản sao", number: copy.terms.form.label,
        notation: copy.codeText(abbreviation: try organization.agency(copy.agency).abbreviation),
        date: (copy.numberedAt ?? copy.askedAt).day, issuer: copy.askerName,
        subject: document.map { "\(copy.terms.form.label) \($0.codeText): \($0.subject)" } ?? copy.terms.form.label,
        stateLabel: copy.state.label, urgencyLabel: "", path: DocumentCopyPaths.show(copy.id),
        blocksClosing: copy.state.isOpen ? copy.state.label.lowercased() : nil)
      summary.filing = RecordFiling(typeName: copy.terms.form.label, pageCount: 0)
      return summary
    }
  }
}
