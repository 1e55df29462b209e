import Kernel
import Markup

/// One act of this domain as a form: its fields, and everything typed when it was refused.
struct OrganizationFormPage {
  var title: String
  /// What the act does and does not do.
  var explanation: String
  var action: String
  var fields: [HTML]
  /// What stands under the fields: the boxes of the roles.
  var more: HTML = .empty
  var label: String
  /// Where «Thôi» leads.
  var back: String
  var input: FormInput
  var seal: FormSeal
  /// Everything that must end before this can be done; the button is then disabled.
  var obstacles: [String] = []
  var isGrave = false
  var tab: AdministrationTabs

  init(
    _ title: String, explanation: String, action: String, fields: [Field], label: String, back: String,
    tab: AdministrationTabs, input: FormInput, seal: FormSeal
  ) {
    self.title = title
    self.explanation = explanation
    self.action = action
    self.fields = fields.map { input.filling($0).html }
    self.label = label
    self.back = back
    self.tab = tab
    self.input = input
    self.seal = seal
  }

  var html: HTML {
    let acts: HTML = """
      <div class="acts">\(Button(label, style: isGrave ? .grave : .primary, obstacles: obstacles).html)\
      \(Button("Thôi", path: back).html)</div>
      """
    return """
      \(AdministrationTabs.html(current: tab))\(PageHead(title, line: "\(explanation)").html)\(input.summary)\
      \(ActForm(action: action, seal: seal, content: "\(HTML.when(!fields.isEmpty, FieldGroup(nil, fields).html))\(more)\(acts)").html)
      """
  }
}

/// Fields that several forms of this domain have.
enum OrganizationFields {
  static func name(_ label: String, value: String = "", hint: String? = nil) -> Field {
    Field(label, name: "ten", value: value, hint: hint, required: true, focus: true, lengthMax: Typed.nameLengthMax)
  }

  static func day(_ label: String, name: String = "tu-ngay", value: Day, hint: String? = nil) -> Field {
    Field(label, name: name, value: value.text, kind: .day, hint: hint, required: true, width: .third)
  }

  static func abbreviation(_ value: String = "", hint: String) -> Field {
    Field("Viết tắt", name: "viet-tat", value: value, hint: hint, required: true, lengthMax: 50, width: .third)
  }

  static func sortOrder(_ value: Int = 100) -> Field {
    Field("Thứ tự", name: "thu-tu", value: "\(value)", kind: .number, hint: "Số nhỏ đứng trước.", width: .quarter)
  }

  /// One box per role, with what it allows.
  static func roles(_ chosen: Set<Role>, _ input: FormInput) -> HTML {
    let boxes = Role.allCases.map { role -> HTML in
      let isOn = input.isRefused ? input["quyen-\(role.rawValue)"] == "1" : chosen.contains(role)
      return Field(
        role.label, name: "quyen-\(role.rawValue)", value: isOn ? "1" : "", kind: .checkbox, hint: role.explanation,
        width: .half
      ).html
    }
    let reasons = (input.reasons["quyen"] ?? []).map { "<li>\($0)</li>" as HTML }
    return """
      \(FieldGroup("Quyền của chức danh", boxes).html)\
      \(HTML.when(!reasons.isEmpty, "<ul class=\"reasons\">\(reasons)</ul>"))
      """
  }
}

extension Role {
  /// What the role allows, for whoever gives it.
  var explanation: String {
    switch self {
    case .registryClerk: "Vào sổ, cấp số, đóng dấu, phát hành; thấy mọi văn bản của cơ quan."
    case .leader: "Bút phê, giao việc, ký; thấy mọi văn bản của cơ quan."
    case .headOfOffice: "Tham mưu phân phối, kiểm tra thể thức; thấy mọi văn bản của cơ quan."
    case .unitHead: "Phân công trong đơn vị; thấy văn bản giao cho đơn vị."
    case .unitClerk: "Nhận văn bản giao cho đơn vị."
    case .officer: "Xử lý, soạn thảo việc được giao."
    case .archivist: "Nhận hồ sơ nộp lưu, bảo quản, tra cứu lưu trữ."
    case .administrator: "Cơ quan, đơn vị, người, chức danh, tài khoản của cơ quan này và cơ quan trực thuộc."
    }
  }
}
