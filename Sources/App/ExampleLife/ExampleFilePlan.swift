import Database
import FilePlans
import Kernel
import Organization

/// The plan of dossiers of the example life: issued at its beginning, with one addition under way.
enum ExampleFilePlan {
  private static let dossiers: [(UnitID, [(title: String, retention: RetentionPeriod)])] = [
    (
      ExampleBody.office,
      [
        ("Hồ sơ xây dựng chương trình, kế hoạch công tác năm của Tổng cục", .permanent),
        ("Hồ sơ hội nghị sơ kết, tổng kết công tác năm", .permanent), ("Tập lưu văn bản đi của Tổng cục", .years(50)),
      ]
    ),
    (
      ExampleBody.personnelUnit,
      [
        ("Hồ sơ tuyển dụng công chức, viên chức", .years(20)),
        ("Hồ sơ bổ nhiệm, điều động công chức lãnh đạo", .years(70)),
        ("Hồ sơ thi đua, khen thưởng hằng năm", .years(10)),
      ]
    ),
    (
      ExampleBody.mineralsUnit,
      [
        ("Hồ sơ cấp phép thăm dò khoáng sản", .permanent), ("Hồ sơ kiểm tra các điểm mỏ sau cấp phép", .years(20)),
        ("Hồ sơ trả lời kiến nghị của cử tri về khoáng sản", .years(10)),
      ]
    ),
    (
      ExampleBody.legalUnit,
      [
        ("Hồ sơ xây dựng văn bản quy phạm pháp luật về địa chất, khoáng sản", .permanent),
        ("Hồ sơ góp ý dự thảo văn bản của cơ quan khác", .years(5)),
      ]
    ),
    (
      ExampleBody.planningUnit,
      [("Hồ sơ giao, điều chỉnh dự toán ngân sách năm", .years(20)), ("Hồ sơ quyết toán ngân sách năm", .permanent)]
    ),
    (ExampleBody.inspectorate, [("Hồ sơ thanh tra theo kế hoạch năm", .years(20))]),
  ]

  /// Made by those who would make it, in one go.
  static func fill(year: Int, in transaction: any Transaction) throws {
    let plan = try MakeFilePlan(year: year, numbering: .plan).perform(by: Cast.archivist, in: transaction)
    let units = try OrganizationStore(transaction).units(of: plan.agency)
    for (unit, lines) in dossiers {
      guard let unit = units.first(where: { $0.id == unit }) else { continue }
      let heading = try AddFilePlanHeading(plan.id, under: nil, title: unit.name, abbreviation: unit.abbreviation)
        .perform(by: Cast.archivist, in: transaction)
      for line in lines {
        _ = try AddFilePlanEntry(
          plan.id, under: heading.id,
          .init(
            title: "\(line.title) năm \(year)", retention: line.retention, maker: .init(unit: unit.id, name: unit.name))
        ).perform(by: Cast.archivist, in: transaction)
      }
    }
    func version() throws -> Int { try FilePlanStore(transaction).find(plan.id, visibleTo: Cast.archivist).version }
    _ = try ProposeFilePlan(plan.id, formVersion: version()).perform(by: Cast.archivist, in: transaction)
    _ = try ApproveFilePlan(plan.id, formVersion: version()).perform(by: Cast.leader, in: transaction)
    _ = try IssueFilePlan(
      plan.id, decisionCode: "12/QĐ-TCTNĐC", on: transaction.now.day, formVersion: version()
    ).perform(by: Cast.registryClerk, in: transaction)
    let headings = try FilePlanContentStore(transaction).headings(of: plan.id)
    guard let minerals = headings.first(where: { $0.abbreviation == "KS" }) else { return }
    _ = try AddFilePlanEntry(
      plan.id, under: minerals.id,
      .init(
        title: "Hồ sơ đấu giá quyền khai thác khoáng sản năm \(year)", retention: .years(20),
        maker: .init(
          unit: Cast.officerInCharge.unit, post: Cast.officerInCharge.post, name: Cast.officerInCharge.personName))
    ).perform(by: Cast.officerInCharge, in: transaction)
  }
}
