import Dossiers
import Kernel
import Markup

/// How a dossier stands to the days of its transfer, as marks.
enum ArchiveMarks {
  /// By when it must be handed over.
  static func due(_ dossier: Dossier, today: Day) -> HTML {
    guard let limit = dossier.archiving.limitOn else { return .empty }
    return mark(limit, today: today, soon: ArchiveListing.warnedDays).html
  }

  /// By when one aims to hand it over: «mục tiêu 29/01/2027»; late is not yet against the law.
  static func target(_ dossier: Dossier, today: Day) -> HTML {
    if let kept = dossier.archiving.keptUntil {
      return StateMark("được giữ đến hết \(kept.text)", .look).html
    }
    guard let target = dossier.archiving.targetOn else { return .empty }
    let isPast = target < today
    return
      "<span class=\"quiet\">mục tiêu \(target.text)\(isPast ? ", đã qua \(today.number - target.number) ngày" : "")</span>"
  }

  /// By when the archive answers (LT-06).
  static func confirmation(_ dossier: Dossier, _ terms: TransferTerms, today: Day) -> HTML {
    guard let submitted = dossier.archiving.submittedAt else { return .empty }
    return mark(submitted.day + terms.confirmDays, today: today, soon: 7).html
  }

  static func mark(_ day: Day, today: Day, soon: Int) -> DeadlineMark {
    let left = day.number - today.number
    if left < 0 { return DeadlineMark(day: day.text, left: "quá hạn \(-left) ngày", state: .overdue) }
    return DeadlineMark(
      day: day.text, left: left == 0 ? "hôm nay" : "còn \(left) ngày", state: left <= soon ? .soon : .later)
  }

  /// A box in front of a dossier.
  static func box(_ choice: ChosenDossier, _ dossier: Dossier, isTicked: Bool = false) -> HTML {
    """
    <label class="pick"><input type="checkbox" name="\(ArchiveField.dossier)" value="\(choice.text)"\
    \(HTML.flag("checked", isTicked))><span class="for-ear">Chọn hồ sơ \(dossier.code.notation)</span></label>
    """
  }
}
