/// What the check compares a file with. What is nil is not known and not compared.
package struct FormFacts: Sendable, Equatable {
  package var type: DocumentType?
  package var superiorName: String?
  package var issuerName: String?
  package var place: String?
  /// The symbol that the agency's rule gives: «QĐ-TCĐC».
  package var symbol: String?
  package var subject: String?
  /// The lines of capacity and position that the signer's authority gives (ST-09 … ST-12).
  package var signatureLines: [String]?
  package var signerName: String?
  /// Độ khẩn, which the document bears as a mark.
  package var urgency: Urgency?
  /// The year in which it is to get its number; nil for a document that has its date.
  package var year: Int?
  /// The number, once it is given; until then its place must be empty.
  package var number: Int?

  package init(
    type: DocumentType? = nil, superiorName: String? = nil, issuerName: String? = nil, place: String? = nil,
    symbol: String? = nil, subject: String? = nil, signatureLines: [String]? = nil, signerName: String? = nil,
    urgency: Urgency? = nil, number: Int? = nil
  ) {
    self.type = type
    self.superiorName = superiorName
    self.issuerName = issuerName
    self.place = place
    self.symbol = symbol
    self.subject = subject
    self.signatureLines = signatureLines
    self.signerName = signerName
    self.urgency = urgency
    self.number = number
  }
}

/// One thing that the form check found (kiểm tra thể thức).
package struct FormFinding: Sendable, Equatable, Codable {
  package enum Severity: String, Sendable, CaseIterable, Codable {
    /// Against a rule of the decree.
    case error
    /// Worth a look: a machine cannot be sure.
    case advice

    package var label: String { self == .error ? "Sai thể thức" : "Nên xem lại" }
  }

  /// Code of the rule, stable: «le-trang».
  package var rule: String
  package var severity: Severity
  /// Where it is laid down: «Phụ lục I, mục II.1, Nghị định 30/2020/NĐ-CP».
  package var article: String
  /// The line it is about, shortened; empty for the document as a whole.
  package var excerpt: String
  /// What is wrong.
  package var message: String
  /// What to do.
  package var remedy: String

  package init(
    rule: String, severity: Severity, article: String, excerpt: String, message: String, remedy: String
  ) {
    self.rule = rule
    self.severity = severity
    self.article = article
    self.excerpt = excerpt
    self.message = message
    self.remedy = remedy
  }
}
