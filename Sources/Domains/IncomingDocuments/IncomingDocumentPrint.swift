import Documents
import FileVault
import Foundation
import Kernel
import Papers

/// A copy for printing: the shown file with the arrival stamp on page 1, and who printed it, when, from which system at
/// the foot of every page (PL6-6a). The stored file stays as it is.
struct IncomingDocumentPrint: Sendable {
  let reader: PaperReader
  let systemName: String

  /// Refuses when there is no file with pages.
  func make(_ screen: IncomingDocumentScreen, by actor: Actor, at now: Instant) async throws -> [UInt8] {
    guard let shown = screen.shown, screen.files[shown].state != .unreadable else {
      throw Refusal(.conflict, "Văn bản chưa có tệp nào in được.")
    }
    let file = screen.files[shown]
    let view = try await reader.view(of: reader.vault.url(of: file.hash), kind: file.kind, hash: file.hash)
    let stamp = PrintedStamp(
      agencyName: screen.agencyName, number: screen.document.arrivalNumber, day: screen.document.facts.arrivalDate,
      forwardedTo: screen.document.facts.toPlaces)
    return try await reader.runner.withFolder { folder in
      let target = folder.appendingPathComponent("print.pdf")
      try await StampedPrint(runner: reader.runner).write(
        view, stamp: stamp, at: (file.stamp ?? .usual).place,
        provenance: "In bởi \(actor.nameOnRecord) lúc \(now.text) từ \(systemName)", to: target)
      return [UInt8](try Data(contentsOf: target))
    }
  }
}
