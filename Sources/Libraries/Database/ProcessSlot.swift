import Foundation
import Kernel
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What a process wants of the database it opens.
package enum ProcessRole: Sendable {
  /// Serves people and works off jobs. On SQLite there is one.
  case server
  /// A command that runs beside a server.
  case command
}

/// A process's place among those that write to one database: their keys never meet (`IdentifierSource`).
///
/// The place is held by a lock that ends with the process, however it ends: on PostgreSQL an advisory lock of a
/// connection kept for nothing else, beside an SQLite file the lock of a small file.
package final class ProcessSlot: Sendable {
  package let number: Int
  private let held: Mutex<Held>

  private enum Held: @unchecked Sendable {
    /// Proof of `@unchecked Sendable`: only used under the mutex.
    case connection(PostgresConnection, uri: String)
    case file(Int32)
  }

  private init(number: Int, held: sending Held) {
    self.number = number
    self.held = Mutex(held)
  }

  deinit {
    held.withLock { if case .file(let descriptor) = $0 { close(descriptor) } }
  }

  /// Takes a free place. Refuses when there is none: eight processes on PostgreSQL, a second server on SQLite.
  package static func claim(_ address: DatabaseAddress, as role: ProcessRole) throws -> ProcessSlot {
    switch address {
    case .sqlite(let path): try claimFile(beside: path, role)
    case .postgres(let uri): try claimConnection(uri, role)
    }
  }

  /// After a break of the connection others may have taken the place: then this process must not write any more.
  func requireHeld() throws {
    try held.withLock { held in
      guard case .connection(let connection, let uri) = held,
        (try? connection.execute("SELECT 1 AS alive", [])) == nil
      else { return }
      let next = try PostgresConnection(uri: uri)
      guard try Self.lock(number, on: next) else {
        throw DatabaseFault.other(message: "another process has taken the place \(number)", sql: "LOCK")
      }
      held = .connection(next, uri: uri)
    }
  }

  private static func claimConnection(_ uri: String, _ role: ProcessRole) throws -> ProcessSlot {
    let connection = try PostgresConnection(uri: uri)
    // Servers begin at one end, commands at the other.
    let places = Array(0..<IdentifierSource.slotCount)
    for number in role == .server ? places : places.reversed() where try lock(number, on: connection) {
      return ProcessSlot(number: number, held: .connection(connection, uri: uri))
    }
    throw Refusal(
      .conflict,
      "Đã có \(places.count) chương trình Châu Bản đang dùng cơ sở dữ liệu này. Hãy dừng bớt một chương trình rồi chạy lại."
    )
  }

  /// Locks of this kind are numbered by the database they stand in and these two numbers.
  private static let lockClass: Int64 = 20_261_125

  private static func lock(_ number: Int, on connection: PostgresConnection) throws -> Bool {
    let answer = try connection.execute(
      "SELECT CASE WHEN pg_try_advisory_lock($1::int, $2::int) THEN 1 ELSE 0 END AS taken",
      [.integer(lockClass), .integer(Int64(number))])
    return try answer.rows[0].get("taken", as: Int.self) == 1
  }

  private static func claimFile(beside path: String, _ role: ProcessRole) throws -> ProcessSlot {
    let places = role == .server ? [0] : Array((1..<IdentifierSource.slotCount).reversed())
    for number in places {
      let descriptor = open("\(path)-cho-\(number)", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else {
        throw DatabaseFault.full(message: "\(path)-cho-\(number): \(String(cString: strerror(errno)))")
      }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return ProcessSlot(number: number, held: .file(descriptor)) }
      close(descriptor)
    }
    let message =
      role == .server
      ? "Một máy chủ Châu Bản khác đang dùng thư mục dữ liệu này. Với SQLite chỉ một máy chủ được chạy; muốn chạy nhiều máy chủ, hãy dùng PostgreSQL."
      : "Quá nhiều lệnh Châu Bản đang chạy trên thư mục dữ liệu này. Hãy chờ một lệnh xong rồi chạy lại."
    throw Refusal(.conflict, message)
  }
}
