import App
import ArgumentParser
import Database
import Foundation
import Kernel
import Logging
import Synchronization

/// Flags that every command has: where the installation is and how it is set up.
struct InstallationOptions: ParsableArguments {
  @Option(help: "Tệp cấu hình JSON.") var config: String?
  @Option(help: "Thư mục dữ liệu (mặc định: data).") var data: String?
  @Option(help: "Địa chỉ PostgreSQL; bỏ trống thì dùng SQLite trong thư mục dữ liệu.") var database: String?
  @Option(help: "Địa chỉ phục vụ, ví dụ 127.0.0.1:8080.") var bind: String?
  @Option(help: "Chứng thư TLS (PEM).") var certificate: String?
  @Option(help: "Khóa TLS (PEM).") var key: String?
  @Option(help: "Địa chỉ người dùng gõ, khi đứng sau máy chủ trung gian.") var publicAddress: String?
  @Option(help: "Mức ghi nhật ký: debug, info, warning, error.") var logLevel: String?

  func settings() async throws -> Settings {
    let flags = [
      "data": data, "database": database, "bind": bind, "certificate": certificate, "key": key,
      "public.address": publicAddress, "log.level": logLevel,
    ]
    return try await Settings.read(flags: flags.compactMapValues { $0 }, file: config)
  }

  /// Locks of this process, held until it ends.
  private static let locks = Mutex<[InstallationLock]>([])

  /// Opens the installation with the newest schema. Commands may run beside a running server, unless they say alone.
  func open(
    as role: ProcessRole = .command, clock: any WallClock = SystemClock(), use: InstallationLock.Use = .beside
  ) async throws -> Installation {
    let settings = try await settings()
    let installation = try await refusalsAsErrors {
      let lock = try InstallationLock(dataFolder: settings.dataFolder, use)
      Self.locks.withLock { $0.append(lock) }
      return try await Installation(settings: settings, as: role, clock: clock, logger: Self.logger(settings))
    }
    try installation.migrator.migrate(installation.database)
    return installation
  }

  static func logger(_ settings: Settings) -> Logger {
    var logger = Logger(label: "chauban")
    logger.logLevel = Logger.Level(rawValue: settings.logLevel) ?? .info
    return logger
  }
}
