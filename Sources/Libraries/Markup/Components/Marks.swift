/// Độ khẩn as a stamped word. Only «HỎA TỐC» is vermilion.
package enum UrgencyMark: String, Sendable, CaseIterable {
  case urgent, veryUrgent, express

  /// The mark as printed on documents.
  package var label: String {
    switch self {
    case .urgent: "KHẨN"
    case .veryUrgent: "THƯỢNG KHẨN"
    case .express: "HỎA TỐC"
    }
  }

  package var html: HTML { "<span class=\"urgency urgency-\(rawValue)\">\(label)</span>" }
}

/// A state in one word, never by colour alone.
package struct StateMark: Sendable, Equatable {
  package enum Tone: String, Sendable { case plain, done, look, wrong, directive }

  package var label: String
  package var tone: Tone

  package init(_ label: String, _ tone: Tone = .plain) {
    self.label = label
    self.tone = tone
  }

  package var html: HTML { "<span class=\"state state-\(tone.rawValue)\">\(label)</span>" }
}

/// A deadline (hạn) with what is left of it: «còn 2 ngày làm việc», «quá hạn 3 ngày».
package struct DeadlineMark: Sendable, Equatable {
  package enum State: String, Sendable { case later, soon, overdue, met }

  /// `dd/MM/yyyy`, with the weekday where there is room.
  package var day: String
  package var left: String
  package var state: State

  package init(day: String, left: String, state: State) {
    self.day = day
    self.left = left
    self.state = state
  }

  package var html: HTML {
    "<span class=\"deadline deadline-\(state.rawValue)\"><span>\(day)</span> <span class=\"left\">\(left)</span></span>"
  }
}

/// Long work with its count; it can be left. Follows the events of the page's `data-live` address while it is open.
package struct ProgressLine: Sendable {
  /// Key of this line in the events of the page's live address.
  package var key: String
  /// «Đang đọc trang 3/10».
  package var text: String
  package var value: Int?
  package var max: Int

  package init(key: String, text: String, value: Int?, max: Int) {
    self.key = key
    self.text = text
    self.value = value
    self.max = max
  }

  package var html: HTML {
    """
    <span class="progress" data-live-key="\(key)"><progress aria-label="\(text)" max="\(Swift.max(max, 1))"\
    \(HTML.attribute("value", value.map(String.init)))></progress> <span data-live-text>\(text)</span></span>
    """
  }
}

/// One key of a screen, for the help that `?` opens.
package struct KeyHint: Sendable, Equatable {
  /// `j`, `enter`, `ctrl+enter`.
  package var key: String
  package var meaning: String

  package init(_ key: String, _ meaning: String) {
    self.key = key
    self.meaning = meaning
  }

  /// The key as written on it: «Ctrl+Enter».
  package static func cap(_ key: String) -> String {
    key.split(separator: "+", omittingEmptySubsequences: false)
      .map { part in
        named[String(part)] ?? (part.count == 1 ? String(part) : part.prefix(1).uppercased() + part.dropFirst())
      }.joined(separator: "+")
  }

  /// As they stand on the keys.
  private static let named = ["pagedown": "PageDown", "pageup": "PageUp", "escape": "Esc", "r": "R"]
}

extension [KeyHint] {
  /// Keys of every list.
  package static let list: [KeyHint] = [
    KeyHint("j", "xuống dòng dưới"), KeyHint("k", "lên dòng trên"), KeyHint("enter", "mở dòng đang chọn"),
  ]
}
