import Database
import Kernel

/// One line on the head of a dossier that a flow above tells: where its paper part lies.
package struct DossierHeadLine: Sendable, Equatable {
  /// «Bản giấy».
  package var label: String
  package var text: String
  /// Where there is more of it.
  package var path: String
  /// What is to be known before anything is done: «đang cho mượn».
  package var caution: String?

  package init(label: String, text: String, path: String, caution: String? = nil) {
    self.label = label
    self.text = text
    self.path = path
    self.caution = caution
  }
}

/// A flow that tells something on the head of dossiers. Whoever asks sees the dossier.
package protocol DossierHeadFact: Sendable {
  /// Nil when there is nothing to tell this person.
  func line(of dossier: Dossier, by actor: Actor, in transaction: any Transaction) throws -> DossierHeadLine?
}
