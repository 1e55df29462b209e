import Access
import Archive
import Kernel
import Markup
import Reports
import WebApp

/// Puts every screen into the frame, with the rooms that exist and that the post may enter.
struct AppShell: PageShell {
  func document(_ page: Page, _ context: WebContext) -> HTML {
    guard let visitor = context.visitor, !page.isBare, !visitor.isLocked, !visitor.mustChangePassword else {
      return BareFrame(
        title: page.title, theme: theme(context.visitor), main: notice(context.notice) + page.main
      ).html
    }
    var frame = Frame(
      title: page.title, room: page.room, rail: Self.rail(of: visitor.actor), personName: visitor.actor.personName,
      posts: visitor.actors.map { actor in
        Frame.PostOption(
          id: actor.post.description,
          label: actor.onBehalfOf.map { "Thay \($0)" } ?? "\(actor.postTitle), \(actor.unitName)",
          selected: actor.post == visitor.actor.post)
      },
      seal: context.seal(), main: page.main)
    let offer = context.undo.flatMap { offer in
      offer.notice(seal: context.seal(), now: context.requireSite().clock.now, back: context.path)
    }
    frame.notice = notices(context, offer)
    frame.keys = page.keys + (offer == nil ? [] : [KeyHint("u", "hoàn tác việc vừa gửi")])
    frame.theme = theme(visitor)
    frame.letterKeys = visitor.hasSingleKeys
    frame.idleMinutesMax = visitor.idleMinutes
    frame.path = context.path
    frame.filed = Self.filed
    frame.searchText = page.searchText
    return frame.html
  }

  private static let filed = Modules.directory.filedText

  /// The rail shows only rooms that exist and that the post may enter (no second menu anywhere).
  static func rail(of actor: Actor) -> [Frame.RailEntry] {
    var rooms: [Room] = [.myWork, .incoming, .outgoing, .drafts, .dossiers, .search]
    if ReportsAccess.mayEnter(actor) { rooms.append(.reports) }
    if ArchiveAccess.mayEnter(actor) { rooms.append(.archive) }
    if actor.isAdministrator { rooms.append(.administration) }
    return rooms.map { Frame.RailEntry($0) }
  }

  private func theme(_ visitor: Visitor?) -> Frame.Theme {
    visitor.flatMap { Frame.Theme(rawValue: $0.theme) } ?? .auto
  }

  /// What was sent a moment ago stands with its taking back, and says what changed instead of the notice.
  private func notices(_ context: WebContext, _ offer: UndoNotice?) -> HTML {
    guard let offer else { return notice(context.notice) }
    return (offer.message == context.notice ? .empty : notice(context.notice)) + offer.html
  }

  private func notice(_ text: String?) -> HTML {
    text.map { Notice(.changed, $0).html } ?? .empty
  }
}
