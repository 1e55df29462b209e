import Kernel

/// What begins a subject.
private let aboutMark = Pattern(/^(về việc|v\/v)\s+/)

/// What is known of a document before it is written: the fields of its template.
package struct LetterFields: Sendable, Equatable {
  package var type: DocumentType
  /// The direct superior agency (cơ quan chủ quản trực tiếp), if it is printed.
  package var superiorName: String?
  package var issuerName: String
  /// Địa danh: master data of the agency.
  package var place: String
  /// The symbol after the number, such as «QĐ-TCĐC» or «TCĐC-KHTC»; the number itself stays empty until it is given.
  package var symbol: String
  package var year: Int
  /// Độ khẩn: printed as a boxed mark, but for the usual one.
  package var urgency = Urgency.normal
  /// Trích yếu, without «V/v».
  package var subject: String
  /// The document that this one answers, as a letter names it: «Công văn số 15/SNNMT-KS ngày …»; empty for none.
  package var answers = ""
  /// Kính gửi.
  package var addressees: [String] = []
  /// Nơi nhận besides the addressees and the file copy.
  package var recipients: [String] = []
  /// Who keeps the file copy with the clerk: «KHTC»; empty for the clerk alone.
  package var filingUnit = ""
  /// How many copies are made of it, behind that (Annex I.II.9); nil when it is not said.
  package var copies: Int?
  package var signature: SignatureBlock
  package var signerName: String

  package init(
    type: DocumentType, superiorName: String? = nil, issuerName: String, place: String, symbol: String, year: Int,
    subject: String, signature: SignatureBlock, signerName: String
  ) {
    self.type = type
    self.superiorName = superiorName
    self.issuerName = issuerName
    self.place = place
    self.symbol = symbol
    self.year = year
    self.subject = subject
    self.signature = signature
    self.signerName = signerName
  }

  /// Kính gửi stands on letters, and on what goes up (Annex I.II.9).
  package var showsAddressees: Bool { LetterForm(type).mayHaveAddressees && !addressees.isEmpty }

  /// Whether a document of this type names those it is sent to in «Kính gửi» (Annex I.II.9).
  package static func takesAddressees(_ type: DocumentType) -> Bool {
    LetterForm(type).mayHaveAddressees && AddresseesRule.mayHave.contains(type.key)
  }

  /// Whether its body names those it goes to (forms 1.6 and 1.7): «… ĐIỆN: - …», «trân trọng kính mời: …».
  package static func namesPlaces(_ type: DocumentType) -> Bool {
    [.telegram, .invitation].contains(LetterForm(type))
  }

  /// Issues or approves a text that is attached to it (form 1.3), as its subject says.
  var bringsText: Bool {
    guard LetterForm(type) == .decision else { return false }
    let about = subject.lowercased().replacing(aboutMark.regex, with: "")
    return about.hasPrefix("ban hành") || about.hasPrefix("phê duyệt")
  }

  /// The article that says who carries it out.
  var lastArticle: Int { bringsText ? 3 : 2 }

  /// The lines under «Nơi nhận:».
  package var recipientLines: [String] {
    let isNamed = showsAddressees || Self.namesPlaces(type) && !addressees.isEmpty
    let first = isNamed ? ["Như trên"] : LetterForm(type).isByArticles ? ["Như Điều \(lastArticle)"] : []
    let isClerkAlone = filingUnit.isEmpty || LetterForm(type) == .introduction
    let filing = isClerkAlone ? LetterForm(type).filing : "\(LetterForm(type).filing), \(filingUnit)"
    return (first + recipients).map { "- \($0);" } + ["- Lưu: \(filing)\(copies.map { " (\($0))" } ?? "")."]
  }

  /// What the form check can compare the written file with.
  package var facts: FormFacts {
    var facts = FormFacts(
      type: type, superiorName: superiorName, issuerName: issuerName, place: place, symbol: symbol, subject: subject,
      signatureLines: type.key == "bienBan" ? nil : signature.lines, signerName: signerName, urgency: urgency)
    facts.year = year
    return facts
  }
}

/// Which printed form of Annex III a type of document takes.
package enum LetterForm: Sendable {
  case resolution, decision, letter, telegram, invitation, introduction, minutes, leave, attachedRules, agreement
  case named

  package init(_ type: DocumentType) {
    self =
      switch type.key {
      case "nghiQuyet": .resolution
      case "quyetDinh": .decision
      case "congVan", "thuCong": .letter
      case "congDien": .telegram
      case "giayMoi": .invitation
      case "giayGioiThieu": .introduction
      case "bienBan": .minutes
      case "giayNghiPhep": .leave
      case "quyChe", "quyDinh": .attachedRules
      case "hopDong", "banGhiNho", "banThoaThuan": .agreement
      default: .named
      }
  }

  /// Written in articles, which its recipients are named in.
  var isByArticles: Bool { self == .resolution || self == .decision }

  var mayHaveAddressees: Bool { self == .letter || self == .named }

  /// Names what it is about under its type's name; two forms have no room for that (1.8, 1.10).
  var hasSubject: Bool { self != .introduction && self != .leave }

  /// Signed by two.
  var hasTwoSigners: Bool { self == .minutes || self == .agreement }

  /// What stands before the drafting unit on the line of the file copy.
  var filing: String { self == .minutes ? "VT, Hồ sơ" : "VT" }
}
