/// A calendar day in Vietnamese time. Stored as ISO text (`2026-11-05`), shown as `05/11/2026`.
package struct Day: Hashable, Sendable, Comparable {
  /// Days since 1970-01-01.
  package let number: Int

  package init(number: Int) { self.number = number }

  /// Nil when the parts are no real day of the years 1900 to 2200.
  package init?(year: Int, month: Int, day: Int) {
    guard (1900...2200).contains(year), (1...12).contains(month), day >= 1,
      day <= Day.length(ofMonth: month, year: year)
    else { return nil }
    number = Day.dayNumber(year: year, month: month, day: day)
  }

  /// Nil unless the text is `yyyy-MM-dd` and a real day.
  package init?(isoText: String) {
    guard isoText.utf8.count == 10 else { return nil }
    var (year, month, day) = (0, 0, 0)
    for (place, byte) in isoText.utf8.enumerated() {
      let isDash = byte == UInt8(ascii: "-")
      guard isDash == (place == 4 || place == 7) else { return nil }
      guard !isDash else { continue }
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      let digit = Int(byte - UInt8(ascii: "0"))
      switch place {
      case 0..<4: year = year * 10 + digit
      case 5..<7: month = month * 10 + digit
      default: day = day * 10 + digit
      }
    }
    self.init(year: year, month: month, day: day)
  }

  package static func < (one: Self, other: Self) -> Bool { one.number < other.number }

  package static func + (day: Self, days: Int) -> Self { Day(number: day.number + days) }

  package static func - (day: Self, days: Int) -> Self { Day(number: day.number - days) }

  /// Year, month and day of month.
  package var parts: (year: Int, month: Int, day: Int) {
    // Days from civil, Howard Hinnant's algorithm: exact for the whole range, no calendar object.
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  package var year: Int { parts.year }

  /// 1 Monday … 7 Sunday.
  package var weekday: Int { (number % 7 + 10) % 7 + 1 }

  package var isoText: String { "\(parts.year)-\(twoDigits(parts.month))-\(twoDigits(parts.day))" }

  /// `dd/MM/yyyy`.
  package var text: String { "\(twoDigits(parts.day))/\(twoDigits(parts.month))/\(parts.year)" }

  /// `Thứ Hai, 05/11/2026`.
  package var textWithWeekday: String {
    let names = ["Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật"]
    return "\(names[weekday - 1]), \(text)"
  }

  /// The day of a month as a document writes it: below ten with a zero (Decree 30/2020, Annex I.II.4).
  package var writtenDay: String { twoDigits(parts.day) }

  /// The month likewise: one and two with a zero.
  package var writtenMonth: String { parts.month < 3 ? "0\(parts.month)" : "\(parts.month)" }

  /// `ngày 05 tháng 01 năm 2026`.
  package var writtenOut: String { "ngày \(writtenDay) tháng \(writtenMonth) năm \(year)" }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func dayNumber(year: Int, month: Int, day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}

extension Day: Codable {
  /// From its ISO text.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let day = Day(isoText: text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "no day: \(text)")
    }
    self = day
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(isoText)
  }
}
