import Kernel

/// A plan in its order, each dossier with its number: the one it has, or the one it would get now.
package struct FilePlanOutline: Sendable, Equatable {
  /// A dossier on its line.
  package struct Line: Sendable, Equatable {
    package var entry: FilePlanEntry
    package var number: Int
    package var notation: String

    /// Not issued yet: the number may still change.
    package var isProvisional: Bool { entry.notation == nil }
  }

  /// Lines that stand under one heading.
  package struct Part: Sendable, Equatable {
    package var heading: FilePlanHeading
    /// «I», «1».
    package var ordinal: String
    /// Directly under it.
    package var lines: [Line]
    /// Of a big heading: its small ones.
    package var parts: [Part] = []

    package var allLines: [Line] { lines + parts.flatMap(\.lines) }
  }

  package var parts: [Part]

  package init(_ plan: FilePlan, _ headings: [FilePlanHeading], _ entries: [FilePlanEntry]) {
    let byHeading = Dictionary(grouping: entries.sorted { ($0.place, $0.id) < ($1.place, $1.id) }, by: \.heading)
    let byParent = Dictionary(grouping: headings.sorted { ($0.place, $0.id) < ($1.place, $1.id) }, by: \.parent)
    var last = plan.lastNumber
    parts = (byParent[nil] ?? []).enumerated().map { index, big in
      if plan.numbering == .heading { last = big.lastNumber }
      func lines(_ heading: FilePlanHeading.ID) -> [Line] {
        (byHeading[heading] ?? []).map { entry in
          if let number = entry.number, let notation = entry.notation {
            return Line(entry: entry, number: number, notation: notation)
          }
          last += 1
          return Line(entry: entry, number: last, notation: FilePlanEntry.notation(last, big.abbreviation))
        }
      }
      var part = Part(heading: big, ordinal: Self.roman(index + 1), lines: lines(big.id))
      part.parts = (byParent[big.id] ?? []).enumerated().map { place, small in
        Part(heading: small, ordinal: "\(place + 1)", lines: lines(small.id))
      }
      return part
    }
  }

  package var lines: [Line] { parts.flatMap(\.allLines) }

  package var permanentCount: Int { lines.count { $0.entry.facts.retention == .permanent } }

  /// Only lines that pass; headings without any are left out.
  package func keeping(_ passes: (Line) -> Bool) -> FilePlanOutline {
    func kept(_ part: Part) -> Part? {
      var part = part
      part.lines = part.lines.filter(passes)
      part.parts = part.parts.compactMap(kept)
      return part.lines.isEmpty && part.parts.isEmpty ? nil : part
    }
    var outline = self
    outline.parts = parts.compactMap(kept)
    return outline
  }

  /// As the decree numbers big headings.
  static func roman(_ number: Int) -> String {
    let signs = [
      (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]
    var (left, text) = (number, "")
    for (value, sign) in signs {
      while left >= value {
        text += sign
        left -= value
      }
    }
    return text
  }
}
