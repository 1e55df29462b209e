import Markup

/// The forms for reports that a document came with, or that it asks for.
package struct CollectedSheetBlock {
  private let sheets: [CollectedSheet]

  package init(_ sheets: [CollectedSheet] = []) { self.sheets = sheets }

  package var html: HTML {
    guard !sheets.isEmpty else { return .empty }
    let items = sheets.map { sheet -> HTML in
      """
      <li><span><b>\(sheet.title)</b></span>\(Self.mark(sheet).html)<span class="quiet">\(sheet.line)</span>\
      \(Button(sheet.act, path: sheet.path).html)</li>
      """
    }
    return """
      <section class="sheet-block" id="bieu"><h2>Biểu thu báo cáo</h2><ul class="holders">\(items)</ul></section>
      """
  }

  private static func mark(_ sheet: CollectedSheet) -> StateMark {
    switch sheet.standing {
    case .open: StateMark(sheet.stateLabel, .look)
    case .done: StateMark(sheet.stateLabel, .done)
    case .wrong: StateMark(sheet.stateLabel, .wrong)
    }
  }
}
