import Database

/// Schema of books and their numbers.
package enum RegistersMigrations {
  package static let all: [Migration] =
    [books, prints, oldBooks, unitBooks] + OutgoingBookMigrations.all + CopyBookMigrations.all

  private static let books = Migration("2026-11-22-50 registers") { engine in
    [
      """
      CREATE TABLE registers (
        id \(engine.keyType),
        agency_id BIGINT NOT NULL CONSTRAINT registers_agency_fk REFERENCES agencies (id),
        year BIGINT NOT NULL CONSTRAINT registers_year CHECK (year BETWEEN 1945 AND 2200),
        kind TEXT NOT NULL CONSTRAINT registers_kind CHECK (kind IN ('incoming')),
        name TEXT NOT NULL,
        paper_through BIGINT NOT NULL CONSTRAINT registers_paper CHECK (paper_through >= 0),
        opening_reason TEXT,
        opened_at BIGINT NOT NULL,
        version BIGINT NOT NULL
      )
      """,
      "CREATE UNIQUE INDEX registers_book ON registers (agency_id, kind, year, name)",
      """
      CREATE TABLE number_series (
        register_id \(engine.keyType) CONSTRAINT number_series_register_fk REFERENCES registers (id),
        last_number BIGINT NOT NULL,
        closed_at BIGINT,
        closed_by TEXT,
        CONSTRAINT number_series_last CHECK (last_number >= 0),
        CONSTRAINT number_series_closed CHECK ((closed_at IS NULL) = (closed_by IS NULL))
      )
      """,
      """
      CREATE TABLE register_entries (
        register_id BIGINT NOT NULL CONSTRAINT register_entries_register_fk REFERENCES registers (id),
        number BIGINT NOT NULL CONSTRAINT register_entries_positive CHECK (number > 0),
        record_code TEXT NOT NULL,
        record_number BIGINT NOT NULL,
        day TEXT NOT NULL,
        month TEXT NOT NULL,
        taken_at BIGINT NOT NULL,
        cancelled_at BIGINT,
        cancelled_by TEXT,
        cancelled_by_post BIGINT,
        cancel_reason TEXT,
        CONSTRAINT register_entries_cancelled CHECK (
          (cancelled_at IS NULL) = (cancel_reason IS NULL) AND (cancelled_at IS NULL) = (cancelled_by IS NULL))
      )
      """,
      "CREATE UNIQUE INDEX register_entries_number ON register_entries (register_id, number)",
      "CREATE INDEX register_entries_month ON register_entries (register_id, month, number)",
      """
      CREATE UNIQUE INDEX register_entries_record ON register_entries (record_code, record_number)
      WHERE cancelled_at IS NULL
      """,
      "CREATE INDEX register_entries_cancelled_numbers ON register_entries (register_id, cancelled_at, number)",
    ]
  }

  private static let prints = Migration("2026-11-22-51 register prints") { engine in
    [
      """
      CREATE TABLE register_prints (
        id \(engine.keyType),
        register_id BIGINT NOT NULL CONSTRAINT register_prints_register_fk REFERENCES registers (id),
        volume BIGINT NOT NULL CONSTRAINT register_prints_volume CHECK (volume > 0),
        from_number BIGINT NOT NULL,
        to_number BIGINT NOT NULL,
        from_day TEXT NOT NULL,
        to_day TEXT NOT NULL,
        row_count BIGINT NOT NULL,
        asked_at BIGINT NOT NULL,
        asked_by TEXT NOT NULL,
        asked_by_post BIGINT NOT NULL,
        provenance TEXT NOT NULL,
        made_at BIGINT,
        CONSTRAINT register_prints_range CHECK (from_number <= to_number)
      )
      """,
      "CREATE INDEX register_prints_by_register ON register_prints (register_id, id)",
      """
      CREATE TABLE register_print_files (
        print_id BIGINT NOT NULL CONSTRAINT register_print_files_print_fk REFERENCES register_prints (id),
        format TEXT NOT NULL
          CONSTRAINT register_print_files_format CHECK (format IN ('pdf', 'docx', 'doc', 'xlsx')),
        hash TEXT NOT NULL CONSTRAINT register_print_files_hash_fk REFERENCES stored_files (hash),
        bytes BIGINT NOT NULL,
        CONSTRAINT register_print_files_pk PRIMARY KEY (print_id, format)
      )
      """,
    ]
  }

  /// What old books bring: lines that were not given here, and numbers that their data does not have.
  private static let oldBooks = Migration("2026-11-25-20 old register books") { _ in
    [
      "ALTER TABLE register_entries ADD COLUMN import_id BIGINT",
      """
      CREATE TABLE register_gaps (
        register_id BIGINT NOT NULL CONSTRAINT register_gaps_register_fk REFERENCES registers (id),
        first_number BIGINT NOT NULL,
        last_number BIGINT NOT NULL,
        reason TEXT NOT NULL,
        recorded_at BIGINT NOT NULL,
        recorded_by TEXT NOT NULL,
        CONSTRAINT register_gaps_pk PRIMARY KEY (register_id, first_number),
        CONSTRAINT register_gaps_range CHECK (first_number > 0 AND first_number <= last_number)
      )
      """,
    ]
  }

  /// Numbers that a unit gives for itself, where the agency wants them.
  private static let unitBooks = Migration("2026-11-27-37 books of units") { engine in
    [
      """
      CREATE TABLE unit_books (
        unit_id \(engine.keyType) CONSTRAINT unit_books_unit_fk REFERENCES units (id),
        opened_at BIGINT NOT NULL, opened_by TEXT NOT NULL, closed_at BIGINT)
      """,
      """
      CREATE TABLE unit_book_series (
        unit_id BIGINT NOT NULL CONSTRAINT unit_book_series_unit_fk REFERENCES unit_books (unit_id),
        year BIGINT NOT NULL, last_number BIGINT NOT NULL,
        CONSTRAINT unit_book_series_pk PRIMARY KEY (unit_id, year))
      """,
      """
      CREATE TABLE unit_book_entries (
        unit_id BIGINT NOT NULL CONSTRAINT unit_book_entries_unit_fk REFERENCES unit_books (unit_id),
        year BIGINT NOT NULL, number BIGINT NOT NULL CONSTRAINT unit_book_entries_positive CHECK (number > 0),
        record_code TEXT NOT NULL, record_number BIGINT NOT NULL, taken_at BIGINT NOT NULL, taken_by TEXT NOT NULL,
        CONSTRAINT unit_book_entries_pk PRIMARY KEY (unit_id, year, number))
      """,
      "CREATE UNIQUE INDEX unit_book_entries_record ON unit_book_entries (unit_id, record_code, record_number)",
    ]
  }
}
