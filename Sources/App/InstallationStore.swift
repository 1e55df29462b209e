import Database
import Kernel

/// Facts about the installation itself, as name and value.
struct InstallationStore {
  private let transaction: any Transaction

  init(_ transaction: any Transaction) { self.transaction = transaction }

  /// Filled with the invented body: nothing in it is real, and the sign-in page offers its cast.
  var isExampleBody: Bool {
    get throws {
      try !transaction.rows("SELECT value FROM installation_facts WHERE name = 'example-body'").isEmpty
    }
  }

  /// As the engine names itself: «SQLite 3.40.1».
  var engineName: String {
    get throws {
      let version: String =
        switch transaction.engine {
        case .sqlite: try transaction.rows("SELECT sqlite_version() AS version")[0].get("version")
        case .postgres:
          try transaction.rows("SELECT current_setting('server_version') AS version")[0].get("version")
        }
      return switch transaction.engine {
      case .sqlite: "SQLite \(version)"
      case .postgres: "PostgreSQL \(version)"
      }
    }
  }

  func markAsExampleBody() throws {
    try transaction.run("INSERT INTO installation_facts (name, value) VALUES ('example-body', 'yes')")
  }

  /// Nothing was entered yet: neither the example body nor a real agency.
  var isEmpty: Bool {
    get throws { try transaction.rows("SELECT id FROM agencies LIMIT 1").isEmpty }
  }
}

/// Tables of the installation.
enum InstallationMigrations {
  static let all: [Migration] = [
    Migration("2026-11-22-01 installation facts") { _ in
      ["CREATE TABLE installation_facts (name TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL)"]
    }
  ]
}
