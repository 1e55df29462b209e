import Foundation

/// The two forms in which text is compared: `folded` finds everything however it was typed, `exact` keeps diacritics.
package enum Folding {
  /// Lower-case without any diacritics, «đ» included; NFC and NFD give the same. Signs and blanks stay as they are.
  package static func folded(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { appendFolded(scalar, to: &result) }
    return String(result)
  }

  /// Lower-case NFC with diacritics, old and new tone placement made one (hoà = hòa, thuý = thúy, qúy = quý),
  /// «Ð» (eth) made «đ». Signs and blanks stay as they are.
  package static func exact(_ text: String) -> String {
    let composed =
      text.unicodeScalars.contains { (0x300...0x36F).contains($0.value) }
      ? text.precomposedStringWithCanonicalMapping : text
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(composed.utf8.count)
    for scalar in composed.unicodeScalars { appendLower(scalar, to: &scalars) }
    TonePlacement.unify(&scalars)
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// True when the text has a letter with a mark or tone, or «đ».
  package static func hasDiacritics(_ text: String) -> Bool { folded(text) != exact(text) }

  private static func appendFolded(_ scalar: Unicode.Scalar, to result: inout String.UnicodeScalarView) {
    if scalar.value < Letters.tableSize {
      let folded = Letters.folded[Int(scalar.value)]
      if folded != 0, let letter = Unicode.Scalar(folded) { result.append(letter) }
    } else if !Letters.isInvisible(scalar) {
      result.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
    }
  }

  private static func appendLower(_ scalar: Unicode.Scalar, to result: inout [Unicode.Scalar]) {
    if scalar.value < Letters.tableSize {
      let small = Letters.lower[Int(scalar.value)]
      if small != 0, let letter = Unicode.Scalar(small) { result.append(letter) }
    } else if !Letters.isInvisible(scalar) {
      result.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
    }
  }
}
