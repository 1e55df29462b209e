import Markup

/// A withheld document: nothing of what it says, only what is to be decided and by whom.
package struct QuarantinePage {
  /// «Số đến 1247: đang niêm giữ».
  package var title: String
  /// Its book and day.
  var line: String
  /// What stays in the book: «số đến», «số đi».
  var numberWord: String
  var foundAt: String
  var foundBy: String
  /// Where the mark stands, when reading found it.
  var page: Int?
  /// «Lê Văn Bình, 09:12 22/11/2026»; nil while nobody has confirmed.
  var confirmedLine: String?
  var decides: Bool
  var destroys: Bool
  var destroyObstacles: [String]
  var confirmPath: String
  var releasePath: String
  var destroyPath: String
  /// What stays after the destruction; nil: the number in the book, as a cancelled one.
  var remains: String?
  var input: FormInput
  var seal: FormSeal

  package init(
    title: String, line: String, numberWord: String, foundAt: String, foundBy: String, page: Int?,
    confirmedLine: String?, decides: Bool, destroys: Bool, destroyObstacles: [String], confirmPath: String,
    releasePath: String, destroyPath: String, remains: String? = nil, input: FormInput = FormInput(), seal: FormSeal
  ) {
    self.title = title
    self.line = line
    self.numberWord = numberWord
    self.foundAt = foundAt
    self.foundBy = foundBy
    self.page = page
    self.confirmedLine = confirmedLine
    self.decides = decides
    self.destroys = destroys
    self.destroyObstacles = destroyObstacles
    self.confirmPath = confirmPath
    self.releasePath = releasePath
    self.destroyPath = destroyPath
    self.remains = remains
    self.input = input
    self.seal = seal
  }

  package var html: HTML {
    """
    \(PageHead(title, line: "\(line)").html)
    \(input.summary)
    \(Notice(.caution, "Nghi có dấu chỉ độ mật. Không ai xem, tìm hay tải được văn bản này cho đến khi có quyết định.", word: "Niêm giữ").html)
    <section class="sheet-block"><h2>Đã thấy</h2>\(facts.html)\
    <p class="hint">Xem dấu trên bản giấy. Chánh văn phòng hoặc lãnh đạo xác nhận, rồi văn thư xóa: hai người khác nhau. \
    \(remains ?? "Xóa rồi thì \(numberWord) ở lại trong sổ là số đã hủy; sổ đã in trước đây và bản sao lưu phải thu hồi riêng.")</p></section>
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
      ? ActForm(action: confirmPath, seal: seal, button: Button("Xác nhận là dấu mật", style: .grave)).html : .empty
    return """
      <section class="sheet-block"><h2>Quyết định</h2>\(confirm)\
      \(ActForm(action: releasePath, seal: seal, content: "\(reason.html)\(Button("Không phải dấu mật, bỏ niêm giữ").html)").html)</section>
      """
  }

  private var destruction: HTML {
    let button = Button("Xóa hẳn nội dung và tệp", style: .grave, obstacles: destroyObstacles)
    return """
      <section class="sheet-block"><h2>Xóa</h2>\(ActForm(action: destroyPath, seal: seal, button: button).html)</section>
      """
  }
}
