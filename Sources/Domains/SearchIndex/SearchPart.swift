/// A page of a record's full text, as it goes into the index.
package struct SearchPart: Sendable, Equatable {
  /// Its place in the record, from 1.
  package var part: Int
  package var text: String

  package init(part: Int, text: String) {
    self.part = part
    self.text = text
  }
}
