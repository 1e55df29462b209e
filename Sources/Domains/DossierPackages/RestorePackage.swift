import Database
import Documents
import Dossiers
import FilePlans
import FileVault
import Foundation
import Kernel
import Papers

/// Brings a package of another system in (nhập gói hồ sơ): unpacked under limits, checked whole, then one transaction.
/// What is refused leaves nothing behind.
struct RestorePackage {
  let database: any Database
  let desk: UploadDesk

  func perform(
    _ file: URL, named name: String, retention: RetentionPeriod?, isVouchedOpen: Bool, by actor: Actor
  ) async throws -> Dossier {
    try RestoreDossier.require(actor)
    guard isVouchedOpen else {
      throw Refusal(.invalid, "Hãy xem gói rồi xác nhận không có dấu mật.", field: DossierPackagePaths.vouched)
    }
    return try await desk.runner.withFolder { folder in
      try await ZIPArchive(runner: desk.runner).unpack(file, named: name, into: folder)
      let package = try ReadPackage.read(below: folder, retention: retention)
      var uploads: [[Upload]] = []
      do {
        for document in package.documents {
          uploads.append([])
          for file in document.files { uploads[uploads.count - 1].append(try await take(file)) }
        }
        return try await desk.releasing(uploads.flatMap(\.self)) { try await restore(package, uploads, by: actor) }
      } catch {
        await desk.discard(uploads.flatMap(\.self))
        throw error
      }
    }
  }

  /// Judged by its bytes like any file that comes in.
  private func take(_ file: URL) async throws -> Upload {
    let staged = try await desk.vault.receive(file: file)
    do { return try await desk.judge(staged, named: file.lastPathComponent) } catch {
      try? await desk.vault.discard(staged)
      throw error
    }
  }

  private func restore(_ package: ReadPackage, _ uploads: [[Upload]], by actor: Actor) async throws -> Dossier {
    var documents: [RestoreDossier.Document] = []
    for (document, files) in zip(package.documents, uploads) {
      documents.append(
        .init(
          subject: document.subject, described: document.described, pageCount: document.pageCount,
          files: try await desk.keep(files)))
    }
    let act = RestoreDossier(
      code: package.code, facts: package.facts, endedOn: package.endedOn, makerName: package.makerName,
      documents: documents)
    return try await database.write { try act.perform(by: actor, in: $0) }
  }
}
