import Kernel
import OutgoingDocuments

/// What all places sent, one under the other (bảng tổng hợp).
package struct MergedSheet: Sendable, Equatable {
  package struct Line: Sendable, Equatable {
    package var recipient: OutgoingRecipient.ID
    package var place: String
    /// As they are kept.
    package var values: [String]
  }

  package var lines: [Line]
  /// Of columns of numbers, as they are kept.
  package var sums: [String?]

  /// In the order of «Nơi nhận».
  package init(_ form: SheetForm, _ places: [AskedPlace], _ sent: [OutgoingRecipient.ID: [[String]]]) {
    lines = places.flatMap { place in
      (sent[place.recipient] ?? []).map { Line(recipient: place.recipient, place: place.name, values: $0) }
    }
    sums = SheetRows.sums(lines.map(\.values), of: form)
  }
}
