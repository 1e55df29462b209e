/// A regular expression that is read once and kept: `private let dayInFigures = Pattern(/…/)` beside what uses it. Written
/// where it is used, a literal is read anew at each call, which costs some hundred times the search itself.
///
/// `Regex` is not `Sendable` since one may be built with closures. Made of a literal it holds none, and its program is
/// compiled once behind an atomic reference: sharing it is safe.
package struct Pattern<Output>: @unchecked Sendable {
  package let regex: Regex<Output>

  /// - Parameter literal: A literal, never one that was built with closures.
  package init(_ literal: Regex<Output>) { regex = literal }
}
