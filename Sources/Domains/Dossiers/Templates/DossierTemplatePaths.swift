import Kernel
import Markup

/// Addresses of templates of dossiers.
package enum DossierTemplatePaths {
  package static let list = DossierTabs.templates.path
  static let new = "\(list)/moi"
  static func show(_ id: DossierTemplate.ID) -> String { "\(list)/\(id)" }
  static func switching(_ id: DossierTemplate.ID) -> String { "\(show(id))/dung" }
  /// A new one that begins with the lines of another.
  static func copying(_ id: DossierTemplate.ID) -> String { "\(new)?\(DossierTemplateField.template)=\(id)" }
  /// A dossier opened by it.
  static func opening(_ id: DossierTemplate.ID) -> String {
    "\(DossierPaths.opening)?\(DossierTemplateField.template)=\(id)"
  }
}
