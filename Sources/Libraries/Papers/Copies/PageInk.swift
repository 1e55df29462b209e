import Foundation

/// Where something is printed on a page, line of dots by line of dots: read from a grey picture of it.
struct PageInk: Sendable {
  let width: Int
  /// Dark dots of each line, from the upper edge.
  let rows: [Int]

  /// A binary PGM file with one byte a dot; nil for anything else.
  init?(pgm bytes: [UInt8]) {
    var place = 0
    func word() -> String? {
      while place < bytes.count, bytes[place] <= 0x20 { place += 1 }
      let start = place
      while place < bytes.count, bytes[place] > 0x20 { place += 1 }
      return start < place ? String(decoding: bytes[start..<place], as: UTF8.self) : nil
    }
    guard word() == "P5", let width = word().flatMap({ Int($0) }), let height = word().flatMap({ Int($0) }),
      word() == "255", width > 0, height > 0, bytes.count >= place + 1 + width * height
    else { return nil }
    let start = place + 1
    // A scanner leaves dark edges that are not part of the page.
    let edge = width / 40
    self.width = width
    rows = bytes.withUnsafeBufferPointer { all in
      (0..<height).map { row in
        var count = 0
        let first = start + row * width
        var dot = first + edge
        let end = first + width - edge
        while dot < end {
          if all[dot] < Self.dark { count &+= 1 }
          dot &+= 1
        }
        return count
      }
    }
  }

  private static let dark: UInt8 = 150
  /// So much of a page's height at its edges is a scanner's shadow, when it is dark.
  private static let edgeShare = 0.015

  /// Specks of dust are no text.
  private var speck: Int { max(2, width / 400) }

  private var body: Range<Int> {
    let edge = Int(Double(rows.count) * Self.edgeShare)
    return edge..<(rows.count - edge)
  }

  /// The printed part, in shares of the height; nil for a blank page.
  var extent: ClosedRange<Double>? {
    let inked = body.filter { rows[$0] >= speck && isAccompanied($0) }
    guard let first = inked.first, let last = inked.last else { return nil }
    return Double(first) / Double(rows.count)...Double(last + 1) / Double(rows.count)
  }

  /// A line of print has more of itself beside it; a speck stands alone.
  private func isAccompanied(_ row: Int) -> Bool {
    let near = max(0, row - 3)..<min(rows.count, row + 4)
    return near.filter { rows[$0] >= speck }.count >= 3
  }

  /// The blankest line near a place, the nearest of several: where a page is cut between two lines of text.
  func cut(near share: Double, within reach: Double) -> Double {
    guard share > 0, share < 1 else { return share }
    let middle = Int(share * Double(rows.count))
    let span = max(1, Int(reach * Double(rows.count)))
    let near = max(0, middle - span)...min(rows.count - 1, middle + span)
    let best = near.min { (rows[$0], abs($0 - middle)) < (rows[$1], abs($1 - middle)) } ?? middle
    return (Double(best) + 0.5) / Double(rows.count)
  }
}
