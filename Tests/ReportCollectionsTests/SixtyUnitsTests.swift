import Database
import Foundation
import Kernel
import Organization
import OutgoingDocuments
import Papers
import TestSupport
import Testing

@testable import ReportCollections

@Suite("DI-15 sáu mươi nơi trả lời") struct SixtyUnitsTests {
  private static let columns = SheetForm.example.columns.map { SpreadsheetFile.Column($0.heading, width: 20) }

  /// What a place sends in: a real file on the disk.
  private enum Sent {
    case right([[SpreadsheetFile.Cell]])
    case otherHeads
    case otherKind
    case noWorkbook

    func write(to file: URL) throws {
      func sheet(_ columns: [SpreadsheetFile.Column], _ rows: [[SpreadsheetFile.Cell]]) throws {
        try SpreadsheetFile(sheetName: "Biểu", titleLines: [], columns: columns, hasColumnNumbers: false, footer: "")
          .write(rows.map { .init($0) }, to: file)
      }
      switch self {
      case .right(let rows): try sheet(SixtyUnitsTests.columns, rows)
      case .otherHeads:
        try sheet(
          [.init("Tên mỏ", width: 20), .init("Số người", width: 20), .init("Diện tích (ha)", width: 20)],
          [[.text("Mỏ"), .number(1), .empty]])
      case .otherKind: try Data("%PDF-1.4\n1 0 obj\n<< >>\nendobj\ntrailer << >>\n%%EOF\n".utf8).write(to: file)
      case .noWorkbook: try Data("Điểm mỏ;Số hộ\nMỏ Khe Sim;12\n".utf8).write(to: file)
      }
    }
  }

  private func sixty(_ database: any Database) async throws -> ReportCollection {
    let names = (1...60).map { "Trạm Quan trắc số \($0)" }
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
    return try await database.collect(try await database.letter(to: names))
  }

  @Test("three send a wrong file and are told which and why; the other fifty-seven make one sheet")
  func threeWrongFiles() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "sixty-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try await withCollections { database in
      let collection = try await sixty(database)
      var refusals: [Int: Refusal] = [:]
      for (index, place) in try await database.places(collection).enumerated() {
        let sent: Sent =
          switch index {
          case 10: .otherHeads
          case 20: .otherKind
          case 30: .noWorkbook
          default:
            .right([[.text("Mỏ \(index)"), .number(index), .decimal(0.1)], [.text("Mỏ khác"), .number(1), .empty]])
          }
        let file = folder.appending(path: "\(index).xlsx")
        try sent.write(to: file)
        var clerk = Cast.clerkOfAnotherAgency
        clerk.agency = try #require(place.agency)
        do {
          try await take(file, place, by: clerk, collection, database)
          let now = try await database.place(collection, place.name)
          try await database.send(collection, now.answer?.draft ?? [], of: place.name, by: clerk)
        } catch let refusal as Refusal { refusals[index] = refusal }
      }
      #expect(refusals.keys.sorted() == [10, 20, 30])
      let heads = try #require(refusals[10])
      #expect(
        heads.reasons.prefix(2).map(\.message) == [
          "Ô A1: tiêu đề cột phải là «Điểm mỏ», đang là «Tên mỏ».",
          "Ô B1: tiêu đề cột phải là «Số hộ (hộ)», đang là «Số người».",
        ])
      #expect(refusals[20]?.message.contains("PDF") == true)
      #expect(refusals[30]?.message.contains("30.xlsx") == true)
      let places = try await database.places(collection)
      #expect(places.filter { $0.answer?.state == .sent }.count == 57)
      #expect([10, 20, 30].allSatisfy { places[$0].answer == nil })
      let sheet = try await database.merged(collection)
      let whole = (0..<60).filter { ![10, 20, 30].contains($0) }.reduce(0, +) + 57
      #expect(sheet.lines.count == 114 && sheet.sums == [nil, "\(whole)", "5.7"])
      // Those three alone are urged.
      let urged = try await database.write {
        try UrgeReplies(collection.document).perform(by: Cast.registryClerk, in: $0)
      }
      #expect(urged.told == [10, 20, 30].map { places[$0].name })
      // The merged sheet as a file says the same.
      let target = folder.appending(path: "tong-hop.xlsx")
      try SheetWriting.writeMerged(collection, sheet, at: Instant(milliseconds: 1_795_000_000_000), to: target)
      let read = try ReadSheet(target)
      #expect(read.rows.count == 118)
      let sums = try #require(read.rows.last).cells
      #expect(sums[3] == .number(Double(whole)))
      #expect(sums[4] == .number(5.7))
    }
  }

  private func take(
    _ file: URL, _ place: AskedPlace, by actor: Actor, _ collection: ReportCollection, _ database: any Database
  ) async throws {
    let name = file.lastPathComponent
    let verdict = try FileVerdict.judging(file)
    if let refusal = verdict.refusal(named: name) { throw refusal }
    let sheet = try SheetFileReading.sheet(file, kind: verdict.kind, named: name)
    let act = TakeSheetFile(
      place.recipient, SheetFileReading(sheet, for: collection.form), formVersion: place.answer?.version ?? 0)
    _ = try await database.write { try act.perform(by: actor, in: $0) }
  }

  @Test("a file with wrong cells names each, and what was filled in before stands as it was") func wrongCells()
    async throws
  {
    let folder = FileManager.default.temporaryDirectory.appending(path: "cells-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try await withCollections { database in
      let collection = try await database.collect(try await database.letter())
      let before = try await database.place(collection)
      _ = try await database.write {
        try SaveSheet(before.recipient, [["Mỏ cũ", "3", ""]], formVersion: 0).perform(
          by: Cast.clerkOfAnotherAgency, in: $0)
      }
      let file = folder.appending(path: "sai.xlsx")
      try Sent.right([
        [.text("Mỏ Một"), .text("abc"), .empty], [.empty, .number(501), .text("1.5")],
        [.text("Mỏ Ba"), .decimal(1.5), .empty],
      ]).write(to: file)
      let place = try await database.place(collection)
      let refusal = await #expect(throws: Refusal.self) {
        try await take(file, place, by: Cast.clerkOfAnotherAgency, collection, database)
      }
      #expect(
        refusal?.reasons.map(\.message) == [
          "Ô B2: phải là số nguyên từ 0 đến 500, đang là «abc».", "Ô A3: phải nhập chữ, nhiều nhất 500 ký tự.",
          "Ô B3: phải là số nguyên từ 0 đến 500, đang là «501».",
          "Ô C3: phải là số, phần thập phân viết sau dấu phẩy, đang là «1.5».",
          "Ô B4: phải là số nguyên từ 0 đến 500, đang là «1,5».",
        ])
      #expect(try await database.place(collection).answer?.draft == [["Mỏ cũ", "3", ""]])
      // The template with what is filled in reads back as it is.
      let template = folder.appending(path: "mau.xlsx")
      try SheetWriting.writeTemplate(collection.form, rows: [["Mỏ cũ", "3", ""]], to: template)
      let reading = SheetFileReading(try ReadSheet(template), for: collection.form)
      #expect(reading.faults.isEmpty && reading.typed == [["Mỏ cũ", "3", ""]])
    }
  }
}
