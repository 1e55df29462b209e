import Markup

/// A change of rights: who gains, who loses, who sees on for another reason; before it is asked for, and where it is
/// decided (PL6-33).
struct RightsChangePage {
  /// One person whom it touches.
  struct Row {
    var name: String
    var unit: String
    /// «Được xem hồ sơ».
    var turns: [StateMark]
    /// «thêm 3 văn bản».
    var documents: [String]
    /// What they see on although the dossier shows it no longer, and why.
    var kept: [String]
  }

  var dossierName: String
  var dossierPath: String
  /// «Thêm Lê Thị Mai, Chuyên viên (chỉ xem)».
  var sentence: String
  var state: StateMark?
  var facts: [DefinitionList.Entry] = []
  var refusal: HTML = .empty
  /// Nil when the reader is not shown whom it touches.
  var rows: [Row]?
  var form: HTML

  static let title = "Thay đổi quyền trên hồ sơ"
  static let keys: [KeyHint] = [KeyHint("ctrl+enter", "gửi, xác nhận")]

  var html: HTML {
    let mark: HTML = state.map { " \($0.html)" } ?? .empty
    return """
      \(PageHead(Self.title, line: "<a href=\"\(dossierPath)\">\(dossierName)</a>\(mark)").html)\(refusal)\
      \(HTML.when(!sentence.isEmpty, DefinitionList([.init("Thay đổi", "<strong>\(sentence)</strong>")] + facts).html))\
      \(touched)\(form)
      """
  }

  private var touched: HTML {
    guard let rows else { return .empty }
    if rows.isEmpty {
      return "<section><h2>Ai thêm quyền, ai mất quyền</h2><p>Không ai thêm hay mất quyền xem.</p></section>"
    }
    return """
      <section><h2>Ai thêm quyền, ai mất quyền</h2>\(table.html)\
      <p class="hint">Tính theo quyền lúc này. Chưa có gì thay đổi cho đến khi được xác nhận.</p></section>
      """
  }

  private var table: DataTable {
    DataTable(
      caption: "Ai thêm quyền, ai mất quyền",
      columns: [
        .init("Người"), .init("Đơn vị"), .init("Với hồ sơ"), .init("Văn bản trong hồ sơ"),
        .init("Vẫn xem được vì lý do khác"),
      ],
      rows: (rows ?? []).map { row in
        .init(cells: [
          "\(row.name)", "\(row.unit)", Self.lines(row.turns.map(\.html)), Self.lines(row.documents.map { "\($0)" }),
          Self.lines(row.kept.map { "\($0)" }),
        ])
      }, walkable: false)
  }

  private static func lines(_ parts: [HTML]) -> HTML {
    parts.count > 1 ? "<ul>\(parts.map { "<li>\($0)</li>" as HTML })</ul>" : parts.first ?? .empty
  }
}
