import Markup

/// One dossier of a review: what the council says of it, and what may become of it.
struct ReviewLinePage {
  struct Opinion {
    var name: String
    var reason: String
  }

  var reviewCode: String
  var backPath: String
  var code: String
  var title: String
  /// Nil for what is destroyed.
  var dossierPath: String?
  var retention: String
  var ended: String
  var size: String
  var state: StateMark
  var reason: String
  var opinions: [Opinion]
  var forms: HTML
  var notice: HTML = .empty

  var html: HTML {
    let acts = [Button("Về danh mục", path: backPath)] + (dossierPath.map { [Button("Mở hồ sơ", path: $0)] } ?? [])
    let facts = DefinitionList([
      .init("Đợt xét hủy", text: reviewCode), .init("Thời hạn bảo quản", text: retention),
      .init("Kết thúc", text: ended), .init("Gồm", text: size), .init("Lý do", text: reason.isEmpty ? nil : reason),
    ])
    return """
      \(PageHead(title, line: "<span class=\"code\">\(code)</span> \(state.html)", acts: acts).html)\(notice)\(facts.html)\
      \(said)\(forms)
      """
  }

  private var said: HTML {
    guard !opinions.isEmpty else { return .empty }
    let lines = opinions.map { "<li><b>\($0.name)</b> đề nghị giữ lại: \($0.reason)</li>" as HTML }
    return "<section class=\"sheet-block\"><h2>Ý kiến hội đồng</h2><ul>\(lines)</ul></section>"
  }
}
