import Database

/// What recipients have for agencies of the installation. SQLite changes no constraint of a table, so it is made anew.
enum DeliveringMigrations {
  static let all = [recipients, informed]

  private static let recipients = Migration("2026-11-29-23 recipients within the installation") { engine in
    let inside: SQL = """
      CONSTRAINT outgoing_recipients_inside
        CHECK ((way = 'inside') = (unit_id IS NOT NULL OR agency_id IS NOT NULL))
      """
    let agency: SQL = "BIGINT CONSTRAINT outgoing_recipients_agency_fk REFERENCES agencies (id)"
    let packet: SQL = "BIGINT CONSTRAINT outgoing_recipients_packet_fk REFERENCES packets (id)"
    return switch engine {
    case .postgres:
      [
        "ALTER TABLE outgoing_recipients ADD COLUMN agency_id \(agency)",
        "ALTER TABLE outgoing_recipients ADD COLUMN packet_id \(packet)",
        "ALTER TABLE outgoing_recipients DROP CONSTRAINT outgoing_recipients_inside",
        "ALTER TABLE outgoing_recipients ADD \(inside)", index,
      ]
    case .sqlite:
      [
        "CREATE TABLE kept_recipients AS SELECT * FROM outgoing_recipients", "DROP TABLE outgoing_recipients",
        """
        CREATE TABLE outgoing_recipients (
          id \(engine.keyType),
          document_id BIGINT NOT NULL CONSTRAINT outgoing_recipients_document_fk REFERENCES outgoing_documents (id),
          position BIGINT NOT NULL, name TEXT NOT NULL,
          way TEXT NOT NULL CONSTRAINT outgoing_recipients_way
            CHECK (way IN ('post', 'byHand', 'email', 'axis', 'inside')),
          unit_id BIGINT CONSTRAINT outgoing_recipients_unit_fk REFERENCES units (id),
          outside_agency_id BIGINT CONSTRAINT outgoing_recipients_outside_fk REFERENCES outside_agencies (id),
          state TEXT NOT NULL, sent_at BIGINT, sent_by TEXT, proof TEXT NOT NULL, envelopes BIGINT,
          answered_at BIGINT, answer TEXT NOT NULL, agency_id \(agency), packet_id \(packet),
          CONSTRAINT outgoing_recipients_state
            CHECK (state IN ('waiting', 'sent', 'received', 'refused', 'returned')),
          CONSTRAINT outgoing_recipients_sent CHECK ((state = 'waiting') = (sent_at IS NULL)),
          \(inside))
        """,
        """
        INSERT INTO outgoing_recipients (id, document_id, position, name, way, unit_id, outside_agency_id, state,
          sent_at, sent_by, proof, envelopes, answered_at, answer)
        SELECT id, document_id, position, name, way, unit_id, outside_agency_id, state, sent_at, sent_by, proof,
          envelopes, answered_at, answer FROM kept_recipients
        """,
        "DROP TABLE kept_recipients",
        "CREATE UNIQUE INDEX outgoing_recipients_position ON outgoing_recipients (document_id, position)",
        "CREATE INDEX outgoing_recipients_post ON outgoing_recipients (id) WHERE way = 'post' AND sent_at IS NOT NULL",
        index,
      ]
    }
  }

  private static let informed = Migration("2026-11-30-01 recipients to be informed") { _ in
    ["ALTER TABLE outgoing_recipients ADD COLUMN is_informed BIGINT NOT NULL DEFAULT 0"]
  }

  private static let index: SQL =
    "CREATE INDEX outgoing_recipients_packet ON outgoing_recipients (packet_id) WHERE packet_id IS NOT NULL"
}
