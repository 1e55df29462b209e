import Database
import Foundation
import Kernel
import Synchronization

/// A clock that tests set by hand.
package final class TestClock: WallClock {
  private let instant: Mutex<Instant>

  /// Starts on a fixed working morning: 08:30 on Thursday 05/11/2026.
  package init(_ start: Instant = Instant(Day(number: 20_762), hour: 8, minute: 30)) { instant = Mutex(start) }

  package var now: Instant { instant.withLock { $0 } }

  package func set(_ now: Instant) { instant.withLock { $0 = now } }

  package func advance(by duration: Duration) { instant.withLock { $0 = $0 + duration } }
}

/// The engine this run tests: SQLite, or the PostgreSQL server that `CHAUBAN_TEST_DATABASE` names.
package enum TestEngine {
  package static let server = ProcessInfo.processInfo.environment["CHAUBAN_TEST_DATABASE"]

  package static var engine: Engine { server == nil ? .sqlite : .postgres }

  fileprivate static let templates = Mutex<[String: DatabaseAddress]>([:])
  fileprivate static let copies = Atomic<Int>(0)

  /// A fresh empty database's address, unlike any other of this run.
  static func freshAddress(_ purpose: String, folder: URL) -> DatabaseAddress {
    let number = copies.wrappingAdd(1, ordering: .relaxed).newValue
    let name = "chauban_\(purpose)_\(ProcessInfo.processInfo.processIdentifier)_\(number)"
    guard let server else { return .sqlite(path: folder.appendingPathComponent("\(name).sqlite").path) }
    return .postgres(uri: uri(of: name, on: server))
  }

  /// The server's address with another database name.
  static func uri(of name: String, on server: String) -> String {
    let parts = server.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let base = parts[0].lastIndex(of: "/").map { parts[0][...$0] } ?? parts[0][...]
    return "\(base)\(name)" + (parts.count > 1 ? "?\(parts[1])" : "")
  }

  /// The client itself where it can be found: `/usr/bin/psql` is a script that looks for it anew each time, which costs more
  /// than the statement.
  private static let client: URL = {
    let folder = URL(fileURLWithPath: "/usr/lib/postgresql")
    let versions = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    let found = versions.sorted { (Int($0) ?? 0) > (Int($1) ?? 0) }
      .map { folder.appendingPathComponent("\($0)/bin/psql") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
    return found ?? URL(fileURLWithPath: "/usr/bin/psql")
  }()

  /// Statements that PostgreSQL refuses inside a transaction are run by its own client.
  static func administer(_ statement: String) throws {
    guard let server else { return }
    let process = Process()
    process.executableURL = client
    process.arguments = ["--no-psqlrc", "--quiet", "--dbname", server, "--command", statement]
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw DatabaseFault.other(message: "psql", sql: statement) }
  }
}

/// Lets a few tests at a time open a database: PostgreSQL has so many connections and no more.
private actor DatabaseTurnstile {
  static let shared = DatabaseTurnstile()

  private var free = 12
  private var waiting: [CheckedContinuation<Void, Never>] = []

  func enter() async {
    guard free == 0 else {
      free -= 1
      return
    }
    await withCheckedContinuation { waiting.append($0) }
  }

  func leave() {
    if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
  }
}

/// Runs `body` on a fresh database with `migrations` applied, on the engine of this run, and removes it after.
///
/// The schema is made once per run and copied, so a test pays for its own work only.
package func withDatabase<Answer>(
  _ migrations: [Migration], clock: any WallClock = TestClock(),
  _ body: (any Database, _ folder: URL) async throws -> Answer
) async throws -> Answer {
  await DatabaseTurnstile.shared.enter()
  do {
    let answer = try await onFreshDatabase(migrations, clock, body)
    await DatabaseTurnstile.shared.leave()
    return answer
  } catch {
    await DatabaseTurnstile.shared.leave()
    throw error
  }
}

private func onFreshDatabase<Answer>(
  _ migrations: [Migration], _ clock: any WallClock, _ body: (any Database, _ folder: URL) async throws -> Answer
) async throws -> Answer {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("chauban-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  let address = try copy(of: template(migrations), folder: folder)
  let database = try address.open(clock: clock)
  do {
    let answer = try await body(database, folder)
    try await database.close()
    try drop(address)
    return answer
  } catch {
    try? await database.close()
    try? drop(address)
    throw error
  }
}

/// As the other, for tests that need no folder.
package func withDatabase<Answer>(
  _ migrations: [Migration], clock: any WallClock = TestClock(), _ body: (any Database) async throws -> Answer
) async throws -> Answer {
  try await withDatabase(migrations, clock: clock) { database, _ in try await body(database) }
}

private func template(_ migrations: [Migration]) throws -> DatabaseAddress {
  try TestEngine.templates.withLock { templates in
    let key = migrations.map(\.name).sorted().joined(separator: "|")
    if let known = templates[key] { return known }
    let address = TestEngine.freshAddress("template", folder: FileManager.default.temporaryDirectory)
    if case .postgres(let uri) = address { try TestEngine.administer("CREATE DATABASE \(databaseName(uri))") }
    let database = try address.open(clock: TestClock())
    try Migrator(migrations).migrate(database)
    try database.closeNow()
    templates[key] = address
    return address
  }
}

private func copy(of template: DatabaseAddress, folder: URL) throws -> DatabaseAddress {
  let address = TestEngine.freshAddress("test", folder: folder)
  switch (template, address) {
  case (.sqlite(let from), .sqlite(let to)): try FileManager.default.copyItem(atPath: from, toPath: to)
  case (.postgres(let from), .postgres(let to)):
    try TestEngine.administer("CREATE DATABASE \(databaseName(to)) TEMPLATE \(databaseName(from))")
  default: throw DatabaseFault.other(message: "engines differ", sql: "")
  }
  return address
}

private func drop(_ address: DatabaseAddress) throws {
  guard case .postgres(let uri) = address else { return }
  try TestEngine.administer("DROP DATABASE \(databaseName(uri)) WITH (FORCE)")
}

private func databaseName(_ uri: String) -> String {
  let path = uri.split(separator: "?", maxSplits: 1)[0]
  return path.split(separator: "/").last.map(String.init) ?? ""
}
