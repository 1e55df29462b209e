import Papers

/// The head of a paper: the national name with its motto on the right (quốc hiệu, tiêu ngữ), by which everything else
/// finds its place. Papers of the Party and of unions carry another name there.
struct PaperHead: Sendable {
  var page: Int
  var top: Double
  var bottom: Double
  /// Where the right column begins.
  var left: Double
  /// Lines of the whole page, cut at narrow gaps and at the right column's edge.
  var lines: [ReadLine]

  private static let names = ["conghoaxahoichunghiavietnam", "dangcongsanvietnam", "doantncshochiminh"]
  private static let motto = Array("doclaptudohanhphuc".utf8)

  /// The first page that has a head, of the first three.
  static func find(in pages: [PageText]) -> PaperHead? {
    for page in pages.prefix(3) {
      let lines = ReadLine.lines(of: page, gap: 0.2).map(LetteredLine.init)
      let found = names.lazy.compactMap { name in best(Array(name.utf8), in: lines) }.first
      guard let found else { continue }
      let pieces = ReadLine.lines(of: page, gap: 0.022).flatMap { $0.cut(at: found.left - 0.012, from: found.top) }
      return PaperHead(page: page.page, top: found.top, bottom: found.bottom, left: found.left, lines: pieces)
    }
    return nil
  }

  /// The name with a motto below it wins over one without (a signature's text may name the Republic too).
  private static func best(_ name: [UInt8], in lines: [LetteredLine]) -> ReadLine? {
    let found = lines.compactMap { $0.run(like: name, limit: name.count / 4) }.filter(\.isCapitals)
    let underMotto = found.first { head in
      lines.contains { lettered in
        guard lettered.line.top > head.top, lettered.line.top < head.bottom + 0.04 else { return false }
        guard let run = lettered.run(like: motto, limit: motto.count / 3) else { return false }
        return run.right > head.left && run.left < head.right
      }
    }
    return underMotto ?? found.first { $0.center > 0.5 }
  }
}

/// A line with the folded letters of each of its words.
private struct LetteredLine {
  let line: ReadLine
  private let letters: [[UInt8]]

  init(_ line: ReadLine) {
    self.line = line
    letters = line.words.map { LooseText.bytes($0.text) }
  }

  /// The run of words whose letters are nearest to `wanted`, if within `limit` wrong letters.
  func run(like wanted: [UInt8], limit: Int) -> ReadLine? {
    var best: (range: Range<Int>, distance: Int)?
    for start in letters.indices {
      var joined: [UInt8] = []
      for end in start..<letters.count {
        joined += letters[end]
        guard joined.count >= wanted.count - limit else { continue }
        guard joined.count <= wanted.count + limit else { break }
        let distance = LooseText.distance(joined, wanted, limit: limit)
        if distance <= limit, distance < best?.distance ?? .max { best = (start..<(end + 1), distance) }
      }
    }
    return best.map { line.part($0.range) }
  }
}

extension ReadLine {
  /// Cut in two where the right column begins, when a word begins there: columns may stand close together.
  fileprivate func cut(at edge: Double, from top: Double) -> [ReadLine] {
    guard bottom > top - 0.01, self.top < top + 0.03, left < edge - 0.03 else { return [self] }
    guard let index = words.firstIndex(where: { $0.box.left >= edge }), index > 0 else { return [self] }
    return [part(0..<index), part(index..<words.count)]
  }
}
