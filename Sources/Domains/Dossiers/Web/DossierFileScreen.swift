import Documents
import Kernel
import Markup
import Papers

/// Gathers what the page of one own file shows.
struct DossierFileScreen: Sendable {
  var dossier: Dossier
  var item: DossierItem
  var file: DossierFile

  func page(_ shown: DossierFilePage.Shown) -> DossierFilePage {
    DossierFilePage(
      title: file.title, dossierName: dossier.name, contentsPath: DossierPaths.contents(dossier.id),
      fileName: file.name, kind: "\(file.kind.label), \(ByteText.text(file.bytes))", day: item.datedOn.text,
      added: "\(item.addedBy), \(item.addedAt.text)", downloadPath: DossierPaths.item(dossier.id, item.id), shown: shown
    )
  }

  func images(_ count: Int) -> [PageViewer.Image] {
    (1...max(1, count)).map {
      .init(page: $0, path: DossierPaths.viewing(dossier.id, item.id, "trang/\($0)"))
    }
  }
}
