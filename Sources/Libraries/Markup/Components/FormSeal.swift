/// What every form that changes something carries hidden.
///
/// The act runs as the post the page was shown for, whatever another tab has chosen since; a second press of a
/// creating form gets the first answer by its one-time submission key.
package struct FormSeal: Sendable, Equatable {
  /// Names of the hidden fields.
  package enum Name {
    package static let csrf = "ma-phien"
    package static let post = "post"
    package static let version = "phien-ban"
    package static let submission = "khoa-gui"
    /// Only in a form that comes again from behind the lock: its files could not be kept there.
    package static let filesLeftBehind = "tep-de-lai"
  }

  package var csrf: String
  /// Key of the acting post; nil before sign-in.
  package var post: String?
  /// Version of the record as shown; nil when the form creates one.
  package var version: Int?
  /// One-time key of a creating form.
  package var submission: String?

  package init(csrf: String, post: String? = nil, version: Int? = nil, submission: String? = nil) {
    self.csrf = csrf
    self.post = post
    self.version = version
    self.submission = submission
  }

  /// The same seal for a form about a record at `version`.
  package func at(version: Int) -> FormSeal {
    var seal = self
    seal.version = version
    return seal
  }

  /// The same seal for a form that creates.
  package func creating(_ submission: String) -> FormSeal {
    var seal = self
    seal.submission = submission
    return seal
  }

  /// The hidden inputs.
  package var html: HTML {
    """
    <input type="hidden" name="\(Name.csrf)" value="\(csrf)">\
    \(hidden(Name.post, post))\(hidden(Name.version, version.map(String.init)))\(hidden(Name.submission, submission))
    """
  }

  private func hidden(_ name: String, _ value: String?) -> HTML {
    guard let value else { return .empty }
    return "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">"
  }
}
