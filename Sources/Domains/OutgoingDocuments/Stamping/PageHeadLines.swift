import Kernel
import Papers

/// The lines of number and of place and date in the head of a page, as they are printed.
struct PageHeadLines: Sendable {
  /// «Số: … /…».
  struct NumberLine: Sendable {
    /// The digits that stand there; nil for none.
    var printed: String?
    /// Where the number goes; nil when one stands there.
    var gap: NumberPlaces.Gap?

    /// Throws when another number is printed.
    func require(_ number: Int) throws(NumberPlaces.Trouble) {
      if let printed, Int(printed) != number { throw .numbered(printed) }
    }
  }

  /// «ngày … tháng … năm …».
  struct DateLine: Sendable {
    var day, month: (digits: String, gap: NumberPlaces.Gap)
    /// The digits behind «năm».
    var year: String

    var isPrinted: Bool { !day.digits.isEmpty || !month.digits.isEmpty }

    /// Where day and month go, nil where they stand already. Throws when those of another day stand there, or another year.
    func gaps(for date: Day) throws(NumberPlaces.Trouble) -> (day: NumberPlaces.Gap?, month: NumberPlaces.Gap?) {
      guard Int(year) == date.year else { throw .otherYear(year) }
      func open(
        _ part: (digits: String, gap: NumberPlaces.Gap), _ value: String
      ) throws(NumberPlaces.Trouble) -> NumberPlaces.Gap? {
        if part.digits.isEmpty { return part.gap }
        guard Int(part.digits) == Int(value) else { throw .dated }
        return nil
      }
      return (try open(day, date.writtenDay), try open(month, date.writtenMonth))
    }
  }

  private let words: [PageWord]
  private let width, height: Double

  /// - Parameters:
  ///   - share: how much of the page, from its top.
  ///   - width: of the page, millimetres; words are in fractions of it.
  init(_ page: PageText, _ share: Double, width: Double, height: Double) {
    words = page.words.filter { $0.box.top < share }
    (self.width, self.height) = (width, height)
  }

  /// Nil when no line begins with «Số:» and has a slash.
  func number(_ symbol: String) throws(NumberPlaces.Trouble) -> NumberLine? {
    for word in words where word.text.hasPrefix("Số") {
      // «Số:» may be two words, «Số:…/QĐ-TCĐC» one.
      let line = [word] + following(word)
      let text = line.map(\.text).joined(separator: " ")
      guard let slash = text.firstIndex(of: "/"), text.dropFirst(2).drop(while: \.isWhitespace).first == ":",
        let colonAt = line.firstIndex(where: { $0.text.contains(":") }),
        let slashAt = line.firstIndex(where: { $0.text.contains("/") })
      else { continue }
      let between = text[..<slash].drop { $0 != ":" }.dropFirst()
      let digits = between.filter(\.isNumber)
      let printed = text[text.index(after: slash)...].prefix { !$0.isWhitespace }
      if !printed.isEmpty, printed != symbol { throw .otherSymbol(String(printed)) }
      if !digits.isEmpty { return NumberLine(printed: digits, gap: nil) }
      let isApart = colonAt < slashAt && line[colonAt].text.last == ":" && line[slashAt].text.first == "/"
      guard !isApart else {
        let isDotted = between.contains { !$0.isWhitespace }
        return NumberLine(
          printed: nil, gap: gap(right(line[colonAt]), left(line[slashAt]), beside: word, isDotted: isDotted))
      }
      return NumberLine(printed: nil, gap: rewritten(line, colonAt, slashAt))
    }
    return nil
  }

  /// Dots hang on the colon or on the slash: how wide they are nobody knows, so their words are written anew.
  private func rewritten(_ line: [PageWord], _ colonAt: Int, _ slashAt: Int) -> NumberPlaces.Gap {
    let keepsColon = line[colonAt].text.last == ":"
    let first = keepsColon ? line[colonAt + 1] : line[colonAt]
    let last = line[slashAt]
    var gap = gap(left(first), right(last), beside: last, isDotted: true)
    gap.before = keepsColon ? "" : "Số: "
    gap.after = String(last.text[(last.text.firstIndex(of: "/") ?? last.text.startIndex)...])
    return gap
  }

  /// The line of place and date, which follows the comma after the place; any line of a date when none does.
  ///
  /// - Parameter isAfterPlace: only such a line counts.
  func date(isAfterPlace: Bool = false) -> DateLine? {
    let lines = words.filter { $0.text == "ngày" }.compactMap { word in dateLine(word).map { (word, $0) } }
    let placed = lines.first { word, _ in before(word)?.text.last == "," }
    return (placed ?? (isAfterPlace ? nil : lines.first))?.1
  }

  private func dateLine(_ word: PageWord) -> DateLine? {
    let line = following(word)
    guard let month = line.firstIndex(where: { $0.text == "tháng" }),
      let year = line[month...].firstIndex(where: { $0.text.hasPrefix("năm") })
    else { return nil }
    func part(_ words: ArraySlice<PageWord>, _ from: Double, _ to: Double) -> (String, NumberPlaces.Gap) {
      (
        words.map(\.text).joined().filter(\.isNumber),
        gap(from, to, beside: word, isDotted: !words.isEmpty)
      )
    }
    return DateLine(
      day: part(line[..<month], right(word), left(line[month])),
      month: part(line[(month + 1)..<year], right(line[month]), left(line[year])),
      year: String(line[year...].prefix(2).map(\.text).joined(separator: " ").filter(\.isNumber).prefix(4)))
  }

  /// The text of a word that what is written in `gap` would stand on; dots are no word.
  func word(in gap: NumberPlaces.Gap) -> String? {
    words.first { word in
      let (top, bottom) = (word.box.top * height, (word.box.top + word.box.height) * height)
      let down = min(bottom, gap.top + gap.height) - max(top, gap.top)
      let across = min(right(word), gap.left + gap.width) - max(left(word), gap.left)
      return across > 1 && down > (bottom - top) / 2 && word.text.contains { $0.isLetter || $0.isNumber }
    }?.text
  }

  /// Words right of this one on its line of print, from left to right.
  private func following(_ word: PageWord) -> [PageWord] {
    beside(word).filter { $0.box.left > word.box.left }.sorted { $0.box.left < $1.box.left }
  }

  private func before(_ word: PageWord) -> PageWord? {
    beside(word).filter { $0.box.left < word.box.left }.max { $0.box.left < $1.box.left }
  }

  private func beside(_ word: PageWord) -> [PageWord] {
    let middle = word.box.top + word.box.height / 2
    return words.filter { abs($0.box.top + $0.box.height / 2 - middle) < word.box.height / 2 }
  }

  private func left(_ word: PageWord) -> Double { word.box.left * width }

  private func right(_ word: PageWord) -> Double { (word.box.left + word.box.width) * width }

  private func gap(_ left: Double, _ right: Double, beside word: PageWord, isDotted: Bool) -> NumberPlaces.Gap {
    let high = word.box.height * height
    return NumberPlaces.Gap(
      left: left, top: word.box.top * height, width: max(0, right - left), height: high,
      size: NumberPlaces.size(ofLineHigh: high), isDotted: isDotted)
  }
}
