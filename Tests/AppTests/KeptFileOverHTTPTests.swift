import Audit
import Database
import Documents
import Dossiers
import FilePlans
import FileVault
import Foundation
import HTTPTypes
import Kernel
import Organization
import Papers
import TestSupport
import Testing

@testable import App

@Suite("PL6-32 HS-04 tệp giữ riêng của hồ sơ trên màn hình") struct KeptFileOverHTTPTests {
  private func vault(_ app: TestApp, _ bytes: [UInt8], _ name: String, _ kind: FileKind) async throws -> KeptFile {
    let staged = try await app.installation.vault.receive(bytes)
    let hash = try await app.installation.vault.keep(staged)
    try await app.installation.vault.discard(staged)
    return KeptFile(name: name, kind: kind, stored: StoredFile(hash: hash, bytes: Int64(bytes.count)), pageCount: nil)
  }

  /// A dossier that the archivist reads, with a PDF and a recording of its own, both kept back.
  private func kept(_ app: TestApp) async throws -> (Dossier.ID, [Int64]) {
    let files = [
      try await vault(app, MadePDF.of(["Bien ban lam viec"]), "bien-ban.pdf", .pdf),
      try await vault(app, Array("ID3 ghi am".utf8), "ghi-am.mp3", .mp3),
    ]
    return try await app.database.write { transaction in
      let dossier = try OpenDossier(
        DossierFacts(title: "Kiểm kê đá vôi", retention: .years(20), startedOn: transaction.now.day)
      ).perform(by: Cast.officerInCharge, flows: Modules.dossierFlows, in: transaction).id
      _ = try AddDossierFiles(dossier, files.map { .init($0) }, title: "", datedOn: nil, isVouchedOpen: true)
        .perform(by: Cast.officerInCharge, in: transaction)
      let items = try transaction.rows("SELECT id FROM dossier_items WHERE dossier_id = \(dossier) ORDER BY id")
        .map { try $0.get("id", as: Int64.self) }
      func change(_ wanted: WantedRights) throws {
        let change = try ProposeRightsChange(dossier, wanted, reason: "")
          .perform(by: Cast.officerInCharge, flows: Modules.dossierFlows, in: transaction)
        _ = try DecideRightsChange(change.id, of: dossier, .confirm, formVersion: change.version)
          .perform(by: Cast.unitHead, flows: Modules.dossierFlows, in: transaction)
      }
      try change(.add(.post(Cast.officerOfAnotherUnit.post), as: .reader))
      for item in items { try change(.keepBack(DossierItem.ID(item))) }
      return (dossier, items)
    }
  }

  @Test("every address that gives a file that is kept back, its pages or its sound refuses a reader, and says why")
  func keptBack() async throws {
    try await withApp { app in
      let (dossier, items) = try await kept(app)
      let addresses = zip(
        items, [["", "/0", "/xem", "/xem/trang/1", "/xem/trang/1?nho=1"], ["", "/xem", "/xem/phat"]]
      )
      .flatMap { item, ends in ends.map { "\(DossierPaths.show(dossier))/muc/\(item)\($0)" } }
      let reader = try await app.signedIn(as: Cast.officerOfAnotherUnit)
      let stranger = try await app.signedIn(as: Cast.leaderOfAnotherAgency)
      let maker = try await app.signedIn(as: Cast.officerInCharge)
      try await reader.get(DossierPaths.show(dossier)).requireStatus(200)
      for address in addresses {
        let refused = try await reader.get(address)
        #expect(refused.status == 403, "\(address)")
        #expect(refused.words.contains("chỉ người tham gia hồ sơ được giao mới mở được"), "\(address)")
        #expect(!refused.text.contains("bien-ban"), "\(address)")
        #expect(try await stranger.get(address).status == 404, "\(address)")
        #expect(try await maker.get(address).status == 200, "\(address)")
      }
      // A part of it is the same bytes.
      let range = HTTPFields([HTTPField(name: .range, value: "bytes=0-3")])
      let player = "\(DossierPaths.show(dossier))/muc/\(items[1])/xem/phat"
      #expect(try await reader.get(player, range).status == 403)
      #expect(try await maker.get(player, range).status == 206)
      // What was refused is not written down as taken along.
      await app.installation.modules.log.flush()
      let taken = try await app.database.read {
        try $0.rows(
          "SELECT COUNT(*) AS n FROM audit_entries WHERE kind = 'access' AND post_id = \(Cast.officerOfAnotherUnit.post) AND code LIKE 'dossier.file%'"
        )[0].get("n", as: Int.self)
      }
      #expect(taken == 0)
    }
  }
}
