import Database
import Documents
import Dossiers
import FilePlans
import FileVault
import Foundation
import Jobs
import Kernel
import Organization
import Papers
import TestSupport
import Testing

@testable import DossierPackages

@Suite("PL6-47 PL6-53 gói hồ sơ") struct PackTests {
  /// Everything of a package in a folder.
  private func unpacked<Answer>(
    _ kind: DossierPackage.Kind, _ packing: Packing, _ body: (Dossier, URL) async throws -> Answer
  ) async throws -> Answer {
    let dossier = try await packing.closedDossier()
    let (flows, vault) = (packing.flows, packing.vault)
    let gathered = try await packing.database.write { transaction in
      try PackDossier(dossier.id, as: kind).perform(by: Cast.officerInCharge, flows: flows, in: transaction)
      return try PackDossier.gather(dossier.id, flows, by: Cast.officerInCharge, in: transaction)
    }
    return try await packing.runner.withFolder { folder in
      let target = folder.appending(path: "package.zip")
      var parts = PackageFolder(scratch: folder)
      switch kind {
      case .submission:
        let package = SubmissionPackage(
          dossier: gathered, agencyName: "Tổng cục", madeAt: Instant(milliseconds: 1_793_930_400_000))
        try package.write(into: &parts, from: vault)
        try parts.write(below: package.objectID, to: target)
      case .reading:
        let whole = folder.appending(path: "ho-so.pdf")
        try await ReadingCopy(
          dossier: gathered, front: [], reader: PaperReader(vault: vault, runner: packing.runner)
        ).write(in: folder, to: whole) { _ in }
        try parts.add("ho-so.xml", MetadataXML(dossier: gathered).tree.file)
        try parts.write(below: "ho-so", beside: [("ho-so.pdf", whole)], to: target)
      }
      let out = folder.appending(path: "out")
      try FileManager.default.createDirectory(at: out, withIntermediateDirectories: true)
      try await ZIPArchive(runner: packing.runner).unpack(target, named: "package.zip", into: out)
      return try await body(dossier, out)
    }
  }

  @Test func aSubmissionPackageIsValid() async throws {
    try await Packing.with { packing in
      try await unpacked(.submission, packing) { dossier, out in
        let names = try FileManager.default.contentsOfDirectory(atPath: out.path(percentEncoded: false))
        let root = out.appending(path: try #require(names.first))
        var validator = SIPValidator(root: root)
        try validator.validate()
        #expect(validator.faults == [])
        let head = try #require(validator.descriptions["metadata/descriptive/EAD.xml"])
        #expect(head["fileCode"] == dossier.code.text)
        #expect(head["maintenance"] == "05")
        #expect(head["totalDoc"] == "2")
        #expect(head["confidenceLevel"] == "03")
        let letter = try #require(validator.descriptions.values.first { $0["codeNotation"] == "SNNMT-KS" })
        #expect(letter["subject"] == "Về việc \"kiểm kê\" trữ lượng đá vôi năm 2026")
        #expect(letter["organName"] == "Sở Nông nghiệp & Môi trường <Trường Sơn>")
        #expect(letter["typeName"] == "22")
        #expect(letter["process"] == "1")
      }
    }
  }

  /// The validator itself finds what was done to a package.
  @Test func theValidatorNotices() async throws {
    try await Packing.with { packing in
      try await unpacked(.submission, packing) { _, out in
        let names = try FileManager.default.contentsOfDirectory(atPath: out.path(percentEncoded: false))
        let root = out.appending(path: try #require(names.first))
        let head = root.appending(path: "metadata/descriptive/EAD.xml")
        let text = try String(contentsOf: head, encoding: .utf8)
        try text.replacing("<maintenance>05", with: "<maintenance>09").write(
          to: head, atomically: true, encoding: .utf8)
        try Data("x".utf8).write(to: root.appending(path: "representations/rep1/data/stray.txt"))
        var validator = SIPValidator(root: root)
        try validator.validate()
        #expect(validator.faults.contains { $0.hasPrefix("checksum of metadata/descriptive/EAD.xml") })
        #expect(validator.faults.contains { $0.contains("maintenance is «09»") })
        #expect(validator.faults.contains { $0.contains("stray.txt is not listed") })
      }
    }
  }

  @Test func theReadingCopyHasEveryPageAndTheDecreesCodes() async throws {
    try await Packing.with { packing in
      try await unpacked(.reading, packing) { dossier, out in
        let folder = out.appending(path: "ho-so")
        let facts = try await PDFTool(runner: packing.runner).inspect(folder.appending(path: "ho-so.pdf"))
        // The letter's page, and the text file as one page.
        #expect(facts.pageCount == 2)
        let xml = try XMLTree.read(Data(contentsOf: folder.appending(path: "ho-so.xml")), named: "ho-so.xml")
        #expect(xml.first("FileCode")?.first("FileNotation")?.text == dossier.code.notation)
        #expect(xml.first("Maintenance")?.text == "20 năm")
        let documents = try #require(xml.first("Documents")).elements
        #expect(documents.compactMap { $0.first("DocOrdinal")?.text } == ["1", "2"])
        #expect(documents.first?.first("SignerInfo")?.first("FullName")?.text == "Lý Văn Sáu")
        #expect(documents.first?.first("TraceHeaderList")?.text.contains("đưa vào hồ sơ") == true)
      }
    }
  }

  @Test func refusesWhatAnArchiveWouldRefuse() async throws {
    try await Packing.with { packing in
      let flows = packing.flows
      let refusal = await #expect(throws: Refusal.self) {
        try await packing.database.write { transaction in
          let open = try OpenDossier(
            DossierFacts(title: "Hồ sơ mở", retention: .years(20), startedOn: transaction.now.day)
          ).perform(by: Cast.officerInCharge, flows: flows, in: transaction)
          try PackDossier(open.id, as: .submission).perform(by: Cast.officerInCharge, flows: flows, in: transaction)
        }
      }
      #expect(refusal?.kind == .conflict)
      #expect(refusal?.message.contains("chưa kết thúc") == true)
    }
  }

  /// Who does not see all of a dossier gets none of it as a package.
  @Test func packsOnlyTheWholeDossier() async throws {
    try await Packing.with { packing in
      let flows = packing.flows
      let dossier = try await packing.closedDossier()
      try await packing.database.write {
        try $0.run("DELETE FROM access_grants WHERE record_code = 'incomingDocument' AND principal LIKE 'p%'")
      }
      await #expect(throws: Refusal.self) {
        try await packing.database.write {
          try PackDossier(dossier.id, as: .reading).perform(by: Cast.officerInCharge, flows: flows, in: $0)
        }
      }
      #expect(try await packing.database.read { try $0.rows("SELECT id FROM dossier_packages").isEmpty })
    }
  }
}
