import Crypto
import Database

/// A table that is copied as it is, row by row.
struct MovedTable: Sendable, Equatable {
  var name: String
  var columns: [String]
}

/// The content of a table as one number that does not ask in which order its rows were read: the sum of its rows' hashes.
struct TableDigest: Sendable, Equatable {
  private(set) var rows = 0
  private var sums: [UInt64] = [0, 0, 0, 0]

  mutating func add(_ values: [SQLValue]) {
    var digest = SHA256()
    for value in values { Self.update(&digest, value) }
    var sum = 0
    var word: UInt64 = 0
    for (place, byte) in digest.finalize().enumerated() {
      word = word << 8 | UInt64(byte)
      if place % 8 == 7 {
        sums[sum] &+= word
        (sum, word) = (sum + 1, 0)
      }
    }
    rows += 1
  }

  /// Kind, length and content, so that no two rows read alike.
  private static func update(_ digest: inout SHA256, _ value: SQLValue) {
    let text: String
    switch value {
    case .null: text = "n"
    case .integer(let number): text = "i\(number)"
    // A whole number in a column of doubles may come back as either.
    case .double(let number):
      text = number == number.rounded() && abs(number) < 9e15 ? "i\(Int64(number))" : "d\(number)"
    case .text(let content): text = "t\(content.utf8.count):\(content)"
    }
    var bytes = Array(text.utf8)
    bytes.append(0)
    digest.update(data: bytes)
  }
}
