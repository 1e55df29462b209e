/// A word of a text in the two forms in which it is indexed and looked for.
struct WordForms: Sendable, Equatable {
  /// Lower-case with diacritics, tone placement unified.
  var exact: String
  /// Lower-case without diacritics.
  var folded: String
}
