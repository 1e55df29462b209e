import Kernel
import Markup
import WebAPI

/// Names of the fields of «Tạo mã truy cập».
enum APITokenForm {
  static let name = "ten-ma"
  static let days = "so-ngay"
  static let scopes = "pham-vi"
  static func scope(_ scope: APIScope) -> String { "pv-\(scope.rawValue.replacing(":", with: "-"))" }
}

/// A new access token: for what, how long, what it may do.
struct APITokenPage {
  var postLabel: String
  var input = FormInput()
  var seal: FormSeal

  static let title = "Tạo mã truy cập"

  var html: HTML {
    let name = Field(
      "Dùng cho phần mềm nào", name: APITokenForm.name, hint: "Ví dụ: Phần mềm một cửa của Sở.", required: true,
      focus: true, lengthMax: APIToken.nameLengthMax, width: .half)
    let days = Field(
      "Thời hạn", name: APITokenForm.days, value: "90",
      kind: .select(APIToken.daysOffered.map { Field.Choice("\($0)", $0 == 366 ? "một năm" : "\($0) ngày") }),
      width: .quarter)
    let content: HTML = """
      \(FieldGroup(fields: [name, days].map(input.filling)).html)\
      \(FieldGroup("Phạm vi: chỉ chọn những gì phần mềm cần", APIScope.allCases.map(tick)).html)\(scopeReasons)\
      <div class="acts">\(Button("Tạo mã", style: .primary).html)\(Button("Thôi", path: IdentityPaths.myAccount).html)</div>
      """
    return """
      \(PageHead(Self.title, line: "Phần mềm cầm mã này làm việc với tư cách <b>\(postLabel)</b>; mọi việc đều ghi vết dưới tên anh/chị.").html)\
      \(input.summary)\(ActForm(action: IdentityPaths.newToken, seal: seal, content: content).html)
      """
  }

  private func tick(_ scope: APIScope) -> HTML {
    input.filling(Field(scope.label, name: APITokenForm.scope(scope), kind: .checkbox, width: .half)).html
  }

  private var scopeReasons: HTML {
    let reasons = input.reasons[APITokenForm.scopes] ?? []
    return reasons.isEmpty ? .empty : "<ul class=\"reasons\">\(reasons.map { "<li>\($0)</li>" as HTML })</ul>"
  }
}

/// The secret of a new token, shown once.
struct NewAPITokenPage {
  var name: String
  var secret: String
  var expiresOn: String

  static let title = "Mã truy cập mới"

  var html: HTML {
    let secret = Field(
      "Mã truy cập", name: "ma", value: secret, hint: "Phần mềm gửi mã trong tiêu đề «Authorization: Bearer …».",
      readOnly: true, focus: true)
    return """
      \(PageHead(Self.title, line: "«\(name)», dùng được đến \(expiresOn).").html)\
      \(Notice(.caution, "Chép ngay và cất nơi an toàn: hệ thống chỉ giữ dấu vân của mã, nên trang này không hiện lại được.").html)\
      <div class="fields">\(secret.html)</div>\
      <p class="acts"><button type="button" class="button button-plain" data-copy="\(secret.id)" data-copied="Đã chép">Chép mã</button>\
      \(Button("Xong", style: .primary, path: IdentityPaths.myAccount).html)\
      \(Button("Cách dùng, có lệnh mẫu", style: .quiet, path: IdentityPaths.programming).html)</p>
      """
  }
}
