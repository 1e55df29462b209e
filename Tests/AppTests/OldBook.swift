import Database
import Foundation
import Kernel
import Organization
import Registers
import TestSupport
import Testing

@testable import App
@testable import Transfer

/// An old book in a folder of its own, brought in as the command does.
struct OldBook {
  let app: TestApp
  let folder: URL

  static func use(_ body: @escaping @Sendable (OldBook) async throws -> Void) async throws {
    try await withApp { app in
      let folder = FileManager.default.temporaryDirectory.appending(path: "so-cu-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      try await body(OldBook(app: app, folder: folder))
    }
  }

  func write(_ text: String, to name: String = "so.jsonl") throws {
    try Data(text.utf8).write(to: folder.appending(path: name))
  }

  @discardableResult func run(
    _ name: String = "so.jsonl", trial: Bool = false, sheet: String? = nil,
    stopAfter: Int = .max, _ change: (inout ImportSettings) -> Void = { _ in }
  ) async throws -> ImportRunOutcome {
    var settings = ImportSettings()
    change(&settings)
    let act = RunOldBook(
      file: folder.appending(path: name), settings: settings, isTrial: trial,
      errorSheet: sheet.map { folder.appending(path: $0) })
    return try await act.run(by: Cast.registryClerk, app.installation.modules.imports) { _ in }
  }

  /// Số đến in the order of keys, with their subjects.
  func lines() async throws -> [String] {
    try await app.database.read { transaction in
      try transaction.rows(
        """
        SELECT d.arrival_number, d.arrival_date, d.subject, d.state, r.year FROM incoming_documents d
        JOIN registers r ON r.id = d.register_id ORDER BY d.id
        """
      ).map { row in
        let cancelled = try row.get("state", as: String.self) == "cancelled" ? " hủy" : ""
        return try
          "\(row.get("year", as: Int.self)):\(row.get("arrival_number", as: Int.self)) \(row.get("arrival_date", as: String.self)) \(row.get("subject", as: String.self))\(cancelled)"
      }
    }
  }

  func check(year: Int) async throws -> RegisterCheck {
    try await app.database.read { transaction in
      let store = RegisterStore(transaction)
      let books = try store.books(visibleTo: Cast.registryClerk)
      let book = try #require(books.first { $0.year == year })
      return try RegisterCheckStore(transaction).check(book.id, visibleTo: Cast.registryClerk)
    }
  }

  static func line(_ number: Int?, _ day: String, _ code: String, _ subject: String, more: String = "") -> String {
    let own = number.map { "\"ArrivalNumber\": \($0), " } ?? ""
    return
      "{\(own)\"ArrivalDate\": \"\(day)\", \"Code\": \"\(code)\", \"OrganName\": \"Sở Xây dựng Hòa Phú\", \"Subject\": \"\(subject)\"\(more)}"
  }

  /// Everything that an Excel file says.
  static func text(ofSheet file: URL) async throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/unzip")
    process.arguments = ["-p", file.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let bytes = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: bytes, as: UTF8.self)
  }
}
