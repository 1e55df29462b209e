import Database
import Documents
import FileVault
import Kernel
import Organization
import OutgoingDocuments
import Papers

/// What it takes to issue one document to many agencies of the installation.
struct Issuing {
  static let agenciesWanted = 100
  let database: any Database

  /// Agencies below the general department, as many as are wanted; those that are missing are opened.
  func agencies() throws -> [String] {
    let names = (1...Self.agenciesWanted).map { "Trạm Đo thử số \($0)" }
    return try database.writeNow { transaction in
      let known = Set(try OrganizationStore(transaction).allAgencies().map(\.name))
      for name in names where !known.contains(name) {
        _ = try AddAgency(
          parent: ExampleBody.generalDepartment,
          name: DatedName(name: name, shortName: "", validFrom: ExampleBody.start),
          details: AgencyDetails(tier: AgencyTierID(2), abbreviation: "TĐT", placeName: "Hà Nội"),
          identifiers: TypedIdentifiers()
        ).perform(by: Cast.administrator, in: transaction)
      }
      return names
    }
  }

  /// A numbered letter with a file of the vault that was opened before, ready to be issued.
  func numbered(to names: [String], _ index: Int) throws -> OutgoingDocument.ID {
    try database.writeNow { transaction in
      let rows = try transaction.rows("SELECT hash, bytes FROM stored_files ORDER BY hash LIMIT 1")
      guard let row = rows.first else { throw Refusal(.notFound, "The body has no file.") }
      let file = StoredFile(hash: try row.get("hash"), bytes: try row.get("bytes"))
      var facts = OutgoingFacts(issuedDate: transaction.now.day, signedAt: transaction.now)
      (facts.typeKey, facts.subject) = ("congVan", "Báo cáo số liệu đo thử lần \(index)")
      (facts.signerName, facts.signerPosition) = ("Trần Văn Quang", "Tổng cục trưởng")
      facts.unit = ExampleBody.mineralsUnit
      var act = NumberOutgoingDocument(facts: facts)
      act.recipients = names
      act.files = [KeptFile(name: "van-ban.pdf", kind: .pdf, stored: file, pageCount: 2)]
      act.readings = [file.hash: PaperReading(pageCount: 2)]
      act.isVouchedOpen = true
      return try act.perform(by: Cast.registryClerk, in: transaction).id
    }
  }

  func issue(_ id: OutgoingDocument.ID) throws {
    _ = try database.writeNow { try IssueOutgoingDocument(id, formVersion: 1).perform(by: Cast.registryClerk, in: $0) }
  }
}
