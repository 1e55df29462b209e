import Database
import Kernel
import Organization
import TestSupport
import Testing
import Work

@testable import IncomingDocuments

/// Every act of handling on work of every state by every role: allowed, or refused with a reason. Nothing else happens.
@Suite("DEN-10 DEN-11 DEN-13 DEN-14 ai làm được gì, ở bước nào") struct HandlingTableTests {
  @Test("state × act × role is as the table says", arguments: HandlingTable.states.map(\.name))
  func table(state: String) async throws {
    try await withRegistry { database in
      let prepared = try #require(HandlingTable.states.first { $0.name == state })
      let id = try await database.register().id
      try await database.write { try prepared.prepare(id, $0) }
      let item = try await database.read { try prepared.item(id, $0) }
      var lines: [String] = []
      for act in HandlingTable.acts {
        var cells = ""
        for role in HandlingTable.roles {
          let (mark, words) = try await database.tried { try act.perform(item, id, role.actor, $0) }
          cells += mark
          #expect(
            words.isEmpty || (words.hasSuffix(".") && words.contains { !$0.isASCII }),
            "\(state), \(act.name), \(role.letter): «\(words)»")
        }
        lines.append("\(act.name.padded(to: 10)) \(cells)")
      }
      let expected = HandlingTable.expected[state] ?? ""
      let seen = lines.joined(separator: "\n")
      #expect(seen == expected, "\(state):\n\(seen)")
      let items = try await database.read { try WorkStore($0).items(of: .incomingDocument(id)) }
      #expect(items.first { $0.id == item.id } == item, "a look changes nothing")
    }
  }
}

extension String {
  fileprivate func padded(to length: Int) -> String { self + String(repeating: " ", count: max(0, length - count)) }
}
