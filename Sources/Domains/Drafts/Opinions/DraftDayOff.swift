import Database
import Kernel
import Organization
import WorkCalendar

/// A deadline on a day off is kept, and said: whoever sets it chose the day.
enum DraftDayOff {
  /// « Lưu ý: hạn thứ Bảy, 28/11/2026 là ngày nghỉ.»; empty for a working day, and for none.
  static func remark(_ day: Day?, of agency: AgencyID, in transaction: any Transaction) throws -> String {
    guard let day, try !AgencyCalendarStore(transaction).calendar(of: agency).isWorkingDay(day) else { return "" }
    return " Lưu ý: hạn \(day.textWithWeekday) là ngày nghỉ."
  }
}
