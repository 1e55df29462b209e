import Database
import Documents
import Kernel
import Organization
import TestSupport
import Testing

@testable import App
@testable import Drafts

extension TestApp {
  /// The recipients of a new draft whose form was filled in so; saved again as it stands, nothing changes.
  fileprivate func recipients(_ typed: [String: String]) async throws -> [DraftRecipient] {
    let officer = try await signedIn(as: Cast.officerInCharge)
    let form = try ShownForm(DraftPaths.new, on: try await officer.get(DraftPaths.new)).typing(
      ["trich-yeu": "Về việc kiểm kê", "nguoi-ky": Cast.leader.post.description].merging(typed) { $1 })
    let path = try await officer.submit(form).requireLocation()
    let id = try #require(Draft.ID(String(path.split(separator: "/")[1])))
    func facts() async throws -> DraftFacts {
      try await database.read { try DraftStore($0).find(id, visibleTo: Cast.officerInCharge).facts }
    }
    let before = try await facts()
    let again = try ShownForm(path + "/sua", on: try await officer.get(path + "/sua"))
    _ = try await officer.submit(again).requireLocation()
    #expect(try await facts() == before)
    return before.recipients
  }
}

@Suite("ST-02 nơi nhận của dự thảo") struct DraftRecipientsTests {
  @Test("typed names are the places of the directory, in their order; other names stay as they were typed")
  func names() async throws {
    try await withApp { app in
      let places = try await app.recipients([
        "noi-nhan": "cuc dia chat mien bac\n- Vụ Pháp chế;\nCông ty Đá Xanh\nCục Địa chất miền Bắc",
        "de-biet": "Văn phòng\nVụ Pháp chế",
      ])
      #expect(places.map(\.name) == ["Cục Địa chất miền Bắc", "Vụ Pháp chế", "Công ty Đá Xanh", "Văn phòng"])
      #expect(places.map(\.isInformed) == [false, false, false, true])
      #expect(places[0].place == .agency(Cast.leaderOfAnotherAgency.agency))
      #expect(places[1].place == .unit(Cast.officerOfAnotherUnit.unit))
      #expect(places[2].place == .named)
    }
  }

  @Test("a place is one however it is named; what a last bracket says of it stays with its name")
  func onePlaceOnce() async throws {
    try await withApp { app in
      let below = Cast.leaderOfAnotherAgency.agency
      let short = try await app.database.read { try OrganizationStore($0).agency(below).shortName }
      #expect(!short.isEmpty)
      let places = try await app.recipients([
        "noi-nhan": "Cục Địa chất miền Bắc (để b/c)\n\(short)\nCông ty Đá Xanh\ncong ty da xanh\nHội Mỏ (để b/c)",
        "de-biet": "cục địa chất miền bắc\nVụ Pháp chế (để ph/h)\nVụ Pháp chế",
      ])
      #expect(
        places.map(\.name) == [
          "Cục Địa chất miền Bắc (để b/c)", "Công ty Đá Xanh", "Hội Mỏ (để b/c)", "Vụ Pháp chế (để ph/h)",
        ])
      #expect(places.map(\.isInformed) == [false, false, false, true])
      #expect(places[0].place == .agency(below) && places[2].place == .named)
      #expect(places[3].place == .unit(Cast.officerOfAnotherUnit.unit))
    }
  }

  @Test("one tick sends to every agency below, another to every unit; nobody gets it twice")
  func groups() async throws {
    try await withApp { app in
      let (agencies, units) = try await app.database.read { transaction in
        let organization = OrganizationStore(transaction)
        let own = Cast.officerInCharge.agency
        return (
          try organization.subtree(of: own).filter { $0 != own }.count, try organization.units(of: own).count
        )
      }
      #expect(agencies > 0 && units > 1)
      let places = try await app.recipients([
        "noi-nhan": "Cục Địa chất miền Bắc", PlaceGroup.below.rawValue: "1", PlaceGroup.units.rawValue: "1",
      ])
      #expect(places.count == agencies + units)
      #expect(Set(places.map(\.name)).count == places.count)
      let informed = try await app.recipients([
        "noi-nhan": "Vụ Pháp chế", "de-biet": "Tất cả đơn vị trong cơ quan",
      ])
      #expect(informed.count == units && informed.filter(\.isInformed).count == units - 1)
    }
  }

  @Test("while one types, units, agencies and the directory are proposed; groups by their own name")
  func proposals() async throws {
    try await withApp { app in
      let officer = try await app.signedIn(as: Cast.officerInCharge)
      func proposed(_ typed: String) async throws -> String { try await officer.get("/noi-nhan/goi-y?q=\(typed)").text }
      #expect(try await proposed("mien+bac").contains("data-value=\"Cục Địa chất miền Bắc\""))
      #expect(try await proposed("phap").contains("data-value=\"Vụ Pháp chế\""))
      #expect(try await proposed("tat+ca+don+vi").matches(of: #/data-value="Tất cả đơn vị/#).count == 2)
      #expect(try await proposed("").isEmpty)
    }
  }
}
