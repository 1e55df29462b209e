import Documents
import FileVault
import Kernel
import Papers

/// What an agency issued, as its receivers get it: the fields of its letterhead, which nobody changes any more, and its
/// files, each by its hash. Kept once, however many agencies get it.
package struct IssuedContent: Sendable, Equatable {
  /// Fields of Decree 30/2020, Annex VI.II.II, as they stand in the issuer's record.
  package struct Facts: Sendable, Equatable, Codable {
    package var issuerName: String
    package var numberText: String
    package var notation: String
    package var issuedDate: Day
    package var typeKey: String
    package var subject: String
    package var urgency: Urgency
    package var signerName: String
    package var signerPosition: String
    package var replyDueDate: Day?
    package var pageCount: Int?
    package var language: String
    package var identifier: String?

    package init(
      issuerName: String, numberText: String, notation: String, issuedDate: Day, typeKey: String, subject: String,
      urgency: Urgency, signerName: String, signerPosition: String, replyDueDate: Day?, pageCount: Int?,
      language: String, identifier: String?
    ) {
      self.issuerName = issuerName
      self.numberText = numberText
      self.notation = notation
      self.issuedDate = issuedDate
      self.typeKey = typeKey
      self.subject = subject
      self.urgency = urgency
      self.signerName = signerName
      self.signerPosition = signerPosition
      self.replyDueDate = replyDueDate
      self.pageCount = pageCount
      self.language = language
      self.identifier = identifier
    }

    /// «05/TCĐC-KS».
    package var codeText: String { "\(numberText)/\(notation)" }
  }

  /// One file, the document itself first.
  package struct File: Sendable, Equatable {
    package var position: Int
    package var name: String
    package var kind: FileKind
    package var stored: StoredFile
    package var pageCount: Int?

    package init(position: Int, name: String, kind: FileKind, stored: StoredFile, pageCount: Int?) {
      self.position = position
      self.name = name
      self.kind = kind
      self.stored = stored
      self.pageCount = pageCount
    }
  }

  /// The issuer's record.
  package var record: RecordReference
  /// Who issued it.
  package var agency: AgencyID
  package var facts: Facts
  package var files: [File]

  package init(record: RecordReference, agency: AgencyID, facts: Facts, files: [File]) {
    self.record = record
    self.agency = agency
    self.facts = facts
    self.files = files
  }
}
