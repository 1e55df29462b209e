import Foundation

/// Setting right the groups of a symbol that a recognition damaged, by the abbreviations in common use.
enum NotationGroups {
  /// `QD-UIBND` → `QĐ-UBND`; spaces and stray signs go. Foreign groups stay as they were read.
  static func corrected(_ text: String) -> String {
    var cleaned = text.filter { !$0.isWhitespace }
    for dash in ["–", "—", "−", "¬", "_", "~", "="] { cleaned = cleaned.replacingOccurrences(of: dash, with: "-") }
    let characters = Array(cleaned)
    var result = ""
    for (index, character) in characters.enumerated() {
      // A small z between capitals is a dash written over.
      let isDash = character == "z" && index > 1 && index + 1 < characters.count && characters[index + 1].isUppercase
      result.append(isDash ? "-" : character)
    }
    let groups = result.split(separator: "-").map {
      group($0.filter { $0.isLetter || $0.isNumber || ",&/.".contains($0) })
    }
    return groups.filter { !$0.isEmpty }.joined(separator: "-").trimmingCharacters(in: .init(charactersIn: ".,/&"))
  }

  private static func group(_ text: String) -> String {
    if known.contains(text) { return text }
    for assembly in ["UBTVQH", "QH", "HĐND"] where text.hasPrefix(assembly) && text.count > assembly.count {
      let digits = LooseText.digits(String(text.dropFirst(assembly.count))).digits
      return digits.isEmpty ? text : assembly + digits
    }
    if let withStroke = known.first(where: { $0.replacingOccurrences(of: "Đ", with: "D") == text }) {
      return withStroke
    }
    guard text.count >= 4, text.allSatisfy(\.isLetter) else { return text }
    let letters = Array(text)
    let near = agencies.filter { $0.count >= 4 && LooseText.distance(letters, Array($0), limit: 1) <= 1 }
    return near.count == 1 ? near[near.startIndex] : text
  }

  static func isKnown(_ group: String) -> Bool { known.contains(group) }

  static let agencies: Set<String> = Set(
    """
    UBND HĐND QH UBTVQH CTN CP TTg VPCP VPQH VPCTN TANDTC VKSNDTC KTNN BNV BTC BTTTT BTP BCA BQP BYT BXD BCT BKHĐT \
    BKHCN BGDĐT BGTVT BNNPTNT BNNMT BTNMT BVHTTDL BLĐTBXH BNG BDTTG UBDT TTCP NHNN TLĐLĐVN TWĐTN MTTQ BHXH TCHQ KBNN \
    TCTK TCT SNV STC SXD STP SYT SCT SKHĐT SKHCN SGDĐT SGTVT STNMT SNNPTNT SNNMT SVHTTDL SLĐTBXH STTTT SDTTG VPUBND \
    LĐLĐ BCĐ BCH BQL CTUBND TTHĐND ĐĐBQH KSTTHC KGVX KTTH TTHC TTĐT CNTT QLVB
    """.split(separator: " ").map(String.init))

  private static let known = agencies.union(DocumentTypeNames.all.map(\.abbreviation)).subtracting([""])
}
