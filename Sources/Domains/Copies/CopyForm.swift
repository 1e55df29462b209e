/// In what form a document is copied (hình thức sao; Decree 30/2020, Articles 3 and 25; COPY-01 to COPY-03).
package enum CopyForm: String, Sendable, CaseIterable {
  /// Sao y: the whole of an original or an official copy.
  case fullCopy
  /// Sao lục: the whole of a full copy.
  case recopy
  /// Trích sao: parts of a document.
  case extractCopy

  /// The Vietnamese term.
  package var label: String {
    switch self {
    case .fullCopy: "Sao y"
    case .recopy: "Sao lục"
    case .extractCopy: "Trích sao"
    }
  }

  /// As the copy bears it.
  package var title: String { label.uppercased() }

  /// Its place in the symbol; letter case is fixed.
  package var symbol: String {
    switch self {
    case .fullCopy: "SY"
    case .recopy: "SL"
    case .extractCopy: "TrS"
    }
  }
}

/// On what a document lies.
package enum CopyMedium: String, Sendable, CaseIterable {
  case paper, electronic

  /// The Vietnamese term.
  package var label: String {
    switch self {
    case .paper: "văn bản giấy"
    case .electronic: "văn bản điện tử"
    }
  }
}

/// From what to what a document is copied (cách sao).
package struct CopyWay: Hashable, Sendable {
  package var from: CopyMedium
  package var to: CopyMedium

  package init(from: CopyMedium, to: CopyMedium) {
    self.from = from
    self.to = to
  }

  /// `paper-electronic`
  package init?(_ text: String) {
    let sides = text.split(separator: "-").map { CopyMedium(rawValue: String($0)) }
    guard sides.count == 2, let from = sides[0], let to = sides[1] else { return nil }
    self.init(from: from, to: to)
  }

  package var text: String { "\(from.rawValue)-\(to.rawValue)" }

  /// «Từ văn bản giấy sang văn bản điện tử».
  package var label: String { "Từ \(from.label) sang \(to.label)" }

  /// Every way, in the order of Article 25.
  package static let all = [
    CopyWay(from: .paper, to: .paper), CopyWay(from: .electronic, to: .paper), CopyWay(from: .paper, to: .electronic),
    CopyWay(from: .electronic, to: .electronic),
  ]
}

extension CopyForm {
  /// What Article 25 lists. What is not listed is refused.
  package static let ways: [CopyForm: Set<CopyWay>] = [
    .fullCopy: Set(CopyWay.all.prefix(3)),
    .recopy: Set(CopyWay.all.prefix(3)),
    .extractCopy: Set(CopyWay.all),
  ]

  /// Why this form is not made this way; nil when it is.
  package func obstacle(to way: CopyWay) -> String? {
    guard Self.ways[self]?.contains(way) != true else { return nil }
    return
      "\(label) không có cách từ văn bản điện tử sang văn bản điện tử (Điều 25). Hãy gửi chính văn bản điện tử, hoặc trích sao."
  }
}
