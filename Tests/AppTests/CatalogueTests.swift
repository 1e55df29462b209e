import Database
import Documents
import Identity
import IncomingDocuments
import Jobs
import Kernel
import Organization
import Registers
import Testing
import WebApp

@testable import App

@Suite("Catalogue of the product") struct CatalogueTests {
  @Test("codes of background work and of records are unique") func codes() async throws {
    try await withApp { app in
      let jobs = app.installation.modules.jobKinds(isExampleBody: false).map { type(of: $0).code }
      #expect(Set(jobs).count == jobs.count, "\(jobs)")
      for code in jobs { #expect(code.wholeMatch(of: /[a-z][A-Za-z]*\.[a-z][A-Za-z]*/) != nil, "\(code)") }
    }
    let records: [RecordReference] = [
      .agency(AgencyID(1)), .agencyTier(AgencyTierID(1)), .unit(UnitID(1)), .person(PersonID(1)), .post(PostID(1)),
      .account(AccountID(1)), .register(RegisterBook.ID(1)), .outsideAgency(OutsideAgency.ID(1)),
      .incomingDocument(IncomingDocument.ID(1)),
    ]
    #expect(Set(records.map(\.code)).count == records.count)
  }

  @Test("every module's tables are made, each migration once and in order") func migrations() async throws {
    let all = Modules.migrations.map(\.name)
    #expect(Set(all).count == all.count)
    try await withApp { app in
      for module in app.installation.modules.all {
        let missing = module.migrations.map(\.name).filter { !all.contains($0) }
        #expect(missing.isEmpty, "\(type(of: module))")
      }
    }
  }
}
