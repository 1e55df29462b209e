/// Says what happened: what changed, or why nothing did. Never «Thành công».
package struct Notice: Sendable, Equatable {
  package enum Kind: String, Sendable {
    /// Something changed; the sentence names the thing and the change.
    case changed
    /// Nothing changed; what happened, why, what to do.
    case refused
    /// Worth a look; nothing is wrong yet.
    case caution

    /// The word before the sentence, so that the kind does not hang on its colour.
    var word: String {
      switch self {
      case .changed: "Xong"
      case .refused: "Không thực hiện được"
      case .caution: "Cần xem"
      }
    }
  }

  package var kind: Kind
  package var message: String
  package var reasons: [String]
  /// Where the changed thing is.
  package var path: String?
  package var pathLabel: String
  /// The word before the sentence, when the kind's own does not fit.
  package var word: String

  package init(
    _ kind: Kind, _ message: String, reasons: [String] = [], path: String? = nil, pathLabel: String = "Mở",
    word: String? = nil
  ) {
    self.word = word ?? kind.word
    self.kind = kind
    self.message = message
    self.reasons = reasons
    self.path = path
    self.pathLabel = pathLabel
  }

  package var html: HTML {
    let link: HTML = path.map { " <a href=\"\($0)\">\(pathLabel)</a>" } ?? .empty
    let list: HTML = .when(!reasons.isEmpty, "<ul>\(reasons.map { "<li>\($0)</li>" as HTML })</ul>")
    return """
      <div class="notice notice-\(kind.rawValue)" role="\(kind == .refused ? "alert" : "status")">\
      <p><strong class="notice-word">\(word)</strong> \(message)\(link)</p>\(list)</div>
      """
  }
}

/// What changed, with a button that takes it back for a few seconds, counted down in sight.
package struct UndoNotice: Sendable {
  package var message: String
  /// Where taking it back is posted.
  package var action: String
  package var seal: FormSeal
  /// Seconds left in which it can be taken back.
  package var secondsLeft: Int
  /// Where the person is now, to stay there.
  package var back: String

  package init(_ message: String, action: String, seal: FormSeal, secondsLeft: Int = 10, back: String = "") {
    self.message = message
    self.action = action
    self.seal = seal
    self.secondsLeft = secondsLeft
    self.back = back
  }

  /// Name of the hidden field that says where the person is.
  package static let backName = "ve"

  package var html: HTML {
    let back: HTML = .when(!back.isEmpty, "<input type=\"hidden\" name=\"\(Self.backName)\" value=\"\(back)\">")
    return """
      <div class="notice notice-changed notice-undo" role="status" data-undo-seconds="\(secondsLeft)">\
      <p><strong class="notice-word">Xong</strong> \(message)</p>\
      \(ActForm(action: action, seal: seal, className: "act act-one", content: """
        \(back)<span class="quiet" aria-hidden="true">còn <span class="figures" data-undo-left>\(secondsLeft)</span> giây</span>\
        \(Button("Hoàn tác", key: "u").html)
        """).html)</div>
      """
  }
}
