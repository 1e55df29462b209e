import Markup

/// What the form check found, as a part of a page: errors first, each with where, why and what to do.
package struct FormFindingsPart {
  package var findings: [FormFinding]

  package init(_ findings: [FormFinding]) { self.findings = findings }

  package var html: HTML {
    guard !findings.isEmpty else {
      return "<p class=\"hint\">Kiểm tra thể thức: không thấy điều gì cần sửa.</p>"
    }
    return """
      <p>\(summary)</p>\(list)
      """
  }

  /// The findings alone, each with where, why and what to do.
  package var list: HTML { "<ol class=\"findings\">\(findings.map(item))</ol>" }

  /// «3 điều sai thể thức, 1 điều nên xem lại.»
  package var summary: String {
    let errors = findings.count { $0.severity == .error }
    let advice = findings.count - errors
    return [errors > 0 ? "\(errors) điều sai thể thức" : nil, advice > 0 ? "\(advice) điều nên xem lại" : nil]
      .compactMap(\.self).joined(separator: ", ") + "."
  }

  private func item(_ finding: FormFinding) -> HTML {
    let place: HTML = .when(!finding.excerpt.isEmpty, "<q>\(finding.excerpt)</q>")
    return """
      <li class="finding"><b>\(finding.severity.label):</b> \(finding.message) \(place)\
      <span class="finding-remedy">\(finding.remedy)</span> <span class="hint">\(finding.article)</span></li>
      """
  }
}
