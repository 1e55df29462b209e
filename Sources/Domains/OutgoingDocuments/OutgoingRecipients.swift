import Database
import Documents
import Kernel

/// Typed names of recipients as places: units of the agency, agencies of the directory, others by their name.
enum OutgoingRecipients {
  static func obstacles(_ names: [String]) -> [Refusal.Reason] {
    let field = NumberingField.recipients
    if names.isEmpty { return [.init("Chưa nhập nơi nhận. Ghi mỗi nơi một dòng.", field: field)] }
    if names.count > OutgoingRecipient.countMax {
      return [.init(tooMany, field: field)]
    }
    return names.filter { $0.count > OutgoingRecipient.nameLengthMax }.prefix(3).map {
      .init("Nơi nhận «\($0.prefix(40))…» dài quá \(OutgoingRecipient.nameLengthMax) ký tự.", field: field)
    }
  }

  /// Each place once, however it is named.
  ///
  /// - Parameter informed: places that only get to know; one that is named twice is asked.
  static func resolved(
    _ asked: [String], informed: [String] = [], of document: OutgoingDocument.ID, by way: SendingWay, agency: AgencyID,
    in transaction: any Transaction
  ) throws -> [OutgoingRecipient] {
    let directory = try PlaceDirectory(of: agency, in: transaction)
    let asked = directory.expanded(asked)
    var seen: Set<PlaceKey> = []
    let named =
      asked.map { (name: $0, isInformed: false) }
      + directory.expanded(informed, besides: asked).map { (name: $0, isInformed: true) }
    let places = try named.map { (name: $0.name, isInformed: $0.isInformed, known: try directory.find($0.name)?.place) }
      .filter { seen.insert(PlaceKey($0.known, $0.name)).inserted }
    if places.count > OutgoingRecipient.countMax { throw Refusal(.invalid, tooMany, field: NumberingField.recipients) }
    return try places.enumerated().map { index, place in
      var recipient = OutgoingRecipient(
        id: try transaction.nextID(OutgoingRecipient.ID.self, of: "outgoing_recipients"), document: document,
        position: index + 1, name: place.name, isInformed: place.isInformed, way: way, unit: nil, agency: nil,
        outsideAgency: nil, state: .waiting, sentAt: nil, sentBy: nil, proof: "", envelopes: nil, answeredAt: nil,
        answer: "")
      switch place.known {
      case .unit(let id): (recipient.unit, recipient.way) = (id, .inside)
      case .agency(let id): (recipient.agency, recipient.way) = (id, .inside)
      case .outside(let id): recipient.outsideAgency = id
      case nil: break
      }
      return recipient
    }
  }

  private static let tooMany = "Nhiều nhất \(OutgoingRecipient.countMax) nơi nhận."
}
