import Database
import Documents
import Dossiers
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import VietnameseText
import WebApp

/// HTTP of places, and of the paper part of a dossier.
struct PlaceRoutes: Sendable {
  let site: Site

  private var database: any Database { site.database }

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("luu-tru/kho") { request, context in
      try await stores(context, Form(urlEncoded: request.uri.query ?? ""))
    }
    routes.post("luu-tru/kho/them", use: addPlace)
    routes.get("luu-tru/kho/:id") { request, context in
      try await place(context, context.requireID("id"), Form(urlEncoded: request.uri.query ?? ""))
    }
    routes.post("luu-tru/kho/:id/sua", use: change)
    routes.post("luu-tru/kho/:id/bo", use: remove)
    routes.post("luu-tru/kho/:id/xep", use: fill)
    routes.get("luu-tru/ban-giay/:id") { _, context in try await paper(context) }
    routes.post("luu-tru/ban-giay/:id/xep", use: move)
    routes.post("luu-tru/ban-giay/:id/muon", use: ask)
  }

  static func room(of actor: Actor) -> Room { PaperAccess.seesArchive(actor) ? .archive : .dossiers }

  /// `form` is which of the forms of the page was refused.
  static func input(_ refusal: Refusal?, _ context: WebContext, of form: String = "") -> FormInput {
    refusal.map { FormInput.refused($0, keeping: context.form).typed(into: form) } ?? FormInput()
  }

  /// A refused form keeps its one-time key.
  static func creating(_ context: WebContext, _ refusal: Refusal?) -> FormSeal {
    let key = context.form.submissionKey
    guard refusal != nil, !key.isEmpty else { return context.seal(isCreating: true) }
    return context.seal().creating(key)
  }

  private func stores(_ context: WebContext, _ query: Form, refusal: Refusal? = nil) async throws -> Response {
    let (actor, seal, creating) = (try context.requireActor(), context.seal(), Self.creating(context, refusal))
    let input = Self.input(refusal, context, of: PlaceForms.add)
    let page = try await database.read {
      try PlaceScreen(actor: actor, seal: seal, creating: creating, transaction: $0).stores(query, input)
    }
    return context.page(
      Page(title: page.title, room: Self.room(of: actor), main: page.html, keys: .list),
      status: refusal?.kind.status ?? .ok)
  }

  private func place(
    _ context: WebContext, _ id: ShelfPlace.ID, _ query: Form, refusal: Refusal? = nil, of form: String = ""
  ) async throws -> Response {
    let (actor, seal, creating) = (try context.requireActor(), context.seal(), Self.creating(context, refusal))
    let input = Self.input(refusal, context, of: form)
    let page = try await database.read {
      try PlaceScreen(actor: actor, seal: seal, creating: creating, transaction: $0).page(id, query, input)
    }
    return context.page(
      Page(title: page.title, room: Self.room(of: actor), main: page.html, keys: .list),
      status: refusal?.kind.status ?? .ok)
  }

  @Sendable private func addPlace(_ request: Request, _ context: WebContext) async throws -> Response {
    let (form, actor, name) = (context.form, try context.requireActor(), PaperField.self)
    let parent = ShelfPlace.ID(form[name.parent])
    let act = AddShelfPlace(
      ShelfPlace.Kind(rawValue: form[name.kind]) ?? .store, in: parent, name: form[name.name],
      capacity: try Self.number(form, name.capacity),
      measure: ShelfPlace.Measure(rawValue: form[name.measure]) ?? .boxes,
      note: form[name.note])
    do {
      let outcome = try await database.write { transaction in
        try SubmissionStore(transaction).once(form.submissionKey, by: actor.account) {
          let place = try act.perform(by: actor, in: transaction)
          return .init(
            path: parent.map(PaperPaths.place) ?? PaperPaths.place(place.id),
            notice: "Đã lập \(place.kind.label.lowercased()) «\(place.name)».")
        }
      }
      return context.redirect(to: outcome.path, notice: outcome.notice ?? "Chỗ này đã được lập ở lần bấm trước.")
    } catch let refusal as Refusal where refusal.keepsTyping {
      guard let parent else { return try await stores(context, Form(), refusal: refusal) }
      return try await place(context, parent, Form(), refusal: refusal, of: PlaceForms.add)
    }
  }

  /// Nil when nothing was typed; what is no number is refused by its bounds.
  private static func number(_ form: Form, _ name: String) throws -> Int? {
    form[name].isEmpty ? nil : form.integer(name) ?? -1
  }

  /// Runs an act on a place and comes back to it; a refused one keeps what was typed.
  private func act(
    _ context: WebContext, of formName: String,
    _ body: @escaping @Sendable (ShelfPlace.ID, Form, Actor, any Transaction) throws -> (path: String, notice: String)
  ) async throws -> Response {
    let (form, actor) = (context.form, try context.requireActor())
    let id: ShelfPlace.ID = try context.requireID("id")
    do {
      let answer = try await database.write { try body(id, form, actor, $0) }
      return context.redirect(to: answer.path, notice: answer.notice)
    } catch let refusal as Refusal where refusal.keepsTyping {
      return try await place(context, id, Form(), refusal: refusal, of: formName)
    }
  }

  @Sendable private func change(_ request: Request, _ context: WebContext) async throws -> Response {
    try await act(context, of: PlaceForms.edit) { id, form, actor, transaction in
      let name = PaperField.self
      let place = try ChangeShelfPlace(
        id, name: form[name.name], parent: ShelfPlace.ID(form[name.parent]), capacity: Self.number(form, name.capacity),
        measure: ShelfPlace.Measure(rawValue: form[name.measure]) ?? .boxes, isFull: form.isOn(name.full),
        note: form[name.note], formVersion: form.version
      ).perform(by: actor, in: transaction)
      let path = try ShelfPlaceStore(transaction).path(of: id).text
      return (PaperPaths.place(id), "Đã lưu «\(path)»\(place.isFull ? ", ghi là đầy" : "").")
    }
  }

  @Sendable private func remove(_ request: Request, _ context: WebContext) async throws -> Response {
    try await act(context, of: PlaceForms.edit) { id, form, actor, transaction in
      let old = try RemoveShelfPlace(id, formVersion: form.version).perform(by: actor, in: transaction)
      return (old.parent.map(PaperPaths.place) ?? PaperPaths.places, "Đã bỏ «\(old.name)».")
    }
  }

  @Sendable private func fill(_ request: Request, _ context: WebContext) async throws -> Response {
    try await act(context, of: PlaceForms.fill) { id, form, actor, transaction in
      let (box, count) = try FillBox(id, codes: form.paragraphs(PaperField.codes), reason: form[PaperField.reason])
        .perform(by: actor, in: transaction)
      return (PaperPaths.place(id), "Đã xếp \(count) hồ sơ vào «\(box.name)».")
    }
  }
}

