import Kernel
import Markup
import VietnameseText
import WorkCalendar

/// Deadlines typed in a form that fall on days off: a warning, never a refusal, since whoever sets a deadline chose the
/// day (calendar rules of the product).
struct DayOffWarning {

  let days: [Day]
  let calendar: WorkCalendar

  /// The common deadline and those of single places, as far as they are days.
  static func days(in fields: [(name: String, value: String)], today: Day) -> [Day] {
    let named = fields.filter { $0.name == HandlingField.due || $0.name.hasPrefix(HandlingForm.dueName("")) }
    return Array(Set(named.compactMap { $0.value.isEmpty ? nil : TypedDay.parse($0.value, today: today) })).sorted()
  }

  /// «Thứ Ba, 24/11/2026 (Ngày Văn hóa Việt Nam)» for each that is not worked.
  private var daysOff: [String] {
    days.filter { !calendar.isWorkingDay($0) }.map { day in
      let name = calendar.year(day.year).mark(on: day)?.name ?? ""
      return name.isEmpty ? day.textWithWeekday : "\(day.textWithWeekday) (\(name))"
    }
  }

  /// A sentence for the answer of an act; empty when every day is worked.
  var sentence: String {
    let off = daysOff
    return off.isEmpty ? "" : " Lưu ý: hạn \(off.joined(separator: "; ")) là ngày nghỉ."
  }

  /// A caution under the form while it is filled in.
  var html: HTML {
    let off = daysOff
    return off.isEmpty
      ? .empty
      : Notice(.caution, "Hạn \(off.joined(separator: "; ")) là ngày nghỉ; vẫn gửi được, hạn giữ nguyên ngày ấy.").html
  }
}
