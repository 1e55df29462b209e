import Hummingbird
import WebApp

/// How programs work with the system: a page for whoever writes one, open to everybody like the document it leads to.
enum ProgrammingRoutes {
  static func add(to routes: RouterGroup<WebContext>, address: String) {
    routes.get("api") { _, context -> Response in
      context.page(Page(title: ProgrammingPage.title, main: ProgrammingPage(address: address).html))
    }
  }
}
