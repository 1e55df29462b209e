import Database
import Documents
import Drafts
import FileVault
import Foundation
import Kernel
import Organization
import Papers

/// The Word files of the example's drafts: letters in the decree's form, written to the end, with the places that number
/// and date go into.
enum ExampleDraftFiles {
  static func all(for installation: Installation) async throws -> [DraftFileToAdd] {
    let (agency, superior, units) = try await installation.database.read { transaction in
      let organization = OrganizationStore(transaction)
      return (
        try organization.agency(Cast.leader.agency), try organization.superiorName(of: Cast.leader.agency),
        try ExampleLife.units.map { try organization.unit($0.id) }
      )
    }
    var files: [DraftFileToAdd] = []
    for (key, unit, subject) in ExampleDraft.subjects {
      guard let type = DocumentType.known(key) else { continue }
      let unit = units[unit]
      var fields = LetterFields(
        type: type, superiorName: superior.isEmpty ? nil : superior, issuerName: agency.name, place: agency.placeName,
        symbol: OutgoingNotation.text(of: type, issuer: agency.abbreviation, unit: unit.abbreviation),
        year: installation.clock.now.day.year, subject: subject.replacing("Về việc ", with: ""),
        signature: .head("Tổng cục trưởng"), signerName: Cast.leader.personName)
      fields.recipients = [Cast.leaderOfAnotherAgency.agencyName, "Văn phòng"]
      if LetterFields.takesAddressees(type) || LetterFields.namesPlaces(type) {
        fields.addressees = [fields.recipients.removeFirst()]
      }
      fields.filingUnit = unit.abbreviation
      files.append(try await file(fields, text(subject, of: agency.name), installation))
    }
    return files
  }

  private static func text(_ subject: String, of agency: String) -> [String] {
    [
      "Thực hiện chương trình công tác năm, \(agency) thông báo nội dung: \(subject.lowercasedFirst).",
      "Các đơn vị rà soát hồ sơ, số liệu đang quản lý, phân công một đầu mối theo dõi và gửi kết quả về Văn phòng để tổng hợp.",
      "\(agency) đề nghị các đơn vị phối hợp, thực hiện đúng thời hạn./.",
    ]
  }

  private static func file(
    _ fields: LetterFields, _ text: [String], _ installation: Installation
  ) async throws -> DraftFileToAdd {
    let target = FileManager.default.temporaryDirectory.appending(path: "chauban-\(UUID().uuidString).docx")
    defer { try? FileManager.default.removeItem(at: target) }
    try LetterTemplate(fields, text: text).sheet.write(to: target)
    let staged = try await installation.vault.receive([UInt8](try Data(contentsOf: target)))
    try await installation.vault.keep(staged)
    try await installation.vault.discard(staged)
    return DraftFileToAdd(
      KeptFile(name: "Dự thảo \(fields.type.name.lowercased()).docx", kind: .docx, stored: staged.stored, pageCount: 1),
      text: ([fields.subject] + text).joined(separator: "\n"))
  }
}

extension String {
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
