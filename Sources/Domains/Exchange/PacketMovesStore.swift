import Database
import Documents
import FileVault
import Kernel

/// What happens to packets: written by the acts of the issuer and of the receiver, in their transactions.
extension PacketStore {
  /// Puts what was issued before its packets; a second time changes nothing.
  package func addContent(_ content: IssuedContent) throws {
    let key = content.record.number
    try transaction.later(
      """
      INSERT INTO packet_contents (document_id, record_code, agency_id, facts, issued_at)
      VALUES (\(key), \(content.record.code), \(content.agency), \(JSONText.text(content.facts)), \(transaction.now))
      ON CONFLICT DO NOTHING
      """)
    for file in content.files {
      try transaction.later(
        """
        INSERT INTO packet_files (document_id, position, name, kind, bytes, hash, page_count)
        VALUES (\(key), \(file.position), \(file.name), \(file.kind), \(file.stored.bytes),
          \(file.stored.hash), \(file.pageCount))
        ON CONFLICT DO NOTHING
        """)
    }
  }

  /// Sends one to each of these agencies; the key of each.
  package func send(
    _ source: RecordReference, from sender: AgencyID, to agencies: [AgencyID], by actor: Actor
  ) throws -> [AgencyID: Packet.ID] {
    var keys: [AgencyID: Packet.ID] = [:]
    for agency in agencies where keys[agency] == nil {
      let id = try transaction.nextID(Packet.ID.self, of: "packets")
      keys[agency] = id
      try transaction.later(
        """
        INSERT INTO packets (id, document_id, sender_id, agency_id, sent_at, sent_by, state, unit_name, reason,
          changed_at)
        VALUES (\(id), \(source.number), \(sender), \(agency), \(transaction.now), \(actor.nameOnRecord),
          \(Packet.State.arrived), '', '', \(transaction.now))
        """)
    }
    return keys
  }

  /// Forgets what was sent a moment ago and lies untouched: the issue was undone.
  package func forget(_ source: RecordReference) throws {
    try transaction.run("DELETE FROM packets WHERE document_id = \(source.number)")
    try transaction.run("DELETE FROM packet_files WHERE document_id = \(source.number)")
    try transaction.run("DELETE FROM packet_contents WHERE document_id = \(source.number)")
  }

  /// Forgets what issued content said when its record is destroyed (LT-03): that it was sent, when and to whom stays.
  /// Gives the hashes its files had.
  package func forgetWords(of source: RecordReference, instead words: String) throws -> [FileHash] {
    guard var facts = try contents(of: [source])[source]?.facts else { return [] }
    let hashes: [FileHash] = try transaction.rows("SELECT hash FROM packet_files WHERE document_id = \(source.number)")
      .map { try $0.get("hash") }
    (facts.subject, facts.signerName, facts.signerPosition) = (words, "", "")
    try transaction.run(
      "UPDATE packet_contents SET facts = \(JSONText.text(facts)) WHERE document_id = \(source.number)")
    try transaction.run("DELETE FROM packet_files WHERE document_id = \(source.number)")
    try transaction.run(
      """
      UPDATE packets SET reason = '', recall_reason = CASE WHEN recall_reason IS NULL THEN NULL ELSE '' END
      WHERE document_id = \(source.number)
      """)
    return hashes
  }

  /// Whether one of them still waits where it was sent.
  package func isAwaited(_ source: RecordReference) throws -> Bool {
    try !transaction.rows(
      "SELECT 1 AS found FROM packets WHERE document_id = \(source.number) AND state = \(Packet.State.arrived) LIMIT 1"
    ).isEmpty
  }

  /// It stands in the receiver's book. The packet is locked and waits.
  package func register(_ packet: Packet.ID, as incoming: Int64, number: Int) throws {
    try transaction.run(
      """
      UPDATE packets SET state = \(Packet.State.received), incoming_id = \(incoming), arrival_number = \(number),
        changed_at = \(transaction.now)
      WHERE id = \(packet)
      """)
  }

  /// It goes back to whoever sent it, with the reason.
  package func giveBack(_ packet: Packet.ID, reason: String) throws {
    try transaction.run(
      """
      UPDATE packets SET state = \(Packet.State.returned), reason = \(reason), unit_name = '',
        changed_at = \(transaction.now)
      WHERE id = \(packet)
      """)
  }

  /// Its number was cancelled at the receiver: it waits in the intake again.
  package func putBack(_ packet: Packet.ID) throws {
    try transaction.run(
      """
      UPDATE packets SET state = \(Packet.State.arrived), incoming_id = NULL, arrival_number = NULL, unit_name = '',
        changed_at = \(transaction.now)
      WHERE id = \(packet)
      """)
  }

  /// The mirror (gương trạng thái): how far a registered document is, for its issuer. After a recall the last state stays.
  package func mirror(_ state: Packet.State, unitName: String, of packet: Packet) throws {
    guard packet.recall == nil, packet.state.isRegistered, packet.state != state || packet.unitName != unitName else {
      return
    }
    try transaction.run(
      """
      UPDATE packets SET state = \(state), unit_name = \(unitName), changed_at = \(transaction.now)
      WHERE id = \(packet.id) AND recalled_at IS NULL
      """)
  }

  /// The issuer took the document back: what has no number is withdrawn, what has one is marked.
  package func recall(_ packets: [Packet], reason: String, by actor: Actor) throws {
    try transaction.run(
      """
      UPDATE packets SET state = CASE state WHEN 'arrived' THEN 'withdrawn' ELSE state END,
        recalled_at = \(transaction.now), recalled_by = \(actor.nameOnRecord), recall_reason = \(reason),
        changed_at = \(transaction.now)
      WHERE id IN (\(.list(packets.map(\.id))))
      """)
  }

  /// The receiver's clerk says that it is cancelled there.
  package func confirmRecall(_ packet: Packet.ID, by actor: Actor) throws {
    try transaction.run(
      """
      UPDATE packets SET confirmed_at = \(transaction.now), confirmed_by = \(actor.nameOnRecord),
        changed_at = \(transaction.now)
      WHERE id = \(packet)
      """)
  }
}
