import Markup

/// Documents that look like the one being registered, each with its first page. A fragment of «Vào sổ».
struct DuplicatePanel {
  struct Match {
    var arrivalNumber: Int
    var arrivalDay: String
    /// «2803/BTTTT-THH».
    var codeText: String
    var issuedDay: String?
    var issuer: String
    var subject: String
    /// Why it looks the same: «trùng số, ký hiệu và cơ quan ban hành».
    var why: String
    var path: String
    var thumbnailPath: String?
  }

  var matches: [Match]

  var html: HTML {
    guard !matches.isEmpty else { return .empty }
    return """
      <section class="duplicate" data-found aria-label="Văn bản có thể trùng"><h2><span class="state state-look">Cần xem</span> \
      Có thể đã vào sổ rồi</h2><ul>\(matches.map(item))</ul></section>
      """
  }

  private func item(_ match: Match) -> HTML {
    let image: HTML =
      match.thumbnailPath.map { "<img src=\"\($0)\" alt=\"Trang đầu của số đến \(match.arrivalNumber)\">" } ?? .empty
    let issued = match.issuedDay.map { " ngày \($0)" } ?? ""
    return """
      <li>\(image)<div><p><b>Số đến \(match.arrivalNumber)</b>, \(match.arrivalDay): \(match.why)</p>\
      <p>\(match.codeText)\(issued), \(match.issuer)</p><p class="subject">\(match.subject)</p>\
      <p><a href="\(match.path)" target="_blank" rel="noopener">Xem văn bản đó (cửa sổ mới)</a></p></div></li>
      """
  }
}

/// The number that «Lưu» will take, and which year's book gives it when it is not this year's. A fragment of «Vào sổ»
/// that follows the chosen book and the typed day of arrival.
struct NextNumber: Sendable {
  var number: Int
  var pastYear: Int?

  var html: HTML {
    let year: HTML = pastYear.map { " <span class=\"quiet\">ở sổ năm \($0)</span>" } ?? .empty
    return "\(number)\(year)"
  }

  /// In place of a number when no book gives one.
  static let none: HTML = "<span class=\"quiet\">sổ đã khóa</span>"
}

/// Turning, splitting and joining pages before they get a number. Part of the form itself, after the buttons that save.
struct PageArrangement {
  var waiting: RegistrationPage.Waiting
  var pages: [Int]
  /// What was chosen when it was refused.
  var input: FormInput

  var html: HTML {
    """
    <details class="folded"><summary>Sắp lại trang trước khi lưu</summary>\
    <div class="arrangement">\(HTML.when(!pages.isEmpty, turn))\(HTML.when(pages.count > 1, split))\
    \(HTML.when(!waiting.others.isEmpty, join))<p class="hint">Những gì đã gõ ở trên vẫn còn sau khi sắp.</p></div></details>
    """
  }

  private func act(_ label: String, _ path: String, _ fields: [Field]) -> HTML {
    let button = Button(label, formAction: path, skipsChecks: true, leavesFiles: true)
    return "<div class=\"arrangement-act\">\(fields.map { input.filling($0).html })\(button.html)</div>"
  }

  private func pageChoice(_ label: String, name: String, id: String, from first: Int) -> Field {
    let choices = pages.filter { $0 >= first }.map { Field.Choice(String($0), "Trang \($0)") }
    return Field(label, name: name, kind: .select(choices), id: id)
  }

  private var turn: HTML {
    let turns = [Field.Choice("1", "Sang phải"), Field.Choice("3", "Sang trái"), Field.Choice("2", "Ngược lại")]
    return act(
      "Xoay trang", waiting.turnPath,
      [
        pageChoice("Xoay", name: "page", id: "turn-page", from: 1),
        Field("Hướng", name: "quarterTurns", kind: .select(turns), id: "turn-direction"),
      ])
  }

  private var split: HTML {
    act(
      "Tách", waiting.splitPath,
      [pageChoice("Tách thành văn bản khác, từ", name: "fromPage", id: "split-page", from: 2)])
  }

  private var join: HTML {
    act(
      "Ghép", waiting.joinPath,
      [Field("Ghép thêm vào cuối", name: "paper", kind: .select(waiting.others), id: "join-paper")])
  }
}

/// Throwing a waiting paper away, or destroying it for its secrecy mark.
struct PaperRemoval {
  var waiting: RegistrationPage.Waiting
  var seal: FormSeal

  var html: HTML { "<div class=\"removal\">\(back)\(discard)\(destroy)</div>" }

  private var back: HTML { Button("Trả nơi gửi", style: .quiet, path: waiting.returnPath).html }

  private var discard: HTML {
    Dialog(
      id: "discard", title: "Bỏ tệp này khỏi danh sách chờ?",
      content: """
        <p>Tệp chưa có số đến nên không để lại dòng nào trong sổ. Muốn vào sổ sau này phải tải lên lại.</p>\
        \(ActForm(action: waiting.discardPath, seal: seal, button: Button("Bỏ tệp", style: .grave)).html)
        """
    ).html(opener: "Bỏ tệp này", style: .quiet)
  }

  private var destroy: HTML {
    Dialog(
      id: "secret", title: "Tệp này có dấu mật?",
      content: """
        <p>Hệ thống không được giữ văn bản mật: tệp, ảnh trang, chữ đã đọc và cả tên tệp trong nhật ký bị xóa hẳn. \
        Đăng ký văn bản ở sổ mật.</p>\
        \(ActForm(action: waiting.destroyPath, seal: seal, button: Button("Có dấu mật, xóa hẳn", style: .grave)).html)
        """
    ).html(opener: "Tệp có dấu mật", style: .quiet)
  }
}
