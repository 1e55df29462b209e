import Markup

/// An act of the document page that was refused: its dialog comes back open, with everything typed and every reason.
struct RefusedAct: Sendable {
  /// The act by the id of its dialog.
  enum Act: String, Sendable {
    case addFiles = "them-tep"
    case cancelNumber = "huy-so"
  }

  var act: Act
  var input: FormInput

  /// For an act that the page offers no longer, because the document changed meanwhile: the reasons, and what was typed.
  var notice: HTML {
    let typed = input[Self.reason].isEmpty ? [] : ["Lý do đã nhập: «\(input[Self.reason])»"]
    return Notice(
      .refused, "Văn bản đã thay đổi trong lúc anh/chị làm.",
      reasons: input.generalReasons + input.reasons.values.flatMap { $0 } + typed
    ).html
  }

  /// Name of the field that says why.
  static let reason = "ly-do"
}
