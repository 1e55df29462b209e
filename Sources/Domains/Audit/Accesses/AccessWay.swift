/// In which way somebody had access to a record (lượt truy cập, PL6-61), told from the code of the line.
package enum AccessWay: String, Sendable, CaseIterable {
  /// The page was opened, or its first sheet shown beside a list.
  case view = "xem"
  /// Files, packages and lists that left the system.
  case download = "tai-ve"
  case print = "in"
  /// Who sees it and who looked at it: nothing of what it says.
  case oversight = "xem-quyen"

  /// Every line about access to a record has one: what is not known to be less counts as taken along.
  package init(code: String) {
    let act = code.split(separator: ".").last.map(String.init) ?? code
    switch act {
    case "viewed", "previewed": self = .view
    case "explained", "accessesListed": self = .oversight
    case _ where act.lowercased().hasSuffix("printed"): self = .print
    default: self = .download
    }
  }

  /// Whether a line is a sign-in (PL6-62).
  package static func isSignIn(_ code: String) -> Bool { code.contains(".signedIn") }

  /// Whether it is access to what the record says.
  package var isCounted: Bool { self != .oversight }

  /// The Vietnamese term.
  package var label: String {
    switch self {
    case .view: "Xem"
    case .download: "Tải về"
    case .print: "In"
    case .oversight: "Xem quyền, lượt truy cập"
    }
  }
}