// MARK: the paper part of a dossier

extension PlaceRoutes {
  private func paper(_ context: WebContext, refusal: Refusal? = nil, of form: String = "") async throws -> Response {
    let (actor, seal, creating) = (try context.requireActor(), context.seal(), Self.creating(context, refusal))
    let id: Dossier.ID = try context.requireID("id")
    let input = Self.input(refusal, context, of: form)
    let page = try await database.read {
      try PaperScreen(actor: actor, seal: seal, creating: creating, transaction: $0).page(id, input)
    }
    return context.page(
      Page(title: PaperPage.title, room: .dossiers, main: page.html, keys: PaperPage.keys),
      status: refusal?.kind.status ?? .ok)
  }

  @Sendable private func move(_ request: Request, _ context: WebContext) async throws -> Response {
    let (form, actor, name) = (context.form, try context.requireActor(), PaperField.self)
    let id: Dossier.ID = try context.requireID("id")
    do {
      let sheets = try Self.number(form, name.sheets)
      let notice = try await database.write { transaction in
        let box =
          try form.isOn("dua-ra") ? nil : ShelfPlaceStore(transaction).box(labelled: form[name.box], visibleTo: actor)
        let done = try MovePaper(
          id, to: box?.id, sheets: sheets, reason: form[name.reason], formVersion: form.version
        ).perform(by: actor, in: transaction)
        let notation = done.dossier.code.notation
        return done.to.isEmpty
          ? "Đã đưa bản giấy của hồ sơ \(notation) ra khỏi \(done.from)."
          : "Bản giấy của hồ sơ \(notation) nay ở \(done.to)."
      }
      return context.redirect(to: PaperPaths.paper(id), notice: notice)
    } catch let refusal as Refusal where refusal.keepsTyping {
      return try await paper(context, refusal: refusal, of: PaperForms.move)
    }
  }

  @Sendable private func ask(_ request: Request, _ context: WebContext) async throws -> Response {
    let (form, actor, name) = (context.form, try context.requireActor(), PaperField.self)
    let id: Dossier.ID = try context.requireID("id")
    let isForOther = [name.borrower, name.organ, name.paper].contains { !form[$0].isEmpty }
    let act = AskLoan(
      id, for: isForOther ? .init(name: form[name.borrower], organ: form[name.organ], paper: form[name.paper]) : nil,
      documents: form[name.documents], reason: form[name.reason],
      until: TypedDay.parse(form[name.until], today: site.clock.now.day))
    do {
      let outcome = try await database.write { transaction in
        try SubmissionStore(transaction).once(form.submissionKey, by: actor.account) {
          let loan = try act.perform(by: actor, in: transaction)
          let who = loan.state == .waiting ? "lãnh đạo hoặc chánh văn phòng đồng ý" : "lưu trữ trả lời"
          return .init(
            path: PaperPaths.loan(loan.id),
            notice: "Đã đề nghị cho \(loan.borrower) mượn đến hết \(loan.untilOn.text); chờ \(who).")
        }
      }
      return context.redirect(to: outcome.path, notice: outcome.notice ?? "Đề nghị này đã được gửi ở lần bấm trước.")
    } catch let refusal as Refusal where refusal.keepsTyping {
      return try await paper(context, refusal: refusal, of: PaperForms.borrow)
    }
  }
}
