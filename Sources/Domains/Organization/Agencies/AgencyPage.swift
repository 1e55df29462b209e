import Audit
import Kernel
import Markup

/// One agency for the administrator: identifiers, names with their days, units, agencies below, story.
struct AgencyPage {
  var agency: Agency
  var superiorName: String
  var names: [DatedName]
  var identifiers: [DatedIdentifiers]
  var units: [OrganizationalUnit]
  var children: [Agency]
  var story: [StoryLine]
  var today: Day

  var html: HTML {
    """
    \(AdministrationTabs.html(current: .structure))\(PageHead(agency.name, line: "\(agency.tierName)", acts: acts).html)\
    \(facts)\
    <section><h2>Tên qua các thời kỳ</h2>\(NameTable(names: names).html)</section>\
    <section><h2>Mã định danh</h2>\(identifierTable)</section>\
    <section><h2>Đơn vị</h2>\(unitTree)\
    <p>\(Button("Thêm đơn vị", path: OrganizationPaths.units(agency.id)).html)</p></section>\
    <section><h2>Cơ quan trực thuộc</h2>\(childTree)\
    <p>\(Button("Thêm cơ quan trực thuộc", path: OrganizationPaths.childAgencies(agency.id)).html)</p></section>\
    <section><h2>Diễn biến</h2>\(OrganizationStory.html(story))</section>
    """
  }

  private var acts: [Button] {
    guard agency.isOpen(on: today) else { return [] }
    return [
      Button("Đổi tên", path: OrganizationPaths.agencyName(agency.id)),
      Button("Mã định danh", path: OrganizationPaths.agencyIdentifiers(agency.id)),
      Button("Sửa thông tin", path: OrganizationPaths.agencyDetails(agency.id)),
      Button("Thêm người", path: OrganizationPaths.people(agency.id)),
      Button("Lịch làm việc", path: OrganizationPaths.calendar(agency.id, year: today.year)),
      Button("Nhắc hạn, đôn đốc", path: OrganizationPaths.deadlineRules(agency.id)),
      Button("Thôi hoạt động", path: OrganizationPaths.agencyClosing(agency.id)),
    ]
  }

  private var facts: HTML {
    DefinitionList([
      .init("Cơ quan chủ quản", text: superiorName), .init("Tên gọi tắt", text: agency.shortName),
      .init("Viết tắt trong ký hiệu", text: agency.abbreviation), .init("Địa danh", text: agency.placeName),
      .init("Mã định danh", text: agency.organIdentifier), .init("Mã theo quy định cũ", text: agency.legacyOrganCode),
      .init("Hoạt động từ", text: agency.openedOn.text), .init("Thôi hoạt động từ", text: agency.closedOn?.text),
    ]).html
  }

  private var identifierTable: HTML {
    guard !identifiers.isEmpty else { return "<p class=\"hint\">Chưa có mã nào.</p>" }
    return DataTable(
      caption: "Mã định danh theo ngày áp dụng",
      columns: [.init("Từ ngày", .figures), .init("Mã định danh"), .init("Mã theo quy định cũ")],
      rows: identifiers.map { line in
        DataTable.Row(cells: [
          "\(line.validFrom.text)", "\(line.organIdentifier ?? "không có")", "\(line.legacyOrganCode ?? "không có")",
        ])
      }, walkable: false
    ).html
  }

  private var unitTree: HTML {
    units.isEmpty
      ? "<p class=\"hint\">Chưa có đơn vị nào.</p>"
      : "<div class=\"tree\"><ul>\(UnitTree.items(units, under: nil))</ul></div>"
  }

  private var childTree: HTML {
    guard !children.isEmpty else { return "<p class=\"hint\">Không có.</p>" }
    let items = children.map { child -> HTML in
      let closed: HTML = child.isOpen(on: today) ? .empty : " \(StateMark("đã thôi hoạt động").html)"
      return "<li><a href=\"\(OrganizationPaths.agency(child.id))\">\(child.name)</a>\(closed)</li>"
    }
    return "<div class=\"tree\"><ul>\(items)</ul></div>"
  }
}

/// Dated names, newest first.
struct NameTable {
  var names: [DatedName]

  var html: HTML {
    DataTable(
      caption: "Tên theo ngày áp dụng", columns: [.init("Từ ngày", .figures), .init("Tên", .long)],
      rows: names.map { DataTable.Row(cells: ["\($0.validFrom.text)", "\($0.name)"]) }, walkable: false
    ).html
  }
}

/// The story of a record of this domain.
enum OrganizationStory {
  static func html(_ lines: [StoryLine]) -> HTML {
    Story(
      lines.map { line in
        Story.Line(
          time: line.at.text, isoTime: line.at.isoText, actor: line.who,
          sentence: line.sentence ?? "(nội dung đã hủy theo quy định)",
          details: line.changes.map { "\($0.label): \($0.before ?? "trống") → \($0.after ?? "trống")" })
      }
    ).html
  }
}
