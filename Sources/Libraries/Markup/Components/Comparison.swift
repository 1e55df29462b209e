/// Two versions of a text, one in the other (so sánh): what was added is underlined and marked «+», what was removed is
/// struck through and marked «−»; long stretches without change are folded. Never told by colour alone.
package struct Comparison: Sendable {
  package enum Change: Sendable { case kept, added, removed }

  /// Words in a row with the same fate.
  package struct Piece: Sendable {
    package var change: Change
    package var text: String

    package init(_ change: Change, _ text: String) {
      self.change = change
      self.text = text
    }
  }

  /// A paragraph, with what became of it as a whole.
  package struct Paragraph: Sendable {
    package enum Kind: Sendable { case kept, changed, added, removed }

    package var kind: Kind
    package var pieces: [Piece]

    package init(_ kind: Kind, _ pieces: [Piece]) {
      self.kind = kind
      self.pieces = pieces
    }
  }

  /// Paragraphs shown around a change.
  private static let around = 1

  /// What is compared: «Phiên bản 3 so với phiên bản 2».
  package var caption: String
  package var paragraphs: [Paragraph]

  package init(_ caption: String, _ paragraphs: [Paragraph]) {
    self.caption = caption
    self.paragraphs = paragraphs
  }

  package var html: HTML {
    guard paragraphs.contains(where: { $0.kind != .kept }) else {
      return "<p class=\"hint\">\(caption): phần chữ không có gì khác nhau.</p>"
    }
    return """
      <section class="comparison" aria-label="\(caption)"><p class="hint">\(caption). \
      <ins>Gạch chân, dấu +</ins> là phần thêm; <del>gạch ngang, dấu −</del> là phần bỏ.</p>\(stretches)</section>
      """
  }

  /// Changed paragraphs with what stands around them, the rest folded.
  private var stretches: HTML {
    var html = HTML()
    var place = 0
    while place < paragraphs.count {
      guard paragraphs[place].kind == .kept else {
        html += shown(paragraphs[place])
        place += 1
        continue
      }
      let end = paragraphs[place...].firstIndex { $0.kind != .kept } ?? paragraphs.count
      html += kept(place..<end)
      place = end
    }
    return html
  }

  private func kept(_ range: Range<Int>) -> HTML {
    let head = range.lowerBound == 0 ? 0 : Self.around
    let tail = range.upperBound == paragraphs.count ? 0 : Self.around
    let folded = (range.lowerBound + head)..<max(range.lowerBound + head, range.upperBound - tail)
    guard folded.count > 2 else { return paragraphs[range].map(shown).joined() }
    return """
      \(paragraphs[range.lowerBound..<folded.lowerBound].map(shown))<details><summary>\(folded.count) đoạn không đổi\
      </summary>\(paragraphs[folded].map(shown))</details>\(paragraphs[folded.upperBound..<range.upperBound].map(shown))
      """
  }

  private func shown(_ paragraph: Paragraph) -> HTML {
    let (name, mark, spoken): (String, String, String) =
      switch paragraph.kind {
      case .kept: ("is-kept", "", "")
      case .changed: ("is-changed", "±", "Đoạn sửa: ")
      case .added: ("is-added", "+", "Đoạn thêm: ")
      case .removed: ("is-removed", "−", "Đoạn bỏ: ")
      }
    let ear: HTML = .when(!spoken.isEmpty, "<span class=\"for-ear\">\(spoken)</span>")
    return """
      <div class="compared \(name)"><span class="compared-mark" aria-hidden="true">\(mark)</span><p>\(ear)\
      \(paragraph.pieces.map(shown))</p></div>
      """
  }

  private func shown(_ piece: Piece) -> HTML {
    switch piece.change {
    case .kept: "\(piece.text)"
    case .added: "<ins>\(piece.text)</ins>"
    case .removed: "<del>\(piece.text)</del>"
    }
  }
}
