/// A wrong that people can act on: what happened, why, what to do, in Vietnamese. Shown, never logged as a fault.
package struct Refusal: Error, Sendable, Equatable {
  package enum Kind: String, Sendable {
    /// Something typed is not right (422).
    case invalid
    /// Someone changed it meanwhile, or its state does not allow the step (409).
    case conflict
    /// Visible, but not allowed (403).
    case forbidden
    /// Not there, or not visible to this actor (404).
    case notFound
    /// Not signed in (401).
    case unauthenticated
    /// Too large (413).
    case tooLarge
    /// A tool, the disk or another need is missing now (503).
    case unavailable
  }

  /// One reason, with the name of the form field it belongs to, if any.
  package struct Reason: Sendable, Equatable {
    package var field: String?
    package var message: String

    package init(_ message: String, field: String? = nil) {
      self.field = field
      self.message = message
    }
  }

  package var kind: Kind
  package var reasons: [Reason]

  package init(_ kind: Kind, _ message: String, field: String? = nil) {
    self.kind = kind
    reasons = [Reason(message, field: field)]
  }

  /// Nil when there are no reasons, so that a check can end in `if let refusal = Refusal(reasons) { throw refusal }`.
  package init?(_ reasons: [Reason], kind: Kind = .invalid) {
    guard !reasons.isEmpty else { return nil }
    self.kind = kind
    self.reasons = reasons
  }

  /// All reasons as one text.
  package var message: String { reasons.map(\.message).joined(separator: " ") }

  /// The reasons at one field.
  package func messages(at field: String) -> [String] { reasons.filter { $0.field == field }.map(\.message) }
}
