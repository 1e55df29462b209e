import FileVault
import Foundation
import NIOCore
import Papers

/// Where each word stands on its page, kept beside the page's image: a cache like that, gone when it is cleared.
package struct KeptPageWords: Sendable {
  let vault: FileVault

  package init(vault: FileVault) { self.vault = vault }

  package func keep(_ pages: [PageText], of hash: FileHash) async throws {
    for page in pages where !page.words.isEmpty {
      try await vault.keepDerivative(JSONEncoder().encode(page), of: hash, name: Self.name(page.page))
    }
  }

  /// Nil when it is not there: then words are not lit, and nothing else is lost.
  package func read(_ page: Int, of hash: FileHash) async -> PageText? {
    guard let kept = try? await vault.openDerivative(of: hash, name: Self.name(page)) else { return nil }
    var bytes = Data()
    do {
      for try await piece in kept.pieces() { bytes.append(contentsOf: piece.readableBytesView) }
      return try JSONDecoder().decode(PageText.self, from: bytes)
    } catch {
      return nil
    }
  }

  private static func name(_ page: Int) -> String { "trang-\(page)-chu.json" }
}
