import Markup

/// Proposals under a field in which a sender or recipient is typed. A fragment without a frame.
struct OutsideAgencyProposals {
  var agencies: [OutsideAgency]

  var html: HTML { "\(agencies.map(item))" }

  private func item(_ agency: OutsideAgency) -> HTML {
    let hint = [agency.code ?? agency.legacyCode ?? "", agency.parentHint].first { !$0.isEmpty }
    let note: HTML = hint.map { " <span class=\"hint\">\($0)</span>" } ?? .empty
    return "<li data-value=\"\(agency.name)\" data-key=\"\(agency.id)\">\(agency.name)\(note)</li>"
  }
}
