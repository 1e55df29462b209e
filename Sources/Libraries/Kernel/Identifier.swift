/// A record's key, typed by its subject, so that a dossier's key cannot be passed for a document's.
///
/// The number stays below 2^53 (safe in JSON) and grows with the record's arrival: see `IdentifierSource`.
package struct Identifier<Subject>: Hashable, Sendable, Comparable, LosslessStringConvertible {
  package let number: Int64

  package init(_ number: Int64) { self.number = number }

  package init?(_ description: String) {
    guard let number = Int64(description), number > 0, number < 1 << 53 else { return nil }
    self.number = number
  }

  package var description: String { String(number) }

  package static func < (one: Self, other: Self) -> Bool { one.number < other.number }
}

extension Identifier: Codable {
  package init(from decoder: any Decoder) throws {
    number = try decoder.singleValueContainer().decode(Int64.self)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(number)
  }
}

/// Subjects whose keys are needed below the module that owns them.
package enum Subjects {
  package enum Agency {}
  package enum Unit {}
  package enum Person {}
  package enum Post {}
  package enum Account {}
}

/// Key of an agency (cơ quan): has its own seal, registry clerk and registers.
package typealias AgencyID = Identifier<Subjects.Agency>
/// Key of a unit inside an agency (đơn vị).
package typealias UnitID = Identifier<Subjects.Unit>
/// Key of a person.
package typealias PersonID = Identifier<Subjects.Person>
/// Key of a post: a person in a unit with a title.
package typealias PostID = Identifier<Subjects.Post>
/// Key of a sign-in account.
package typealias AccountID = Identifier<Subjects.Account>
