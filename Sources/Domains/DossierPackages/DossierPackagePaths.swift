import Dossiers

/// Addresses of packages; they lie below their dossier.
package enum DossierPackagePaths {
  package static func list(_ dossier: Dossier.ID) -> String { DossierPaths.packages(dossier) }
  static func progress(_ dossier: Dossier.ID) -> String { "\(list(dossier))/tien-do" }
  static func file(_ dossier: Dossier.ID, _ id: DossierPackage.ID) -> String { "\(list(dossier))/\(id)" }

  /// Names of inputs.
  static let kind = "loai-goi"
  static let file = "tep"
  static let retention = "thoi-han-bao-quan"
  static let vouched = "da-xem"
}
