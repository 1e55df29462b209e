import Markup

extension UrgencyMark {
  /// Nil for the usual.
  package init?(_ urgency: Urgency) {
    self.init(rawValue: urgency.rawValue)
  }
}
