import Foundation
import Kernel
import Markup

/// The fields of a submitted form or of an address's query, in order. Texts are NFC.
package struct Form: Sendable {
  package private(set) var fields: [(name: String, value: String)]

  package init(_ fields: [(name: String, value: String)] = []) { self.fields = fields }

  /// Reads `name=value&…`. Broken percent escapes stay as typed.
  package init(urlEncoded text: some StringProtocol) {
    fields = text.split(separator: "&").map { pair in
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return (Self.decoded(parts[0]), parts.count > 1 ? Self.decoded(parts[1]) : "")
    }
  }

  /// One line, ends trimmed; empty when missing.
  package subscript(name: String) -> String { raw(name).normalizedLine }

  /// With its line breaks; empty when missing.
  package func paragraphs(_ name: String) -> String { raw(name).normalizedParagraphs }

  /// Exactly as sent, for passwords.
  package func raw(_ name: String) -> String { fields.first { $0.name == name }?.value ?? "" }

  /// Every value of a repeated field.
  package func all(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value.normalizedLine) }

  /// Whether a box is ticked.
  package func isOn(_ name: String) -> Bool { !raw(name).isEmpty }

  /// The rest, once the fields of these names are left out.
  package func without(_ names: Set<String>) -> Form { Form(fields.filter { !names.contains($0.name) }) }

  package func integer(_ name: String) -> Int? { Int(self[name]) }

  /// The record version the form was shown with.
  package var version: Int { integer("phien-ban") ?? 0 }

  /// The one-time key of a creating form: a second press gets the first answer.
  package var submissionKey: String { String(raw("khoa-gui").prefix(64)) }

  /// The form was sent with files that are not with it any more; it may not pass for one without files.
  package var hasLeftFilesBehind: Bool { isOn(FormSeal.Name.filesLeftBehind) }

  /// What to say of such a form.
  package static let filesLeftBehindReason =
    "Tệp đã chọn không qua được lúc màn hình khóa nên chưa có gì được lưu. Hãy chọn lại tệp rồi gửi."

  /// Text as a value of an address.
  package static func encoded(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
  }

  private static func decoded(_ text: some StringProtocol) -> String {
    var bytes: [UInt8] = []
    var rest = Substring(text).utf8[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "+"): bytes.append(UInt8(ascii: " "))
      case UInt8(ascii: "%"):
        if let value = UInt8(String(Substring(rest.prefix(2))), radix: 16), rest.count >= 2 {
          bytes.append(value)
          rest = rest.dropFirst(2)
        } else {
          bytes.append(byte)
        }
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
