import Access
import Database
import Documents
import Dossiers
import FileVault
import Foundation
import Identity
import Jobs
import Kernel
import Organization
import Papers

/// Makes the file of a package, within the rights its asker has at that moment.
package struct MakeDossierPackage: JobKind {
  struct Payload: Codable {
    var package: DossierPackage.ID
  }

  package static let code = "dossierPackage.make"
  package static let title = "Đóng gói hồ sơ"
  package static let lane = JobLane.heavy
  package static let remedy = "Kiểm tra LibreOffice và qpdf bằng «chauban check», rồi bấm «Chạy lại»."

  private let reader: PaperReader
  private let flows: DossierFlows

  package init(reader: PaperReader, flows: DossierFlows) {
    self.reader = reader
    self.flows = flows
  }

  package func run(_ payload: String, context: JobContext) async throws {
    let id = try JSONText.value(payload, as: Payload.self).package
    guard let package = try await context.database.read({ try DossierPackageStore($0).findForJob(id) }),
      package.madeAt == nil
    else { return }
    let (flows, vault) = (flows, reader.vault)
    let order = try await context.database.read { transaction -> Order in
      guard let actor = try StandingActor.find(package.account, as: package.post, in: transaction) else {
        throw Refusal(.forbidden, "Người yêu cầu không còn giữ chức danh này, nên không còn được lấy hồ sơ.")
      }
      return try Order(package, flows, by: actor, in: transaction)
    }
    let staged = try await reader.runner.withFolder { folder in
      let target = folder.appending(path: "package.zip")
      switch package.kind {
      case .submission:
        try await context.blocking {
          var parts = PackageFolder(scratch: folder)
          let submission = SubmissionPackage(
            dossier: order.dossier, agencyName: order.agencyName, madeAt: package.askedAt)
          try submission.write(into: &parts, from: vault)
          try parts.write(below: submission.objectID, to: target)
        }
      case .reading: try await read(order, in: folder, to: target, context)
      }
      return try await vault.receive(file: target)
    }
    let file = StoredFile(hash: try await vault.keep(staged), bytes: staged.bytes)
    try await context.database.write { try DossierPackageStore($0).finish(id, with: file) }
    try await vault.discard(staged)
  }

  private func read(_ order: Order, in folder: URL, to target: URL, _ context: JobContext) async throws {
    let (dossier, vault) = (order.dossier, reader.vault)
    let whole = folder.appending(path: "ho-so.pdf")
    let total = dossier.documents.count
    try await ReadingCopy(dossier: dossier, front: order.front, reader: reader).write(in: folder, to: whole) { done in
      try await context.progress(done: done, total: total, note: "Đã ghép \(done)/\(total) văn bản")
    }
    try await context.blocking {
      var parts = PackageFolder(scratch: folder)
      try parts.add("ho-so.xml", MetadataXML(dossier: dossier).tree.file)
      for document in dossier.documents {
        for (index, file) in document.files.enumerated() {
          parts.add("tep/\(PackagedNames.file(document, index + 1, file))", file, in: vault)
        }
      }
      try parts.write(below: dossier.code.text.replacing("/", with: "-"), beside: [("ho-so.pdf", whole)], to: target)
    }
  }

  /// What is packed, read at one moment.
  private struct Order {
    var dossier: PackagedDossier
    var agencyName: String
    var front: [PrintedForm]

    init(
      _ package: DossierPackage, _ flows: DossierFlows, by actor: Actor, in transaction: any Transaction
    ) throws {
      let (found, lines) = try PackDossier.read(package.dossier, flows, by: actor, in: transaction)
      dossier = try GatherDossier(dossier: found, lines: lines, actor: actor, transaction: transaction)()
      let agency = try OrganizationStore(transaction).agency(found.agency)
      agencyName = agency.name
      // Only the copy to read has a cover and a printed list.
      guard package.kind == .reading else {
        front = []
        return
      }
      let forms = DossierForms(
        agencyName: agency.name, dossier: found, lines: lines, placeName: agency.placeName, today: transaction.now.day,
        provenance: "\(actor.titleOnRecord), kết xuất lúc \(package.askedAt.text)")
      front = [.cover, .contents].map(forms.form)
    }
  }
}

/// Forgets packages after a week. Every night.
package struct ForgetDossierPackages: JobKind {
  package static let code = "dossierPackage.forget"
  package static let title = "Dọn gói hồ sơ cũ"
  package let schedule: JobSchedule? = .daily(hour: 2, minute: 20)

  private let vault: FileVault

  package init(vault: FileVault) { self.vault = vault }

  package func run(_ payload: String, context: JobContext) async throws {
    let forgotten = try await context.database.write { transaction in
      try DossierPackageStore(transaction).forget(askedBefore: transaction.now - DossierPackage.kept)
    }
    for hash in forgotten { try await vault.destroy(hash) }
  }
}
