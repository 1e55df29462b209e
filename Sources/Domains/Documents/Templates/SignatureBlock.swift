/// The lines of capacity and position over a signature (quyền hạn, chức vụ của người ký; Decree 30/2020, Article 13 and
/// Annex I.II.7), as printed: capitals, the capacity's short form before the office it stands for.
package struct SignatureBlock: Sendable, Equatable {
  package var lines: [String]

  package init(lines: [String]) {
    self.lines = lines.map { $0.uppercased() }
  }

  /// The head signs.
  package static func head(_ position: String) -> SignatureBlock { SignatureBlock(lines: [position]) }

  /// Q.: acting head.
  package static func acting(_ position: String) -> SignatureBlock { SignatureBlock(lines: ["Q. \(position)"]) }

  /// KT.: a deputy for the head.
  package static func deputy(of head: String, as position: String) -> SignatureBlock {
    SignatureBlock(lines: ["KT. \(head)", position])
  }

  /// TM.: on behalf of a collective.
  package static func collective(_ body: String, as position: String) -> SignatureBlock {
    SignatureBlock(lines: ["TM. \(body)", position])
  }

  /// TM. and KT.: a deputy on behalf of a collective.
  package static func collective(_ body: String, deputyOf head: String, as position: String) -> SignatureBlock {
    SignatureBlock(lines: ["TM. \(body)", "KT. \(head)", position])
  }

  /// TL.: the head of a unit by order of the agency's head.
  package static func order(of head: String, as position: String) -> SignatureBlock {
    SignatureBlock(lines: ["TL. \(head)", position])
  }

  /// TL. and KT.: the deputy of a unit's head, where the rules of work let the order be handed on (ST-12).
  package static func order(of head: String, deputyOf unitHead: String, as position: String) -> SignatureBlock {
    SignatureBlock(lines: ["TL. \(head)", "KT. \(unitHead)", position])
  }

  /// TUQ.: by a written authorisation (ST-11).
  package static func authorised(by head: String, as position: String) -> SignatureBlock {
    SignatureBlock(lines: ["TUQ. \(head)", position])
  }
}
