import Access
import Database
import IncomingDocuments
import Kernel

/// SQL of what waits at the registry of an agency before anybody is asked for anything.
struct RegistryDeskStore {
  private let transaction: any Transaction

  init(_ transaction: any Transaction) { self.transaction = transaction }

  struct Waiting {
    /// When each came in, up to a thousand.
    var since: [Instant]
  }

  private static let countMax = 1000

  func waiting(of actor: Actor) throws -> (papers: Waiting, unpresented: Waiting) {
    let papers = try transaction.rows(
      """
      SELECT uploaded_at FROM waiting_papers WHERE agency_id = \(actor.agency) ORDER BY id LIMIT \(Self.countMax)
      """)
    let documents = try transaction.rows(
      """
      SELECT registered_at FROM incoming_documents
      WHERE agency_id = \(actor.agency) AND progress = 'registered' AND state = 'registered'
      AND (registered_at + 25200000) % 86400000 <> 0
      AND \(Access.visible("incoming_documents.id", kind: RecordReference.incomingDocumentCode, to: actor))
      ORDER BY id LIMIT \(Self.countMax)
      """)
    return (
      Waiting(since: try papers.map { try $0.get("uploaded_at") }),
      Waiting(since: try documents.map { try $0.get("registered_at") })
    )
  }
}
