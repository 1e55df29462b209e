import Access
import Database
import IncomingDocuments
import Kernel
import Organization
import SearchIndex

/// What search knows of a copy: its number, form and recipients. Nothing of what the document says, which may have to be
/// forgotten.
enum CopyIndexing {
  static func content(of copy: DocumentCopy, abbreviation: String) -> SearchContent {
    let fields = [copy.codeText(abbreviation: abbreviation), "bản sao", copy.terms.form.label] + copy.terms.recipients
    return SearchContent(metadata: fields.filter { !$0.isEmpty }.joined(separator: "\n"))
  }
}

/// Every copy, for checking the index.
package struct IndexedCopies: IndexedRecords {
  package let code = RecordReference.documentCopyCode

  package init() {}

  package func count(in transaction: any Transaction) throws -> Int { try DocumentCopyStore(transaction).count() }

  package func numbers(after number: Int64, limit: Int, in transaction: any Transaction) throws -> [Int64] {
    try DocumentCopyStore(transaction).numbers(after: number, limit: limit)
  }

  package func content(of number: Int64, locked: Bool, in transaction: any Transaction) throws -> SearchContent? {
    try DocumentCopyStore(transaction).findIndexedForJob(DocumentCopy.ID(number), locked: locked).map {
      CopyIndexing.content(
        of: $0,
        abbreviation: $0.number == nil
          ? "" : try OrganizationStore(transaction).agency($0.agency).abbreviation)
    }
  }
}
