import Markup

/// Dossiers onto which a document that is being dragged can be dropped: the likely ones first, with why. A fragment.
struct DropTargetsPage {
  /// More would not be seen while the mouse is held.
  static let most = 8

  var targets: [Target]
  /// Why the document lies nowhere.
  var obstacle: String?
  var seal: FormSeal

  struct Target {
    var action: String
    var notation: String
    var title: String
    /// Empty for those that are only near at hand.
    var reason: String
    var isIn: Bool
  }

  var html: HTML {
    if let obstacle { return "<p>\(obstacle)</p>" }
    if targets.isEmpty { return "<p>Anh/chị chưa có hồ sơ đang lập nào.</p>" }
    return ActForm(
      action: targets[0].action, seal: seal, content: "<ul class=\"drop-targets\">\(targets.map(row))</ul>"
    ).html
  }

  private func row(_ target: Target) -> HTML {
    let why = target.isIn ? "đã nằm trong hồ sơ" : target.reason
    return """
      <li><button type="submit" formaction="\(target.action)" data-drop\(HTML.flag("disabled", target.isIn))>\
      <span class="code">\(target.notation)</span> \(target.title)\
      \(HTML.when(!why.isEmpty, "<small>\(why)</small>"))</button></li>
      """
  }
}
