import Kernel
import SearchIndex

/// A record that is new in its transaction: who is shown it, and what search knows of it.
package struct NewRecord: Sendable {
  package var record: RecordReference
  package var grants: [Grant]
  package var content: SearchContent

  package init(_ record: RecordReference, grants: [Grant], content: SearchContent) {
    self.record = record
    self.grants = grants
    self.content = content
  }
}
