import Kernel

/// Who may do what with collections. Who may see them is the access table's: whoever issues or wrote the asking document
/// stands on the asking side; whoever a recipient's registry or work belongs to, on the answering one.
package enum ReportCollectionAccess {
  /// What an actor is to a collection that they see.
  package enum Side: String, Sendable, CaseIterable {
    case asker
    /// May fill in and send for their place.
    case answerer
    /// Sees what their own agency sent.
    case reader
  }

  package static func may(_ step: ReportCollection.Step, _ side: Side) -> Bool {
    switch step {
    case .change, .giveBack, .close, .reopen: side == .asker
    case .save, .send: side == .answerer
    }
  }

  static let notAnswerer = Refusal(
    .forbidden,
    "Chỉ văn thư, người được giao xử lý văn bản và lãnh đạo đơn vị của họ được điền và gửi số liệu.")

  static let reasonLengthMax = 500
}
