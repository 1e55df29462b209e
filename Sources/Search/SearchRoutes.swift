import Access
import Database
import Hummingbird
import Kernel
import Lists
import Markup
import SearchIndex
import WebApp

/// Search over HTTP.
struct SearchRoutes: Sendable {
  let site: Site
  let directory: RecordDirectory

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("tra-cuu", use: results)
    routes.get("tra-cuu/goi-y", use: suggestions)
    routes.get("tra-cuu/tuong-tu/:kind/:number", use: similar)
  }

  @Sendable private func results(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let address = Form(urlEncoded: request.uri.query ?? "")
    let today = site.clock.now.day
    let directory = directory
    let screen = try await site.database.read { transaction in
      try SearchScreen.read(address, directory, today: today, by: actor, in: transaction)
    }
    switch screen {
    // Filters chosen in the form are written into the question: one address says all.
    case .elsewhere(let path): return context.redirect(to: path)
    case .page(let page): return context.page(page)
    }
  }

  /// Lines under the box at the top, without a frame.
  @Sendable private func suggestions(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let typed = Form(urlEncoded: request.uri.query ?? "")[SearchPaths.query]
    let today = site.clock.now.day
    let directory = directory
    let found = try await site.database.read { transaction in
      try SearchSuggestions(typed, directory: directory, today: today, as: actor, in: transaction)
    }
    return context.html(SearchSuggestionLines(suggestions: found).html)
  }

  /// Documents like one, without a frame.
  @Sendable private func similar(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let directory = directory
    guard let kind = context.parameters.get("kind"), let number = context.parameters.get("number", as: Int64.self)
    else { throw Self.gone }
    let found = try await site.database.read { transaction in
      let reference = RecordReference(code: kind, number: number)
      let summaries = try directory.summaries(of: [reference], visibleTo: actor, in: transaction)
      guard let document = summaries[reference] else { throw Self.gone }
      return try SimilarDocuments(to: document, directory: directory, as: actor, in: transaction)
    }
    return context.html(SimilarDocumentsList(similar: found).html)
  }

  private static let gone = Refusal(.notFound, "Không tìm thấy văn bản này.")
}
