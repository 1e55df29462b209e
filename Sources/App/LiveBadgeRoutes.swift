import Database
import Hummingbird
import Identity
import IncomingDocuments
import Kernel
import Markup
import Notifications
import WebApp

/// The counts on the rail, while a page is open: the same query as the list that the badge opens.
enum LiveBadgeRoutes {
  static func add(to routes: RouterGroup<WebContext>, with site: Site) {
    routes.get(RouterPath(FramePaths.live)) { request, context -> Response in
      let actor = try context.requireActor()
      return LiveProgress.answer(
        request, database: site.database, pause: .seconds(2),
        look: LiveSession.during(context.visitor) { transaction in
          let unread = try NotificationStore(transaction).unreadCountLater(of: actor, cap: CountText.bellMax + 1)
          let work = try MyWorkScreen.badges(of: actor, desks: Modules.desks, in: transaction).map {
            LiveProgress.Badge(badge: $0.badge, count: $0.count)
          }
          return work + [LiveProgress.Badge(badge: FramePaths.notificationsBadge, count: try unread.get())]
        })
    }
  }
}
