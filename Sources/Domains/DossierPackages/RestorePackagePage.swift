import Documents
import Dossiers
import FilePlans
import Markup

/// «Nhập gói hồ sơ»: a package of another system becomes a dossier of this one.
struct RestorePackagePage {
  static let title = "Nhập gói hồ sơ"
  static let keys: [KeyHint] = [KeyHint("ctrl+enter", "nhập gói")]

  var input: FormInput
  var seal: FormSeal

  var html: HTML {
    let name = DossierPackagePaths.self
    let periods = RetentionPeriod.usual.map { Field.Choice($0.code, $0.text) }
    let fields = [
      Field(
        "Gói hồ sơ (.zip)", name: name.file, kind: .file(accept: ".zip", multiple: false),
        hint: "Gói nộp lưu SIP theo Thông tư 05/2025/TT-BNV, một hồ sơ mỗi gói.", required: true),
      Field(
        "Thời hạn bảo quản", name: name.retention, kind: .select([Field.Choice("", "Theo gói")] + periods),
        hint: "Chỉ cần chọn khi gói ghi «khác» (mã 07).", width: .half),
      Field(Secrecy.vouchLabel, name: name.vouched, kind: .checkbox, required: true, width: .half),
    ].map(input.filling)
    return """
      \(PageHead(Self.title, line: "<a href=\"\(DossierPaths.list)\">Hồ sơ</a>").html)\(input.summary)
      \(ActForm(action: DossierPaths.restoring, seal: seal, carriesFiles: true, content: """
        \(FieldGroup(fields: fields).html)\
        <p class="hint">Hệ thống đối chiếu mã băm của từng tệp, từng trường mô tả; sai một chỗ thì không nhập gì. \
        Hồ sơ vào danh sách ở trạng thái đã kết thúc, văn bản giữ số của cơ quan ban hành.</p>\
        <div class="acts">\(Button("Nhập gói", style: .primary, key: "ctrl+enter").html)</div>
        """).html)
      """
  }
}
