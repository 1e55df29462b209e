import Database
import Documents
import Kernel
import Organization
import VietnameseText

/// Typed names of recipients as places: units of the agency, agencies of the directory, others by their name.
enum OutgoingRecipients {
  static func obstacles(_ names: [String]) -> [Refusal.Reason] {
    let field = NumberingField.recipients
    if names.isEmpty { return [.init("Chưa nhập nơi nhận. Ghi mỗi nơi một dòng.", field: field)] }
    if names.count > OutgoingRecipient.countMax {
      return [.init("Nhiều nhất \(OutgoingRecipient.countMax) nơi nhận.", field: field)]
    }
    return names.filter { $0.count > OutgoingRecipient.nameLengthMax }.prefix(3).map {
      .init("Nơi nhận «\($0.prefix(40))…» dài quá \(OutgoingRecipient.nameLengthMax) ký tự.", field: field)
    }
  }

  static func resolved(
    _ names: [String], of document: OutgoingDocument.ID, by way: SendingWay, agency: AgencyID,
    in transaction: any Transaction
  ) throws -> [OutgoingRecipient] {
    let units = Dictionary(
      try OrganizationStore(transaction).units(of: agency).map { (Folding.folded($0.name), $0.id) },
      uniquingKeysWith: { first, _ in first })
    let directory = OutsideAgencyStore(transaction)
    return try names.enumerated().map { index, name in
      let unit = units[Folding.folded(name)]
      return OutgoingRecipient(
        id: try transaction.nextID(OutgoingRecipient.ID.self, of: "outgoing_recipients"), document: document,
        position: index + 1, name: name, way: unit == nil ? way : .inside, unit: unit,
        outsideAgency: unit == nil ? try directory.recognise(name)?.id : nil, state: .waiting, sentAt: nil, sentBy: nil,
        proof: "", envelopes: nil, answeredAt: nil, answer: "")
    }
  }
}
