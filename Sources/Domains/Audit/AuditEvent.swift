import Kernel

/// What happened, for the audit trail (vết kiểm toán). Each domain adds its own as static members in an extension.
package struct AuditEvent: Sendable, Equatable {
  /// Unique over the product: `incomingDocument.registered`.
  package let code: String
  /// A Vietnamese verb phrase without its subject: «vào sổ số đến 1247».
  package let sentence: String
  package let kind: AuditKind

  package init(code: String, sentence: String, kind: AuditKind = .act) {
    self.code = code
    self.sentence = sentence
    self.kind = kind
  }
}

/// What an entry of the audit trail is about.
package enum AuditKind: String, Sendable, CaseIterable {
  /// Something was changed. Tells the story of its record.
  case act
  /// Something was seen, downloaded, printed or exported.
  case access
  /// Someone asked for what they may not have.
  case refusal
  /// Sign-in, sign-out, failed sign-in, locking and unlocking (AN-09).
  case signIn
}

/// One value that an act changed, as people read it.
package struct AuditChange: Sendable, Equatable, Codable {
  /// The field's name on the screen: «Trích yếu».
  package var label: String
  package var before: String?
  package var after: String?

  package init(label: String, before: String?, after: String?) {
    self.label = label
    self.before = before
    self.after = after
  }

  /// The change, or nil when both sides are equal.
  package static func between(_ label: String, _ before: String?, _ after: String?) -> AuditChange? {
    before == after ? nil : AuditChange(label: label, before: before, after: after)
  }
}
