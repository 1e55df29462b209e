import Hummingbird
import Kernel
import Markup
import WebApp

/// Every screen in its states, with invented content: for looking at and for the accessibility tests. Served in the
/// example body only.
struct GalleryRoutes: Sendable {
  static let path = "/trung-bay"

  let examples: [GalleryExample]

  func add(to routes: RouterGroup<WebContext>) {
    let byName = Dictionary(examples.map { ($0.name, $0.page) }, uniquingKeysWith: { first, _ in first })
    routes.get("trung-bay") { [examples] _, context in
      let items = examples.map {
        "<li><a href=\"\(Self.path)/\($0.name)\">\($0.page.title) (\($0.name))</a></li>" as HTML
      }
      return context.page(Page(title: "Trưng bày màn hình", main: "<h1>Trưng bày màn hình</h1><ul>\(items)</ul>"))
    }
    routes.get("trung-bay/:name") { _, context in
      guard let page = context.parameters.get("name").flatMap({ byName[String($0)] }) else {
        throw Refusal(.notFound, "Không có màn hình này trong phần trưng bày.")
      }
      return context.page(page)
    }
  }
}
