import Database
import FileVault
import Foundation
import Hummingbird
import HummingbirdTesting
import Identity
import Jobs
import Kernel
import Logging
import Organization
import Synchronization
import TestSupport
import Testing
import WebApp

@testable import App

/// The whole product over a fresh database of the example body, called in process without a socket.
struct TestApp: Sendable {
  let installation: Installation
  let clock: TestClock
  let client: any TestClientProtocol

  var database: any Database { installation.database }

  var browser: Browser { Browser(client) }

  func signedIn(as actor: Actor) async throws -> Browser { try await browser.signIn(as: actor) }

  /// Runs whatever background work is due.
  @discardableResult func runJobs() async throws -> Int {
    let runner = JobRunner(
      database: database, kinds: installation.modules.jobKinds(isExampleBody: true), logger: installation.logger)
    let count = try await runner.runAllDue()
    try await runner.close()
    return count
  }

  func count(_ table: String) async throws -> Int {
    try await database.read { try $0.rows(SQL(stringLiteral: "SELECT COUNT(*) AS n FROM \(table)"))[0].get("n") }
  }

  /// Every value of every column of a table as one text: what it keeps, wherever it keeps it.
  func everything(in table: String, columns: String) async throws -> String {
    try await database.read { transaction in
      let names = columns.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
      return try transaction.rows(SQL(stringLiteral: "SELECT \(columns) FROM \(table)")).map { row in
        try names.map { try row.find($0, as: String.self) ?? "" }.joined(separator: "|")
      }.joined(separator: "\n")
    }
  }
}

extension TestApp {
  private func files(in folder: String) throws -> [String] {
    let root = URL(fileURLWithPath: installation.settings.dataFolder).appendingPathComponent(folder)
    let walk = FileManager.default.enumerator(at: root, includingPropertiesForKeys: [.isRegularFileKey])
    return try (walk?.compactMap { $0 as? URL } ?? []).filter {
      try $0.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true
    }.map(\.lastPathComponent).sorted()
  }

  /// Uploads that wait or were left behind.
  func filesStaged() throws -> [String] { try files(in: "staging") }

  /// What was drawn or worked out from stored files.
  func drawn() throws -> [String] { try files(in: "derivatives") }

  /// Uploads and stored files.
  func filesKept() throws -> [String] { try files(in: "staging") + files(in: "vault") }
}

/// Argon2id takes its time: once for all tests of a run.
private let examplePasswordHash = Result { try PasswordHasher.hashNow(ExampleAccounts.password) }

/// Runs `body` against the assembled product.
func withApp(
  clock: TestClock = TestClock(), _ body: @escaping @Sendable (TestApp) async throws -> Void
) async throws {
  try await withDatabase(Modules.migrations, clock: clock) { database, folder in
    try await withApp(over: database, folder: folder, clock: clock, body)
  }
}

/// The same over a fresh database that was opened already.
func withApp(
  over database: any Database, folder: URL, clock: TestClock = TestClock(),
  _ body: @escaping @Sendable (TestApp) async throws -> Void
) async throws {
  let hash = try examplePasswordHash.get()
  try await database.write { transaction in
    try ExampleBody.fill(in: transaction)
    try ExampleAccounts.fill(passwordHash: hash, in: transaction)
    try InstallationStore(transaction).markAsExampleBody()
  }
  var logger = Logger(label: "app-tests")
  logger.logLevel = .critical
  let installation = try await Installation(
    settings: try await Settings.read(flags: ["data": folder.path], file: nil), database: database, clock: clock,
    logger: logger)
  let router = Server.router(installation, site: try Server.site(of: installation))
  let outcome: Result<Void, any Error>
  do {
    try await Application(router: router, logger: logger).test(.router) { client in
      try await body(TestApp(installation: installation, clock: clock, client: client))
    }
    outcome = .success(())
  } catch {
    outcome = .failure(error)
  }
  try await installation.modules.identity.passwords.close()
  try await installation.vault.close()
  try outcome.get()
}
