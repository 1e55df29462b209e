import Access
import Database
import Kernel

extension PaperMove.Answer: SQLConvertible {}

/// All SQL of paper copies. Whoever reads those of a document has been shown the document.
struct PaperCopyStore {
  static let listedMax = 100

  private static let columns: SQL = """
    paper_copies.document_id, holder, holder_name, held_since, paper_moves.id AS move_id, receiver, receiver_name,
    handed_at, handed_by
    """
  private static let copies: SQL = """
    paper_copies LEFT JOIN paper_moves
      ON paper_moves.document_id = paper_copies.document_id AND paper_moves.answer IS NULL
    """

  /// Nothing is asked about a document that is withheld.
  private static let isShown: SQL = """
    NOT EXISTS (SELECT 1 FROM incoming_quarantines WHERE incoming_quarantines.document_id = paper_moves.document_id)
    """

  private let transaction: any Transaction

  init(_ transaction: any Transaction) { self.transaction = transaction }

  /// Nil while the paper lies at the registry and was never passed on.
  func findLater(_ document: IncomingDocument.ID) throws -> Later<PaperCopy?> {
    try transaction.later(
      "SELECT \(Self.columns) FROM \(Self.copies) WHERE paper_copies.document_id = \(document)"
    ).map { try $0.first.map(PaperCopy.init) }
  }

  func movesLater(of document: IncomingDocument.ID) throws -> Later<[PaperMove]> {
    try transaction.later(
      """
      SELECT from_name, receiver_name, handed_at, handed_by, answer, answered_at, answered_by, reason
      FROM paper_moves WHERE document_id = \(document) ORDER BY id DESC LIMIT 50
      """
    ).map { try $0.map(PaperMove.init) }
  }

  /// Papers that lie with one of the actor's posts or desks, the longest held first, of documents they may see.
  func held(by actor: Actor) throws -> [PaperCopy] {
    try transaction.rows(
      """
      SELECT \(Self.columns) FROM \(Self.copies)
      WHERE holder IN (\(.list(actor.principals.map(\.token))))
      AND \(Access.counted("paper_copies.document_id", kind: RecordReference.incomingDocumentCode, to: actor))
      ORDER BY held_since, paper_copies.document_id LIMIT \(Self.listedMax)
      """
    ).map(PaperCopy.init)
  }

  /// Papers on their way to the actor, not answered yet.
  func coming(to actor: Actor) throws -> [PaperCopy] {
    try transaction.rows(
      """
      SELECT \(Self.columns) FROM paper_moves JOIN paper_copies ON paper_copies.document_id = paper_moves.document_id
      WHERE receiver IN (\(.list(actor.principals.map(\.token)))) AND answer IS NULL AND \(Self.isShown)
      AND \(Access.counted("paper_copies.document_id", kind: RecordReference.incomingDocumentCode, to: actor))
      ORDER BY paper_moves.id LIMIT \(Self.listedMax)
      """
    ).map(PaperCopy.init)
  }

  /// How many of those there are.
  func comingCountLater(to actor: Actor) throws -> Later<Int> {
    try transaction.later(
      """
      SELECT COUNT(*) AS count FROM (SELECT id FROM paper_moves
        WHERE receiver IN (\(.list(actor.principals.map(\.token)))) AND answer IS NULL AND \(Self.isShown)
        AND \(Access.counted("paper_moves.document_id", kind: RecordReference.incomingDocumentCode, to: actor))
        LIMIT \(Self.listedMax)) AS counted
      """
    ).map { try $0[0].get("count") }
  }

  /// Notes that it leaves its holder's hands.
  func pass(_ copy: PaperCopy, to receiver: Principal, named name: String, by actor: Actor) throws {
    try transaction.run(
      """
      INSERT INTO paper_copies (document_id, holder, holder_name, held_since)
      VALUES (\(copy.document), \(copy.holder.token), \(copy.holderName), \(copy.heldSince))
      ON CONFLICT (document_id) DO NOTHING
      """)
    let refusal = Refusal(.conflict, "Bản giấy đang trên đường chuyển. Hãy đợi bên nhận xác nhận hoặc lấy lại trước.")
    try refusing("paper_moves_one_open", as: refusal) {
      try transaction.run(
        """
        INSERT INTO paper_moves (id, document_id, from_name, receiver, receiver_name, handed_at, handed_by, reason)
        VALUES (\(try transaction.nextKey(of: "paper_moves")), \(copy.document), \(copy.holderName), \(receiver.token),
          \(name), \(transaction.now), \(actor.nameOnRecord), '')
        """)
    }
  }

  /// What the receiver said; received, the paper is theirs.
  func answer(_ answer: PaperMove.Answer, _ copy: PaperCopy, reason: String, by actor: Actor) throws {
    guard let passing = copy.passing else { return }
    try transaction.run(
      """
      UPDATE paper_moves SET answer = \(answer), answered_at = \(transaction.now), answered_by = \(actor.nameOnRecord),
        reason = \(reason) WHERE id = \(passing.id)
      """)
    guard answer == .received else { return }
    try transaction.run(
      """
      UPDATE paper_copies SET holder = \(passing.receiver.token), holder_name = \(passing.receiverName),
        held_since = \(transaction.now) WHERE document_id = \(copy.document)
      """)
  }

  /// Forgets what was said in passing it on: words about a document that is destroyed.
  func forgetWords(of document: IncomingDocument.ID) throws {
    try transaction.run("UPDATE paper_moves SET reason = '' WHERE document_id = \(document)")
  }
}

extension PaperCopy {
  init(_ row: Row) throws {
    document = try row.get("document_id")
    holder = Principal(token: try row.get("holder"))
    holderName = try row.get("holder_name")
    heldSince = try row.get("held_since")
    guard let move: Int64 = try row.find("move_id") else { return }
    passing = Passing(
      id: move, receiver: Principal(token: try row.get("receiver")), receiverName: try row.get("receiver_name"),
      handedAt: try row.get("handed_at"), handedBy: try row.get("handed_by"))
  }
}

extension PaperMove {
  init(_ row: Row) throws {
    from = try row.get("from_name")
    to = try row.get("receiver_name")
    handedAt = try row.get("handed_at")
    handedBy = try row.get("handed_by")
    answer = try row.find("answer")
    answeredAt = try row.find("answered_at")
    answeredBy = try row.find("answered_by")
    reason = try row.get("reason")
  }
}
