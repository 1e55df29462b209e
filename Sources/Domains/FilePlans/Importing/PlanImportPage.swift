import Markup

/// A file that was read: where its columns are, what it would bring, what is wrong with it. Nothing is written yet.
struct PlanImportPage {
  struct Line {
    var row: String
    var heading: String
    var title: String
    var retention: String
    var maker: String
  }

  struct Fault {
    var row: String
    var message: String
  }

  var title: String
  var fileName: String
  var tab: DossierTabs
  /// One choice for each column that is looked for.
  var mapping: [Field]
  var mappingAction: String
  /// «3 đề mục, 24 hồ sơ».
  var summary: String
  var lines: [Line]
  var lineCount: Int
  var faults: [Fault]
  var faultCount: Int
  var hasMakers: Bool
  var action: String
  var backPath: String
  var refusal: HTML = .empty
  var seal: FormSeal

  static let skipField = "bo-qua"
  static let columnPrefix = "cot-"
  /// More are counted, not listed.
  static let linesMax = 200

  var html: HTML {
    """
    \(DossierTabs.html(current: tab))\(PageHead(
      title, line: "Tệp «\(fileName)». Chưa có gì được ghi; xem thử bên dưới rồi xác nhận.").html)\(refusal)\
    <section class="sheet-block"><h2>Cột trong tệp</h2>\(ActForm(action: mappingAction, seal: seal, content: """
      \(FieldGroup(fields: mapping).html)<div class="acts">\(Button("Đọc lại theo các cột này").html)</div>
      """).html)</section>\(faultBlock)\(confirm)\(preview)
    """
  }

  private var faultBlock: HTML {
    guard faultCount > 0 else { return .empty }
    let rest: HTML = .when(
      faults.count < faultCount, "<p class=\"hint\">Còn \(faultCount - faults.count) dòng sai khác.</p>")
    return """
      <section class="sheet-block"><h2>Dòng sai <span class="count">\(faultCount)</span></h2>\(DataTable(
        caption: "Dòng sai", columns: [.init("Dòng", .figures), .init("Sai ở đâu", .long)],
        rows: faults.map { .init(cells: ["\($0.row)", "\($0.message)"]) }, walkable: false).html)\(rest)</section>
      """
  }

  private var confirm: HTML {
    let skip: HTML = .when(
      faultCount > 0 && lineCount > 0,
      Field("Bỏ qua \(faultCount) dòng sai, chỉ nhập các dòng đúng", name: Self.skipField, kind: .checkbox).html)
    let obstacles = lineCount == 0 ? ["Tệp chưa có dòng nào nhập được."] : []
    return ActForm(
      action: action, seal: seal,
      content: """
        <p><strong>Sẽ nhập: \(summary).</strong></p>\(skip)\
        <div class="acts">\(Button("Xác nhận nhập", style: .primary, obstacles: obstacles).html)\
        \(Button("Thôi", path: backPath).html)</div>
        """
    ).html
  }

  private var preview: HTML {
    guard !lines.isEmpty else { return .empty }
    let rest: HTML = .when(
      lines.count < lineCount,
      "<p class=\"hint\">Trang này hiện \(lines.count) dòng đầu trong \(lineCount) dòng.</p>")
    let makers: [DataTable.Column] = hasMakers ? [.init("Người lập")] : []
    return """
      <section class="sheet-block"><h2>Xem thử</h2>\(DataTable(
        caption: "Xem thử",
        columns: [
          .init("Dòng", .figures), .init("Đề mục"), .init("Tiêu đề", .long), .init("Thời hạn"),
        ] + makers,
        rows: lines.map { line in
          .init(
            cells: ["\(line.row)", "\(line.heading)", "\(line.title)", "\(line.retention)"]
              + (hasMakers ? ["\(line.maker)"] : []))
        }, walkable: false).html)\(rest)</section>
      """
  }
}
