/// What a register is of (loại sổ).
package enum RegisterKind: String, Sendable, CaseIterable, Codable {
  /// Sổ đăng ký văn bản đến (Decree 30/2020, Annex IV).
  case incoming

  /// Name of the agency's main book of this kind.
  package var bookName: String {
    switch self {
    case .incoming: "Sổ đăng ký văn bản đến"
    }
  }

  /// What its numbers are called.
  package var numberName: String {
    switch self {
    case .incoming: "số đến"
    }
  }
}
