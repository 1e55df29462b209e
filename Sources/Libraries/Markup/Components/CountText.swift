/// How many there are, as shown: a long list is counted no further than a thousand.
package enum CountText {
  package static let countMax = 1000

  /// - Parameter isCut: there may be more than were counted.
  package static func of(_ count: Int, isCut: Bool = false) -> String {
    count > countMax ? "1.000+" : isCut ? "\(count)+" : "\(count)"
  }
}
