import Audit
import Kernel

/// What a row of a list came to.
struct OrganizationEntry: Sendable {
  /// What the row describes.
  var record: RecordReference
  /// The post of a person's row.
  var post: PostID?
  var effects: [(kind: OrganizationLineKind, effect: OrganizationEffect)]
  /// What it changes of something that was there: «đơn vị «Vụ Khoáng sản»: Thứ tự 5 → 7».
  var change: String?
  /// Likely the same as something that is there; without leave nothing was done.
  var twin: String?

  /// It was left undone, being a twin.
  var isHeldBack: Bool { effects.isEmpty }
  var changesNothing: Bool { effects.allSatisfy { $0.effect == .same } }
  /// A new person who has no post.
  var isWithoutPost: Bool { effects.contains { $0.kind == .person && $0.effect == .added } && post == nil }
  /// Two rows of a file with the same key describe the same thing.
  var key: String { "\(record.text)/\(post?.description ?? "")" }

  static func heldBack(_ twin: String) -> OrganizationEntry {
    OrganizationEntry(record: RecordReference(code: "", number: 0), effects: [], twin: twin)
  }
}

/// Values that an entry changes, as one sentence.
struct ChangedValues {
  private(set) var all: [AuditChange] = []

  mutating func note(_ label: OrganizationField, _ before: String?, _ after: String?) {
    if let change = AuditChange.between(label.label, before, after) { all.append(change) }
  }

  func sentence(of what: String) -> String? {
    guard !all.isEmpty else { return nil }
    let values = all.map { change in
      let sides = [change.before, change.after].map { $0.flatMap { $0.isEmpty ? nil : $0 } ?? "(trống)" }
      return "\(change.label): \(sides[0]) → \(sides[1])"
    }
    return "\(what). \(values.joined(separator: "; "))"
  }
}

extension AuditEvent {
  /// Where something of the body came from, on its own page.
  static func organizationRowEntered(_ source: String, row: Int, twinReason: String?) -> AuditEvent {
    let reason = twinReason.map { "; giống mục đã có, lý do: \($0)" } ?? ""
    return AuditEvent(
      code: "organization.rowEntered", sentence: "nhập từ danh sách «\(source)», dòng \(row)\(reason)")
  }
}
