/// Points at a record of any domain: a code that the owning domain declares, and a key.
///
/// Each domain adds its own in an extension (`RecordReference.incomingDocument(id)`); a tidy test proves codes unique.
package struct RecordReference: Hashable, Sendable {
  package let code: String
  package let number: Int64

  package init(code: String, number: Int64) {
    self.code = code
    self.number = number
  }

  /// As `text` gives it; nil for anything else.
  package init?(text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, let number = Int64(parts[1]) else { return nil }
    self.init(code: String(parts[0]), number: number)
  }

  /// `code:number`, for storage in one column and for logs.
  package var text: String { "\(code):\(number)" }
}
