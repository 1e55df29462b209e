import Markup

/// A dossier that was handed over, held against the plan: taken over or given back (HS-08).
struct ArchiveReviewPage {
  struct Point {
    var name: String
    var expected: String
    var found: String
    var difference: String?
  }

  struct Head {
    var title: String
    var code: String
    var maker: String
    var retention: String
    var size: String
    var submitted: String
    var confirmation: HTML
    var dossierPath: String
    var contentsPath: String
    var transfer: (name: String, path: String)?
  }

  struct Form {
    var acceptance: String
    var giveBackPath: String
    /// Why the reader does neither; empty when they may.
    var obstacles: [String]
    var noteLengthMax: Int
    var reasonLengthMax: Int
    var noteName: String
    var reasonName: String
  }

  var head: Head
  var points: [Point]
  var form: Form
  var input: FormInput
  var seal: FormSeal

  static let keys: [KeyHint] = [KeyHint("ctrl+enter", "nhận vào lưu trữ")]

  private var differences: [Point] { points.filter { $0.difference != nil } }

  var html: HTML {
    "\(top)\(input.summary)\(facts)\(check)\(acceptance)\(giveBack)"
  }

  private var top: HTML {
    PageHead(
      head.title, line: "<span class=\"code\">\(head.code)</span> Trả lời trước \(head.confirmation)",
      acts: [
        Button("Xem văn bản trong hồ sơ", path: head.contentsPath), Button("Mở hồ sơ", path: head.dossierPath),
      ]
    ).html
  }

  private var facts: HTML {
    DefinitionList([
      .init("Người lập", text: head.maker), .init("Thời hạn bảo quản", text: head.retention),
      .init("Gồm", text: head.size), .init("Đã nộp", text: head.submitted),
      .init("Đợt giao nộp", head.transfer.map { "<a href=\"\($0.path)\">\($0.name)</a>" } ?? .empty),
    ]).html
  }

  private var check: HTML {
    let table = DataTable(
      caption: "Kiểm tra theo danh mục hồ sơ",
      columns: [
        .init("Nội dung", .long), .init("Theo danh mục, yêu cầu"), .init("Trong hồ sơ"), .init("Kết quả"),
      ],
      rows: points.map { point in
        let mark = point.difference.map { StateMark("Khác: \($0)", .look) } ?? StateMark("Khớp", .done)
        return .init(cells: ["\(point.name)", "\(point.expected)", "\(point.found)", mark.html])
      }, walkable: false)
    return "<section><h2>Kiểm tra theo danh mục hồ sơ</h2>\(table.html)</section>"
  }

  private var acceptance: HTML {
    let hint =
      differences.isEmpty
      ? "Không bắt buộc." : "Còn \(differences.count) điểm khác ở trên: ghi vì sao vẫn nhận."
    let note = Field(
      "Ý kiến của lưu trữ", name: form.noteName, kind: .area(rows: 2), hint: hint, required: !differences.isEmpty,
      lengthMax: form.noteLengthMax)
    return """
      <section><h2>Nhận vào lưu trữ</h2>\(ActForm(action: form.acceptance, seal: seal, content: """
        \(FieldGroup(fields: [input.filling(note)]).html)\
        <div class="acts">\(Button("Nhận vào lưu trữ", style: .primary, key: "ctrl+enter", obstacles: form.obstacles).html)</div>
        """).html)</section>
      """
  }

  private var giveBack: HTML {
    let reason = Field(
      "Lý do trả lại", name: form.reasonName, required: true, lengthMax: form.reasonLengthMax)
    return """
      <section><h2>Trả lại đơn vị</h2>\(ActForm(action: form.giveBackPath, seal: seal, content: """
        \(FieldGroup(fields: [input.filling(reason)]).html)\
        <div class="acts">\(Button("Trả lại", obstacles: form.obstacles).html)</div>
        """).html)</section>
      """
  }
}
