import Database
import Foundation
import Kernel
import Organization
import TestSupport
import Testing

@Suite("PL6-47 PL6-53 lấy cả hồ sơ, nhập gói hồ sơ") struct DossierPackagesOverHTTPTests {
  /// A closed dossier of one text file; gives its path.
  private func closedDossier(by officer: Browser) async throws -> String {
    let opening = try ShownForm("/ho-so/mo", on: try await officer.get("/ho-so/mo"))
    let contents = try await officer.submit(
      opening.typing(["tieu-de": "Ghi chép hiện trường năm nay", "thoi-han-bao-quan": "20"])
    ).requireLocation()
    let path = contents.replacing("/van-ban", with: "")
    let adding = try ShownForm("\(path)/tai-lieu", on: try await officer.get(contents))
    _ = try await officer.submit(
      adding.typing(["tieu-de": "Ghi chép", "da-xem": "1"]),
      files: [ChosenFile(name: "ghi-chep.txt", bytes: Array("Ghi chép hiện trường".utf8), field: "tep")]
    ).requireLocation()
    let closing = try ShownForm("\(path)/ket-thuc", on: try await officer.get("\(path)/ket-thuc"))
    _ = try await officer.submit(closing).requireLocation()
    return path
  }

  private func ask(_ kind: String, of path: String, by officer: Browser) async throws -> Answer {
    let form = try ShownForm("\(path)/goi", on: try await officer.get("\(path)/goi"))
    return try await officer.submit(form.typing(["loai-goi": kind]))
  }

  private func files(_ path: String, _ officer: Browser) async throws -> [String] {
    let page = try await officer.get("\(path)/goi")
    return page.markup.tags.compactMap { $0["href"] }.filter { $0.hasPrefix("\(path)/goi/") }
  }

  @Test func aPackageIsMadeTakenForgottenAndBroughtIn() async throws {
    let clock = TestClock()
    try await withApp(clock: clock) { app in
      let officer = try await app.signedIn(as: Cast.officerInCharge)
      let path = try await closedDossier(by: officer)
      _ = try await ask("reading", of: path, by: officer).requireLocation()
      _ = try await ask("submission", of: path, by: officer).requireLocation()
      #expect(try await files(path, officer).isEmpty)
      try await app.runJobs()
      let made = try await files(path, officer)
      #expect(made.count == 2)
      var packed: [UInt8] = []
      for file in made {
        let answer = try await officer.get(file)
        #expect(answer.bytes.starts(with: Array("PK".utf8)))
        // The newest stands first: the submission package.
        if file == made.first { packed = answer.bytes }
      }
      // Of one's own alone, even for who sees the dossier.
      let head = try await app.signedIn(as: Cast.unitHead)
      #expect(try await files(path, head).isEmpty)
      try await head.get(made[0]).requireStatus(404)

      #expect(!packed.isEmpty)
      let archivist = try await app.signedIn(as: Cast.archivist)
      try await officer.get("/ho-so/nhap-goi").requireStatus(403)
      try await app.database.write { try $0.run("UPDATE dossiers SET year = 2020") }
      let bringing = try ShownForm("/ho-so/nhap-goi", on: try await archivist.get("/ho-so/nhap-goi"))
      let zip = ChosenFile(name: "goi.zip", bytes: packed, field: "tep")
      try await archivist.submit(bringing, files: [zip]).requireStatus(422)
      let answered = try await archivist.submit(bringing.typing(["da-xem": "1"]), files: [zip])
      #expect(answered.status == 303, "\(answered.words)")
      let restored = try answered.requireLocation()
      let shown = try await archivist.get("\(restored)/van-ban")
      #expect(shown.text.contains("Ghi chép"))
      let item = try #require(shown.markup.tags.compactMap { $0["href"] }.first { $0.contains("/muc/") })
      let looked = try await archivist.get(item)
      let file = try #require(looked.markup.tags.compactMap { $0["href"] }.first { "\($0)/xem" == item })
      #expect(try await archivist.get(file).text == "Ghi chép hiện trường")
      // What came in is read like what was put in here.
      try await app.runJobs()
      #expect(try await app.everything(in: "dossier_readings", columns: "state") == "read\nread")
      try await archivist.submit(bringing.typing(["da-xem": "1"]), files: [zip]).requireStatus(409)
      let junk = ChosenFile(name: "goi.zip", bytes: Array("không phải gói".utf8), field: "tep")
      try await archivist.submit(bringing.typing(["da-xem": "1"]), files: [junk]).requireStatus(422)

      clock.advance(by: .seconds(9 * 86_400))
      try await app.runJobs()
      #expect(try await app.count("dossier_packages") == 0)
      #expect(try await app.count("stored_files") == 1, "the file of both dossiers")
    }
  }
}
