import Database
import Dossiers
import FilePlans
import Kernel
import Papers

/// Labels of boxes and of covers, each with a QR code that opens the box or the dossier.
struct PaperLabels {
  /// The address that people type, as the installation says it; nil when it does not.
  var publicAddress: String?
  var actor: Actor
  var transaction: any Transaction

  static let noAddress = Refusal(
    .conflict,
    "Chưa in được nhãn: hệ thống chưa khai địa chỉ người dùng gõ (public.address), nên mã QR không biết mở trang nào. Nhờ quản trị khai rồi in lại."
  )

  private func address(_ path: String) throws -> String {
    guard let publicAddress, !publicAddress.isEmpty else { throw Self.noAddress }
    return (publicAddress.hasSuffix("/") ? String(publicAddress.dropLast()) : publicAddress) + path
  }

  /// Of a box, a shelf or a store: what was ticked in it; all of it when nothing was.
  func sheet(of id: ShelfPlace.ID, boxes: Set<String>, dossiers: Set<String>) throws -> LabelSheet {
    let store = ShelfPlaceStore(transaction)
    let place = try store.find(id, visibleTo: actor)
    guard PaperAccess.mayKeep(place, actor) else { throw PaperAccess.notKeeper }
    if place.kind == .box {
      let papers = try DossierPaperStore(transaction).list(in: id, limit: LabelSheet.labelsMax)
      let chosen = papers.filter { dossiers.isEmpty || dossiers.contains("\($0.dossier)") }
      let found = try DossierStore(transaction).list(chosen.map(\.dossier.number), visibleTo: actor)
      return LabelSheet(try [label(of: place)] + found.reversed().map { try label(of: $0, in: place) })
    }
    let inner = try store.list(in: id, limit: LabelSheet.labelsMax, visibleTo: actor)
    return LabelSheet(try inner.filter { boxes.isEmpty || boxes.contains("\($0.id)") }.map { try label(of: $0) })
  }

  /// Of one dossier's cover.
  func sheet(of id: Dossier.ID) throws -> LabelSheet {
    let dossier = try DossierStore(transaction).find(id, visibleTo: actor)
    guard let paper = try DossierPaperStore(transaction).find(of: id),
      let box = try ShelfPlaceStore(transaction).path(of: paper.box).places.last
    else { throw Refusal(.conflict, "Hồ sơ \(dossier.code.notation) chưa có bản giấy trong hộp nào.") }
    let isOwn = PaperAccess.keepsCabinet(actor) && actor.unit == dossier.unit
    guard isOwn || PaperAccess.mayTake(from: box, actor) else { throw PaperAccess.notKeeper }
    return LabelSheet([try label(of: dossier, in: box)])
  }

  private func label(of place: ShelfPlace) throws -> LabelSheet.Label {
    let path = try ShelfPlaceStore(transaction).path(of: place.id)
    let count =
      place.kind == .box ? "\(try DossierPaperStore(transaction).count(in: place.id)) hồ sơ" : ""
    return LabelSheet.Label(
      kind: actor.agencyName, title: place.name,
      lines: [PlacePath(places: Array(path.places.dropLast())).text, count, place.note],
      address: try address(PaperPaths.place(place.id)))
  }

  private func label(of dossier: Dossier, in box: ShelfPlace) throws -> LabelSheet.Label {
    let ended = dossier.endedOn.map { " – \($0.text)" } ?? ""
    return LabelSheet.Label(
      kind: "Hồ sơ, \(dossier.unitName)", title: dossier.code.text,
      lines: [
        dossier.facts.title,
        "\(dossier.facts.startedOn.text)\(ended), bảo quản \(dossier.facts.retention.text.lowercased())",
        box.name,
      ], address: try address(DossierPaths.show(dossier.id)))
  }
}
