import Kernel
import Organization
import Testing

@testable import App

extension TestApp {
  /// The same form sent by somebody else, as though it stood on a page of theirs: their session, their post. What an act
  /// answers is asked without the help of pages that do not offer it.
  func send(_ form: ShownForm, as actor: Actor) async throws -> Answer {
    let browser = try await signedIn(as: actor)
    let own = try await browser.get("/viec-cua-toi").markup.tags
    var form = form
    form["ma-phien"] = try #require(own.first { $0["name"] == "ma-phien" }?["value"], "\(actor.personName) has no form")
    if form["post"] != nil { form["post"] = actor.post.description }
    return try await browser.submit(form)
  }

  /// How each of them is answered; «403» says why in words.
  func requireStatuses(
    _ form: ShownForm, _ wanted: [(actor: Actor, status: Int)], _ at: SourceLocation = #_sourceLocation
  ) async throws {
    for (actor, status) in wanted {
      let answer = try await send(form, as: actor)
      #expect(
        answer.status == status, "\(form.action), \(actor.postTitle) \(actor.unitName): \(answer.words.prefix(300))",
        sourceLocation: at)
      if status == 403 {
        #expect(answer.words.contains("Chỉ") || answer.words.contains("dành cho"), sourceLocation: at)
      }
    }
  }
}

extension ShownForm {
  /// As a page says it that was opened before somebody else's change.
  func older() -> ShownForm {
    var form = self
    form["phien-ban"] = form["phien-ban"].flatMap { Int($0) }.map { "\($0 - 1)" }
    return form
  }
}

extension ShownForm {
  /// The form of the page that a button sends to this address.
  init(_ action: String, offeredOn page: Answer, _ at: SourceLocation = #_sourceLocation) throws {
    let markup = page.markup
    let forms = markup.tags.indices.filter { markup.tags[$0].name == "form" }
    let found = forms.first { form in
      markup.inside(form).contains { markup.tags[$0]["formaction"] == action }
    }
    let index = try #require(found, "\(page.path) has no button to «\(action)»", sourceLocation: at)
    try self.init(markup.tags[index]["action"] ?? "", on: page, at)
    self.action = action
  }
}
