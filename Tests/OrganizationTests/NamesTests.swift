import Database
import Kernel
import TestSupport
import Testing

@testable import Organization

@Suite("Names count from a day on") struct NamesTests {
  @Test("an old document shows the agency's old name") func agencyKeepsItsOldName() async throws {
    try await withExampleBody { database in
      let id = ExampleBody.generalDepartment
      try await database.write { transaction in
        let version = try OrganizationStore(transaction).agency(id).version
        let name = DatedName(name: "Tổng cục Địa chất số", shortName: "TCĐCS", validFrom: .iso("2027-01-01"))
        try RenameAgency(agency: id, name: name, formVersion: version).perform(by: Cast.administrator, in: transaction)
      }
      try await database.read { transaction in
        let store = OrganizationStore(transaction)
        let old = "Tổng cục Quản lý Tài nguyên Địa chất"
        let today = try store.agencyName(id)
        #expect(today == old, "the new name has not begun yet")
        #expect(try store.agencyName(id, on: .iso("2026-12-31")) == old)
        #expect(try store.agencyName(id, on: .iso("2027-01-01")) == "Tổng cục Địa chất số")
        #expect(try store.agency(id, on: .iso("2027-06-01")).shortName == "TCĐCS")
        #expect(try store.agencyName(id, on: .iso("1999-01-01")) == old, "before its first name, that first name")
        #expect(
          try store.superiorName(of: ExampleBody.northernDepartment, on: .iso("2027-02-01")) == "Tổng cục Địa chất số")
        #expect(try store.superiorName(of: id) == "Bộ Tài nguyên")
      }
    }
  }

  @Test("units and people keep theirs, and posts show the names of the day") func postsShowTheNamesOfTheDay()
    async throws
  {
    try await withExampleBody { database in
      try await database.write { transaction in
        let store = OrganizationStore(transaction)
        let unit = ExampleBody.mineralsUnit
        try RenameUnit(
          unit: unit, name: DatedName(name: "Vụ Tài nguyên khoáng sản", validFrom: .iso("2026-11-05")),
          formVersion: try store.unit(unit).version
        ).perform(by: Cast.administrator, in: transaction)
        let person = Cast.officerInCharge.person
        try RenamePerson(
          person: person, name: DatedName(name: "Bùi Quốc Khánh Toàn", validFrom: .iso("2026-11-05")),
          formVersion: try store.person(person).version
        ).perform(by: Cast.administrator, in: transaction)
        let post = Cast.officerInCharge.post
        #expect(try store.post(post).unitName == "Vụ Tài nguyên khoáng sản")
        #expect(try store.post(post).personName == "Bùi Quốc Khánh Toàn")
        #expect(try store.post(post, on: .iso("2026-11-04")).unitName == "Vụ Khoáng sản")
        #expect(try store.post(post, on: .iso("2026-11-04")).personName == "Bùi Quốc Khánh")
        #expect(
          try store.people(matching: "khanh", in: [ExampleBody.generalDepartment], limit: 9).map(\.person.id) == [
            person
          ],
          "a search by the old name still finds")
      }
    }
  }

  @Test("a second name of one day replaces the first: it was a slip of the pen") func sameDayReplaces() async throws {
    try await withExampleBody { database in
      try await database.write { transaction in
        let store = OrganizationStore(transaction)
        let id = ExampleBody.dataCentre
        for name in ["Trung tâm Dử liệu", "Trung tâm Dữ liệu số"] {
          try RenameAgency(
            agency: id, name: DatedName(name: name, validFrom: .iso("2026-11-05")),
            formVersion: try store.agency(id).version
          ).perform(by: Cast.administrator, in: transaction)
        }
        #expect(try store.agencyNames(of: id).map(\.name) == ["Trung tâm Dữ liệu số", "Trung tâm Dữ liệu Địa chất"])
      }
    }
  }
}

@Suite("MD-01 identifiers of agencies") struct IdentifierTests {
  @Test(
    "the grammar of QĐ 20/2020",
    arguments: [
      ("G13", true), ("G13.05.02", true), ("A00.X1", true), ("Y98.05.01.01", true), ("Z13", false), ("G1", false),
      ("g13", false), ("G13.", false), ("G13..1", false), ("G13.ă", false), ("", false),
      ("G13." + String(repeating: "1", count: 31), true), ("G13." + String(repeating: "1", count: 32), false),
    ]) func grammar(code: String, isValid: Bool)
  {
    #expect(OrganIdentifier.isValid(code) == isValid)
  }

  @Test(
    "MD-02 the older format",
    arguments: [
      ("000.00.00.G13", true), ("001.01.05.Y98", true), ("000.00.00.G1", false), ("0000.0.00.G13", false),
    ]) func olderGrammar(code: String, isValid: Bool)
  {
    #expect(OrganIdentifier.isValidLegacy(code) == isValid)
  }

  @Test("a new identifier keeps the old one in the list; none is given twice") func identifiersAreDated() async throws {
    try await withExampleBody { database in
      let id = ExampleBody.northernDepartment
      try await database.write { transaction in
        try IdentifyAgency(
          agency: id, identifiers: TypedIdentifiers(organIdentifier: "Y98.05.77", legacyOrganCode: "000.01.05.Y98"),
          validFrom: .iso("2026-11-05"), formVersion: 1
        ).perform(by: Cast.administrator, in: transaction)
        let store = OrganizationStore(transaction)
        #expect(try store.agency(id).organIdentifier == "Y98.05.77")
        #expect(try store.identifiers(of: id).map(\.organIdentifier) == ["Y98.05.77", "Y98.05.01"])
      }
      let taken = try await refusal {
        try await database.write { transaction in
          try IdentifyAgency(
            agency: id, identifiers: TypedIdentifiers(organIdentifier: "Y98.05.02"), validFrom: .iso("2026-11-06"),
            formVersion: 2
          ).perform(by: Cast.administrator, in: transaction)
        }
      }
      #expect(taken?.messages(at: "ma-dinh-danh") == ["Mã định danh này đã thuộc một cơ quan khác."])
      let both = try await refusal {
        try await database.write { transaction in
          try IdentifyAgency(
            agency: id, identifiers: TypedIdentifiers(organIdentifier: "z", legacyOrganCode: "1"),
            validFrom: .iso("2026-01-01"), formVersion: 2
          ).perform(by: Cast.administrator, in: transaction)
        }
      }
      #expect(
        Set(both?.reasons.compactMap(\.field) ?? []) == ["ma-dinh-danh", "ma-cu", "tu-ngay"], "every reason at once")
    }
  }
}
