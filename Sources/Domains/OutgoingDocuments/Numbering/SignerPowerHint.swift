import Markup

extension SignerPower {
  /// Beside the signer on «Cấp số»; a fragment.
  var html: HTML {
    if let warning { return Notice(.caution, warning).html }
    guard !basis.isEmpty else { return .empty }
    let name: HTML = basisPath.map { "<a href=\"\($0)\">\(basis)</a>" } ?? "\(basis)"
    return "<p class=\"hint\">Ký theo văn bản ủy quyền: \(name).</p>"
  }
}
