import Database
import FileVault
import Kernel

/// Queries of the duplicate check, within the actor's own agency.
struct DuplicateStore {
  private let transaction: any Transaction
  private static let matchesMax = 5

  init(_ transaction: any Transaction) { self.transaction = transaction }

  func same(key: String, issuedIn year: Int?, of agency: AgencyID) throws -> [IncomingDocument] {
    guard !key.isEmpty else { return [] }
    let inYear: SQL = year.map { "AND (issued_date IS NULL OR substr(issued_date, 1, 4) = \(String($0)))" } ?? ""
    return try transaction.rows(
      """
      SELECT \(IncomingDocumentStore.columns) FROM incoming_documents
      WHERE agency_id = \(agency) AND duplicate_key = \(key) \(inYear) ORDER BY id DESC LIMIT \(Self.matchesMax)
      """
    ).map(IncomingDocument.init)
  }

  func same(identifier: String, of agency: AgencyID) throws -> [IncomingDocument] {
    guard !identifier.isEmpty else { return [] }
    return try transaction.rows(
      """
      SELECT \(IncomingDocumentStore.columns) FROM incoming_documents
      WHERE agency_id = \(agency) AND document_identifier = \(identifier) ORDER BY id DESC LIMIT \(Self.matchesMax)
      """
    ).map(IncomingDocument.init)
  }

  func same(hashes: [FileHash], of agency: AgencyID) throws -> [IncomingDocument] {
    guard !hashes.isEmpty else { return [] }
    return try transaction.rows(
      """
      SELECT \(IncomingDocumentStore.columns) FROM incoming_documents
      WHERE id IN (SELECT document_id FROM incoming_files
        WHERE agency_id = \(agency) AND hash IN (\(.list(hashes))))
      ORDER BY id DESC LIMIT \(Self.matchesMax)
      """
    ).map(IncomingDocument.init)
  }
}
