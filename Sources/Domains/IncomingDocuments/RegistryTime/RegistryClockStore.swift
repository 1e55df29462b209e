import Database
import Documents
import Kernel

/// What waits at a registry longer than it should, for the job that tells its clerks.
extension IncomingDocumentStore {
  /// Documents of an agency that nobody has been asked about, which arrived lately, oldest first.
  func unpresentedForJob(agency: AgencyID, since instant: Instant) throws -> [IncomingDocument] {
    try transaction.rows(
      """
      SELECT \(Self.columns) FROM incoming_documents
      WHERE agency_id = \(agency) AND \(Self.stands(at: .registered)) AND id >= \(IdentifierSource.floor(at: instant))
      ORDER BY id LIMIT 1000
      """
    ).map(IncomingDocument.init)
  }
}
