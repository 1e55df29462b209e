import Database
import Foundation
import Kernel
import Organization
import Papers
import Registers
import TestSupport
import Testing
import WebApp

@testable import OutgoingDocuments

@Suite("Sổ gửi văn bản đi bưu điện in thành sổ") struct PostalBookTests {
  /// Sends to every place outside, by post.
  private func post(_ proof: String, _ database: any Database) async throws {
    let id = try await database.numberReady()
    try await database.issue(id)
    try await database.write { transaction in
      let waiting = try OutgoingRecipientStore(transaction).list(of: id).filter { $0.state == .waiting }
      _ = try RecordSending(id, to: waiting.map(\.id), by: .post, proof: proof, envelopes: 2).perform(
        by: Cast.registryClerk, in: transaction)
    }
  }

  private func form(_ address: String, _ database: any Database) async throws -> PostalBookForm {
    try await database.read {
      try PostalBookForm.read(
        Form(urlEncoded: address), volume: 3, systemName: "Châu Bản", by: Cast.registryClerk, in: $0)
    }
  }

  @Test("cover, first page, six columns with their numbers, the oldest line first, closing part")
  func printsAsTheDecree() async throws {
    let clock = TestClock()
    try await withDesk(clock: clock) { database in
      for proof in ["RB 01VN", "RB 02VN", "RB 03VN"] {
        try await post(proof, database)
        clock.advance(by: .seconds(86_400))
      }
      let book = try await form("", database)
      let superior = try await database.read { try OrganizationStore($0).superiorName(of: Cast.registryClerk.agency) }
      #expect(book.lines.map(\.proof) == ["RB 01VN", "RB 02VN", "RB 03VN"])
      #expect(book.cover.agencyName == Cast.registryClerk.agencyName && !superior.isEmpty)
      #expect(book.cover.parentAgencyName == superior && book.cover.year == 2026)
      #expect(book.cover.lines == ["Từ ngày 05/11/2026 đến ngày 07/11/2026", "Quyển số: 3"])
      #expect(book.printedForm.sections.count == 4 && book.printedForm.sections[0].isFramed)
      let written = FlatText.written(book.printedForm, font: .tinos)
      for text in [
        superior.uppercased(), "SỔ GỬI VĂN BẢN ĐI BƯU ĐIỆN", "Năm: 2026", "(1)", "(6)", "05/11/2026", "RB 01VN",
        "PHẦN CHỐT SỔ", "Số lần gửi: 3, của 3 văn bản.", "VĂN THƯ", "THỦ TRƯỞNG CƠ QUAN",
      ] + PostalColumn.allCases.map(\.label) {
        #expect(written.contains(text), "\(text)")
      }
      let second = try await form("tu=06/11/2026&den=06/11/2026", database)
      #expect(second.lines.map(\.proof) == ["RB 02VN"])
      #expect(second.cover.lines[0] == "Từ ngày 06/11/2026 đến ngày 06/11/2026")
      try Self.sheet(book)
    }
  }

  private static func sheet(_ book: PostalBookForm) throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "postal-\(UUID().uuidString).xlsx")
    defer { try? FileManager.default.removeItem(at: file) }
    try book.writeSpreadsheet(to: file)
    let cells = try ReadSheet(file).rows.map { Array($0.cells.values) }
    #expect(cells.contains { $0.contains(.text("Ký nhận và dấu bưu điện")) })
    #expect(cells.contains { $0.contains(.text("RB 01VN")) })
    #expect(cells.contains { $0.contains { "\($0)".contains("Quyển số: 3") } })
  }

  @Test("without a line the book says so, in the same form") func saysEmpty() async throws {
    try await withDesk { database in
      let written = FlatText.written(try await form("", database).printedForm, font: .tinos)
      #expect(written.contains("chưa có văn bản nào gửi bưu điện") && written.contains("(6)"))
    }
  }
}
