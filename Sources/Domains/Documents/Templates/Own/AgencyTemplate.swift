import FileVault
import Kernel

/// An agency's own template of a type of document (mẫu văn bản của cơ quan), which takes the place of the system's. Every
/// file that was ever in force stays.
package struct AgencyTemplate: Sendable, Equatable, Identifiable {
  package let id: Identifier<AgencyTemplate>
  package var agency: AgencyID
  /// Key of the type.
  package var typeKey: String
  package var file: StoredFile
  package var fileName: String
  package var fieldNames: Set<String>
  package var addedAt: Instant
  package var addedBy: String
  /// Since then another one, or the system's, is in force.
  package var endedAt: Instant?

  /// Required fields that it lacks.
  package func lacking(for type: DocumentType) -> [TemplateField] {
    TemplateField.lacking(in: fieldNames, for: type)
  }
}

extension RecordReference {
  /// The templates of an agency, as one record.
  package static func templates(of agency: AgencyID) -> RecordReference {
    RecordReference(code: "templates", number: agency.number)
  }
}
