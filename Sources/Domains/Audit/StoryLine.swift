import Kernel

/// One line of a record's story: who, in which post, did what, when.
package struct StoryLine: Sendable, Equatable {
  package var at: Instant
  package var personName: String
  package var postTitle: String
  package var unitName: String
  package var agencyName: String
  /// The absent person in whose place it was done.
  package var onBehalfOf: String?
  /// Verb phrase; nil after lawful destruction.
  package var sentence: String?
  package var changes: [AuditChange]

  package init(
    at: Instant, personName: String, postTitle: String, unitName: String = "", agencyName: String = "",
    onBehalfOf: String? = nil, sentence: String?, changes: [AuditChange] = []
  ) {
    self.at = at
    self.personName = personName
    self.postTitle = postTitle
    self.unitName = unitName
    self.agencyName = agencyName
    self.onBehalfOf = onBehalfOf
    self.sentence = sentence
    self.changes = changes
  }

  /// «Nguyễn Thị Hoa, Văn thư (thay Trần Văn Nam)».
  package var who: String {
    let name = postTitle.isEmpty ? personName : "\(personName), \(postTitle)"
    guard let onBehalfOf else { return name.isEmpty ? "Người chưa đăng nhập" : name }
    return "\(name) (thay \(onBehalfOf))"
  }

  /// «Nguyễn Thị Hoa, Văn thư vào sổ số đến 1247».
  package var text: String { "\(who) \(sentence ?? "(nội dung đã hủy theo quy định)")" }
}
