import Markup

/// What a document does to others, and what others did to it (DI-09).
struct RelationBlock {
  struct Line {
    /// «Thay thế», «Đã bị thay thế bởi».
    var label: String
    var text: String
    var path: String
    /// Not in force yet, or no longer.
    var note = ""
    /// Takes it off, with a reason.
    var undo: Dialog?
  }

  var lines: [Line]

  var html: HTML {
    guard !lines.isEmpty else { return .empty }
    let items = lines.map { line -> HTML in
      """
      <li><span><span class="quiet">\(line.label)</span> <a href="\(line.path)">\(line.text)</a></span>\
      \(HTML.when(!line.note.isEmpty, "<span class=\"quiet\">\(line.note)</span>"))\(line.undo?.html(opener: "Bỏ quan hệ", style: .quiet))</li>
      """
    }
    return "<section class=\"sheet-block\"><h2>Văn bản liên quan</h2><ul class=\"holders\">\(items)</ul></section>"
  }
}

/// Who was asked to answer by a day, who did, who did not (hạn trả lời).
struct ReplyBlock {
  struct Line {
    var name: String
    var state: StateMark
    /// «12/SXD-VP ngày 05/11/2026, có dẫn số, ký hiệu».
    var line: String
    var answerPath: String?
    /// Takes the answer off again.
    var unpair: ActForm?
  }

  /// «20/11/2026».
  var due: String
  var lines: [Line]
  var answered: Int

  var html: HTML {
    guard !lines.isEmpty else { return .empty }
    let items = lines.map { line -> HTML in
      let said: HTML = line.answerPath.map { "<a href=\"\($0)\">\(line.line)</a>" } ?? "\(line.line)"
      return """
        <li><span><b>\(line.name)</b></span>\(line.state.html)<span class="quiet">\(said)</span>\(line.unpair?.html)</li>
        """
    }
    return """
      <section class="sheet-block" id="tra-loi"><h2>Trả lời <span class="count">\(answered)/\(lines.count)</span></h2>\
      <p class="hint">Hạn trả lời \(due).</p><ul class="holders">\(items)</ul></section>
      """
  }
}
