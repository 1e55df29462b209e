import Documents
import Markup

/// What lists show of a waiting paper's first pages: a few words, so that a list never decodes what forms need.
package struct PaperGlance: Sendable, Equatable, Codable {
  /// Name of the type: «Công văn».
  package var typeName: String
  package var number: String
  package var notation: String
  package var issuer: String
  package var subject: String
  package var urgency: Urgency?
  /// Suggested fields that are «cần xem».
  package var doubtfulCount: Int

  init(_ read: ReadSuggestions) {
    typeName = read.documentType?.value ?? ""
    number = read.number?.value ?? ""
    notation = read.notation?.value ?? ""
    issuer = read.issuingAgency?.value ?? ""
    subject = read.subject?.value ?? ""
    urgency = read.urgency.flatMap { Urgency(rawValue: $0.value) }
    doubtfulCount = read.formSuggestions(types: [], pageCount: nil).values.filter { $0.confidence == .doubtful }.count
  }

  /// `2803/BTTTT-THH` as far as it was read.
  var codeText: String { NumberText(number: number, notation: notation).text }
}
