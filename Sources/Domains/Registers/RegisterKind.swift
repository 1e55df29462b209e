/// What a register is of (loại sổ).
package enum RegisterKind: String, Sendable, CaseIterable, Codable {
  /// Sổ đăng ký văn bản đến (Decree 30/2020, Annex IV, 6.4).
  case incoming
  /// Sổ đăng ký văn bản đi (Annex IV, 6.1).
  case outgoing
  /// Sổ đăng ký bản sao: one series for every form of copy (COPY-08).
  case copy

  /// Name of the agency's main book of this kind.
  package var bookName: String {
    switch self {
    case .incoming: "Sổ đăng ký văn bản đến"
    case .outgoing: "Sổ đăng ký văn bản đi"
    case .copy: "Sổ đăng ký bản sao"
    }
  }

  /// What its numbers are called.
  package var numberName: String {
    switch self {
    case .incoming: "số đến"
    case .outgoing: "số đi"
    case .copy: "số bản sao"
    }
  }

  /// What its lines are of.
  package var documentName: String {
    switch self {
    case .incoming: "văn bản đến"
    case .outgoing: "văn bản đi"
    case .copy: "bản sao"
    }
  }

  /// What the day of a line is.
  var dayName: String {
    switch self {
    case .incoming: "ngày đến"
    case .outgoing: "ngày văn bản"
    case .copy: "ngày sao"
    }
  }

  /// The beginning of the names of its files.
  var fileName: String {
    switch self {
    case .incoming: "so-van-ban-den"
    case .outgoing: "so-van-ban-di"
    case .copy: "so-ban-sao"
    }
  }
}
