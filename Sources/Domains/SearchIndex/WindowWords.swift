/// Words that say in which stretches of keys an entry lies, from a quarter of a minute (of keys that grow with the
/// arrival's second) to decades, each level sixteen times as wide as the one below.
enum WindowWords {
  private static let mark = "\u{E003}"
  private static let shifts: [Int64] = [14, 18, 22, 26, 30, 34, 38]
  /// Buckets that one query names at most.
  private static let bucketsMax: Int64 = 20

  static func all(of id: Int64) -> [String] { shifts.map { word(id >> $0, shift: $0) } }

  /// The words of which each entry of the stretch has exactly one, and few entries around it; nil when it is too wide.
  static func covering(_ keys: Range<Int64>) -> [String]? {
    guard !keys.isEmpty else { return nil }
    for shift in shifts {
      let first = keys.lowerBound >> shift
      let last = (keys.upperBound - 1) >> shift
      if last - first < bucketsMax { return (first...last).map { word($0, shift: shift) } }
    }
    return nil
  }

  private static func word(_ bucket: Int64, shift: Int64) -> String {
    "\(mark)\(shift)x\(String(bucket, radix: 36))"
  }
}
