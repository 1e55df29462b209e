import Audit
import Kernel
import Markup

/// One post for the administrator: who, where, since when, with which roles.
struct PostPage {
  var post: Post
  var story: [StoryLine]
  var today: Day

  var title: String { "\(post.personName), \(post.title)" }

  var html: HTML {
    """
    \(AdministrationTabs.html(current: .people))\
    \(PageHead(title, line: "<a href=\"\(OrganizationPaths.unit(post.unit))\">\(post.unitName)</a>, \(post.agencyName)", acts: acts).html)\
    \(facts)<section><h2>Quyền</h2><ul>\(Role.sorted(post.roles).map { "<li><b>\($0.label)</b>: \($0.explanation)</li>" as HTML })</ul></section>\
    <section><h2>Diễn biến</h2>\(OrganizationStory.html(story))</section>
    """
  }

  private var acts: [Button] {
    let person = Button("Người này", path: OrganizationPaths.person(post.person))
    guard post.endedOn == nil else { return [person] }
    return [
      Button("Đổi quyền", path: OrganizationPaths.postRoles(post.id)),
      Button("Sửa chức danh", path: OrganizationPaths.postDetails(post.id)),
      Button("Thôi giữ", path: OrganizationPaths.postClosing(post.id)), person,
    ]
  }

  private var facts: HTML {
    DefinitionList([
      .init("Giữ từ ngày", text: post.startedOn.text),
      .init("Đến hết ngày", text: post.endedOn.map { ($0 - 1).text }),
    ]).html
  }
}
