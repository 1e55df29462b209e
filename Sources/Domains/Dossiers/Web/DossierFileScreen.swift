import Documents
import Kernel
import Markup
import Papers

/// Gathers what the page of one own file shows.
struct DossierFileScreen: Sendable {
  var own: OwnDossierFile

  func page(_ shown: DossierFilePage.Shown) -> DossierFilePage {
    let (dossier, item, file) = (own.dossier, own.item, own.file)
    return DossierFilePage(
      title: file.title, dossierName: dossier.name, contentsPath: DossierPaths.contents(dossier.id),
      fileName: file.name, kind: "\(file.kind.label), \(ByteText.text(file.bytes))", day: item.datedOn.text,
      added: "\(item.addedBy), \(item.addedAt.text)", downloadPath: DossierPaths.item(dossier.id, item.id), shown: shown
    )
  }

  func images(_ count: Int) -> [PageViewer.Image] {
    (1...max(1, count)).map {
      .init(page: $0, path: DossierPaths.viewing(own.dossier.id, own.item.id, "trang/\($0)"))
    }
  }
}
