import Foundation

/// The letters of Vietnamese and what each is made of: base letter, mark (ă â ê ô ơ ư đ) and tone (thanh).
package enum Letters {
  /// In the order of Vietnamese dictionaries; the raw value is the tone's place in it.
  package enum Tone: Int, Sendable, CaseIterable { case level, grave, hook, tilde, acute, dot }

  /// The twelve vowels, each with its six tones in the order of `Tone`.
  static let toned: [[Unicode.Scalar]] = [
    "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị", "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "uùủũúụ", "ưừửữứự",
    "yỳỷỹýỵ",
  ].map { Array($0.precomposedStringWithCanonicalMapping.unicodeScalars) }

  /// The 29 letters and the four foreign ones, in the order of the alphabet.
  static let alphabet: [Unicode.Scalar] = Array(
    "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz".precomposedStringWithCanonicalMapping.unicodeScalars)

  /// Scalars below this are looked up in the tables; all Vietnamese letters are.
  static let tableSize = 0x1F00

  /// Lower-case of each scalar, with the look-alikes of «đ» and «ư» set right; 0 for what is skipped.
  static let lower: [UInt16] = table { scalar in
    switch scalar.value {
    case 0xD0, 0xF0, 0x110, 0x111, 0x189: 0x111  // Ð (eth) and Ɖ are typed and scanned for Đ
    case 0x1A2, 0x1A3: 0x1B0  // Ƣ stands for Ư in the glyph tables of many PDF files
    case 0xAD: 0  // soft hyphen
    default: UInt16(firstScalar(of: scalar.properties.lowercaseMapping).value)
    }
  }

  /// Lower-case base letter without any mark or tone; 0 for what is skipped (combining marks too).
  static let folded: [UInt16] = table { scalar in
    if (0x300...0x36F).contains(scalar.value) { return 0 }
    let small = lower[Int(scalar.value)]
    if small == 0 { return 0 }
    if small == 0x111 { return 0x64 }
    guard let letter = Unicode.Scalar(small) else { return small }
    let base = firstScalar(of: String(Character(letter)).decomposedStringWithCanonicalMapping)
    return UInt16(base.properties.lowercaseMapping.unicodeScalars.first?.value ?? base.value)
  }

  /// For a vowel: its row in `toned` × 6 + its tone + 1; 0 for any other scalar.
  static let vowel: [UInt8] = {
    var table = [UInt8](repeating: 0, count: tableSize)
    for (row, scalars) in toned.enumerated() {
      for (tone, scalar) in scalars.enumerated() { table[Int(scalar.value)] = UInt8(row * 6 + tone + 1) }
    }
    return table
  }()

  /// The vowel without its tone and the tone; nil when the (lower-case) scalar is no Vietnamese vowel.
  static func parts(of scalar: Unicode.Scalar) -> (vowel: Unicode.Scalar, tone: Tone)? {
    guard scalar.value < tableSize, case let code = Int(vowel[Int(scalar.value)]), code > 0 else { return nil }
    return (toned[(code - 1) / 6][0], Tone(rawValue: (code - 1) % 6) ?? .level)
  }

  /// True for letters and digits of any script: what tokens are made of.
  static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case 0..<0x80: false
    case 0xC0...0x24F where scalar.value != 0xD7 && scalar.value != 0xF7: true
    case 0x300...0x36F, 0x1E00...0x1EFF: true
    default: scalar.properties.isAlphabetic || scalar.properties.numericType == .decimal
    }
  }

  /// Invisible scalars that stand inside words of copied text and mean nothing.
  static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value == 0xAD || (0x200B...0x200F).contains(scalar.value) || scalar.value == 0xFEFF
      || scalar.value == 0x2060
  }

  private static func firstScalar(of text: String) -> Unicode.Scalar { text.unicodeScalars.first ?? "?" }

  private static func table(_ value: (Unicode.Scalar) -> UInt16) -> [UInt16] {
    (0..<tableSize).map { number in Unicode.Scalar(number).map(value) ?? 0 }
  }
}
