import Foundation
import Papers
import VietnameseText

/// Reading who signed: the position in capitals and the full name under it, at the right of the last lines.
/// The round seal often lies over the name; what is not clearly a name is left out.
struct SignerReading {
  struct Found: Sendable {
    var name: String?
    var position: String
    var nameLines: [ReadLine]
    var positionLines: [ReadLine]
  }

  private static let positions = [
    "chu tich", "giam doc", "bo truong", "thu truong", "thu tuong", "chanh van phong", "truong ban", "vien truong",
    "chanh an", "tong giam doc", "cuc truong", "vu truong", "truong phong", "hieu truong", "chu nhiem", "bi thu",
    "tong cuc truong", "chi cuc truong", "chanh thanh tra", "tong kiem toan", "chi huy truong", "truong doan",
    "tong thu ky", "truong khoa", "vien pho", "thong doc",
  ]

  private static let capacities = ["TM.", "KT.", "TL.", "TUQ.", "Q.", "TM", "KT", "TL", "TUQ"]

  private static let surnames: Set<String> = Set(
    """
    nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly trinh dinh doan lam truong mai dao cao ha \
    luong luu ta to thai chau quach tang la phung kieu vuong ton dam nghiem chu nong hua khuat lo vi tong quan trieu \
    cu giang thach son kim bach an au phi lu ninh mac danh au mau trang van
    """.split(separator: " ").map(String.init))

  /// Where the name should stand when a position was read but no name under it: the part of the page to read again
  /// without its seal. Nil when there is nothing to gain.
  static func areaToReadAgain(_ pages: [PageText]) -> (page: Int, area: PageBox)? {
    guard let found = read(pages), (found.name?.split(separator: " ").count ?? 0) < 3,
      let last = found.positionLines.last
    else { return nil }
    let left = max(0, last.center - 0.24)
    return (
      last.page,
      PageBox(left: left, top: last.bottom, width: min(1, last.center + 0.24) - left, height: min(0.2, 1 - last.bottom))
    )
  }

  /// The first signature block from the first page on: annexes and attached drafts come after it. `closeUps` are parts
  /// of the pages read again without the seal.
  static func read(_ pages: [PageText], closeUps: [PageText] = []) -> Found? {
    let found = read(pages)
    guard var found, (found.name?.split(separator: " ").count ?? 0) < 3 else { return found }
    let lines = closeUps.flatMap { ReadLine.lines(of: $0, gap: 0.035) }
    guard let line = lines.last(where: { name(in: $0) != nil }), let name = name(in: line) else { return found }
    found.name = name
    found.nameLines = [line]
    return found
  }

  private static func read(_ pages: [PageText]) -> Found? {
    var withoutName: Found?
    for page in pages {
      let lines = ReadLine.lines(of: page, gap: 0.035)
      for (index, line) in lines.enumerated() where isPosition(line) {
        let found = block(lines, from: index)
        if found.name != nil { return found }
        withoutName = withoutName ?? found
      }
    }
    return withoutName
  }

  private static func isPosition(_ line: ReadLine) -> Bool {
    guard line.center > 0.5, line.isCapitals, line.words.count <= 9 else { return false }
    let folded = Folding.folded(line.text)
    return positions.contains { folded.contains($0) } && (line.top > 0.12 || line.page > 1)
      && !folded.contains("quyet dinh") && line.right - line.left < 0.45
  }

  private static func block(_ lines: [ReadLine], from index: Int) -> Found {
    var positionLines = [lines[index]]
    for line in lines[(index + 1)...] {
      guard let last = positionLines.last, line.top - last.top < 0.035 else { break }
      guard abs(line.center - last.center) < 0.12, isPosition(line) else { continue }
      positionLines.append(line)
    }
    let last = positionLines[positionLines.count - 1]
    let below = lines[(index + 1)...].filter {
      $0.top > last.bottom && $0.top < last.bottom + 0.22 && abs($0.center - last.center) < 0.13
    }
    let nameLine = below.first { name(in: $0) != nil }
    return Found(
      name: nameLine.flatMap(name(in:)), position: position(last.text), nameLines: nameLine.map { [$0] } ?? [],
      positionLines: positionLines)
  }

  /// The last line of the block without the mark of capacity, as running text writes it.
  private static func position(_ text: String) -> String {
    var words = text.split(separator: " ").map(String.init)
    if let first = words.first, capacities.contains(first) {
      words.removeFirst()
    } else if let first = words.first, let mark = capacities.first(where: { $0.hasSuffix(".") && first.hasPrefix($0) })
    {
      words[0] = String(first.dropFirst(mark.count))
    }
    let text = words.joined(separator: " ").trimmingCharacters(in: .init(charactersIn: " .,;:-_|'\"“”‘’"))
    return AgencyNames.capitalized(AgencyNames.written(text))
  }

  /// Two to five syllables, each with its capital, the first a family name in use.
  private static func name(in line: ReadLine) -> String? {
    var words = line.words.map { $0.text.filter { $0.isLetter } }.filter { !$0.isEmpty }
    while let first = words.first, !surnames.contains(Folding.folded(first)) { words.removeFirst() }
    guard (2...5).contains(words.count), !line.isCapitals else { return nil }
    for word in words {
      guard word.first?.isUppercase == true, word.dropFirst().allSatisfy(\.isLowercase), Syllable.isPlausible(word)
      else { return nil }
    }
    return words.joined(separator: " ")
  }
}
