import Kernel

extension WordDocument {
  /// Its text, paragraph by paragraph in reading order: for search and for telling two versions apart. Empty paragraphs
  /// are left out; cells of one row of a table stand one after the other.
  package var paragraphTexts: [String] {
    blocks.flatMap(\.paragraphs).compactMap { paragraph in
      let text = paragraph.text.normalizedLine
      return text.isEmpty ? nil : text
    }
  }

  /// The same as one text, a line a paragraph.
  package var text: String { paragraphTexts.joined(separator: "\n") }
}
