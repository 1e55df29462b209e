import VietnameseText

/// The fields that rows of one kind may have, and the heads of columns that mean them.
struct FieldCatalogue: Sendable {
  struct Entry: Sendable {
    /// The exchanged name: `CodeNumber`.
    var name: String
    var label: String
    var otherNames: [String] = []
  }

  let entries: [Entry]
  private let names: [String: String]

  init(_ entries: [Entry]) {
    self.entries = entries
    var names: [String: String] = [:]
    for entry in entries {
      for head in [entry.name, entry.label] + entry.otherNames where names[Self.key(head)] == nil {
        names[Self.key(head)] = entry.name
      }
    }
    self.names = names
  }

  /// The field that a head of a column means, whatever its case, signs and diacritics.
  func field(named head: String) -> String? { names[Self.key(head)] }

  func label(of field: String) -> String { entries.first { $0.name == field }?.label ?? field }

  /// A row of heads: two of them are known.
  func isHead(_ cells: [String]) -> Bool { Set(cells.compactMap(field)).count >= 2 }

  /// The decree's print has a small L for a capital I in two names; both are taken.
  static func key(_ head: String) -> String {
    let letters = Folding.folded(head).filter { $0.isLetter || $0.isNumber }
    return letters.hasSuffix("organld")
      ? letters.dropLast(2) + "id" : letters.replacing("signerlnfo", with: "signerinfo")
  }
}
