import Database
import Documents
import Dossiers
import FilePlans
import FileVault
import Foundation
import Kernel
import Organization
import Papers
import TestSupport
import Testing

@testable import DossierPackages

@Suite("PL6-53 PL6-56 nhập gói hồ sơ") struct RestoreTests {
  private func gathered(_ dossier: Dossier.ID, _ packing: Packing, _ actor: Kernel.Actor) async throws
    -> PackagedDossier
  {
    let flows = packing.flows
    return try await packing.database.read { try PackDossier.gather(dossier, flows, by: actor, in: $0) }
  }

  /// A package of a closed dossier, changed by `spoil` before it is packed; then what lay in the books is moved out of its
  /// way.
  private func packed<Answer>(
    _ packing: Packing, spoil: (URL) throws -> Void = { _ in }, _ body: (PackagedDossier, URL) async throws -> Answer
  ) async throws -> Answer {
    let dossier = try await packing.closedDossier()
    let whole = try await gathered(dossier.id, packing, Cast.officerInCharge)
    try await packing.database.write { try $0.run("UPDATE dossiers SET organ = 'G99', year = 2025") }
    return try await packing.runner.withFolder { folder in
      var parts = PackageFolder(scratch: folder)
      let package = SubmissionPackage(dossier: whole, agencyName: "Tổng cục", madeAt: Instant(milliseconds: 0))
      try package.write(into: &parts, from: packing.vault)
      let first = folder.appending(path: "first.zip")
      try parts.write(below: package.objectID, to: first)
      let out = folder.appending(path: "out")
      try FileManager.default.createDirectory(at: out, withIntermediateDirectories: true)
      try await ZIPArchive(runner: packing.runner).unpack(first, named: "first.zip", into: out)
      let root = out.appending(path: package.objectID)
      try spoil(root)
      let names =
        FileManager.default.enumerator(atPath: root.path(percentEncoded: false))?.allObjects as? [String] ?? []
      let files = names.filter { !root.appending(path: $0).hasDirectoryPath && $0.contains(".") && !isFolder(root, $0) }
      let target = folder.appending(path: "package.zip")
      try ZIPWriting.write(
        files.sorted().map { ("\(package.objectID)/\($0)", root.appending(path: $0)) }, to: target)
      return try await body(whole, target)
    }
  }

  private func isFolder(_ root: URL, _ path: String) -> Bool {
    var isFolder: ObjCBool = false
    _ = FileManager.default.fileExists(
      atPath: root.appending(path: path).path(percentEncoded: false), isDirectory: &isFolder)
    return isFolder.boolValue
  }

  private func restore(
    _ file: URL, _ packing: Packing, retention: RetentionPeriod? = nil, by actor: Kernel.Actor = Cast.archivist
  ) async throws -> Dossier {
    try await RestorePackage(
      database: packing.database, desk: UploadDesk(vault: packing.vault, runner: packing.runner)
    ).perform(file, named: "goi.zip", retention: retention, isVouchedOpen: true, by: actor)
  }

  @Test func whatGoesOutComesInEqual() async throws {
    try await Packing.with { packing in
      try await packed(packing) { sent, file in
        let dossier = try await restore(file, packing)
        #expect(dossier.state == .closed)
        let received = try await gathered(dossier.id, packing, Cast.archivist)
        #expect(received.code == sent.code)
        #expect(received.title == sent.title && received.note == sent.note && received.keyword == sent.keyword)
        #expect(received.retention == sent.retention && received.mode == sent.mode)
        #expect(received.startedOn == sent.startedOn && received.endedOn == sent.endedOn)
        #expect(received.makerName == sent.makerName)
        #expect(received.documents.count == sent.documents.count)
        for (one, other) in zip(received.documents, sent.documents) {
          #expect(one.ordinal == other.ordinal && one.pageCount == other.pageCount)
          #expect(one.subject == other.subject && one.organName == other.organName)
          #expect(one.number == other.number && one.notation == other.notation && one.issuedOn == other.issuedOn)
          #expect(one.typeCode == other.typeCode && one.language == other.language)
          #expect(one.confidence == other.confidence)
          #expect(one.files.map(\.hash) == other.files.map(\.hash))
        }
        let described = ArchiveDescription(received).head
        #expect(described == ArchiveDescription(sent).head)
        // Twice is refused, and leaves the first as it is.
        let again = await #expect(throws: Refusal.self) { try await restore(file, packing) }
        #expect(again?.kind == .conflict)
      }
    }
  }

  @Test func takesNothingOfADamagedPackage() async throws {
    try await Packing.with { packing in
      func spoil(_ root: URL) throws {
        let data = root.appending(path: "representations/rep1/data")
        let names = try FileManager.default.contentsOfDirectory(atPath: data.path(percentEncoded: false)).sorted()
        try Data("đã bị sửa".utf8).write(to: data.appending(path: try #require(names.first)))
      }
      try await packed(packing, spoil: spoil) { _, file in
        let before = try await packing.database.read { try $0.rows("SELECT id FROM dossiers").count }
        let refusal = await #expect(throws: Refusal.self) { try await restore(file, packing) }
        #expect(refusal?.message.contains("mã băm") == true)
        #expect(try await packing.database.read { try $0.rows("SELECT id FROM dossiers").count } == before)
      }
    }
  }

  @Test func asksHowLongWhenThePackageDoesNotSay() async throws {
    try await Packing.with { packing in
      func spoil(_ root: URL) throws {
        let head = root.appending(path: "metadata/descriptive/EAD.xml")
        let text = try String(contentsOf: head, encoding: .utf8)
        let other = Data(text.replacing("<maintenance>05", with: "<maintenance>07").utf8)
        try other.write(to: head)
        let table = root.appending(path: "METS.xml")
        let mets = try String(contentsOf: table, encoding: .utf8)
        let old = try #require(mets.firstMatch(of: /EAD\.xml"[^>]*CHECKSUM="([0-9a-f]+)"/))
        try Data(mets.replacing(old.1, with: sha256(other)).utf8).write(to: table)
      }
      try await packed(packing, spoil: spoil) { _, file in
        let refusal = await #expect(throws: Refusal.self) { try await restore(file, packing) }
        #expect(refusal?.messages(at: DossierPackagePaths.retention).isEmpty == false)
        let restored = try await restore(file, packing, retention: .years(15))
        #expect(restored.facts.retention == .years(15))
      }
    }
  }

  @Test func isTheArchivistsWork() async throws {
    try await Packing.with { packing in
      try await packed(packing) { _, file in
        let refusal = await #expect(throws: Refusal.self) {
          try await restore(file, packing, by: Cast.officerInCharge)
        }
        #expect(refusal?.kind == .forbidden)
      }
    }
  }

  @Test(arguments: [
    ("G09.2026.01.TCCB", "G09", 2026, "01.TCCB"), ("000.00.00.G22.2025.7.KS", "000.00.00.G22", 2025, "7.KS"),
    ("2026.12.VP", "", 2026, "12.VP"),
  ]) func readsTheCodeOfADossier(text: String, organ: String, year: Int, notation: String) {
    #expect(DossierCode(package: text) == DossierCode(organ: organ, year: year, notation: notation))
  }
}
