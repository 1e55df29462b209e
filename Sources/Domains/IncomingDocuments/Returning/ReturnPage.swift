import Documents
import Markup

/// Trả nơi gửi: to whom, why, how; what stood on the paper is filled in where it was read.
struct ReturnPage {
  /// «Tệp scan0033.pdf», «Số đến 1247, 283/VP-HC».
  var what: String
  var explanation: String
  var action: String
  var facts: ReturnedPaper.Facts
  /// A registered document keeps its own number, symbol and subject.
  var isRegistered = false
  /// It waits as a file, which may be kept.
  var hasFile = false
  /// The file is not read yet: keeping it needs the clerk's word.
  var vouches = false
  var pagePath: String?
  var cancelPath: String
  var input: FormInput
  var seal: FormSeal

  static let title = "Trả nơi gửi"
  static let keys: [KeyHint] = [KeyHint("ctrl+enter", "trả")]

  var html: HTML {
    let image: HTML =
      pagePath.map { "<div class=\"handling-page\"><img src=\"\($0)\" alt=\"Trang đầu của \(what)\"></div>" } ?? .empty
    return """
      \(PageHead(Self.title, line: "\(what)").html)<div class="handling"><div class="handling-form">\
      \(input.summary)<p class="hint">\(explanation)</p>\
      \(ActForm(action: action, seal: seal, content: """
        \(FieldGroup(nil, fields.map { input.filling($0).html }).html)\
        <div class="acts is-sticky">\(Button("Trả nơi gửi", style: .grave, key: "ctrl+enter").html)\(Button("Thôi", path: cancelPath).html)</div>
        """).html)</div>\(image)</div>
      """
  }

  private var fields: [Field] {
    let (r, max) = (ReturnField.self, ReturnedPaper.reasonLengthMax)
    var fields = [
      Field("Trả cho", name: r.sender, value: facts.sender, required: true, lengthMax: max),
      Field(
        "Lý do", name: r.reason, value: facts.reason, kind: .area(rows: 2),
        hint: "Ví dụ: gửi nhầm cơ quan; không thuộc thẩm quyền; không có chữ ký.", required: true, focus: true,
        lengthMax: max),
      Field(
        "Cách trả", name: r.way, value: facts.way.rawValue,
        kind: .select(ReturnedPaper.Way.chosen.map { .init($0.rawValue, $0.label) }), width: .third),
      Field(
        "Tình trạng bì, dấu, số", name: r.condition, value: facts.condition,
        hint: "Chỉ ghi khi có gì khác thường: bì rách, dấu khác, thiếu trang.", lengthMax: max),
    ]
    if !isRegistered {
      fields += [
        Field("Số, ký hiệu", name: r.code, value: facts.codeText, lengthMax: 100, width: .third),
        Field("Trích yếu", name: r.subject, value: facts.subject, kind: .area(rows: 2), lengthMax: max),
      ]
    }
    if hasFile {
      fields.append(
        Field(
          "Giữ bản chụp làm bằng chứng", name: r.keepsFile, kind: .checkbox,
          hint: "Không tích thì tệp bị bỏ; dòng trong danh sách vẫn còn."))
    }
    if vouches { fields.append(Field(Secrecy.vouchLabel, name: RegistrationField.vouchedOpen, kind: .checkbox)) }
    return fields
  }
}
