import Database

/// Schema of agencies' own templates. Apart from `DocumentsMigrations`: it refers to agencies and stored files.
package enum TemplateMigrations {
  package static let all: [Migration] = [templates]

  private static let templates = Migration("2026-11-28-20 agency templates") { engine in
    [
      """
      CREATE TABLE agency_templates (
        id \(engine.keyType),
        agency_id BIGINT NOT NULL CONSTRAINT agency_templates_agency_fk REFERENCES agencies (id),
        type_key TEXT NOT NULL CONSTRAINT agency_templates_type_fk REFERENCES document_types (key),
        file_hash TEXT NOT NULL CONSTRAINT agency_templates_hash_fk REFERENCES stored_files (hash),
        file_bytes BIGINT NOT NULL,
        file_name TEXT NOT NULL,
        field_names TEXT NOT NULL,
        added_at BIGINT NOT NULL,
        added_by TEXT NOT NULL,
        ended_at BIGINT
      )
      """,
      """
      CREATE UNIQUE INDEX agency_templates_current ON agency_templates (agency_id, type_key) WHERE ended_at IS NULL
      """,
      "CREATE INDEX agency_templates_hash ON agency_templates (file_hash)",
      "CREATE INDEX agency_templates_type ON agency_templates (type_key)",
    ]
  }
}
