import Audit
import Kernel
import Markup

/// One person for the administrator: posts with their roles, names with their days, story.
struct PersonPage {
  var person: Person
  var agencyName: String
  var names: [DatedName]
  var posts: [Post]
  var story: [StoryLine]
  var today: Day

  var html: HTML {
    """
    \(AdministrationTabs.html(current: .people))\(PageHead(person.fullName, line: "\(agencyName)", acts: acts).html)\
    \(DefinitionList([.init("Mã cán bộ", text: person.staffCode), .init("Cơ quan quản lý", text: agencyName)]).html)\
    <section><h2>Chức danh</h2>\(PostTable(posts: posts, shows: .unit, today: today).html)</section>\
    <section><h2>Họ tên qua các thời kỳ</h2>\(NameTable(names: names).html)</section>\
    <section><h2>Diễn biến</h2>\(OrganizationStory.html(story))</section>
    """
  }

  private var acts: [Button] {
    [
      Button("Giao chức danh", style: .primary, path: OrganizationPaths.personPosts(person.id)),
      Button("Tài khoản", path: OrganizationPaths.account(person.id)),
      Button("Bàn giao", path: LeavingPaths.of(person.id)),
      Button("Đổi họ tên", path: OrganizationPaths.personName(person.id)),
      Button("Sửa thông tin", path: OrganizationPaths.personDetails(person.id)),
    ]
  }
}
