import Audit
import Kernel
import Markup

/// One unit for the administrator: its people, names with their days, story.
struct UnitPage {
  var unit: OrganizationalUnit
  var agencyName: String
  var parentName: String?
  var names: [DatedName]
  var posts: [Post]
  var story: [StoryLine]
  var today: Day

  var html: HTML {
    """
    \(AdministrationTabs.html(current: .structure))\
    \(PageHead(unit.name, line: "<a href=\"\(OrganizationPaths.agency(unit.agency))\">\(agencyName)</a>", acts: acts).html)\
    \(facts)<section><h2>Người giữ chức danh</h2>\(PostTable(posts: posts, shows: .person, today: today).html)</section>\
    <section><h2>Tên qua các thời kỳ</h2>\(NameTable(names: names).html)</section>\
    <section><h2>Diễn biến</h2>\(OrganizationStory.html(story))</section>
    """
  }

  private var acts: [Button] {
    guard unit.isOpen(on: today) else { return [] }
    return [
      Button("Đổi tên", path: OrganizationPaths.unitName(unit.id)),
      Button("Sửa thông tin", path: OrganizationPaths.unitDetails(unit.id)),
      Button("Thôi hoạt động", path: OrganizationPaths.unitClosing(unit.id)),
    ]
  }

  private var facts: HTML {
    DefinitionList([
      .init("Loại", text: unit.kind.label), .init("Viết tắt", text: unit.abbreviation),
      .init("Thuộc đơn vị", text: parentName), .init("Hoạt động từ", text: unit.openedOn.text),
      .init("Thôi hoạt động từ", text: unit.closedOn?.text),
    ]).html
  }
}

/// Posts with their roles.
struct PostTable {
  enum Shown { case person, unit }

  var posts: [Post]
  var shows: Shown
  var today: Day

  var html: HTML {
    guard !posts.isEmpty else { return "<p class=\"hint\">Chưa có.</p>" }
    return DataTable(
      caption: "Chức danh và quyền",
      columns: [
        .init(shows == .person ? "Người" : "Đơn vị"), .init("Chức danh"), .init("Quyền", .long),
        .init("Từ ngày", .figures), .init("Đến ngày", .figures),
      ], rows: posts.map(row)
    ).html
  }

  private func row(_ post: Post) -> DataTable.Row {
    let first: HTML =
      shows == .person
      ? "<a href=\"\(OrganizationPaths.person(post.person))\">\(post.personName)</a>"
      : "<a href=\"\(OrganizationPaths.unit(post.unit))\">\(post.unitName)</a>, \(post.agencyName)"
    return DataTable.Row(
      cells: [
        first, "<a href=\"\(OrganizationPaths.post(post.id))\" data-open>\(post.title)</a>",
        "\(Role.sorted(post.roles).map(\.label).joined(separator: ", "))", "\(post.startedOn.text)",
        "\(post.endedOn.map { ($0 - 1).text } ?? "")",
      ], isStruck: !post.isHeld(on: today) && post.startedOn <= today)
  }
}
