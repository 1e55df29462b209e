import Database

/// Schema of what documents of every flow share.
package enum DocumentsMigrations {
  package static let all: [Migration] = [types, outsideAgencies]

  private static let types = Migration("2026-11-22-40 document types") { _ in
    let table: SQL = """
      CREATE TABLE document_types (
        key TEXT NOT NULL CONSTRAINT document_types_pk PRIMARY KEY,
        name TEXT NOT NULL,
        folded TEXT NOT NULL,
        abbreviation TEXT NOT NULL,
        archive_code TEXT NOT NULL,
        is_administrative BIGINT NOT NULL
          CONSTRAINT document_types_administrative CHECK (is_administrative IN (0, 1)),
        place BIGINT NOT NULL
      )
      """
    let types = DocumentType.administrative + DocumentType.furtherIncoming
    return [table, "CREATE UNIQUE INDEX document_types_name ON document_types (folded)"]
      + types.enumerated().map { DocumentTypeStore.insertion($1, place: $0 + 1) }
  }

  private static let outsideAgencies = Migration("2026-11-22-41 outside agencies") { engine in
    [
      """
      CREATE TABLE outside_agencies (
        id \(engine.keyType),
        name TEXT NOT NULL,
        exact TEXT NOT NULL,
        folded TEXT NOT NULL,
        code TEXT,
        legacy_code TEXT,
        parent_hint TEXT NOT NULL,
        use_count BIGINT NOT NULL,
        last_used_at BIGINT,
        merged_into BIGINT CONSTRAINT outside_agencies_merged_fk REFERENCES outside_agencies (id),
        created_at BIGINT NOT NULL,
        version BIGINT NOT NULL,
        CONSTRAINT outside_agencies_not_itself CHECK (merged_into IS NULL OR merged_into <> id)
      )
      """,
      "CREATE UNIQUE INDEX outside_agencies_name ON outside_agencies (exact)",
      "CREATE INDEX outside_agencies_folded ON outside_agencies (folded)",
      "CREATE UNIQUE INDEX outside_agencies_code ON outside_agencies (code)",
      "CREATE UNIQUE INDEX outside_agencies_legacy_code ON outside_agencies (legacy_code)",
      """
      CREATE TABLE outside_agency_aliases (
        exact TEXT NOT NULL CONSTRAINT outside_agency_aliases_pk PRIMARY KEY,
        folded TEXT NOT NULL,
        name TEXT NOT NULL,
        agency_id BIGINT NOT NULL CONSTRAINT outside_agency_aliases_fk REFERENCES outside_agencies (id)
      )
      """,
      "CREATE INDEX outside_agency_aliases_agency ON outside_agency_aliases (agency_id)",
      "CREATE INDEX outside_agency_aliases_folded ON outside_agency_aliases (folded)",
      """
      CREATE TABLE outside_agency_words (
        word TEXT NOT NULL,
        agency_id BIGINT NOT NULL CONSTRAINT outside_agency_words_fk REFERENCES outside_agencies (id),
        CONSTRAINT outside_agency_words_pk PRIMARY KEY (word, agency_id)
      )
      """,
      "CREATE INDEX outside_agency_words_agency ON outside_agency_words (agency_id)",
    ]
  }
}
