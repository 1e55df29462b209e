import Database
import Documents
import Kernel
import Markup

/// Gathers the page of a withheld file: nothing of what it says, only what is to be decided and by whom.
struct OwnFileQuarantineScreen: Sendable {
  var dossier: Dossier
  var item: DossierItem
  var quarantine: OwnFileQuarantine
  var actor: Actor

  /// Nil when it is not withheld. Not found when the actor may not see the dossier.
  static func read(
    _ item: DossierItem.ID, in dossier: Dossier.ID, by actor: Actor, _ transaction: any Transaction
  ) throws -> OwnFileQuarantineScreen? {
    let found = try DossierStore(transaction).find(dossier, visibleTo: actor)
    let line = try DossierItemStore(transaction).find(item, in: dossier)
    guard let quarantine = try OwnFileQuarantineStore(transaction).find(item) else { return nil }
    return OwnFileQuarantineScreen(dossier: found, item: line, quarantine: quarantine, actor: actor)
  }

  static let remains =
    "Xóa rồi thì tài liệu rời khỏi hồ sơ, số thứ tự và số trang tính lại; mục lục đã in, gói đã lấy về và bản sao lưu phải thu hồi riêng."

  func page(input: FormInput = FormInput(), seal: FormSeal) -> QuarantinePage {
    QuarantinePage(
      title: "Tài liệu số thứ tự \(item.ordinal): đang niêm giữ", line: "Hồ sơ \(dossier.name).",
      numberWord: "số thứ tự", foundAt: quarantine.foundAt.text, foundBy: quarantine.foundBy, page: quarantine.page,
      confirmedLine: quarantine.confirmation.map { "\($0.name), \($0.at.text)" },
      decides: QuarantineAccess.mayDecide(dossier.agency, actor),
      destroys: QuarantineAccess.mayDestroy(dossier.agency, actor),
      destroyObstacles: QuarantineConfirmation.obstacles(quarantine.confirmation, for: actor).map(\.message),
      confirmPath: DossierPaths.secrecy(dossier.id, item.id, .confirm),
      releasePath: DossierPaths.secrecy(dossier.id, item.id, .release),
      destroyPath: DossierPaths.secrecy(dossier.id, item.id, .destroy), remains: Self.remains, input: input,
      seal: seal)
  }
}
