import Kernel

/// Within which time dossiers go to the archive of an agency, and the archive answers (thời hạn nộp lưu: HS-06, LT-06). The
/// decree's year is the outer limit; the circular's sixty days for electronic dossiers are what one aims at.
package struct TransferTerms: Sendable, Equatable {
  /// Days after the end of the work to aim at.
  package var targetDays = 60
  /// Months after the end of the work, at the latest.
  package var limitMonths = 12
  /// Months after the final settlement of a construction, at the latest.
  package var constructionMonths = 3
  /// Days within which the archive confirms what it was handed.
  package var confirmDays = 60
  package var version = 0

  package init() {}

  package init(targetDays: Int, limitMonths: Int, constructionMonths: Int, confirmDays: Int) {
    self.targetDays = targetDays
    self.limitMonths = limitMonths
    self.constructionMonths = constructionMonths
    self.confirmDays = confirmDays
  }

  package static let targetDaysRange = 1...365
  package static let limitMonthsRange = 1...12
  package static let constructionMonthsRange = 1...3
  package static let confirmDaysRange = 1...60

  /// Everything that stands against them: an agency may be stricter than the law, never looser.
  package func obstacles() -> [Refusal.Reason] {
    typealias Bound = (value: Int, range: ClosedRange<Int>, unit: String, field: String)
    let bounds: [Bound] = [
      (targetDays, Self.targetDaysRange, "ngày", TransferTermsField.target),
      (limitMonths, Self.limitMonthsRange, "tháng", TransferTermsField.limit),
      (constructionMonths, Self.constructionMonthsRange, "tháng", TransferTermsField.construction),
      (confirmDays, Self.confirmDaysRange, "ngày", TransferTermsField.confirm),
    ]
    return bounds.filter { !$0.range.contains($0.value) }.map {
      .init("Nhập từ \($0.range.lowerBound) đến \($0.range.upperBound) \($0.unit).", field: $0.field)
    }
  }

  /// By when a dossier whose work ended on a day should and must be handed over. Nobody is to aim past the limit.
  package func days(workEnded day: Day, _ kind: DossierFacts.Kind) -> (target: Day, limit: Day) {
    let limit = day.adding(months: kind == .construction ? constructionMonths : limitMonths)
    return (min(day + targetDays, limit), limit)
  }

  /// «60 ngày; chậm nhất 12 tháng; xây dựng cơ bản 3 tháng; lưu trữ trả lời trong 60 ngày».
  package var text: String {
    "\(targetDays) ngày; chậm nhất \(limitMonths) tháng; xây dựng cơ bản \(constructionMonths) tháng; lưu trữ trả lời trong \(confirmDays) ngày"
  }
}

/// Names of the fields of the form.
package enum TransferTermsField {
  package static let target = "muc-tieu"
  package static let limit = "cham-nhat"
  package static let construction = "xay-dung"
  package static let confirm = "tra-loi"
}

extension Day {
  /// The same day so many months later, or the last of that month.
  package func adding(months: Int) -> Day {
    let (year, month, day) = parts
    let place = month - 1 + months
    let (laterYear, laterMonth) = (year + place / 12, place % 12 + 1)
    for candidate in stride(from: day, through: 28, by: -1) {
      if let found = Day(year: laterYear, month: laterMonth, day: candidate) { return found }
    }
    return Day(year: laterYear, month: laterMonth, day: day) ?? self + 30 * months
  }
}
