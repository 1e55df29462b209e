import Database
import Documents
import Kernel
import Organization

/// What a draft's facts say in the words of its template and of the form check: agency, symbol, place, addressees, who
/// signs in which capacity.
struct DraftLetter {
  let fields: LetterFields
  /// Nobody was chosen to sign yet: nothing is compared with their capacity.
  private let isUnsigned: Bool
  /// On behalf of a collective, whose own symbol and name are not known here.
  private let isCollective: Bool

  /// Nil for a draft of no known type.
  init?(_ draft: Draft, in transaction: any Transaction) throws {
    guard let type = draft.facts.type else { return nil }
    let organization = OrganizationStore(transaction)
    let agency = try organization.agency(draft.agency)
    let unit = try organization.unit(draft.unit)
    let superior = try organization.superiorName(of: draft.agency)
    let signature = try SignerBlock(draft, in: transaction)
    var fields = LetterFields(
      type: type, superiorName: superior.isEmpty ? nil : superior, issuerName: agency.name, place: agency.placeName,
      symbol: OutgoingNotation.text(of: type, issuer: agency.abbreviation, unit: unit.abbreviation),
      year: transaction.now.day.year, subject: draft.facts.subject.letterSubject(type), signature: signature.block,
      signerName: signature.name)
    let recipients = draft.facts.recipients
    if LetterFields.takesAddressees(type) || LetterFields.namesPlaces(type) {
      fields.addressees = recipients.names(informed: false)
      fields.recipients = recipients.names(informed: true)
    } else {
      fields.recipients = recipients.map(\.name)
    }
    (fields.filingUnit, fields.copies) = (unit.abbreviation, draft.facts.copies)
    fields.urgency = draft.facts.urgency
    self.fields = fields
    isUnsigned = draft.facts.signer == nil
    isCollective = draft.facts.capacity == .collective
  }

  /// What a written file is compared with.
  var facts: FormFacts {
    var facts = fields.facts
    if isUnsigned { (facts.signatureLines, facts.signerName) = (nil, nil) }
    if isCollective { (facts.symbol, facts.issuerName) = (nil, nil) }
    return facts
  }
}

/// The block over the signature that capacity and post of a signer give (ST-09 to ST-12).
package struct SignerBlock: Sendable {
  package let block: SignatureBlock
  package let name: String

  private init(block: SignatureBlock, name: String) {
    self.block = block
    self.name = name
  }

  init(_ draft: Draft, in transaction: any Transaction) throws {
    guard let signer = draft.facts.signer else {
      self.init(block: .head("…"), name: "…")
      return
    }
    try self.init(signer, draft.facts.capacity, of: draft.agency, in: transaction)
  }

  package init(
    _ signer: PostID, _ capacity: SigningCapacity, of agency: AgencyID, in transaction: any Transaction
  ) throws {
    let organization = OrganizationStore(transaction)
    let post = try organization.post(signer)
    let powers = try SigningPowerStore(transaction).list(of: agency)
    let head = try Self.head(of: agency, powers, organization)
    name = post.personName
    switch capacity {
    case .direct: block = .head(post.title)
    case .acting: block = .acting(post.title.office)
    case .forHead: block = .deputy(of: head, as: post.title)
    case .collective:
      let body = powers.first { $0.terms.post == signer && $0.terms.capacity == .collective }?.terms.scope
      block = .collective(body ?? "…", as: post.title)
    case .byOrder: block = .order(of: head, as: post.title)
    case .byOrderForHead:
      let unitHead = try organization.posts(in: post.unit).first { $0.roles.contains(.unitHead) && $0.id != signer }
      block = .order(of: head, deputyOf: unitHead?.title ?? "…", as: post.title)
    case .authorised: block = .authorised(by: head, as: post.title)
    }
  }

  /// The title of the agency's head: whoever signs in their own right, or the first of the leaders.
  private static func head(
    of agency: AgencyID, _ powers: [SigningPower], _ organization: OrganizationStore
  ) throws -> String {
    let leaders = try organization.posts(of: agency, with: .leader)
    let own = powers.filter { [.direct, .acting].contains($0.terms.capacity) }.map(\.terms.post)
    let head = leaders.first { own.contains($0.id) } ?? leaders.first
    return head?.title.office ?? "…"
  }
}

extension String {
  /// A letter says «V/v» itself; «Về việc» before it would stand twice.
  fileprivate func letterSubject(_ type: DocumentType) -> String {
    guard type.key == DocumentType.congVan.key else { return self }
    for prefix in ["Về việc ", "về việc ", "V/v "] where hasPrefix(prefix) { return String(dropFirst(prefix.count)) }
    return self
  }

  /// The office that somebody heads: «Quyền Tổng cục trưởng», and a «Phó Tổng cục trưởng» who is the acting head, are in
  /// that of a «Tổng cục trưởng» (law of capacities, ST-09).
  fileprivate var office: String {
    for prefix in ["Quyền ", "Q. ", "Phó "] where hasPrefix(prefix) { return String(dropFirst(prefix.count)) }
    return self
  }
}
