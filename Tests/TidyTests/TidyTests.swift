import Testing

@Suite("Tidy") struct TidyTests {
  @Test("holds in every file", arguments: Rule.all) func holds(_ rule: Rule) {
    let complaints = (SourceTree.texts).flatMap { rule.complaints(about: $0) }
    if !complaints.isEmpty { Issue.record("\(rule.name):\n\(complaints.joined(separator: "\n"))") }
  }

  @Test("would notice", arguments: Rule.all) func wouldNotice(_ rule: Rule) {
    #expect(!rule.complaints(about: rule.planted).isEmpty, "\(rule.name) does not see its planted example")
  }

  @Test("the tree was found") func treeWasFound() {
    #expect(SourceTree.swift.count > 20)
    #expect(SourceTree.texts.contains { $0.path == "Package.swift" })
  }
}

extension Rule {
  static let all = importRules + wordRules + shapeRules
}
