import Hummingbird
import Kernel
import Markup
import WebApp

/// Every screen in its states, with invented content: for looking at and for the accessibility tests. Served in the
/// example body only.
struct GalleryRoutes: Sendable {
  static let path = "/trung-bay"

  private let examples: OnFirstUse<[GalleryExample]>

  /// - Parameter examples: makes the pages, when somebody first looks.
  init(examples: @escaping @Sendable () -> [GalleryExample]) { self.examples = OnFirstUse(examples) }

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("trung-bay") { [examples] _, context in
      let items = examples.value.map {
        "<li><a href=\"\(Self.path)/\($0.name)\">\($0.page.title) (\($0.name))</a></li>" as HTML
      }
      return context.page(Page(title: "Trưng bày màn hình", main: "<h1>Trưng bày màn hình</h1><ul>\(items)</ul>"))
    }
    routes.get("trung-bay/:name") { [examples] _, context in
      let name = context.parameters.get("name").map { String($0) }
      guard let example = examples.value.first(where: { $0.name == name }) else {
        throw Refusal(.notFound, "Không có màn hình này trong phần trưng bày.")
      }
      return context.page(example.page)
    }
  }
}
