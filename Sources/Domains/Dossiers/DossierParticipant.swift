import Kernel

/// Who takes part in a dossier, besides the one who makes it (người tham gia).
package struct DossierParticipant: Sendable, Equatable {
  /// What they may do in it.
  package enum Role: String, Sendable, CaseIterable {
    case contributor, reader

    /// The Vietnamese term.
    package var label: String {
      switch self {
      case .contributor: "Cùng lập hồ sơ"
      case .reader: "Chỉ xem"
      }
    }
  }

  /// A post, or the head and clerk of a unit.
  package var holder: Principal
  /// As it was called when they were added: «Lê Thị Mai, Chuyên viên».
  package var name: String
  package var role: Role
  package var addedAt: Instant
  package var addedBy: String
}
