import Markup

/// A leader's words as every screen shows them (bút phê): in vermilion while they stand, plain once they were taken back.
struct DirectiveQuote {
  var text: String
  /// Who said it, and when.
  var line: String
  /// «10:20 26/11/2026: giao nhầm», when it was taken back and why; nil while it stands.
  var recalled: String?
  /// Under the words: the handwriting, the places.
  var beside: HTML = .empty

  var html: HTML {
    let state: HTML =
      recalled.map { "<p class=\"directive-end\">\(StateMark("Đã thu hồi", .wrong).html) \($0)</p>" } ?? .empty
    return """
      <blockquote class="directive\(recalled == nil ? "" : " is-recalled")"><p>\(text)</p>\(beside)\(state)\
      <footer>\(line)</footer></blockquote>
      """
  }
}
