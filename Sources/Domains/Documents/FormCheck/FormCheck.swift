import Papers

/// Looks whether a Word file keeps to the prescribed form (kiểm tra thể thức, ST-08): every rule of Annexes I and II of
/// Decree 30/2020 that a machine can test. It reads and tells; it changes nothing.
package enum FormCheck {
  /// In the order of a page, from the sheet of paper to the foot.
  static var rules: [any FormRule.Type] {
    [
      PageSizeRule.self, MarginsRule.self, FontRule.self, LetterCodingRule.self, NationalNameRule.self, MottoRule.self,
      AgencyNamesRule.self, NumberRule.self, PlaceRule.self, DateRule.self, UrgencyRule.self, TypeNameRule.self,
      SubjectRule.self,
      AddresseesRule.self, LegalBasesRule.self, BodyTextRule.self, ArticlesRule.self, PointsRule.self, EndMarkRule.self,
      SignatureRule.self, SignerNameRule.self, AcademicTitleRule.self, RecipientsRule.self, AnnexRule.self,
      PageNumberRule.self, LeftOverRule.self, CapitalLettersRule.self,
    ]
  }

  /// Everything found, errors first, each in the order of the rules.
  package static func findings(in document: WordDocument, facts: FormFacts) -> [FormFinding] {
    let letter = Letter(document)
    let found = rules.flatMap { $0.findings(in: letter, facts: facts) }
    return found.filter { $0.severity == .error } + found.filter { $0.severity == .advice }
  }

  /// Codes and names of all rules, for the guide.
  package static var catalogue: [(code: String, title: String, article: String)] {
    rules.map { ($0.rule, $0.title, $0.article) }
  }
}

/// One rule of form.
protocol FormRule {
  static var rule: String { get }
  /// What it looks at, in Vietnamese.
  static var title: String { get }
  static var article: String { get }
  static func findings(in letter: Letter, facts: FormFacts) -> [FormFinding]
}

extension FormRule {
  static func error(_ message: String, at line: LetterLine? = nil, _ remedy: String) -> FormFinding {
    FormFinding(
      rule: rule, severity: .error, article: article, excerpt: line?.excerpt ?? "", message: message, remedy: remedy)
  }

  static func advice(_ message: String, at line: LetterLine? = nil, _ remedy: String) -> FormFinding {
    var finding = error(message, at: line, remedy)
    finding.severity = .advice
    return finding
  }

  /// «12–13» points, with a quarter of tolerance.
  static func isSize(_ size: Double, _ range: ClosedRange<Double>) -> Bool {
    size >= range.lowerBound - 0.25 && size <= range.upperBound + 0.25
  }
}

/// How articles of the decree are cited.
enum FormArticle {
  static func annexOne(_ place: String) -> String { "Phụ lục I, phần I, \(place), Nghị định 30/2020/NĐ-CP" }
  static func annexTwo(_ place: String) -> String { "Phụ lục II, \(place), Nghị định 30/2020/NĐ-CP" }
}

extension Double {
  /// A size or length as people write it: «13», «12,5».
  var written: String {
    let tenths = (self * 10).rounded() / 10
    return tenths == tenths.rounded() ? "\(Int(tenths))" : "\(tenths)".replacing(".", with: ",")
  }
}
