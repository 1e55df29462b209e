import Foundation
import Kernel

/// The Vietnamese lunar calendar (âm lịch), reckoned at UTC+7, for the two holidays that follow it.
///
/// After the method that Hồ Ngọc Đức published: new moons and the sun's longitude from Meeus' series. A Chinese
/// calendar would not do: its midnight is an hour earlier, and in some years (1985, 2030) its new year another day.
package enum LunarCalendar {
  /// Mùng 1 Tết.
  package static func newYear(of year: Int) -> Day? { day(1, month: 1, of: year) }

  /// Giỗ Tổ Hùng Vương, the tenth of the third month.
  package static func hungKings(of year: Int) -> Day? { day(10, month: 3, of: year) }

  /// A day of an ordinary (not leap) month 1 to 10 of the lunar year that begins in `year`.
  static func day(_ dayOfMonth: Int, month: Int, of year: Int) -> Day? {
    guard let before = eleventhMonth(of: year - 1), let after = eleventhMonth(of: year) else { return nil }
    let moon = ((Double(before) - firstNewMoon) / monthLength + 0.5).rounded(.down)
    var offset = month + 1
    if after - before > 365, offset >= leapOffset(moon) { offset += 1 }
    return Day(number: newMoonDay(moon + Double(offset)) + dayOfMonth - 1)
  }

  /// Days since 1970 of 1900-01-00.8, near the first new moon of the series.
  private static let firstNewMoon = 2_415_021.076998695 - julianOfEpoch
  private static let monthLength = 29.530588853
  private static let julianOfEpoch = 2_440_588.0
  private static let dayShare = 7.0 / 24

  /// The first day of the month that holds the winter solstice of `year`.
  private static func eleventhMonth(of year: Int) -> Int? {
    guard let last = Day(year: year, month: 12, day: 31) else { return nil }
    let moon = ((Double(last.number) + julianOfEpoch - 2_415_021) / monthLength).rounded(.down)
    let start = newMoonDay(moon)
    return sunSector(at: start) >= 9 ? newMoonDay(moon - 1) : start
  }

  /// How many months after the eleventh the leap month stands: the first without a principal term.
  private static func leapOffset(_ moon: Double) -> Int {
    var offset = 1
    while offset < 14,
      sunSector(at: newMoonDay(moon + Double(offset))) != sunSector(at: newMoonDay(moon + Double(offset + 1)))
    {
      offset += 1
    }
    return offset
  }

  /// The Vietnamese day (since 1970) of the new moon numbered `moon` from 1900.
  private static func newMoonDay(_ moon: Double) -> Int {
    let t = moon / 1236.85
    let (t2, t3) = (t * t, t * t * t)
    func sine(_ degrees: Double) -> Double { sin(degrees * .pi / 180) }
    let mean = 2_415_020.75933 + 29.53058868 * moon + 0.0001178 * t2 - 0.000000155 * t3
    let sun = 359.2242 + 29.10535608 * moon - 0.0000333 * t2 - 0.00000347 * t3
    let anomaly = 306.0253 + 385.81691806 * moon + 0.0107306 * t2 + 0.00001236 * t3
    let latitude = 21.2964 + 390.67050646 * moon - 0.0016528 * t2 - 0.00000239 * t3
    var correction = (0.1734 - 0.000393 * t) * sine(sun) + 0.0021 * sine(2 * sun)
    correction += -0.4068 * sine(anomaly) + 0.0161 * sine(2 * anomaly) - 0.0004 * sine(3 * anomaly)
    correction += 0.0104 * sine(2 * latitude) - 0.0051 * sine(sun + anomaly) - 0.0074 * sine(sun - anomaly)
    correction += 0.0004 * sine(2 * latitude + sun) - 0.0004 * sine(2 * latitude - sun)
    correction += -0.0006 * sine(2 * latitude + anomaly) + 0.0010 * sine(2 * latitude - anomaly)
    correction += 0.0005 * sine(2 * anomaly + sun) + 0.00033 * sine(166.56 + 132.87 * t - 0.009173 * t2)
    // Earth's rotation slows down: dynamic time less universal time, in days.
    let slowing = -0.000278 + 0.000265 * t + 0.000262 * t2
    return Int((mean + correction - slowing + 0.5 + dayShare - julianOfEpoch).rounded(.down))
  }

  /// In which twelfth of its way the sun stands at the beginning of a day.
  private static func sunSector(at day: Int) -> Int {
    let t = (Double(day) + julianOfEpoch - 0.5 - dayShare - 2_451_545) / 36_525
    let anomaly = (357.52910 + 35_999.05030 * t - 0.0001559 * t * t - 0.00000048 * t * t * t) * .pi / 180
    var longitude = 280.46645 + 36_000.76983 * t + 0.0003032 * t * t
    longitude += (1.914600 - 0.004817 * t - 0.000014 * t * t) * sin(anomaly)
    longitude += (0.019993 - 0.000101 * t) * sin(2 * anomaly) + 0.000290 * sin(3 * anomaly)
    let turned = longitude.truncatingRemainder(dividingBy: 360)
    return Int((turned < 0 ? turned + 360 : turned) / 30)
  }
}
