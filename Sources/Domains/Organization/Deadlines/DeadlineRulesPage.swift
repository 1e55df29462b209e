import Kernel
import Markup

/// When an agency's people are reminded, and when the system urges by itself.
struct DeadlineRulesPage {
  var agency: AgencyID
  var agencyName: String
  var rules: DeadlineRules
  /// Name of the superior whose rules these are; nil when they are the agency's own or nobody's.
  var superiorName: String?
  var isOwn: Bool
  var input = FormInput()
  var seal: FormSeal

  static let title = "Nhắc hạn, đôn đốc"

  var html: HTML {
    """
    \(AdministrationTabs.html(current: .structure))\
    \(PageHead(Self.title, line: "\(agencyName). \(origin)", acts: [Button("Về cơ quan", path: OrganizationPaths.agency(agency))]).html)\
    \(input.summary)\(ActForm(action: OrganizationPaths.deadlineRules(agency), seal: seal, content: content).html)
    """
  }

  private var origin: String {
    if let superiorName { return "Đang theo quy tắc của \(superiorName); lưu ở đây là đặt riêng." }
    return isOwn ? "Quy tắc riêng của cơ quan." : "Chưa ai đặt: theo mức thông thường."
  }

  private var content: HTML {
    let reminders = [
      Field(
        "Nhắc trước hạn (ngày làm việc)", name: DeadlineRulesField.remindDays, value: "\(rules.remindDays)",
        kind: .number, hint: "Nhắc thêm vào ngày cuối và khi vừa quá hạn.", required: true, width: .third),
      Field(
        "Báo văn bản khẩn sau (phút)", name: DeadlineRulesField.alarmMinutes, value: "\(rules.alarmMinutes)",
        kind: .number, hint: "Khẩn, thượng khẩn, hỏa tốc chưa vào sổ hoặc chưa trình.", required: true, width: .third),
    ]
    let levels = [
      ("Nhắc nhở", DeadlineRulesField.remindAfter, rules.remindAfter),
      ("Phê bình", DeadlineRulesField.criticizeAfter, rules.criticizeAfter),
      ("Kiểm điểm", DeadlineRulesField.reviewAfter, rules.reviewAfter),
    ].map { label, name, days in
      Field(
        "\(label) khi quá hạn (ngày làm việc)", name: name, value: days.map(String.init) ?? "", kind: .number,
        hint: "Để trống: không tự đôn đốc ở mức này.", width: .third)
    }
    return """
      \(FieldGroup("Nhắc hạn", reminders.map { input.filling($0).html }).html)\
      \(FieldGroup("Tự đôn đốc, mỗi việc một lần ở mỗi mức", levels.map { input.filling($0).html }).html)\
      <div class="acts">\(Button("Lưu", style: .primary, key: "ctrl+enter").html)</div>
      """
  }
}
