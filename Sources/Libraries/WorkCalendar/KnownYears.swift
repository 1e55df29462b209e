import Kernel

extension CalendarYear {
  /// Years whose official notices are known (2022 to 2026), for a new installation to begin with.
  package static let known: [CalendarYear] = [
    year(
      2022,
      off: [
        ("03/01", "Tết Dương lịch (nghỉ bù)"), ("31/01-04/02", tet), ("11/04", "\(hung) (nghỉ bù)"),
        ("02/05", "\(victory) (nghỉ bù)"), ("03/05", "\(labour) (nghỉ bù)"), ("01/09-02/09", national),
      ]),
    year(
      2023,
      off: [
        ("02/01", "Tết Dương lịch (nghỉ bù)"), ("20/01", tet), ("23/01-26/01", tet), ("01/05", labour),
        ("02/05-03/05", "\(hung), \(victory) (nghỉ bù)"), ("01/09", national), ("04/09", "\(national) (nghỉ bù)"),
      ]),
    year(
      2024,
      off: [
        ("01/01", "Tết Dương lịch"), ("08/02-09/02", tet), ("12/02-14/02", tet), ("18/04", hung),
        ("29/04", "Hoán đổi với 04/05"), ("30/04", victory), ("01/05", labour), ("02/09-03/09", national),
      ], worked: [("04/05", "Làm bù cho 29/04")]),
    year(
      2025,
      off: [
        ("01/01", "Tết Dương lịch"), ("27/01-31/01", tet), ("07/04", hung), ("30/04", victory), ("01/05", labour),
        ("02/05", "Hoán đổi với 26/04"), ("01/09-02/09", national),
      ], worked: [("26/04", "Làm bù cho 02/05")]),
    year(
      2026,
      off: [
        ("01/01", "Tết Dương lịch"), ("02/01", "Hoán đổi với 10/01"), ("16/02-20/02", tet),
        ("27/04", "\(hung) (nghỉ bù)"),
        ("30/04", victory), ("01/05", labour), ("31/08", "Hoán đổi với 22/08"), ("01/09-02/09", national),
        ("24/11", "Ngày Văn hóa Việt Nam"),
      ], worked: [("10/01", "Làm bù cho 02/01"), ("22/08", "Làm bù cho 31/08")]),
  ]

  private static let tet = "Tết Nguyên đán"
  private static let hung = "Giỗ Tổ Hùng Vương"
  private static let victory = "Ngày Chiến thắng"
  private static let labour = "Quốc tế lao động"
  private static let national = "Quốc khánh"

  /// Days as `dd/MM` or `dd/MM-dd/MM`; days of a span that fall on a weekend are left to it.
  private static func year(
    _ year: Int, off: [(days: String, name: String)], worked: [(days: String, name: String)] = []
  ) -> CalendarYear {
    var marks: [Day: Mark] = [:]
    for (days, name) in off {
      for day in span(days, year) where day.weekday <= 5 { marks[day] = Mark(.off, name: name) }
    }
    for (days, name) in worked {
      for day in span(days, year) { marks[day] = Mark(.worked, name: name) }
    }
    return CalendarYear(year, marks: marks, isConfirmed: true)
  }

  private static func span(_ text: String, _ year: Int) -> [Day] {
    let ends = text.split(separator: "-").compactMap { end -> Day? in
      let parts = end.split(separator: "/").compactMap { Int($0) }
      return parts.count == 2 ? Day(year: year, month: parts[1], day: parts[0]) : nil
    }
    guard let first = ends.first, let last = ends.last, first <= last else { return [] }
    return (first.number...last.number).map(Day.init(number:))
  }
}
