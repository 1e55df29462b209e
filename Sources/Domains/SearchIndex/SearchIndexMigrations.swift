import Database

/// The schema of the search index. `search_words` is the engine's own full-text structure and differs between
/// engines; the other tables agree.
package enum SearchIndexMigrations {
  package static let all: [Migration] = [
    Migration("2026-11-22-60 search index") { engine in
      common(key: engine.keyType) + words(engine)
    },
    // Words of a transaction wait in memory up to so many bytes: an import writes them once, not in a hundred pieces.
    Migration("2026-11-25-01 search words gathered") { engine in
      switch engine {
      case .sqlite: ["INSERT INTO search_words (search_words, rank) VALUES ('hashsize', 16000000)"]
      case .postgres: []
      }
    },
  ]

  private static func common(key: SQL) -> [SQL] {
    [
      // Narrow on purpose: every hit is looked up here.
      """
      CREATE TABLE search_entries (
        id \(key),
        record_code TEXT NOT NULL,
        record_number BIGINT NOT NULL,
        part BIGINT NOT NULL,
        access TEXT NOT NULL
      )
      """,
      "CREATE UNIQUE INDEX search_entries_record ON search_entries (record_code, record_number, part)",
      """
      CREATE TABLE search_texts (
        id \(key),
        folded TEXT NOT NULL,
        exact TEXT NOT NULL,
        facets TEXT NOT NULL,
        CONSTRAINT search_texts_entry FOREIGN KEY (id) REFERENCES search_entries (id)
      )
      """,
      // What the entries of `search_words` were made of, for rebuilding and checking it.
      """
      CREATE VIEW search_content AS SELECT search_texts.id AS id, folded, exact,
        CASE WHEN facets = '' THEN access ELSE access || ' ' || facets END AS access
      FROM search_texts JOIN search_entries ON search_entries.id = search_texts.id
      """,
    ]
  }

  private static func words(_ engine: Engine) -> [SQL] {
    switch engine {
    case .sqlite:
      [
        // Texts come as tokens parted by blanks. The tokenizer `ascii` takes every scalar beyond ASCII as a letter,
        // so it leaves them as they are.
        """
        CREATE VIRTUAL TABLE search_words USING fts5(folded, exact, access,
          content='search_content', content_rowid='id', tokenize='ascii')
        """
      ]
    case .postgres:
      [
        """
        CREATE TABLE search_words (
          id BIGINT PRIMARY KEY,
          words TSVECTOR NOT NULL,
          CONSTRAINT search_words_entry FOREIGN KEY (id) REFERENCES search_entries (id)
        )
        """,
        "CREATE INDEX search_words_index ON search_words USING gin (words)",
        // The planner shall know nothing about words: every search takes the index, in windows that we choose.
        "ALTER TABLE search_words ALTER COLUMN words SET STATISTICS 0",
      ]
    }
  }
}
