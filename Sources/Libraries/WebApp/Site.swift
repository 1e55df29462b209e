import Database
import Hummingbird
import Kernel
import Logging
import Markup

/// One running installation, as its modules see it.
package struct Site: Sendable {
  package let database: any Database
  package let clock: any WallClock
  package let shell: any PageShell
  /// Shown on pages and printed copies (PL6-6a).
  package let systemName: String
  /// Filled with the example body: the sign-in page offers the cast.
  package let isExampleBody: Bool
  /// Served over TLS: cookies are marked secure.
  package let isSecure: Bool

  package init(
    database: any Database, clock: any WallClock, shell: any PageShell, systemName: String, isExampleBody: Bool,
    isSecure: Bool
  ) {
    self.database = database
    self.clock = clock
    self.shell = shell
    self.systemName = systemName
    self.isExampleBody = isExampleBody
    self.isSecure = isSecure
  }
}

/// Puts a page's main area into the document around it. `App` owns it, since it knows which rooms exist.
package protocol PageShell: Sendable {
  func document(_ page: Page, _ context: WebContext) -> HTML
}

/// A finished screen without its frame.
package struct Page: Sendable {
  package var title: String
  /// The rail entry that is current, if any.
  package var room: Room?
  package var main: HTML
  /// Keys that work on this screen, with what they do.
  package var keys: [KeyHint]
  /// Without rail and search box: sign-in, lock, errors before sign-in.
  package var isBare: Bool
  /// What stands in the search box.
  package var searchText: String

  package init(
    title: String, room: Room? = nil, main: HTML, keys: [KeyHint] = [], isBare: Bool = false,
    searchText: String = ""
  ) {
    self.title = title
    self.room = room
    self.main = main
    self.keys = keys
    self.isBare = isBare
    self.searchText = searchText
  }
}

/// A part of the product as `App` assembles it.
package protocol DomainModule: Sendable {
  var migrations: [Migration] { get }

  /// Routes that need nobody signed in.
  func addPublicRoutes(to routes: RouterGroup<WebContext>, with site: Site)

  /// Routes behind the sign-in.
  func addRoutes(to routes: RouterGroup<WebContext>, with site: Site)

  /// Every screen with invented content: empty, usual, full, refused, very long words.
  var galleryExamples: [GalleryExample] { get }
}

extension DomainModule {
  package var migrations: [Migration] { [] }
  package func addPublicRoutes(to routes: RouterGroup<WebContext>, with site: Site) {}
  package func addRoutes(to routes: RouterGroup<WebContext>, with site: Site) {}
  package var galleryExamples: [GalleryExample] { [] }
}

/// One screen in one state, for the gallery.
package struct GalleryExample: Sendable {
  /// Path-safe and unique, such as `vao-so-day-du`.
  package var name: String
  package var page: Page

  package init(_ name: String, _ page: Page) {
    self.name = name
    self.page = page
  }
}
