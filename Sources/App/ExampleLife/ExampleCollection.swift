import Database
import IncomingDocuments
import Kernel
import Organization
import OutgoingDocuments
import ReportCollections

/// One collection of reports in the example life, half answered: the agency below and one unit have sent, one unit has
/// begun, one is silent.
enum ExampleCollection {
  /// Asked beside whoever the letter goes to anyway.
  static let units = [Cast.headOfTwo.unitName, planningHead.unitName, scienceHead.unitName]

  private static let planningHead = head(of: ExampleBody.planningUnit)
  private static let scienceHead = head(of: ExampleBody.scienceUnit)

  private static func head(of unit: UnitID) -> Actor {
    Cast.everybody.first { $0.unit == unit && $0.roles.contains(.unitHead) } ?? Cast.unitHead
  }

  private static let form = SheetForm(
    title: "Nhiệm vụ quý đang thực hiện", hint: "Mỗi nhiệm vụ một dòng; nhiệm vụ đã nghiệm thu không ghi.", rowsMax: 20,
    columns: [
      SheetColumn("Tên nhiệm vụ", required: true),
      SheetColumn("Số người tham gia", .integer, unit: "người", required: true, least: "1", most: "200"),
      SheetColumn("Kinh phí", .decimal, unit: "triệu đồng", least: "0"), SheetColumn("Ngày hoàn thành", .day),
      SheetColumn("Tiến độ", .choice, required: true, choices: ["Đúng tiến độ", "Chậm", "Chưa bắt đầu"]),
    ])

  /// The unit that drafted the letter asks; the others follow in the days after.
  static func ask(
    _ document: OutgoingDocument.ID, by asker: Actor
  ) -> @Sendable (any Transaction) throws -> [ExampleLife.Happening] {
    { transaction in
      _ = try MakeReportCollection(document, form).perform(by: asker, in: transaction)
      return [
        .init(minutes: 300) { transaction in
          try send(
            document, of: "Cục Địa chất miền Bắc", by: Cast.clerkOfAnotherAgency,
            [
              ["Khảo sát thực địa khu vực phía Bắc", "12", "450,5", "15/12/2026", "Đúng tiến độ"],
              ["Số hóa bản đồ địa chất tỷ lệ 1/50.000", "6", "1.200", "", "Chậm"],
            ], in: transaction)
        },
        .init(minutes: 500) { transaction in
          try send(
            document, of: Cast.headOfTwo.unitName, by: Cast.headOfTwo,
            [["Rà soát văn bản quy phạm pháp luật về khoáng sản", "4", "60", "30/11/2026", "Đúng tiến độ"]],
            in: transaction)
        },
        .init(minutes: 700) { transaction in
          guard let place = try place(planningHead.unitName, of: document, in: transaction) else { return [] }
          _ = try SaveSheet(
            place.recipient, [["Lập dự toán năm sau", "3", "", "", ""]], formVersion: place.answer?.version ?? 0
          ).perform(by: planningHead, in: transaction)
          return []
        },
      ]
    }
  }

  private static func place(
    _ name: String, of document: OutgoingDocument.ID, in transaction: any Transaction
  ) throws -> AskedPlace? {
    try SheetAnswerStore(transaction).places(of: document).first { $0.name == name }
  }

  private static func send(
    _ document: OutgoingDocument.ID, of name: String, by actor: Actor, _ rows: [[String]],
    in transaction: any Transaction
  ) throws -> [ExampleLife.Happening] {
    guard let place = try place(name, of: document, in: transaction) else { return [] }
    _ = try SendSheet(place.recipient, rows, formVersion: place.answer?.version ?? 0).perform(
      by: actor, in: transaction)
    return []
  }
}
