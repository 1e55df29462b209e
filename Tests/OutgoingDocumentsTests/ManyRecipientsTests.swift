import Database
import Documents
import Exchange
import FileVault
import Kernel
import Organization
import Registers
import TestSupport
import Testing

@testable import OutgoingDocuments

@Suite("DI-08 phát hành nhiều nơi") struct ManyRecipientsTests {
  @Test("a hundred agencies of the installation have it in their intake, from one stored copy") func hundred()
    async throws
  {
    try await withDesk { database in
      let names = (1...100).map { "Trạm Quan trắc số \($0)" }
      try await database.write { transaction in
        for name in names {
          _ = try AddAgency(
            parent: ExampleBody.generalDepartment,
            name: DatedName(name: name, shortName: "", validFrom: ExampleBody.start),
            details: AgencyDetails(tier: AgencyTierID(2), abbreviation: "TQT", placeName: "Hà Nội"),
            identifiers: TypedIdentifiers()
          ).perform(by: Cast.administrator, in: transaction)
        }
      }
      let id = try await database.numberReady { $0.recipients = names }
      try await database.issue(id)
      let packets = try await database.packets(of: id)
      #expect(packets.count == 100 && Set(packets.map(\.agency)).count == 100)
      #expect(try await database.recipients(of: id).allSatisfy { $0.packet != nil && $0.state == .sent })
      let contents = try await database.read { try PacketStore($0).contents(of: packets.map(\.source)) }
      #expect(contents.count == 1 && contents.first?.value.files.count == 1)
    }
  }

  @Test("a file that a packet names is kept by the vault, whichever table it is named in") func keepsNamedFiles()
    async throws
  {
    try await withDesk { database in
      let (id, _) = try await database.sendBelow()
      let (ours, loose) = (KeptFile.example().stored, KeptFile.example("c").stored)
      let freed = try await database.write { transaction in
        try transaction.run("DELETE FROM outgoing_texts")
        try transaction.run("DELETE FROM outgoing_files WHERE document_id = \(id)")
        try StoredFileStore(transaction).add(loose)
        return try StoredFileStore(transaction).removeUnnamed(among: [ours.hash, loose.hash])
      }
      #expect(freed == [loose.hash])
      let named = try await database.read { try StoredFileStore($0).named(among: [ours.hash, loose.hash]) }
      #expect(named == [ours.hash])
    }
  }
}
