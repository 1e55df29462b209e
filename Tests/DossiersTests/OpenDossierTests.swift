import FilePlans
import Kernel
import Organization
import TestSupport
import Testing

@testable import Dossiers

@Suite("HS-03 PL6-42 mở hồ sơ") struct OpenDossierTests {
  @Test func takesTheNextNumberOfTheMakersUnit() async throws {
    try await withFiling { database in
      let first = try await database.open()
      let second = try await database.open(.example("Cấp phép khai thác"))
      #expect(first.code.notation == "01.KS")
      #expect(second.code.notation == "02.KS")
      #expect(first.code.text.hasSuffix("\(first.facts.startedOn.year).01.KS"))
      #expect(first.makerPost == Cast.officerInCharge.post)
    }
  }

  @Test func passesOverNumbersThatSomebodyTyped() async throws {
    try await withFiling { database in
      try await database.open(notation: "01.KS")
      #expect(try await database.open().code.notation == "02.KS")
    }
  }

  @Test func refusesANumberTwice() async throws {
    try await withFiling { database in
      try await database.open(notation: "07.KS")
      await #expect(throws: DossierStore.taken) { try await database.open(notation: "07.KS") }
    }
  }

  @Test(arguments: [
    ("", DossierField.title), (String(repeating: "a", count: 1001), DossierField.title),
  ]) func refusesTitles(title: String, field: String) async throws {
    try await withFiling { database in
      let refusal = await #expect(throws: Refusal.self) { try await database.open(.example(title)) }
      #expect(refusal?.messages(at: field).isEmpty == false)
    }
  }

  @Test(arguments: ["KS", "01", "1/KS", "abc.KS"]) func refusesNotations(notation: String) async throws {
    try await withFiling { database in
      let refusal = await #expect(throws: Refusal.self) { try await database.open(notation: notation) }
      #expect(refusal?.messages(at: DossierField.notation).isEmpty == false)
    }
  }

  @Test func beginsWithTheDocumentItWasOpenedFrom() async throws {
    try await withFiling { database in
      let letter = try await database.letter()
      let dossier = try await database.open(records: [letter])
      #expect(dossier.itemCount == 1)
      #expect(dossier.pageTotal == 3)
      #expect(try await database.lines(dossier.id).map(\.codeText) == ["152/SNNMT-KS"])
    }
  }

  @Test func showsNothingToAnotherUnitOrAgency() async throws {
    try await withFiling { database in
      let dossier = try await database.open()
      for actor in [Cast.unitHead, Cast.unitClerk, Cast.leader, Cast.headOfOffice, Cast.registryClerk] {
        #expect(try await database.sees(.dossier(dossier.id), actor), "\(actor.postTitle)")
      }
      for actor in [Cast.officerOfAnotherUnit, Cast.clerkOfAnotherAgency, Cast.administrator] {
        #expect(try await !database.sees(.dossier(dossier.id), actor), "\(actor.postTitle)")
      }
    }
  }
}
