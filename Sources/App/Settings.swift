import Configuration
import Foundation
import Notifications
import SystemPackage

/// How one installation is set up. Read once at start: flags before environment before file before defaults.
///
/// In the file (JSON) keys are nested (`{"public": {"address": "…"}}`); in the environment they are
/// `CHAUBAN_PUBLIC_ADDRESS`; as flags `--public-address`.
package struct Settings: Sendable, Equatable {
  /// Folder of everything the installation keeps: database file, vault, staging, derivatives.
  package var dataFolder: String
  /// A PostgreSQL address; nil keeps the embedded database in the data folder.
  package var databaseAddress: String?
  package var bindHost: String
  package var bindPort: Int
  /// PEM files; both or none.
  package var certificateFile: String?
  package var keyFile: String?
  /// The address people type, when a proxy stands before the server.
  package var publicAddress: String?
  /// Folder of styles and scripts.
  package var publicFolder: String
  package var systemName: String
  package var logLevel: String
  /// Largest file that is taken in.
  package var uploadMegabytesMax: Int
  /// Requests that one access token may send in a minute.
  package var apiRequestsPerMinute: Int
  /// The mail server; nil when this installation sends no e-mail.
  package var mail: MailSettings?

  /// Reads the settings. `flags` are those given on the command line, by dotted key.
  ///
  /// A file that is named but missing or malformed is an error.
  package static func read(flags: [String: String], file: String?) async throws -> Settings {
    var providers: [any ConfigProvider] = [
      InMemoryProvider(
        values: Dictionary(
          uniqueKeysWithValues: flags.map {
            (AbsoluteConfigKey($0.key.split(separator: ".").map(String.init)), .init(stringLiteral: $0.value))
          })),
      EnvironmentVariablesProvider(
        environmentVariables: Dictionary(
          uniqueKeysWithValues: ProcessInfo.processInfo.environment.compactMap { name, value in
            name.hasPrefix("CHAUBAN_") ? (String(name.dropFirst(8)), value) : nil
          })),
    ]
    if let file {
      providers.append(try await FileProvider<JSONSnapshot>(filePath: FilePath(file)))
    }
    return Settings(ConfigReader(providers: providers))
  }

  private init(_ config: ConfigReader) {
    dataFolder = config.string(forKey: "data", default: "data")
    databaseAddress = config.string(forKey: "database", isSecret: true)
    let bind = config.string(forKey: "bind", default: "127.0.0.1:8080")
    let colon = bind.lastIndex(of: ":")
    bindHost = colon.map { String(bind[..<$0]) } ?? bind
    bindPort = colon.flatMap { Int(bind[bind.index(after: $0)...]) } ?? 8080
    certificateFile = config.string(forKey: "certificate")
    keyFile = config.string(forKey: "key")
    publicAddress = config.string(forKey: "public.address")
    publicFolder = config.string(forKey: "public.folder", default: "Public")
    systemName = config.string(forKey: "system.name", default: "Châu Bản")
    logLevel = config.string(forKey: "log.level", default: "info")
    uploadMegabytesMax = max(1, config.int(forKey: "upload.megabytes", default: 200))
    apiRequestsPerMinute = max(1, config.int(forKey: "api.requests", default: 600))
    mail = nil
    guard let host = config.string(forKey: "mail.host") else { return }
    let security = config.string(forKey: "mail.security").flatMap(MailSettings.Security.init) ?? .starttls
    let usualPort = [.none: 25, .starttls: 587, .tls: 465][security] ?? 587
    mail = MailSettings(
      host: host, port: config.int(forKey: "mail.port", default: usualPort), security: security,
      user: config.string(forKey: "mail.user", default: ""),
      passwordFile: config.string(forKey: "mail.password.file"),
      certificatesFile: config.string(forKey: "mail.certificates"),
      sender: config.string(forKey: "mail.sender", default: ""), publicAddress: shownAddress, systemName: systemName)
  }

  package var isSecure: Bool { certificateFile != nil || (publicAddress ?? "").hasPrefix("https://") }

  /// The address to open in a browser.
  package var shownAddress: String {
    publicAddress ?? "\(certificateFile == nil ? "http" : "https")://\(bindHost):\(bindPort)"
  }
}
