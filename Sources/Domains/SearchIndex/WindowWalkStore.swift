import Database

/// Stretches of keys to search one after the other, from the page's end of the index.
///
/// The first holds about a thousand entries of any kind; each next is as wide as the share found so far makes it.
struct WindowWalk {
  struct Window {
    var keys: Range<Int64>
    /// Empty: all keys.
    var words: [String]
  }

  private static let probe = 200
  private static let firstEntries: Int64 = 1_600
  private static let growthMax = 64
  private let isForward: Bool
  /// All keys of the page's side.
  private let whole: Range<Int64>
  /// Where the next window begins (ends, when walking to older ones).
  private var edge: Int64
  private var width: Int64
  /// Keys that so many entries take up as the probe asks for, where the walk stands.
  private var span: Int64
  private var wanted = 0

  /// Nil when no entry lies on the page's side.
  init?(page: KeysetPage, in transaction: any Transaction) throws {
    // Keys near the page's end tell how dense entries lie there.
    let near: SQL = "SELECT id FROM search_words WHERE \(page.bound("id")) ORDER BY id \(page.direction)"
    let row = try transaction.rows(
      """
      SELECT (SELECT MIN(id) FROM search_words) AS least, (SELECT MAX(id) FROM search_words) AS greatest,
        (\(near) LIMIT 1) AS nearest, (\(near) OFFSET \(Self.probe) LIMIT 1) AS further
      """)[0]
    guard let nearest: Int64 = try row.find("nearest") else { return nil }
    let least: Int64 = try row.get("least")
    let greatest: Int64 = try row.get("greatest")
    if case .after = page { isForward = true } else { isForward = false }
    whole = isForward ? nearest..<greatest + 1 : least..<nearest + 1
    edge = isForward ? nearest : nearest + 1
    let further: Int64? = try row.find("further")
    span = further.map { abs(nearest - $0) + 1 } ?? (greatest - least + 1)
    width = Self.width(span)
  }

  private static func width(_ span: Int64) -> Int64 { max(1, span / Int64(probe) * firstEntries) }

  /// How dense entries lie where the next window begins: the keys they take up there, nil at the end.
  func density(in transaction: any Transaction) throws -> Later<Int64?> {
    let side: SQL =
      isForward ? "WHERE id >= \(edge) ORDER BY id" : "WHERE id < \(edge) ORDER BY id DESC"
    return try transaction.later(
      """
      SELECT (SELECT id FROM search_words \(side) LIMIT 1) AS nearest,
        (SELECT id FROM search_words \(side) OFFSET \(Self.probe) LIMIT 1) AS further
      """
    ).map { rows in
      guard let nearest: Int64 = try rows[0].find("nearest"), let further: Int64 = try rows[0].find("further")
      else { return nil }
      return abs(nearest - further) + 1
    }
  }

  /// Where entries lie much thinner, the last windows held few, whatever their width: the walk begins anew. Where they
  /// lie denser, a window is narrower.
  mutating func adapt(to density: Int64?) {
    guard let density else { return }
    if density / 4 > span { width = Self.width(density) }
    if density < span / 4 { width = max(1, Int64(Double(width) * Double(density) / Double(span))) }
    span = density
  }

  /// The next window, or nil at the end.
  mutating func next(wanted: Int) -> Window? {
    self.wanted = wanted
    let rest = isForward ? edge..<max(edge, whole.upperBound) : min(edge, whole.lowerBound)..<edge
    guard !rest.isEmpty else { return nil }
    let length = min(width, rest.upperBound - rest.lowerBound)
    let keys =
      isForward ? rest.lowerBound..<rest.lowerBound + length : rest.upperBound - length..<rest.upperBound
    edge = isForward ? keys.upperBound : keys.lowerBound
    // Nearly everything asked for: the words would only cost.
    guard keys != whole, let words = WindowWords.covering(keys) else { return Window(keys: keys, words: []) }
    return Window(keys: keys, words: words)
  }

  /// Tells how many entries the last window gave.
  mutating func found(_ count: Int) {
    let growth = count == 0 ? Self.growthMax : max(4, min(Self.growthMax, 2 * wanted / count))
    let (wider, isTooWide) = width.multipliedReportingOverflow(by: Int64(growth))
    width = isTooWide ? .max : wider
  }
}
