import Database
import Dossiers
import Kernel
import Organization
import TestSupport
import Testing

@testable import PaperStorage

@Suite("PL6-54 PL6-55 chỗ để hồ sơ giấy") struct PlaceTests {
  @Test("who makes, changes, fills and removes which place") func table() async throws {
    try await withPapers { database in
      let own = try await database.storeOfAgency()
      let cabinet = try await database.place(.store, "Tủ Vụ", by: Cast.unitClerk)
      let dossier = try await database.filed(state: .open)
      let drawer = try await database.place(.box, "Ngăn 1", in: cabinet, by: Cast.unitClerk)
      let cast = [
        Cast.archivist, Cast.unitClerk, Cast.unitHead, Cast.headOfOffice, Cast.leader, Cast.officerInCharge,
        Cast.registryClerk, Cast.clerkOfAnotherAgency,
      ]
      let table = try await database.table(
        [
          ("kho", { _ = try AddShelfPlace(.store, in: nil, name: "Kho 9").perform(by: $0, in: $1) }),
          ("hộp kho", { _ = try AddShelfPlace(.box, in: own.shelf.id, name: "Hộp 9").perform(by: $0, in: $1) }),
          ("hộp tủ", { _ = try AddShelfPlace(.box, in: cabinet.id, name: "Ngăn 9").perform(by: $0, in: $1) }),
          (
            "sửa kho",
            {
              _ = try ChangeShelfPlace(own.box.id, name: "Hộp 8", capacity: nil, isFull: true, formVersion: 1)
                .perform(by: $0, in: $1)
            }
          ), ("bỏ kho", { try RemoveShelfPlace(own.other.id, formVersion: 1).perform(by: $0, in: $1) }),
          ("xếp kho", { try MovePaper(dossier.id, to: own.box.id).perform(by: $0, in: $1) }),
          ("xếp tủ", { try MovePaper(dossier.id, to: drawer.id).perform(by: $0, in: $1) }),
        ], by: cast)
      // The head of office heads a unit too, whose own cabinet they may make. Who keeps no place is told so before any place
      // is looked for.
      #expect(
        table == """
          kho       ++++----
          hộp kho   +??-----
          hộp tủ    -++-----
          sửa kho   +??--???
          bỏ kho    +??--???
          xếp kho   +??--???
          xếp tủ    -++--???
          """)
    }
  }

  @Test("a box has one place and one name there; full ones and full shelves take nothing; what is used stays")
  func room() async throws {
    try await withPapers { database in
      let store = try await database.place(.store, "Kho 1")
      let shelf = try await database.place(.shelf, "Giá 2", in: store, capacity: 1)
      let box = try await database.place(.box, "Hộp 12", in: shelf)
      for (kind, name, parent) in [
        (ShelfPlace.Kind.box, "Hộp 13", shelf), (.shelf, "Giá 2", store), (.store, "Kho 1", nil), (.box, "x/y", store),
        (.box, "Hộp 1", nil), (.shelf, "Giá 3", shelf), (.box, "", store),
      ] as [(ShelfPlace.Kind, String, ShelfPlace?)] {
        let refusal = try await refused { _ = try await database.place(kind, name, in: parent) }
        #expect(refusal?.kind == .invalid, "\(kind) \(name)")
      }
      let loose = try await database.place(.box, "Hộp 12", in: store)
      let dossier = try await database.filed()
      try await database.put(dossier, in: box)
      func change(_ place: ShelfPlace, to parent: ShelfPlace? = nil, isFull: Bool = false, version: Int) async throws {
        try await database.write {
          _ = try ChangeShelfPlace(
            place.id, name: place.name, parent: parent?.id, capacity: nil, isFull: isFull, formVersion: version
          ).perform(by: Cast.archivist, in: $0)
        }
      }
      let refused1 = try await refused { try await change(loose, to: shelf, version: 1) }
      #expect(refused1?.kind == .invalid)
      let refused2 = try await refused {
        _ = try await database.write {
          try RemoveShelfPlace(box.id, formVersion: 1).perform(by: Cast.archivist, in: $0)
        }
      }
      #expect(refused2?.kind == .conflict)
      try await change(loose, isFull: true, version: 1)
      let refused3 = try await refused { try await change(loose, version: 1) }
      #expect(refused3?.kind == .conflict)
      let full = try await refused { try await database.put(dossier, in: loose, reason: "Gộp hộp") }
      #expect(full?.messages(at: PaperField.box).first?.contains("đầy") == true)
      // By label: two boxes bear it, so the way to it is asked.
      let found = try await database.read {
        try ShelfPlaceStore($0).search("hop 12", limit: 9, visibleTo: Cast.archivist).map(\.id)
      }
      #expect(Set(found) == [box.id, loose.id])
      let twice = try await refused {
        _ = try await database.read { try ShelfPlaceStore($0).box(labelled: "Hộp 12", visibleTo: Cast.archivist) }
      }
      #expect(twice?.message.contains("Kho 1 / Giá 2 / Hộp 12") == true)
      let one = try await database.read {
        try ShelfPlaceStore($0).box(labelled: "gia 2 / hop 12", visibleTo: Cast.archivist)
      }
      #expect(one.id == box.id)
    }
  }

  @Test("moved with a reason and its history; many at once, all or nothing; not what a unit keeps into its cabinet")
  func moves() async throws {
    try await withPapers { database in
      let own = try await database.storeOfAgency()
      let dossiers = [try await database.filed("Một"), try await database.filed("Hai")]
      func fill(_ codes: String, _ box: ShelfPlace, _ reason: String = "") async throws -> Int {
        try await database.write {
          try FillBox(box.id, codes: codes, reason: reason).perform(by: Cast.archivist, in: $0).count
        }
      }
      let codes = dossiers.map(\.code.text).joined(separator: "\n")
      let refused4 = try await refused { _ = try await fill("\(codes)\n2026.999.KS", own.box) }
      #expect(refused4?.kind == .invalid)
      let none = try await database.read { try DossierPaperStore($0).count(in: own.box.id) }
      #expect(none == 0)
      #expect(try await fill(codes, own.box) == 2)
      let unsaid = try await refused { _ = try await fill(codes, own.other) }
      #expect(unsaid?.messages(at: PaperField.reason).count == 2)
      try await database.put(dossiers[0], in: own.other, reason: "Hộp 12 chật")
      let moves = try await database.read { try DossierPaperStore($0).moves(of: dossiers[0].id) }
      #expect(moves.map(\.to) == ["Kho 1 / Giá 2 / Hộp 13", "Kho 1 / Giá 2 / Hộp 12"])
      #expect(moves[0].from == "Kho 1 / Giá 2 / Hộp 12")
      let head = try await database.read {
        try PaperHeadFact().line(of: dossiers[0], by: Cast.officerInCharge, in: $0)
      }
      #expect(head?.text == "Kho 1 / Giá 2 / Hộp 13")
      let cabinet = try await database.place(.store, "Tủ Vụ", by: Cast.unitClerk)
      let drawer = try await database.place(.box, "Ngăn 1", in: cabinet, by: Cast.unitClerk)
      let archived = try await refused {
        try await database.put(dossiers[1], in: drawer, reason: "Mang về", by: Cast.unitClerk)
      }
      #expect(archived?.kind == .forbidden)
      try await database.put(dossiers[1], in: nil, reason: "Nhập kho nhầm")
      let gone = try await database.read { try DossierPaperStore($0).find(of: dossiers[1].id) }
      #expect(gone == nil)
    }
  }
}
