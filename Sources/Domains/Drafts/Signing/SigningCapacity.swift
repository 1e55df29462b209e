/// In what capacity somebody signs (tư cách ký): ST-09 to ST-12.
package enum SigningCapacity: String, Sendable, CaseIterable, Codable {
  /// The head, in their own right.
  case direct
  /// Q.: the acting head, by decision of appointment.
  case acting
  /// KT.: a deputy for the head, in their portfolio.
  case forHead
  /// TM.: on behalf of a collective.
  case collective
  /// TL.: by order, the head of a unit for the types that the working rules list.
  case byOrder
  /// TL. and KT.: the deputy of whoever signs by order.
  case byOrderForHead
  /// TUQ.: by written authorisation, for a time, not handed on.
  case authorised

  /// The Vietnamese term.
  package var label: String {
    switch self {
    case .direct: "Ký trực tiếp"
    case .acting: "Quyền (Q.)"
    case .forHead: "Ký thay (KT.)"
    case .collective: "Thay mặt (TM.)"
    case .byOrder: "Thừa lệnh (TL.)"
    case .byOrderForHead: "Thừa lệnh, ký thay (TL./KT.)"
    case .authorised: "Thừa ủy quyền (TUQ.)"
    }
  }

  /// In a sentence: «thừa ủy quyền (TUQ.)».
  package var inSentence: String { label.prefix(1).lowercased() + label.dropFirst() }

  /// As it stands before the title in the signature block; empty for the head's own.
  package var prefix: String {
    switch self {
    case .direct: ""
    case .acting: "Q."
    case .forHead: "KT."
    case .collective: "TM."
    case .byOrder, .byOrderForHead: "TL."
    case .authorised: "TUQ."
    }
  }
}
