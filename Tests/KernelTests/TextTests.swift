import Foundation
import Kernel
import Testing

@Suite("Dòng chữ chuẩn hóa") struct TextTests {
  @Test(
    "NFC, one blank between words, none at the ends",
    arguments: [
      ("", ""), (" ", ""), ("a", "a"), (" a", "a"), ("a ", "a"), ("a  b", "a b"), ("a\tb\nc", "a b c"),
      ("a\u{A0}b", "a b"),
      ("Vie\u{302}\u{323}t", "Việt"), ("hoà", "hoà"), ("–“”…", "–“”…"), ("a\u{7F}b", "a b"), ("\u{2003}a", "a"),
    ])
  func normalized(typed: String, expected: String) {
    #expect(Array(typed.normalizedLine.unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test("no sign is taken for plain that NFC or the trimming would change") func everySign() {
    for value in (0x20 as UInt32)...0x2FFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = "a\(scalar)b"
      let isBlank = scalar.properties.isWhitespace || value < 0x20 || (0x7F...0x9F).contains(value)
      let expected = isBlank ? "a b" : text.precomposedStringWithCanonicalMapping
      #expect(
        Array(text.normalizedLine.unicodeScalars) == Array(expected.unicodeScalars), "U+\(String(value, radix: 16))")
    }
  }
}
