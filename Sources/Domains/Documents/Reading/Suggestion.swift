import Kernel
import Papers

/// A field's value as read from a paper, for a person to accept or correct.
package struct Suggestion<Value: Sendable & Equatable & Codable>: Sendable, Equatable, Codable {
  /// How it is shown: sure (chắc) or to be checked (cần xem).
  package enum Level: String, Sendable, Codable { case sure, check }

  package var value: Value
  /// 0…1.
  package var confidence: Double
  /// From 1.
  package var page: Int
  /// Where on the page it was read, one box a line.
  package var boxes: [PageBox]

  package init(_ value: Value, confidence: Double, page: Int, boxes: [PageBox]) {
    self.value = value
    self.confidence = min(max(confidence, 0), 1)
    self.page = page
    self.boxes = boxes
  }

  package var level: Level { confidence >= 0.8 ? .sure : .check }
}

/// All that was read from a document's pages. A field that could not be read is nil, never a guess out of nothing.
package struct ReadSuggestions: Sendable, Equatable, Codable {
  /// Number without the symbol: `15`, `40/2016` where the year belongs to the number.
  package var number: Suggestion<String>?
  /// Symbol (ký hiệu): `QĐ-UBND`.
  package var notation: Suggestion<String>?
  package var issuedDate: Suggestion<Day>?
  package var place: Suggestion<String>?
  /// Issuing agency; those of a joint document are parted by `; `.
  package var issuingAgency: Suggestion<String>?
  package var parentAgency: Suggestion<String>?
  /// Name of the type (tên loại) as `DocumentTypeNames` writes it: `Quyết định`, `Công văn`.
  package var documentType: Suggestion<String>?
  package var subject: Suggestion<String>?
  /// `urgent`, `veryUrgent` or `express`; nil when the paper bears no mark.
  package var urgency: Suggestion<String>?
  package var signerName: Suggestion<String>?
  package var signerPosition: Suggestion<String>?

  package init() {}
}
