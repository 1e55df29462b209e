import Database
import Kernel
import Organization
import TestSupport
import Testing
import WorkCalendar

@testable import IncomingDocuments

extension Database {
  /// Which documents the list of each outcome of a step shows; those that show none are left out. Each figure is the
  /// length of its list.
  func lists(
    _ step: RegistryStep, _ words: String = ""
  ) async throws -> [RegistryFate.Outcome: Set<IncomingDocument.ID>] {
    try await read { transaction in
      let store = IncomingDocumentStore(transaction)
      let counts = try store.counts(step, visibleTo: Cast.registryClerk, cap: 100)
      var found: [RegistryFate.Outcome: Set<IncomingDocument.ID>] = [:]
      for fate in RegistryFate.allCases where fate.step == step {
        let filter = IncomingDocumentFilter(words: words, fate: fate)
        let list = try store.newest(filter, page: .newest, visibleTo: Cast.registryClerk).documents.map(\.id)
        if !list.isEmpty { found[fate.outcome] = Set(list) }
        if words.isEmpty { #expect(counts[fate.outcome] == list.count) }
      }
      return found
    }
  }
}
