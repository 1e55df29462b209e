import Kernel
import VietnameseText

/// A sentence that a post directs with again and again (câu mẫu của bút phê): learnt from use, never asked for.
package struct ReadyPhrase: Sendable, Equatable {
  /// How it is recognised however it was typed.
  package var key: String
  /// As it was typed last.
  package var text: String

  package init(_ text: String) {
    self.text = text
    key = Self.key(of: text)
  }

  static let shownMax = 8
  /// A longer sentence speaks of one document.
  static let lengthMax = 120

  /// For whoever has not directed yet. They give way to what is used.
  static let usual = [
    "Nghiên cứu, tham mưu văn bản trả lời.", "Xem xét, giải quyết theo quy định.", "Báo cáo tôi trước khi trả lời.",
    "Kính chuyển đơn vị theo dõi, thực hiện.", "Để biết, lưu hồ sơ.",
  ].map(ReadyPhrase.init)

  /// The sentences of a directive that may serve again: short ones without a number, which would be a day or a document
  /// of then.
  static func learnt(from text: String) -> [ReadyPhrase] {
    var seen: Set<String> = []
    return text.split(whereSeparator: { ".;\n".contains($0) }).map { String($0).normalizedLine }
      .filter { $0.count >= 4 && $0.count <= lengthMax && !$0.contains(where: \.isNumber) }
      .map { ReadyPhrase($0 + ".") }.filter { seen.insert($0.key).inserted }
  }

  private static func key(of text: String) -> String {
    Folding.exact(text).normalizedLine.trimmed(of: ".;, ")
  }
}

extension String {
  /// Without these letters at its ends.
  fileprivate func trimmed(of letters: String) -> String {
    var text = Substring(self)
    while let first = text.first, letters.contains(first) { text.removeFirst() }
    while let last = text.last, letters.contains(last) { text.removeLast() }
    return String(text)
  }

  /// With a ready phrase behind what stands already.
  func adding(phrase: String) -> String { isEmpty ? phrase : "\(self)\(last == "\n" ? "" : " ")\(phrase)" }
}
