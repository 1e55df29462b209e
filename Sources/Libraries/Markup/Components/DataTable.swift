/// A table with a sticky head; on a phone each row becomes a card with the same words.
package struct DataTable: Sendable {
  /// One column.
  package struct Column: Sendable {
    package enum Shape: String, Sendable {
      case text
      /// Tabular figures that do not wrap: numbers, dates.
      case figures
      /// Takes what room is left: trích yếu.
      case long
      /// Tick boxes and row acts.
      case narrow
    }

    package var label: String
    package var shape: Shape
    /// Only for the ear; the eye sees nothing in the head.
    package var isLabelHidden: Bool

    package init(_ label: String, _ shape: Shape = .text, labelHidden: Bool = false) {
      self.label = label
      self.shape = shape
      isLabelHidden = labelHidden
    }
  }

  /// One row. The first link in its cells marked `data-open` is what Enter opens.
  package struct Row: Sendable {
    package var id: String?
    package var cells: [HTML]
    /// Not opened by this person yet: bold.
    package var isUnread: Bool
    /// A grey line: cancelled, locked.
    package var isStruck: Bool
    /// Fetched as a fragment for the preview beside the list.
    package var previewPath: String?

    package init(
      id: String? = nil, cells: [HTML], isUnread: Bool = false, isStruck: Bool = false, previewPath: String? = nil
    ) {
      self.id = id
      self.cells = cells
      self.isUnread = isUnread
      self.isStruck = isStruck
      self.previewPath = previewPath
    }
  }

  /// What the table shows, read out before it.
  package var caption: String
  package var columns: [Column]
  package var rows: [Row]
  /// Print the row of column numbers `(1) (2) …` under the heads.
  package var isNumbered: Bool
  /// Rows can be walked with j and k.
  package var isWalkable: Bool

  package init(
    caption: String, columns: [Column], rows: [Row], numbered: Bool = false, walkable: Bool = true
  ) {
    self.caption = caption
    self.columns = columns
    self.rows = rows
    isNumbered = numbered
    isWalkable = walkable
  }

  package var html: HTML {
    // The row is written as one text: a list has hundreds of cells.
    let openings = columns.map(opening)
    var body = HTML()
    for row in rows { append(row, openings, to: &body) }
    return """
      <table class="data"\(HTML.flag("data-list", isWalkable))><caption class="for-ear">\(caption)</caption>\
      <thead><tr>\(columns.map(head))</tr>\(numbers)</thead><tbody>\(body)</tbody></table>
      """
  }

  private func head(_ column: Column) -> HTML {
    let label: HTML = column.isLabelHidden ? "<span class=\"for-ear\">\(column.label)</span>" : "\(column.label)"
    return "<th scope=\"col\" class=\"is-\(column.shape.rawValue)\">\(label)</th>"
  }

  private var numbers: HTML {
    guard isNumbered else { return .empty }
    return "<tr class=\"numbers\">\(columns.indices.map { "<td>(\($0 + 1))</td>" as HTML })</tr>"
  }

  private func append(_ row: Row, _ openings: [HTML], to body: inout HTML) {
    let classes = [row.isUnread ? "is-unread" : nil, row.isStruck ? "is-struck" : nil].compactMap { $0 }
    body += """
      <tr\(HTML.attribute("id", row.id))\(HTML.attribute("class", classes.isEmpty ? nil : classes.joined(separator: " ")))\
      \(HTML.flag("data-row", isWalkable))\(HTML.attribute("data-preview", row.previewPath))>
      """
    for (opening, content) in zip(openings, row.cells) {
      body += opening
      body += content
      body += Self.closing
    }
    body += "</tr>"
  }

  private static let closing: HTML = "</td>"

  private func opening(_ column: Column) -> HTML {
    "<td class=\"is-\(column.shape.rawValue)\" data-label=\"\(column.isLabelHidden ? "" : column.label)\">"
  }
}
