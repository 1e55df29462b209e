import Audit
import Database
import Documents
import Foundation
import Kernel
import TestSupport
import Testing

/// Imports the public lists of agencies. Runs where `CHAUBAN_SAMPLES` names their folder.
@Suite("Samples: danh mục cơ quan", .enabled(if: ProcessInfo.processInfo.environment["CHAUBAN_SAMPLES"] != nil))
struct SamplesAgencyListsTests {
  let folder = ProcessInfo.processInfo.environment["CHAUBAN_SAMPLES"].map { URL(fileURLWithPath: $0) }

  static let files = [
    "agency-codes-cv2803-2014.csv", "tayninh-edoc-agencies-2020.csv", "lamdong-agencies-axis-response.csv",
  ]

  private func load(_ file: String, into database: any Database) async throws -> ImportOutsideAgencies.Outcome {
    let folder = try #require(folder)
    let text = try String(contentsOf: folder.appendingPathComponent("agencies/\(file)"), encoding: .utf8)
    return try await OutsideAgencyTests.importing(text, into: database)
  }

  @Test func everyLineIsTakenOnce() async throws {
    try await withDatabase(AuditMigrations.all + DocumentsMigrations.all) { (database: any Database) in
      for file in Self.files {
        let first = try await load(file, into: database)
        #expect(first.added + first.completed > 0 && first.refused.isEmpty)
        let again = try await load(file, into: database)
        #expect(again.added == 0 && again.completed == 0)
      }
      let names = try await database.read {
        try OutsideAgencyStore($0).suggestions(for: "so tai nguyen").map(\.name)
      }
      // The closest name stands first; others hold the words elsewhere.
      #expect(names.first?.hasPrefix("Sở Tài nguyên") == true, "\(names)")
    }
  }
}
