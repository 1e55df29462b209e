import Hummingbird
import Markup
import WebApp

/// The front door leads to «Việc của tôi».
enum HomeRoutes {
  static func add(to routes: RouterGroup<WebContext>) {
    routes.get("/") { _, context in context.redirect(to: Room.myWork.path) }
  }
}
