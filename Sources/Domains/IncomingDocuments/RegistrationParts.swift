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

/// Turning, splitting, joining and throwing away pages before they get a number.
struct PageArrangement {
  var waiting: RegistrationPage.Waiting
  var pages: [Int]
  var seal: FormSeal

  var html: HTML {
    """
    <details class="folded"><summary>Sắp lại trang trước khi lưu</summary>\
    <div class="arrangement">\(turn)\(HTML.when(pages.count > 1, split))\
    \(HTML.when(!waiting.others.isEmpty, join))\(discard)\(destroy)</div></details>
    """
  }

  private func pageChoice(_ label: String, name: String, id: String, from first: Int) -> HTML {
    let choices = pages.filter { $0 >= first }.map { Field.Choice(String($0), "Trang \($0)") }
    return Field(label, name: name, kind: .select(choices), id: id).html
  }

  private var turn: HTML {
    let turns = [Field.Choice("1", "Sang phải"), Field.Choice("3", "Sang trái"), Field.Choice("2", "Ngược lại")]
    return ActForm(
      action: waiting.turnPath, seal: seal,
      content: """
        \(pageChoice("Xoay", name: "page", id: "turn-page", from: 1))\
        \(Field("Hướng", name: "quarterTurns", kind: .select(turns), id: "turn-direction").html)\
        \(Button("Xoay trang").html)
        """
    ).html
  }

  private var split: HTML {
    ActForm(
      action: waiting.splitPath, seal: seal,
      content: """
        \(pageChoice("Tách thành văn bản khác, từ", name: "fromPage", id: "split-page", from: 2))\(Button("Tách").html)
        """
    ).html
  }

  private var join: HTML {
    ActForm(
      action: waiting.joinPath, seal: seal,
      content: """
        \(Field("Ghép thêm vào cuối", name: "paper", kind: .select(waiting.others), id: "join-paper").html)\
        \(Button("Ghép").html)
        """
    ).html
  }

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
