import Kernel

/// A part of a document that is extracted: a whole page, or a band across it.
package struct CopyPart: Sendable, Hashable, Codable {
  /// From 1.
  package var page: Int
  /// From the page's upper edge, in shares of its height; 0 to 1 for a whole page.
  package var top: Double
  package var bottom: Double

  package init(page: Int, top: Double = 0, bottom: Double = 1) {
    self.page = page
    self.top = top
    self.bottom = bottom
  }

  package var isWhole: Bool { top <= 0 && bottom >= 1 }

  /// So many in one extract.
  static let countMax = 400
  /// Thinner than this nothing is read: a third of a millimetre of an A4 page.
  static let heightMin = 0.001
  /// Bands nearer than this are one.
  private static let seam = 0.0006

  /// «3» for a page, «3,0.2141,0.2307» for a band; nil for what is neither.
  package init?(_ text: String) {
    let parts = text.split(separator: ",")
    guard let page = parts.first.flatMap({ Int($0) }), (1...2000).contains(page) else { return nil }
    if parts.count == 1 {
      self.init(page: page)
      return
    }
    guard parts.count == 3, let top = Double(parts[1]), let bottom = Double(parts[2]), top >= 0, bottom <= 1,
      bottom - top >= Self.heightMin
    else { return nil }
    self.init(page: page, top: top, bottom: bottom)
  }

  package var text: String {
    func share(_ value: Double) -> String { String((value * 10_000).rounded() / 10_000) }
    return isWhole ? "\(page)" : "\(page),\(share(top)),\(share(bottom))"
  }

  /// In the order of the document, what touches made one, what a whole page holds left out.
  package static func joined(_ parts: [CopyPart]) -> [CopyPart] {
    let whole = Set(parts.filter(\.isWhole).map(\.page))
    let bands = parts.filter { !$0.isWhole && !whole.contains($0.page) }
    let all = (bands + whole.map { CopyPart(page: $0) }).sorted { ($0.page, $0.top) < ($1.page, $1.top) }
    var joined: [CopyPart] = []
    for part in all {
      if let last = joined.last, last.page == part.page, part.top - last.bottom < seam {
        joined[joined.count - 1].bottom = max(last.bottom, part.bottom)
      } else {
        joined.append(part)
      }
    }
    return joined
  }

  /// «trang 1 (2 đoạn), trang 3».
  package static func told(_ parts: [CopyPart]) -> String {
    let pages = Dictionary(grouping: parts, by: \.page)
    return pages.keys.sorted().map { page in
      let bands = (pages[page] ?? []).filter { !$0.isWhole }
      return bands.isEmpty ? "trang \(page)" : "trang \(page) (\(bands.count) đoạn)"
    }.joined(separator: ", ")
  }
}
