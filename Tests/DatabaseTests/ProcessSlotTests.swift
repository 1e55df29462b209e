import Foundation
import Kernel
import TestSupport
import Testing

@testable import Database

/// Places are of one database, so these tests wait for each other.
@Suite("Mỗi chương trình một chỗ riêng", .serialized) struct ProcessSlotTests {
  /// Gives the address of a database whose places nobody else asks for.
  private func withAddress(_ body: (DatabaseAddress) throws -> Void) throws {
    if let server = TestEngine.server { return try body(.postgres(uri: server)) }
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("chauban-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(.sqlite(path: folder.appendingPathComponent("chauban.sqlite").path))
  }

  @Test("commands and servers never share one; a place given up is free again") func placesDiffer() throws {
    try withAddress { address in
      var held = [try ProcessSlot.claim(address, as: .server)]
      while let next = try? ProcessSlot.claim(address, as: .command) { held.append(next) }
      #expect(Set(held.map(\.number)) == Set(0..<IdentifierSource.slotCount))
      #expect(throws: Refusal.self) { try ProcessSlot.claim(address, as: .server) }
      let freed = held.removeLast().number
      // A tool that another test is starting this very moment holds every open file until it has begun.
      var again: ProcessSlot?
      for _ in 0..<1000 where again == nil {
        again = try? ProcessSlot.claim(address, as: .command)
        if again == nil { Thread.sleep(forTimeInterval: 0.005) }
      }
      #expect(again?.number == freed)
    }
  }

  @Test("one server on SQLite, several on PostgreSQL") func servers() throws {
    try withAddress { address in
      let first = try ProcessSlot.claim(address, as: .server)
      let second = try? ProcessSlot.claim(address, as: .server)
      #expect((second != nil) == (TestEngine.engine == .postgres))
      #expect(first.number != second?.number)
    }
  }

  @Test("a place lost with its connection is taken again, unless another has it") func brokenConnection() throws {
    guard let server = TestEngine.server else { return }
    let cut: () throws -> Void = {
      _ = try PostgresConnection(uri: server).execute(
        "SELECT pg_terminate_backend(pid) AS cut FROM pg_locks WHERE locktype = 'advisory' AND classid = 20261125", [])
      // The server lets go of the lock when the killed process has ended.
      while try !PostgresConnection(uri: server).execute(
        "SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND classid = 20261125", []
      ).rows.isEmpty {}
    }
    let place = try ProcessSlot.claim(.postgres(uri: server), as: .server)
    try cut()
    try place.requireHeld()
    let other = try ProcessSlot.claim(.postgres(uri: server), as: .server)
    #expect(other.number != place.number)
    try cut()
    let taker = try ProcessSlot.claim(.postgres(uri: server), as: .server)
    #expect(taker.number == place.number)
    #expect(throws: DatabaseFault.self) { try place.requireHeld() }
  }
}
