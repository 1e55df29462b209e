import Kernel
import TestSupport
import Testing
import WebApp

@testable import Reports

@Suite("BC-01 kỳ báo cáo: theo lịch và theo Nghị định 09/2019") struct ReportPeriodTests {
  /// Windows as the decree gives them: a month from the 15th of the month before to the 14th.
  static let windows: [(String, String, String)] = [
    ("thang_2026_11", "01/11/2026", "30/11/2026"), ("thang_2026_11_nd09", "15/10/2026", "14/11/2026"),
    ("thang_2026_1_nd09", "15/12/2025", "14/01/2026"), ("thang_2024_2", "01/02/2024", "29/02/2024"),
    ("quy_2026_4", "01/10/2026", "31/12/2026"), ("quy_2026_1_nd09", "15/12/2025", "14/03/2026"),
    ("quy_2026_4_nd09", "15/09/2026", "14/12/2026"),
    ("nua-nam_2026_1_nd09", "15/12/2025", "14/06/2026"), ("nua-nam_2026_2_nd09", "15/06/2026", "14/12/2026"),
    ("nua-nam_2026_2", "01/07/2026", "31/12/2026"),
    ("nam_2026_1", "01/01/2026", "31/12/2026"), ("nam_2026_1_nd09", "15/12/2025", "14/12/2026"),
  ]

  @Test("a code names the days of its window", arguments: windows.indices) func windowsAreTheDecrees(index: Int) throws
  {
    let (code, first, last) = Self.windows[index]
    let period = try #require(ReportPeriod(code: code))
    #expect([period.days.lowerBound.text, period.days.upperBound.text] == [first, last])
    #expect(period.code == code)
  }

  @Test("windows of one kind follow one another without a gap and without sharing a day", arguments: [false, true])
  func windowsMeet(byDecree: Bool) {
    for length in ReportPeriod.Length.allCases {
      let all = (2024...2027).flatMap { year in
        (1...(12 / length.months)).compactMap { ReportPeriod(length, $0, of: year, byDecree: byDecree) }
      }
      #expect(all.count == 4 * 12 / length.months)
      for (one, next) in zip(all, all.dropFirst()) { #expect(one.days.upperBound + 1 == next.days.lowerBound) }
    }
  }

  @Test(
    "no window", arguments: ["", "thang_2026_13", "quy_2026_5", "nua-nam_2026_3", "thang_2026_0", "nam_26_1", "x_y_z"])
  func nonsense(code: String) { #expect(ReportPeriod(code: code) == nil) }

  @Test("free days win over a named window; what cannot be used is said") func freeDays() throws {
    let today = try #require(Day(year: 2026, month: 11, day: 5))
    func asked(_ query: String) -> (period: ReportPeriod, problem: String?) {
      ReportPeriod.asked(Form(urlEncoded: query), today: today)
    }
    #expect(asked("").period.code == "thang_2026_11")
    #expect(asked("ky=quy_2026_3&tu-ngay=1/9/2026&den-ngay=15/9/2026").period.daysText == "01/09/2026–15/09/2026")
    #expect(asked("tu-ngay=15/9/2026&den-ngay=1/9/2026").problem?.contains("không sớm hơn") == true)
    #expect(asked("tu-ngay=31/2/2026&den-ngay=1/9/2026").problem?.contains("cả hai ngày") == true)
    #expect(ReportPeriod.choices(today: today).allSatisfy { ReportPeriod(code: $0.code) == $0 })
  }

  @Test(
    "durations say their two greatest parts",
    arguments: [
      (0, "0 giây"), (59_999, "59 giây"), (60_000, "1 phút"), (3_725_000, "1 giờ 2 phút"), (90_000_000, "1 ngày 1 giờ"),
      (86_400_000, "1 ngày"),
    ]) func durations(milliseconds: Int64, text: String)
  { #expect(Duration.text(milliseconds: milliseconds) == text) }
}
