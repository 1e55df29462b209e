import Database
import Kernel
import Markup
import Organization
import OutgoingDocuments
import Papers
import TestSupport
import Testing
import WebApp

@testable import ReportCollections

@Suite("danh sách biểu thu báo cáo của cơ quan") struct CollectionListTests {
  private func listed(_ actor: Actor, _ query: String, _ database: any Database) async throws -> CollectionListPage {
    try await database.read { try CollectionListScreen.read(Form(urlEncoded: query), by: actor, in: $0) }
  }

  @Test("newest first, page by page, with what was sent; only who asks sees them") func lists() async throws {
    try await withCollections { database in
      #expect(try await listed(Cast.unitHead, "", database).rows.isEmpty)
      var titles: [String] = []
      for index in 0...CollectionListScreen.rowsPerPage {
        var form = SheetForm.example
        form.title = "Biểu \(index)"
        let made = try await database.collect(try await database.letter(to: [Places.agency, Places.outside]), form)
        if index == CollectionListScreen.rowsPerPage { try await database.send(made) }
        titles.insert(form.title, at: 0)
      }
      let first = try await listed(Cast.unitHead, "", database)
      #expect(first.rows.map(\.title) == Array(titles.dropLast()))
      #expect(first.rows[0].sent == "1/1 nơi đã gửi" && first.rows[1].sent == "0/1 nơi đã gửi")
      let older = try #require(first.html.string.firstMatch(of: #/rel="next" href="[^"?]*\?([^"]+)"/#)?.output.1)
      #expect(try await listed(Cast.unitHead, String(older), database).rows.map(\.title) == ["Biểu 0"])
      #expect(try await listed(Cast.unitHead, "tinh-trang=closed", database).rows.isEmpty)
      #expect(try await listed(Cast.registryClerk, "", database).rows.count == CollectionListScreen.rowsPerPage)
      for actor in [Cast.clerkOfAnotherAgency, Cast.officerOfAnotherUnit, Cast.headOfTwo] {
        #expect(try await listed(actor, "", database).rows.isEmpty, "\(actor.personName)")
      }
    }
  }

  @Test("the button urges whom the System reaches: not places outside, nor who answered") func urgeable() async throws {
    try await withCollections { database in
      let collection = try await database.collect(try await database.letter())
      #expect(try await database.places(collection).filter(\.isUrgeable).map(\.name) == [Places.agency, Places.unit])
      try await database.send(collection)
      #expect(try await database.places(collection).filter(\.isUrgeable).map(\.name) == [Places.unit])
      let page = try await database.read {
        try ReportCollectionScreen.read(collection.id, standing: nil, by: Cast.unitHead, in: $0).page(
          seal: .init(csrf: "ma"))
      }
      let acts = page.acts.map(\.string).joined()
      #expect(acts.contains("Đôn đốc 1 nơi chưa trả lời"), "whoever heads the asking unit urges too")
      #expect(acts.contains("tong-hop.pdf") && acts.contains("tong-hop.xlsx"))
      let outcome = try await database.write {
        try UrgeReplies(collection.document).perform(by: Cast.unitHead, in: $0)
      }
      #expect(outcome.told == [Places.unit] && outcome.outside == [Places.outside])
    }
  }

  @Test("on paper it has every row and the sums, in as many columns as the form") func printed() async throws {
    try await withCollections { database in
      let collection = try await database.collect(try await database.letter())
      try await database.send(collection, [["Mỏ Khe Sim", "12", "1,5"], ["Mỏ Núi Đỏ", "8", "2,25"]])
      let screen = try await database.read {
        try ReportCollectionScreen.read(collection.id, standing: nil, by: Cast.unitHead, in: $0)
      }
      let form = MergedSheetForm(
        agencyName: "Tổng cục", collection: screen.collection, sheet: screen.sheet, at: TestClock().now, provenance: "x"
      ).printedForm
      let tables = form.sections.flatMap(\.blocks).compactMap { block in
        if case .table(let table) = block { table } else { nil }
      }
      let table = try #require(tables.first)
      #expect(table.columns.count == 5 && table.rows.count == 3)
      #expect(table.rows[2].cells == ["", "Cộng 2 dòng", "", "20", "3,75"])
      #expect(abs(table.columns.reduce(0) { $0 + $1.width } - 260) < 0.01)
    }
  }
}
