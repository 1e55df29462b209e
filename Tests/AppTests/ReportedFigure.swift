import Testing

/// A figure of a report's table, with the rows that it opens.
struct ReportedFigure {
  var count: Int
  var path: String

  /// The figures of each line of a table; lines without any are left out.
  static func lines(of table: String) -> [[ReportedFigure]] {
    table.matches(of: #/<tr[^>]*>(.*?)<\/tr>/#.dotMatchesNewlines()).map { row in
      String(row.1).matches(of: #/<a class="figures" href="([^"]+)">([\d.]+)</a>|<span class="quiet">0</span>/#).map {
        ReportedFigure(
          count: $0.2.flatMap { Int($0.replacing(".", with: "")) } ?? 0,
          path: $0.1.map { String($0.replacing("&amp;", with: "&")) } ?? "")
      }
    }.filter { !$0.isEmpty }
  }
}

extension Browser {
  /// Rows of a list over all its pages.
  func countRows(of path: String) async throws -> Int {
    var (next, count): (String?, Int) = (path, 0)
    while let path = next {
      let page = try await get(path)
      try page.requireStatus(200)
      count += page.text.matches(of: #/<(?:li|tr)[^>]* data-row/#).count
      next = page.text.firstMatch(of: #/<a rel="next" href="([^"]+)"/#).map {
        String($0.1.replacing("&amp;", with: "&"))
      }
    }
    return count
  }
}
