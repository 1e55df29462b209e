import Markup

/// Something withheld: nothing of what it says, only what is to be decided and by whom.
package struct QuarantinePage {
  /// What the flow says of it.
  package struct Heading: Sendable {
    /// «Số đến 1247: đang niêm giữ».
    package var title: String
    /// Where it stands: its book and day.
    package var line: String
    /// What stays after the destruction.
    package var remains: String
    /// Its own address.
    package var path: String
    /// What it is called in a sentence.
    var noun = "tài liệu"

    package init(title: String, line: String, remains: String, path: String) {
      self.title = title
      self.line = line
      self.remains = remains
      self.path = path
    }

    /// Of a document: its number stays in the book, as a cancelled one. `numberWord`: «số đến», «số đi».
    package init(title: String, line: String, numberWord: String, path: String) {
      self.init(
        title: title, line: line,
        remains:
          "Xóa rồi thì \(numberWord) ở lại trong sổ là số đã hủy; sổ đã in trước đây và bản sao lưu phải thu hồi riêng.",
        path: path)
      noun = "văn bản"
    }
  }

  var heading: Heading
  var foundAt: String
  var foundBy: String
  /// Where the mark stands, when reading found it.
  var page: Int?
  /// «Lê Văn Bình, 09:12 22/11/2026»; nil while nobody has confirmed.
  var confirmedLine: String?
  var decides: Bool
  var destroys: Bool
  var destroyObstacles: [String]
  var input: FormInput
  var seal: FormSeal

  package var title: String { heading.title }

  package var html: HTML {
    """
    \(PageHead(title, line: "\(heading.line)").html)
    \(input.summary)
    \(Notice(.caution, "Nghi có dấu chỉ độ mật. Không ai xem, tìm hay tải được \(heading.noun) này cho đến khi có quyết định.", word: "Niêm giữ").html)
    <section class="sheet-block"><h2>Đã thấy</h2>\(facts.html)\
    <p class="hint">Xem dấu trên bản giấy. Chánh văn phòng hoặc lãnh đạo xác nhận, rồi văn thư xóa: hai người khác nhau. \
    \(heading.remains)</p></section>
    \(HTML.when(decides, decision))\(HTML.when(destroys, destruction))
    """
  }

  private var facts: DefinitionList {
    DefinitionList([
      .init("Lúc", text: foundAt), .init("Bởi", text: foundBy), .init("Trang có dấu", text: page.map(String.init)),
      .init("Đã xác nhận", text: confirmedLine ?? "chưa ai xác nhận"),
    ])
  }

  private var decision: HTML {
    let reason = input.filling(
      Field("Lý do bỏ niêm giữ", name: "ly-do", hint: "Ví dụ: chữ trong mẫu biểu, không phải dấu.", lengthMax: 500))
    let confirm: HTML =
      confirmedLine == nil
      ? ActForm(action: path(.confirm), seal: seal, button: Button("Xác nhận là dấu mật", style: .grave)).html : .empty
    return """
      <section class="sheet-block"><h2>Quyết định</h2>\(confirm)\
      \(ActForm(action: path(.release), seal: seal, content: "\(reason.html)\(Button("Không phải dấu mật, bỏ niêm giữ").html)").html)</section>
      """
  }

  private var destruction: HTML {
    let button = Button("Xóa hẳn nội dung và tệp", style: .grave, obstacles: destroyObstacles)
    return """
      <section class="sheet-block"><h2>Xóa</h2>\(ActForm(action: path(.destroy), seal: seal, button: button).html)</section>
      """
  }

  private func path(_ act: SecrecyPaths.Act) -> String { SecrecyPaths.act(act, on: heading.path) }
}
