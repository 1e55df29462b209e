import Audit
import Database
import Kernel

/// Records that a copy was handed to its recipients (giao bản sao).
package struct GiveCopy: Sendable {
  package var copy: DocumentCopy.ID
  /// Who took it over, or the proof of sending.
  package var receipt: String
  package var formVersion: Int

  package init(_ copy: DocumentCopy.ID, receipt: String, formVersion: Int) {
    self.copy = copy
    self.receipt = receipt
    self.formVersion = formVersion
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws {
    let store = DocumentCopyStore(transaction)
    let current = try store.lock(copy, visibleTo: actor)
    if let refusal = DocumentCopyAccess.obstacle(to: .give, current, actor) { throw refusal }
    var given = try current.taking(.give)
    let standing = try CopyStanding.obstacles(current, in: transaction)
    if let refusal = Refusal(Self.obstacles(current, standing).map { .init($0) }, kind: .conflict) { throw refusal }
    if receipt.isEmpty {
      throw Refusal(.invalid, "Ghi người ký nhận, hoặc chứng từ gửi.", field: CopyField.receipt)
    }
    guard receipt.count <= 200 else {
      throw Refusal(.invalid, "Dài quá 200 ký tự.", field: CopyField.receipt)
    }
    (given.givenAt, given.receipt) = (transaction.now, receipt)
    try store.save(given, from: formVersion)
    try Audit.record(.copyGiven(receipt), on: .documentCopy(copy), by: actor, in: transaction)
  }

  /// Why it cannot be given, for the page and the act alike: what was recalled meanwhile is handed to nobody (COPY-04).
  ///
  /// - Parameter standing: why the document itself is not copied now.
  static func obstacles(_ copy: DocumentCopy, _ standing: [String]) -> [String] {
    guard copy.file == nil else { return standing }
    return [
      copy.trouble.map { "Chưa làm được tệp bản sao: \($0) Hủy số rồi đề nghị lại với tệp lành." }
        ?? "Tệp bản sao đang được làm; giao được khi xong."
    ]
  }
}
