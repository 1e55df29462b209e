import Kernel
import Markup
import Organization
import Work

/// Everything that the posts of a person own, by kind, and the form that hands it over (HS-11).
struct LeavingPage {
  static let title = "Bàn giao khi nghỉ, chuyển công tác"
  static let keys: [KeyHint] = [KeyHint("ctrl+enter", "bàn giao")]

  struct Row {
    var code: String
    var subject: String
    /// Nil for what the reader may not open.
    var path: String?
    var due: String
    var isLate = false
    var state: String
  }

  struct Group {
    var title: String
    /// As shown: «12», «1.000+».
    var count: String
    /// It keeps post and account from being closed.
    var isDuty: Bool
    var rows: [Row]
    var morePath: String?
    /// Whom it goes to; nil for what only ends.
    var receiver: Field?
    /// Why nobody takes them over, and what to do instead.
    var stays: String?
    var isOpen = false
  }

  /// What one post owns.
  struct Part {
    /// «Chuyên viên, Vụ Khoáng sản».
    var label: String
    var groups: [Group]
  }

  /// An earlier time.
  struct Earlier {
    var text: String
    var path: String
  }

  var personName: String
  var isOwn: Bool
  var parts: [Part]
  var earlier: [Earlier]
  /// People of the unit that the reader heads, with their own page.
  var people: [Earlier] = []
  /// Of all that may receive something.
  var receivers: [Field.Choice]
  /// Handing over goes on; nil when none does.
  var running: Earlier?
  var action: String
  var backPath: String
  var backLabel = "Về việc của tôi"
  var input: FormInput
  var seal: FormSeal

  var html: HTML {
    let line: HTML =
      isOwn
      ? "Bàn giao toàn bộ công việc, hồ sơ, tài liệu trước khi nghỉ hưu, thôi việc, chuyển công tác, đi học dài hạn."
      : "\(personName): mọi thứ đang giữ. Chưa bàn giao hết thì chưa đóng được tài khoản, chưa ghi được thôi giữ chức danh."
    return """
      \(PageHead(Self.title, line: line, acts: [Button(backLabel, path: backPath)]).html)\(input.summary)\
      \(runningNotice)\(parts.isEmpty ? empty : form)\(history)\(ofUnit)
      """
  }

  private var runningNotice: HTML {
    running.map { Notice(.caution, $0.text, path: $0.path, pathLabel: "Xem tiến độ").html } ?? .empty
  }

  private var empty: HTML {
    EmptyState(
      "Không còn gì phải bàn giao",
      isOwn
        ? "Chức danh của anh/chị không giữ việc, dự thảo, tài liệu nào."
        : "\(personName) không còn giữ việc, dự thảo, tài liệu nào."
    ).html
  }

  private var form: HTML {
    let reasons = [Field.Choice("", "chọn lý do")] + Handover.Reason.allCases.map { .init($0.rawValue, $0.label) }
    let fields = [
      Field("Lý do", name: HandoverField.reason, kind: .select(reasons), required: true, width: .third),
      Field(
        "Người nhận cho tất cả", name: HandoverField.receiver,
        kind: .select([.init("", "chọn từng nhóm bên dưới")] + receivers),
        hint: "Nhóm nào chọn người riêng thì theo người riêng.", width: .half),
      Field(
        "Ghi thêm", name: HandoverField.note, hint: "Ví dụ: theo Quyết định số 15/QĐ-TCĐC.",
        lengthMax: Handover.noteLengthMax),
    ]
    return ActForm(
      action: action, seal: seal,
      content: """
        \(FieldGroup(nil, fields.map { input.filling($0).html }).html)\(parts.map(part))\
        <p class="hint">Từng việc được chuyển riêng, giữ nguyên vai trò và hạn, ghi vào diễn biến với tên hai bên. Việc không chuyển được ở lại với lý do. Việc của đơn vị không đi theo.</p>\
        <div class="acts is-sticky">\(Button("Bàn giao", style: .primary, key: "ctrl+enter", obstacles: running == nil ? [] : ["Đợi lần bàn giao đang chạy xong."]).html)</div>
        """
    ).html
  }

  private func part(_ part: Part) -> HTML {
    "<section class=\"sheet-block leaving\"><h2>\(part.label)</h2>\(part.groups.map(group))</section>"
  }

  private func group(_ group: Group) -> HTML {
    let optional: HTML = .when(!group.isDuty, " <span class=\"quiet\">(không bắt buộc)</span>")
    let receiver: HTML =
      group.receiver.map { input.filling($0).html }
      ?? "<p class=\"hint\">\(group.stays ?? "Kết thúc khi bàn giao, không ai nhận.")</p>"
    let more: HTML = group.morePath.map { "<p><a href=\"\($0)\">Xem tiếp ›</a></p>" } ?? .empty
    return """
      <div class="leaving-group"><details class="folded"\(HTML.flag("open", group.isOpen))>\
      <summary>\(group.title) <span class="count">\(group.count)</span>\(optional)</summary>\(table(group))\(more)</details>\
      \(receiver)</div>
      """
  }

  private func table(_ group: Group) -> HTML {
    DataTable(
      caption: group.title,
      columns: [.init("Số, ký hiệu"), .init("Nội dung", .long), .init("Hạn", .figures), .init("Tình trạng")],
      rows: group.rows.map { row in
        let subject: HTML =
          row.path.map { "<a class=\"subject\" href=\"\($0)\">\(row.subject)</a>" } ?? "\(row.subject)"
        let due: HTML = row.isLate ? "\(StateMark("\(row.due), quá hạn", .wrong).html)" : "\(row.due)"
        return .init(cells: ["\(row.code)", subject, due, "\(row.state)"])
      }, walkable: false
    ).html
  }

  private var ofUnit: HTML {
    guard !people.isEmpty else { return .empty }
    let lines = people.map { "<li><a href=\"\($0.path)\">\($0.text)</a></li>" as HTML }
    return """
      <section class="sheet-block"><h2>Người trong đơn vị</h2>\
      <p class="hint">Mở trang của người sắp nghỉ, chuyển để bàn giao thay họ.</p><ul class="names">\(lines)</ul></section>
      """
  }

  private var history: HTML {
    guard !earlier.isEmpty else { return .empty }
    let lines = earlier.map { "<li><a href=\"\($0.path)\">\($0.text)</a></li>" as HTML }
    return "<section class=\"sheet-block\"><h2>Các lần bàn giao</h2><ul>\(lines)</ul></section>"
  }
}
