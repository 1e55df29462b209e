import Database
import Dossiers
import FilePlans
import Kernel
import Organization
import PaperStorage
import TestSupport
import Testing

@testable import App

@Suite("Nhiều biểu mẫu trên một trang") struct OwnFormTests {
  private func opened(_ app: TestApp, isArchived: Bool = false) async throws -> Dossier {
    try await app.database.write { transaction in
      let dossier = try OpenDossier(
        DossierFacts(title: "Kiểm kê đá vôi", retention: .years(20), startedOn: transaction.now.day - 30)
      ).perform(by: Cast.officerInCharge, flows: Modules.dossierFlows, in: transaction)
      guard isArchived else { return dossier }
      try transaction.run(
        """
        UPDATE dossiers SET state = 'archived', ended_on = \(transaction.now.day - 3), closed_at = \(transaction.now),
          closed_by = 'Bùi Quốc Khánh' WHERE id = \(dossier.id)
        """)
      return dossier
    }
  }

  @Test("a refused new box leaves the form of its shelf as it is; a refused change leaves the new box empty")
  func places() async throws {
    try await withApp { app in
      let shelf = try await app.database.write { transaction in
        let store = try AddShelfPlace(.store, in: nil, name: "Kho 1").perform(by: Cast.archivist, in: transaction)
        let shelf = try AddShelfPlace(.shelf, in: store.id, name: "Giá 2").perform(by: Cast.archivist, in: transaction)
        _ = try AddShelfPlace(.box, in: shelf.id, name: "Hộp 12").perform(by: Cast.archivist, in: transaction)
        return shelf
      }
      let (adding, changing) = ("\(PaperPaths.places)/them", "\(PaperPaths.place(shelf.id))/sua")
      let archivist = try await app.signedIn(as: Cast.archivist)
      let page = try await archivist.get(PaperPaths.place(shelf.id))
      let twice = try await archivist.submit(
        ShownForm(adding, on: page).typing(["ten": "Hộp 12", "ghi-chu": "gần cửa"]))
      #expect(twice.status >= 400)
      #expect(try ShownForm(adding, on: twice)["ghi-chu"] == "gần cửa")
      #expect(try ShownForm(changing, on: twice)["ten"] == "Giá 2")
      #expect(try ShownForm(changing, on: twice)["ghi-chu"] == "")
      let nameless = try await archivist.submit(
        ShownForm(changing, on: page).typing(["ten": "", "ghi-chu": "trên tầng 2"]))
      try nameless.requireStatus(422)
      #expect(try ShownForm(changing, on: nameless)["ghi-chu"] == "trên tầng 2")
      #expect(try ShownForm(adding, on: nameless)["ghi-chu"] == "")
    }
  }

  @Test("why a paper part is borrowed is not why it is moved") func paper() async throws {
    try await withApp { app in
      let dossier = try await opened(app, isArchived: true)
      try await app.database.write { transaction in
        let store = try AddShelfPlace(.store, in: nil, name: "Kho 1").perform(by: Cast.archivist, in: transaction)
        let box = try AddShelfPlace(.box, in: store.id, name: "Hộp 12").perform(by: Cast.archivist, in: transaction)
        try MovePaper(dossier.id, to: box.id).perform(by: Cast.archivist, in: transaction)
      }
      let path = PaperPaths.paper(dossier.id)
      let archivist = try await app.signedIn(as: Cast.archivist)
      let asking = try ShownForm("\(path)/muon", on: try await archivist.get(path))
      let refused = try await archivist.submit(asking.typing(["ly-do": "Đối chiếu", "den-ngay": "1/1/2099"]))
      try refused.requireStatus(422)
      #expect(try ShownForm("\(path)/muon", on: refused)["ly-do"] == "Đối chiếu")
      #expect(try ShownForm("\(path)/xep", on: refused)["ly-do"] == "")
    }
  }

  @Test("taking a thing out without a reason opens its own form again, and no other") func takingOut() async throws {
    try await withApp { app in
      let dossier = try await opened(app)
      try await app.database.write { transaction in
        for (number, title) in [("152", "Kiểm kê đá vôi"), ("153", "Khảo sát mốc giới")] {
          let letter = try DossierLetter.taken(title, number: number, for: Cast.officerInCharge, in: transaction)
          try FileIntoDossier(letter, dossier: dossier.id)
            .perform(by: Cast.officerInCharge, flows: Modules.dossierFlows, in: transaction)
        }
      }
      let officer = try await app.signedIn(as: Cast.officerInCharge)
      let page = try await officer.get(DossierPaths.contents(dossier.id))
      let forms = page.markup.tags.compactMap { $0["action"] }.filter { $0.hasSuffix("/dua-ra") }
      #expect(forms.count == 2)
      let refused = try await officer.submit(ShownForm(forms[1], on: page))
      try refused.requireStatus(422)
      let open = refused.markup.tags.indices.filter { refused.markup.tags[$0]["class"]?.contains("is-refused") == true }
      let dialogs = open.filter { refused.markup.tags[$0].name == "dialog" }
      #expect(dialogs.count == 1)
      let inside = dialogs.first.map { refused.markup.inside($0).compactMap { refused.markup.tags[$0]["action"] } }
      #expect(inside == [forms[1]])
    }
  }
}
