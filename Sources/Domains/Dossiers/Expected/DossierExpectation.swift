import Kernel

/// One line of what a dossier is expected to hold, and what became of it (còn thiếu, đã có, không có vì …).
package struct DossierExpectation: Sendable, Equatable, Identifiable {
  package typealias ID = Identifier<DossierExpectation>

  package static let linesMax = 80

  package var id: ID
  package var dossier: Dossier.ID
  package var place: Int
  package var content: ExpectedContent
  /// As its type is called; empty when any will do.
  package var typeName: String
  /// Why the dossier has none, in the maker's words, and who said so; nil when nobody did.
  package var excuse: Excuse?
  package var pairings: [Pairing] = []

  package struct Excuse: Sendable, Equatable {
    package var reason: String
    package var at: Instant
    package var by: String
  }

  /// A thing in the dossier that stands for the line, or that somebody said does not.
  package struct Pairing: Sendable, Equatable {
    package var item: DossierItem.ID
    package var isPaired: Bool
    /// Somebody paired it; otherwise the system did, for the reason given.
    package var isByHand: Bool
    package var reason: String
    package var by: String
  }

  package var isMet: Bool { pairings.contains { $0.isPaired } }
  package var isMissing: Bool { !isMet && excuse == nil }
  /// The dossier is not closed over it.
  package var isBlocking: Bool { isMissing && content.isRequired }

  /// Whether a thing may still be taken for it without being asked: what somebody took away from it is not proposed again.
  func isOpen(to item: DossierItem.ID) -> Bool {
    (content.isMany || !isMet) && !pairings.contains { $0.item == item }
  }
}

extension [DossierExpectation] {
  /// «2: Biên bản họp, Quyết định phê duyệt»; nil when nothing that must be there is missing.
  package var missingText: String? {
    let names = filter(\.isBlocking).map(\.content.name)
    return names.isEmpty ? nil : "\(names.count): \(names.joined(separator: ", "))"
  }
}
