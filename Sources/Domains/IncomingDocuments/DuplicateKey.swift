import VietnameseText

/// The text by which one document is known again: number, symbol and issuer without case, marks or leading zeros
/// (PL6-18). Empty when the paper has no number, since such papers are not compared by it.
enum DuplicateKey {
  static func text(_ facts: IncomingFacts) -> String {
    let number = facts.numberText.drop { $0 == "0" }
    guard !number.isEmpty else { return "" }
    return [String(number), facts.notation, facts.issuerName].map { text in
      Folding.folded(text).filter { $0.isLetter || $0.isNumber }
    }.joined(separator: "|")
  }
}
