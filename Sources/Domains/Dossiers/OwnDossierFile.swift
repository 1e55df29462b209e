import Database
import Kernel

/// A file of a dossier's own, found for somebody who may open it.
struct OwnDossierFile: Sendable {
  var dossier: Dossier
  var item: DossierItem
  var file: DossierFile

  static let missing = Refusal(.notFound, "Không tìm thấy tệp này trong hồ sơ.")

  /// Refuses what does not exist for this actor, and what is kept from them.
  static func find(
    _ item: DossierItem.ID, in dossier: Dossier.ID, visibleTo actor: Actor, _ transaction: any Transaction
  ) throws -> OwnDossierFile {
    let dossier = try DossierStore(transaction).find(dossier, visibleTo: actor)
    let found = try DossierItemStore(transaction).find(item, in: dossier.id)
    guard let file = found.file else { throw missing }
    let hidden = try DossierRights.hiddenFiles(in: dossier, from: actor, in: transaction)
    if hidden.contains(where: { $0.id == item }) {
      throw Refusal(.forbidden, "Tài liệu này chỉ người tham gia hồ sơ được giao mới mở được.")
    }
    if found.isWithheld { throw DossierItem.withheldRefusal }
    return OwnDossierFile(dossier: dossier, item: found, file: file)
  }

  /// What the story calls it. Others read that line, too: nothing of what a file that is kept back is called.
  var nameOnRecord: String { item.isKeptBack ? "tài liệu số thứ tự \(item.ordinal)" : file.title }
}
