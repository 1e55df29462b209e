import Foundation
import Kernel

/// Where the next page of a list goes on: opaque to whoever sends it back.
package enum APICursor {
  /// The parameters of every list.
  package static let fields = [
    APIField("limit", .integer(1...200), "Số mục mỗi trang; mặc định 50"),
    APIField("cursor", .words(200), "Giá trị «next» của trang trước; không gửi thì lấy trang đầu"),
  ]
  static let limitUsual = 50

  package static func text(_ position: String) -> String {
    Data("1:\(position)".utf8).base64EncodedString().replacingOccurrences(of: "+", with: "-")
      .replacingOccurrences(of: "/", with: "_").replacingOccurrences(of: "=", with: "")
  }

  /// Nil when it was not made here.
  static func position(_ text: String) -> String? {
    var padded = text.replacingOccurrences(of: "-", with: "+").replacingOccurrences(of: "_", with: "/")
    padded += String(repeating: "=", count: (4 - padded.utf8.count % 4) % 4)
    guard let data = Data(base64Encoded: padded), let text = String(data: data, encoding: .utf8), text.hasPrefix("1:"),
      text.unicodeScalars.allSatisfy({ $0.value >= 0x20 })
    else { return nil }
    return String(text.dropFirst(2))
  }
}

/// One page of a list.
package struct APIPage<Value: Sendable>: Sendable {
  package var items: [Value]
  /// Position after the last item; nil at the end.
  package var next: String?

  package init(_ items: [Value], next: String?) {
    self.items = items
    self.next = next
  }

  /// From a whole small list in the order of its keys: what comes after `position`, at most `limit`.
  package init(all: [Value], after position: String?, limit: Int, key: (Value) -> Int64) throws(APIProblem) {
    var rest = all.sorted { key($0) < key($1) }
    if let position {
      guard let last = Int64(position) else { throw .badCursor }
      rest = rest.filter { key($0) > last }
    }
    items = Array(rest.prefix(limit))
    next = rest.count > items.count ? items.last.map { String(key($0)) } : nil
  }
}

extension APIProblem {
  /// A cursor that no page of this list gave.
  package static var badCursor: APIProblem {
    APIProblem(
      .malformed, "Con trỏ trang không dùng được. Hãy lấy lại từ trang đầu.",
      reasons: [Refusal.Reason("Không phải giá trị «next» của một trang trước.", field: "cursor")])
  }
}
