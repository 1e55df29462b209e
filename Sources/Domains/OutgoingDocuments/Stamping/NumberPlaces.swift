import Kernel
import Papers

/// Where number and date go on the first page of a signed document: the gaps that its writer left free, «Số:      /…» and
/// «ngày      tháng      năm» (Decree 30/2020, Annex I.II.3 and 4). What the page bears already is written nowhere.
struct NumberPlaces: Sendable, Equatable, Codable {
  /// A gap in a line of print. Millimetres from the top left corner of the page.
  struct Gap: Sendable, Equatable, Codable {
    var left, top, width, height: Double
    /// Points of the letters beside it.
    var size: Double
    /// Dots fill it, which what is written covers.
    var isDotted = false
    /// Written again around the number: where dots hang on a word, the whole word is covered.
    var before: String?
    var after: String?
  }

  /// Why nothing can be written by itself.
  enum Trouble: Error, Sendable, Equatable {
    case noNumberPlace, noDayPlace
    /// What was signed elsewhere leaves its number, its day open.
    case unnumbered, undated
    /// The page is a picture, and has no words to look between.
    case picture
    /// The page bears another number.
    case numbered(String)
    /// Another day, another year.
    case dated, otherYear(String)
    /// Another symbol than that of the number is printed.
    case otherSymbol(String)
    /// Words stand where the clerk said that something goes.
    case occupied(String)

    /// A person who has seen the page may say that what was signed elsewhere is right all the same: a day may have been read
    /// elsewhere on the page, a number never.
    var mayBeRight: Bool {
      switch self {
      case .unnumbered, .undated, .dated, .otherYear: true
      default: false
      }
    }
  }

  /// Nil when the page bears the number.
  var number: Gap?
  /// Nil when the page bears the day, or on a form without a line of place and date: minutes (Annex III, form 1.9).
  var day: Gap?
  var month: Gap?

  var isEmpty: Bool { number == nil && day == nil && month == nil }

  /// Number and date stand in the upper part of the page.
  private static let headShare = 0.4
  /// How high a word's box is in parts of its size, in the font that LibreOffice sets Word files in.
  private static let lineShare = 1.3

  /// Finds the gaps; throws `Trouble`.
  ///
  /// - Parameters:
  ///   - symbol: what must be printed behind the number's place, «TCĐC-KS».
  ///   - date: that of the number; nil for a form without a line of place and date.
  static func found(
    on page: PageText, number: Int, symbol: String, date: Day?, width: Double, height: Double
  ) throws(Trouble) -> NumberPlaces {
    if page.words.isEmpty { throw .picture }
    let head = PageHeadLines(page, headShare, width: width, height: height)
    guard let line = try head.number(symbol) else { throw .noNumberPlace }
    try line.require(number)
    var places = NumberPlaces(number: line.gap)
    guard let date else { return places }
    guard let line = head.date() else { throw .noDayPlace }
    (places.day, places.month) = try line.gaps(for: date)
    return places
  }

  /// What was typed by the clerk for a page whose gaps cannot be read: without what the page bears already. Throws when it
  /// bears something else, or words stand there.
  func checked(
    on page: PageText, number: Int, symbol: String, date: Day?, width: Double, height: Double
  ) throws(Trouble) -> NumberPlaces {
    let head = PageHeadLines(page, Self.headShare, width: width, height: height)
    var places = self
    if let line = try head.number(symbol), line.printed != nil {
      try line.require(number)
      places.number = nil
    }
    if let date, let line = head.date(), line.isPrinted {
      _ = try line.gaps(for: date)
      (places.day, places.month) = (nil, nil)
    }
    for gap in [places.number, places.day, places.month].compactMap(\.self) {
      if let word = head.word(in: gap) { throw .occupied(word) }
    }
    return places
  }

  /// What a page that bears its number should not say: nothing or something else where number and day go. Nil for a page
  /// without a line «Số:».
  static func mismatch(on page: PageText, number: Int, symbol: String, date: Day?) -> Trouble? {
    do throws(Trouble) {
      let head = PageHeadLines(page, headShare, width: 210, height: 297)
      guard let line = try head.number(symbol) else { return nil }
      if line.printed == nil { return .unnumbered }
      try line.require(number)
      guard let date, let line = head.date(isAfterPlace: true) else { return nil }
      let (day, month) = try line.gaps(for: date)
      return day == nil && month == nil ? nil : .undated
    } catch {
      return error
    }
  }

  /// Places typed by the clerk, for a page whose gaps cannot be read.
  static func typed(numberLeft: Double, numberTop: Double, dayLeft: Double?, dayTop: Double?) -> NumberPlaces {
    func gap(_ left: Double, _ top: Double, _ width: Double) -> Gap {
      Gap(left: left, top: top, width: width, height: 6, size: 13)
    }
    let number = gap(numberLeft, numberTop, 12)
    guard let dayLeft, let dayTop else { return NumberPlaces(number: number) }
    // Between «ngày» and «tháng» of the decree's own size stand two digits and this many millimetres.
    return NumberPlaces(
      number: number, day: gap(dayLeft, dayTop, 7), month: gap(dayLeft + 19, dayTop, 7))
  }

  /// LibreOffice sets a frame's line so many millimetres higher than the words it was measured from.
  private static let sinks = 0.07

  /// What is to be written: the number right before its slash, as the law writes it without spaces, day and month in the
  /// middle of their gaps; narrower than its text, a gap grows.
  func marks(number text: String, dayText: String, monthText: String) -> [PageOverlay.Mark] {
    let numbered = number.map { ["\($0.before ?? "")\(text)\($0.after ?? "")"] }
    return [
      number.map { Self.mark(numbered ?? [], in: $0, isNumber: true) }, day.map { Self.mark([dayText], in: $0) },
      month.map { Self.mark([monthText], in: $0) },
    ].compactMap(\.self)
  }

  private static func mark(_ lines: [String], in gap: Gap, isNumber: Bool = false) -> PageOverlay.Mark {
    let isRewritten = gap.before != nil
    // A digit of Times New Roman is half as wide as it is high, a capital up to nine tenths; LibreOffice wants a little air.
    let share = isRewritten ? 0.9 : 0.5
    let wanted = Double(lines[0].count) * gap.size * share * PDFFacts.millimetresOfPoint + 1
    let width = max(gap.width, wanted)
    let grown = isRewritten ? 0 : (width - gap.width) / (isNumber ? 1 : 2)
    var mark = PageOverlay.Mark(
      lines, left: gap.left - grown, top: gap.top + sinks, width: width, height: gap.height, size: gap.size,
      alignment: isRewritten ? .start : isNumber ? .end : .center)
    mark.coversPage = gap.isDotted
    mark.isItalic = !isNumber
    return mark
  }

  static func size(ofLineHigh height: Double) -> Double {
    (height / PDFFacts.millimetresOfPoint / lineShare * 2).rounded() / 2
  }
}
