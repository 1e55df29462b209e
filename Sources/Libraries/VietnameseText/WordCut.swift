/// Finds the words of a text in its bytes: runs of letters and digits. Invisible scalars inside a word do not part it.
enum WordCut {
  /// Calls `take` with the place of each word and the hash of its bytes.
  @inline(__always) static func each(
    in bytes: UnsafeBufferPointer<UInt8>, _ take: (_ range: Range<Int>, _ hash: UInt64) -> Void
  ) {
    var start = -1
    var hash = KnownWords.seed
    var index = 0
    while index < bytes.count {
      let (scalar, length) = decode(bytes, index)
      if Letters.isWordScalar(scalar) {
        if start < 0 {
          start = index
          hash = KnownWords.seed
        }
        for offset in index..<index + length { hash = KnownWords.mix(hash, bytes[offset]) }
      } else if start >= 0 {
        if Letters.isInvisible(scalar) {
          for offset in index..<index + length { hash = KnownWords.mix(hash, bytes[offset]) }
        } else {
          take(start..<index, hash)
          start = -1
        }
      }
      index += length
    }
    if start >= 0 { take(start..<bytes.count, hash) }
  }

  /// The scalar at a place of well-formed UTF-8, and how many bytes it takes.
  private static func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> (Unicode.Scalar, Int) {
    let first = UInt32(bytes[index])
    func next(_ offset: Int) -> UInt32 { UInt32(bytes[index + offset]) & 0x3F }
    let (value, length): (UInt32, Int) =
      switch first {
      case 0..<0x80: (first, 1)
      case 0..<0xE0: ((first & 0x1F) << 6 | next(1), 2)
      case 0..<0xF0: ((first & 0x0F) << 12 | next(1) << 6 | next(2), 3)
      default: ((first & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3), 4)
      }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }
}
