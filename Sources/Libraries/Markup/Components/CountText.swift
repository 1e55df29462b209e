/// How many there are, as shown: a long list is counted no further than a thousand.
package enum CountText {
  package static let countMax = 1000
  /// What is unread is counted no further than this beside the bell: its number is asked for all the time.
  package static let bellMax = 99

  package static func of(_ count: Int) -> String {
    count > countMax ? "1.000+" : "\(count)"
  }
}
