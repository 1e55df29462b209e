/// The outermost boxes of an MPEG-4 or QuickTime file: enough to tell a whole recording from one cut short.
enum MovieBoxes {
  /// Recordings have a handful; the bound stops circles.
  private static let boxesMax = 10_000

  /// `.truncated` when a box reaches beyond the end, or when the table without which nothing plays is missing.
  static func flaw(of source: ByteSource) throws -> FileVerdict.Flaw? {
    var place = 0
    var hasTable = false
    for _ in 0..<boxesMax where place < source.count {
      let head = try source.bytes(at: place, count: 16)
      guard head.count >= 8, let short = big32(head, at: 0) else { return .truncated }
      let name = String(decoding: head[4..<8], as: UTF8.self)
      if name == "moov" || name == "moof" { hasTable = true }
      var size = short
      if short == 1 {
        guard let high = big32(head, at: 8), let low = big32(head, at: 12), high < 1 << 20 else { return .truncated }
        size = high << 32 | low
      } else if short == 0 {
        size = source.count - place
      }
      guard size >= 8, place + size <= source.count else { return .truncated }
      place += size
    }
    return hasTable ? nil : .truncated
  }

  private static func big32(_ bytes: [UInt8], at place: Int) -> Int? {
    guard place + 4 <= bytes.count else { return nil }
    return bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
  }
}
