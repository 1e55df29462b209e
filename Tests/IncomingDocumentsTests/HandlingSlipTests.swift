import Database
import Documents
import Kernel
import Organization
import Papers
import TestSupport
import Testing
import Work

@testable import IncomingDocuments

@Suite("DEN-11 phiếu giải quyết văn bản đến") struct HandlingSlipTests {
  @Test("the slip tells the three parts, and the printed form tells what the screen tells") func tellsThreeParts()
    async throws
  {
    try await withRegistry { database in
      let id = try await database.register().id
      let empty = try await database.read { try read(id, $0) }
      #expect(empty.parts.allSatisfy { $0.opinions.isEmpty })
      try await database.write { _ = try directive(id).perform(by: Cast.leader, in: $0) }
      let unit = try await database.item(of: id, held: .unit(ExampleBody.mineralsUnit))
      try await database.write {
        _ = try AssignWork(
          unit.id, on: id, instruction: "Soạn công văn trả lời",
          places: [.init(.post(Cast.officerInCharge.post), .lead)]
        ).perform(by: Cast.unitHead, in: $0)
      }
      let own = try await database.item(of: id, held: .post(Cast.officerInCharge.post))
      try await database.write { transaction in
        try AcceptWork(own.id, on: id).perform(by: Cast.officerInCharge, in: transaction)
        try NoteWork(own.id, on: id, kind: .proposal, text: "Trả lời theo số liệu năm 2025").perform(
          by: Cast.officerInCharge, in: transaction)
      }
      let slip = try await database.read { try read(id, $0) }
      #expect(slip.leaders.map(\.author) == ["Trần Văn Quang, Tổng cục trưởng"])
      #expect(slip.leaders[0].places.map { $0.hasPrefix("Chủ trì: Vụ Khoáng sản, hạn") } == [true, false])
      #expect(slip.leaders[0].places[1].hasPrefix("Phối hợp: Vụ Pháp chế"))
      #expect(slip.units.map(\.text) == ["Soạn công văn trả lời"])
      #expect(slip.proposals.map(\.text) == ["Trả lời theo số liệu năm 2025"])
      let printed = FlatText.written(slip.printedForm, font: .tinos)
      let said = slip.parts.flatMap { part in [part.title] + part.opinions.flatMap { [$0.text] + $0.places } }
      for line in said + slip.documentLines.map(\.text) { #expect(printed.contains(line), "\(line)") }
    }
  }

  @Test("MAT-05 nothing is told of a document that is withheld, nor to those who may not see it") func isRefused()
    async throws
  {
    try await withRegistry { database in
      let id = try await database.register().id
      let unseen = try await database.refusal { _ = try read(id, $0, by: Cast.officerInCharge) }
      #expect(unseen?.kind == .notFound)
      try await database.write { _ = try WithholdMatter<WithheldIncoming>(id).perform(by: Cast.registryClerk, in: $0) }
      let withheld = try await database.refusal { _ = try read(id, $0) }
      #expect(withheld?.message.contains("niêm giữ") == true)
    }
  }

  @Sendable private func read(
    _ id: IncomingDocument.ID, _ transaction: any Transaction, by actor: Kernel.Actor = Cast.registryClerk
  ) throws -> HandlingSlip {
    try HandlingSlipScreen.read(id, systemName: "Châu Bản thử", by: actor, in: transaction)
  }
}
