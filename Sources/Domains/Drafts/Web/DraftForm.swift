import Database
import Documents
import Kernel
import Organization
import VietnameseText
import WebApp

/// Reads the form of a draft's facts.
struct DraftForm {
  let facts: DraftFacts
  /// Outside agencies as typed, one a line, each with whether it is only informed.
  let outside: [(name: String, isInformed: Bool)]

  /// Refuses what cannot be read; names of agencies and units are looked up when it is saved.
  init(_ form: Form, today: Day) throws {
    var facts = DraftFacts(
      typeKey: form[DraftField.type], subject: form.paragraphs(DraftField.subject).normalizedLine,
      urgency: Urgency(rawValue: form[DraftField.urgency]) ?? .normal, signer: PostID(form[DraftField.signer]),
      capacity: SigningCapacity(rawValue: form[DraftField.capacity]) ?? .direct)
    facts.replyDue = try Self.day(form, DraftField.replyDue, today: today)
    facts.recipients = form.fields.compactMap { name, value in
      guard value == DraftFieldNames.sends || value == DraftFieldNames.informs, let place = DraftFieldNames.place(name)
      else { return nil }
      return DraftRecipient(place, name: "", isInformed: value == DraftFieldNames.informs)
    }
    self.facts = facts
    func lines(_ name: String) -> [String] {
      form.paragraphs(name).split(separator: "\n").map { String($0).normalizedLine }.filter { !$0.isEmpty }
    }
    outside =
      lines(DraftField.outside).map { (name: $0, isInformed: false) }
      + lines(DraftField.outsideInformed).map { (name: $0, isInformed: true) }
  }

  static func day(_ form: Form, _ field: String, today: Day) throws -> Day? {
    let text = form[field]
    guard !text.isEmpty else { return nil }
    guard let day = TypedDay.parse(text, today: today) else {
      throw Refusal(.invalid, "«\(text)» không phải ngày. Ví dụ: 5/7/2026 hoặc 0507.", field: field)
    }
    return day
  }

  /// Everything typed, for the look for secrecy marks.
  var texts: [String] { facts.texts + outside.map(\.name) }

  /// The facts with every recipient under today's name; outside agencies are recognised in the directory or added.
  func resolved(by actor: Actor, in transaction: any Transaction) throws -> DraftFacts {
    let organization = OrganizationStore(transaction)
    var facts = facts
    facts.recipients = try facts.recipients.map { recipient in
      var named = recipient
      switch recipient.place {
      case .agency(let id): named.name = try organization.agency(id).name
      case .unit(let id):
        let unit = try organization.unit(id)
        guard unit.agency == actor.agency else {
          throw Refusal(.invalid, "Chỉ gửi được đơn vị trong cơ quan mình.", field: DraftField.recipients)
        }
        named.name = unit.name
      case .outside: break
      }
      return named
    }
    facts.recipients += try outside.map { line in
      let store = OutsideAgencyStore(transaction)
      guard let known = try store.recognise(line.name) else {
        throw Refusal(
          .invalid,
          "«\(line.name)» chưa có trong danh mục cơ quan ngoài. Hãy nhờ văn thư thêm vào danh mục, hoặc ghi đúng tên đã có.",
          field: line.isInformed ? DraftField.outsideInformed : DraftField.outside)
      }
      return DraftRecipient(.outside(known.id), name: known.name, isInformed: line.isInformed)
    }
    return facts
  }

  /// What a form of these facts holds.
  static func values(_ facts: DraftFacts) -> [String: String] {
    var values = [
      DraftField.type: facts.typeKey, DraftField.subject: facts.subject, DraftField.urgency: facts.urgency.rawValue,
      DraftField.signer: facts.signer?.description ?? "", DraftField.capacity: facts.capacity.rawValue,
      DraftField.replyDue: facts.replyDue?.text ?? "",
    ]
    var outside: [Bool: [String]] = [:]
    for recipient in facts.recipients {
      if case .outside = recipient.place {
        outside[recipient.isInformed, default: []].append(recipient.name)
      } else {
        values[DraftFieldNames.recipient(recipient.place.text)] =
          recipient.isInformed ? DraftFieldNames.informs : DraftFieldNames.sends
      }
    }
    values[DraftField.outside] = outside[false, default: []].joined(separator: "\n")
    values[DraftField.outsideInformed] = outside[true, default: []].joined(separator: "\n")
    return values
  }
}
