import Database
import FileVault
import Foundation
import Identity
import Jobs
import Kernel
import Logging
import Papers

/// One opened installation: its database, its vault and the modules over them.
package struct Installation: Sendable {
  package let settings: Settings
  package let database: any Database
  package let vault: FileVault
  package let clock: any WallClock
  package let modules: Modules
  package let logger: Logger

  /// Opens the data folder (made when missing) and the database. Does not change the schema.
  ///
  /// Takes a place of its own among the processes that write to the database; refuses when there is none.
  package init(
    settings: Settings, as role: ProcessRole = .server, clock: any WallClock = SystemClock(), logger: Logger
  ) async throws {
    let folder = URL(fileURLWithPath: settings.dataFolder, isDirectory: true)
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let address =
      settings.databaseAddress.map(DatabaseAddress.init)
      ?? .sqlite(path: folder.appendingPathComponent("chauban.sqlite").path)
    try await self.init(
      settings: settings, database: try address.open(as: role, clock: clock), clock: clock, logger: logger)
  }

  /// Over a database that is open already; the data folder must be there.
  init(settings: Settings, database: any Database, clock: any WallClock, logger: Logger) async throws {
    self.settings = settings
    self.database = database
    self.clock = clock
    self.logger = logger
    // Tools see the disk through a sandbox, where a path that leads over a link cannot be made writable.
    let folder = URL(fileURLWithPath: settings.dataFolder, isDirectory: true).resolvingSymlinksInPath()
    vault = try FileVault(folder: folder)
    let scratch = folder.appendingPathComponent("scratch", isDirectory: true)
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    let runner = await ToolRunner.detected(scratch: scratch)
    try runner.removeLeftovers()
    modules = Modules(
      settings: settings, database: database, vault: vault, runner: runner, clock: clock, logger: logger)
  }

  package var migrator: Migrator { Migrator(Modules.migrations) }

  /// Closes what `init` opened.
  package func close() async throws {
    try await modules.identity.passwords.close()
    try await vault.close()
    try await database.close()
  }
}
