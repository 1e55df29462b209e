import FileVault
import Jobs
import Kernel
import Markup

/// «Lấy cả hồ sơ»: what it can be taken as, and the packages made before.
struct DossierPackagesPage {
  struct Line {
    var package: DossierPackage
    var path: String
    /// Nil once it is made.
    var job: Job?
  }

  static let keys: [KeyHint] = [KeyHint("ctrl+enter", "đóng gói")]

  var title: String
  var notation: String
  var dossierPath: String
  /// Where it is asked for.
  var action: String
  var progressPath: String
  var lines: [Line]
  /// Its parts, each packed under its own code.
  var parts: [String] = []
  var input = FormInput()
  var seal: FormSeal

  var isWorking: Bool { lines.contains { $0.package.madeAt == nil && $0.job?.state != .failed } }

  var html: HTML {
    """
    \(PageHead("Lấy cả hồ sơ", line: "<a href=\"\(dossierPath)\"><span class=\"code\">\(notation)</span> \(title)</a>").html)
    \(input.summary)\(form)
    <section id="goi"\(HTML.attribute("data-live", isWorking ? progressPath : nil))><h2>Gói đã làm</h2>\
    \(lines.isEmpty ? empty : table.html)</section>
    """
  }

  private var form: HTML {
    let choices = DossierPackage.Kind.allCases.enumerated().map { index, kind -> HTML in
      let chosen = input[DossierPackagePaths.kind]
      let isChosen = chosen.isEmpty ? index == 0 : chosen == kind.rawValue
      return """
        <li><label><input type="radio" name="\(DossierPackagePaths.kind)" \
        value="\(kind.rawValue)"\(HTML.flag("checked", isChosen))>\
        <span><span>\(kind.label)</span> <span class="quiet">\(kind.hint)</span></span></label></li>
        """
    }
    return ActForm(
      action: action, seal: seal,
      content: """
        <fieldset class="group"><legend>Lấy dưới dạng</legend><ul class="filing-choices">\(choices)</ul></fieldset>\
        <p class="hint">Gói gồm đủ văn bản, tài liệu của hồ sơ như anh/chị được xem. Hệ thống làm ở nền, có thể rời trang này; \
        gói giữ một tuần, chỉ anh/chị tải được, và hồ sơ ghi lại ai đã lấy.\(partsHint)</p>\
        <div class="acts">\(Button("Đóng gói", style: .primary, key: "ctrl+enter").html)</div>
        """
    ).html
  }

  private var partsHint: String {
    parts.isEmpty
      ? "" : " Hồ sơ con lấy riêng, mỗi hồ sơ một gói theo mã của nó: \(parts.joined(separator: ", "))."
  }

  private var empty: HTML { EmptyState("Chưa có gói nào", "Chọn dạng ở trên rồi bấm «Đóng gói».").html }

  private var table: DataTable {
    DataTable(
      caption: "Gói đã làm, mới nhất lên đầu",
      columns: [.init("Dạng", .long), .init("Yêu cầu lúc", .figures), .init("Tệp", .long)],
      rows: lines.map { line in
        .init(
          id: "goi-\(line.package.id)",
          cells: ["\(line.package.kind.label)", "\(line.package.askedAt.text)", file(line)])
      }, walkable: false)
  }

  private func file(_ line: Line) -> HTML {
    if let file = line.package.file {
      return "<a href=\"\(line.path)\" download>Tải về (\(ByteText.text(file.bytes)))</a>"
    }
    guard let job = line.job else { return "Đang chờ" }
    if job.state == .failed { return "<b>Chưa làm được gói.</b> \(job.lastError ?? "") Báo quản trị để chạy lại." }
    if let error = job.lastError { return "<b>Chưa làm được gói.</b> \(error) Hệ thống sẽ tự làm lại." }
    let text = job.progress.note.isEmpty ? "Đang chờ làm gói" : job.progress.note
    return ProgressLine(
      key: "goi-\(line.package.id)", text: text, value: job.progress.done, max: job.progress.total ?? 1
    ).html
  }
}
