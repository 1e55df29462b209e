/// Which places of two sequences belong together, keeping the order of both.
///
/// Things that stand once in both are the anchors (as in «patience» comparison: they give what a reader would call the
/// same), between them small stretches are solved exactly. What would cost too much is called different: the answer is
/// then longer, never wrong. The same input gives the same answer.
struct SequenceAlignment {
  /// Cells of one exact solution.
  static let exactCellsMax = 250_000
  /// Steps in all: a hostile pair of texts ends here.
  static let stepsMax = 30_000_000

  private let old: [Int]
  private let new: [Int]
  private var steps = 0
  private var pairs: [(old: Int, new: Int)] = []

  /// The pairs, ascending in both.
  static func pairs(_ old: [Int], _ new: [Int]) -> [(old: Int, new: Int)] {
    var alignment = SequenceAlignment(old: old, new: new)
    alignment.align(old.indices, new.indices)
    return alignment.pairs.sorted { $0.old < $1.old }
  }

  private init(old: [Int], new: [Int]) {
    self.old = old
    self.new = new
  }

  private mutating func align(_ oldRange: Range<Int>, _ newRange: Range<Int>) {
    var open = [(oldRange, newRange)]
    while var (left, right) = open.popLast() {
      trim(&left, &right)
      guard !left.isEmpty, !right.isEmpty, steps < Self.stepsMax else { continue }
      steps += left.count + right.count
      let anchors = increasing(unique(left, right))
      if anchors.isEmpty {
        if left.count * right.count <= Self.exactCellsMax { solve(left, right) }
        continue
      }
      var (oldStart, newStart) = (left.lowerBound, right.lowerBound)
      for anchor in anchors {
        pairs.append(anchor)
        open.append((oldStart..<anchor.old, newStart..<anchor.new))
        (oldStart, newStart) = (anchor.old + 1, anchor.new + 1)
      }
      open.append((oldStart..<left.upperBound, newStart..<right.upperBound))
    }
  }

  /// Takes what is the same at both ends.
  private mutating func trim(_ left: inout Range<Int>, _ right: inout Range<Int>) {
    while let first = left.first, let other = right.first, old[first] == new[other] {
      pairs.append((first, other))
      left = (first + 1)..<left.upperBound
      right = (other + 1)..<right.upperBound
    }
    while let last = left.last, let other = right.last, old[last] == new[other] {
      pairs.append((last, other))
      left = left.lowerBound..<last
      right = right.lowerBound..<other
    }
  }

  /// What stands once in each, in the order of the old.
  private func unique(_ left: Range<Int>, _ right: Range<Int>) -> [(old: Int, new: Int)] {
    var places: [Int: (count: Int, place: Int)] = [:]
    for place in right { places[new[place]] = ((places[new[place]]?.count ?? 0) + 1, place) }
    var counts: [Int: Int] = [:]
    for place in left { counts[old[place], default: 0] += 1 }
    return left.compactMap { place in
      guard counts[old[place]] == 1, let found = places[old[place]], found.count == 1 else { return nil }
      return (place, found.place)
    }
  }

  /// The longest run of pairs that also grows in the new.
  private func increasing(_ pairs: [(old: Int, new: Int)]) -> [(old: Int, new: Int)] {
    var tails: [Int] = []
    var before = [Int](repeating: -1, count: pairs.count)
    for (index, pair) in pairs.enumerated() {
      var (low, high) = (0, tails.count)
      while low < high {
        let middle = (low + high) / 2
        if pairs[tails[middle]].new < pair.new { low = middle + 1 } else { high = middle }
      }
      before[index] = low > 0 ? tails[low - 1] : -1
      if low == tails.count { tails.append(index) } else { tails[low] = index }
    }
    var run: [(old: Int, new: Int)] = []
    var index = tails.last ?? -1
    while index >= 0 {
      run.append(pairs[index])
      index = before[index]
    }
    return run.reversed()
  }

  /// Longest common subsequence by the table.
  private mutating func solve(_ left: Range<Int>, _ right: Range<Int>) {
    let width = right.count + 1
    steps += left.count * width
    var table = [Int32](repeating: 0, count: (left.count + 1) * width)
    for i in stride(from: left.count - 1, through: 0, by: -1) {
      for j in stride(from: right.count - 1, through: 0, by: -1) {
        table[i * width + j] =
          old[left.lowerBound + i] == new[right.lowerBound + j]
          ? table[(i + 1) * width + j + 1] + 1 : max(table[(i + 1) * width + j], table[i * width + j + 1])
      }
    }
    var (i, j) = (0, 0)
    while i < left.count, j < right.count {
      if old[left.lowerBound + i] == new[right.lowerBound + j] {
        pairs.append((left.lowerBound + i, right.lowerBound + j))
        (i, j) = (i + 1, j + 1)
      } else if table[(i + 1) * width + j] >= table[i * width + j + 1] {
        i += 1
      } else {
        j += 1
      }
    }
  }
}
