import Database
import Documents
import Kernel
import Organization
import VietnameseText
import WebApp

/// Reads the form of a draft's facts.
struct DraftForm {
  let facts: DraftFacts
  /// Places by the names that were typed, each with whether it is only informed.
  let named: [(name: String, isInformed: Bool)]
  /// No capacity was chosen: the table of who may sign says it.
  let leavesCapacity: Bool

  init(facts: DraftFacts, named: [(name: String, isInformed: Bool)], leavesCapacity: Bool) {
    self.facts = facts
    self.named = named
    self.leavesCapacity = leavesCapacity
  }

  /// Refuses what cannot be read; names of agencies and units are looked up when it is saved.
  init(_ form: Form, today: Day) throws {
    var facts = DraftFacts(
      typeKey: form[DraftField.type], subject: form.paragraphs(DraftField.subject).normalizedLine,
      urgency: Urgency(rawValue: form[DraftField.urgency]) ?? .normal, signer: PostID(form[DraftField.signer]),
      capacity: SigningCapacity(rawValue: form[DraftField.capacity]) ?? .direct)
    facts.replyDue = try Self.day(form, DraftField.replyDue, today: today)
    facts.copies = try Self.copies(form)
    self.facts = facts
    leavesCapacity = form[DraftField.capacity].isEmpty
    named =
      PlaceFields.asked(form).map { (name: $0, isInformed: false) }
      + PlaceFields.informed(form).map { (name: $0, isInformed: true) }
  }

  static func day(_ form: Form, _ field: String, today: Day) throws -> Day? {
    let text = form[field]
    guard !text.isEmpty else { return nil }
    guard let day = TypedDay.parse(text, today: today) else {
      throw Refusal(.invalid, "«\(text)» không phải ngày. Ví dụ: 5/7/2026 hoặc 0507.", field: field)
    }
    return day
  }

  private static func copies(_ form: Form) throws -> Int? {
    guard !form[DraftField.copies].isEmpty else { return nil }
    guard let copies = form.integer(DraftField.copies) else {
      throw Refusal(.invalid, "Số lượng bản phải là số.", field: DraftField.copies)
    }
    return copies
  }

  /// Everything typed, for the look for secrecy marks.
  var texts: [String] { facts.texts + named.map(\.name) }

  /// The facts with every recipient under today's name of the directory, or as it was typed.
  ///
  /// - Parameter known: recipients that stand there: one that is still named so stays the same place.
  func resolved(
    by actor: Actor, keeping known: [DraftRecipient] = [], in transaction: any Transaction
  ) throws -> DraftFacts {
    var facts = facts
    facts.recipients = try facts.recipients.map { try Self.underItsName($0, of: actor, in: transaction) }
    if !named.isEmpty { facts.recipients += try recipients(of: actor, keeping: known, in: transaction) }
    facts.recipients = facts.recipients.eachOnce
    if leavesCapacity, let signer = facts.signer {
      facts.capacity =
        try SigningPowerStore(transaction).list(of: signer).capacity(for: facts.typeKey, on: transaction.now.day)
        ?? facts.capacity
    }
    return facts
  }

  /// A place that a program named by its key.
  private static func underItsName(
    _ recipient: DraftRecipient, of actor: Actor, in transaction: any Transaction
  ) throws -> DraftRecipient {
    var named = recipient
    switch recipient.place {
    case .agency(let id): named.name = try OrganizationStore(transaction).agency(id).name
    case .unit(let id):
      let unit = try OrganizationStore(transaction).unit(id)
      guard unit.agency == actor.agency else {
        throw Refusal(.invalid, "Chỉ gửi được đơn vị trong cơ quan mình.", field: DraftField.recipients)
      }
      named.name = unit.name
    case .outside, .named: break
    }
    return named
  }

  /// The named places; one that is named twice is asked.
  private func recipients(
    of actor: Actor, keeping known: [DraftRecipient], in transaction: any Transaction
  ) throws -> [DraftRecipient] {
    let directory = try PlaceDirectory(of: actor.agency, in: transaction)
    func names(informed: Bool) -> [String] { named.filter { $0.isInformed == informed }.map(\.name) }
    let asked = directory.expanded(names(informed: false))
    let informed = directory.expanded(names(informed: true), besides: asked)
    return try (asked.map { ($0, false) } + informed.map { ($0, true) }).map { name, isInformed in
      var recipient = DraftRecipient(.named, name: name, isInformed: isInformed)
      // What was in no directory is looked up again: it may be there now.
      if let kept = known.first(where: { $0.name == name && $0.place != .named }) {
        recipient.place = kept.place
      } else if let found = try directory.find(name) {
        (recipient.place, recipient.name) = (.init(found.place), found.name + PlaceDirectory.parted(name).remark)
      }
      return recipient
    }
  }

  /// What a form of these facts holds.
  static func values(_ facts: DraftFacts) -> [String: String] {
    var values = [
      DraftField.type: facts.typeKey, DraftField.subject: facts.subject, DraftField.urgency: facts.urgency.rawValue,
      DraftField.signer: facts.signer?.description ?? "", DraftField.capacity: facts.capacity.rawValue,
      DraftField.replyDue: facts.replyDue?.text ?? "", DraftField.copies: facts.copies.map(String.init) ?? "",
    ]
    values[PlaceFields.Name.asked] = facts.recipients.names(informed: false).joined(separator: "\n")
    values[PlaceFields.Name.informed] = facts.recipients.names(informed: true).joined(separator: "\n")
    return values
  }
}
