import Database
import Hummingbird
import Kernel
import Markup
import WebApp

/// Books on the screen, and the acts on them.
struct RegistersRoutes: Sendable {
  let site: Site
  let contents: any RegisterContents

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("so", use: list)
    routes.post("so", use: open)
    routes.post("so/:id/khoa", use: close)
    routes.get("so/:id/so/:number/huy", use: cancellation)
    routes.post("so/:id/so/:number/huy", use: cancel)
  }

  @Sendable private func list(_ request: Request, _ context: WebContext) async throws -> Response {
    let query = Form(urlEncoded: request.uri.query ?? "")
    if let id = RegisterBook.ID(query["so"]) {
      let year = query.integer("nam")
      let book = try await reading(context) { try $0.chosen(id, year: year) }
      return context.redirect(to: RegistersPaths.book(book.id))
    }
    return try await listPage(context)
  }

  private func listPage(_ context: WebContext, refusal: Refusal? = nil) async throws -> Response {
    let input = refusal.map { FormInput.refused($0, keeping: context.form) } ?? FormInput()
    let seal = context.seal(isCreating: true)
    let page = try await reading(context) { try $0.list(input: input, seal: seal) }
    return context.page(
      Page(title: RegistersPage.title, room: .incoming, main: page.html, keys: RegistersPage.keys),
      status: refusal?.kind.status ?? .ok)
  }

  @Sendable private func open(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let form = context.form
    // What is no number is refused by the act as out of range.
    let act = OpenRegister(
      RegisterKind(rawValue: form[RegistersPage.kindName]) ?? .incoming, year: form.integer("nam") ?? 0,
      name: form["ten-so"],
      paperThrough: form["so-giay"].isEmpty ? 0 : form.integer("so-giay") ?? -1, reason: form["ly-do"])
    do {
      let opened = try await site.database.write { transaction in
        try SubmissionStore(transaction).once(form.submissionKey, by: actor.account) {
          let book = try act.perform(by: actor, in: transaction)
          return .init(
            path: RegistersPaths.book(book.id),
            notice: "Đã mở \(book.title). Văn bản tiếp theo mang \(book.kind.numberName) \(book.nextNumber).")
        }
      }
      return context.redirect(to: opened.path, notice: opened.notice)
    } catch let refusal as Refusal where refusal.kind == .invalid || refusal.kind == .conflict {
      return try await listPage(context, refusal: refusal)
    }
  }

  @Sendable private func close(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let act = CloseRegister(try context.requireID("id"), formVersion: context.form.version)
    let book = try await site.database.write { transaction in
      try act.perform(by: actor, in: transaction)
      return try RegisterStore(transaction).find(act.book, visibleTo: actor)
    }
    return context.redirect(
      to: RegistersPaths.check(act.book), notice: "Đã khóa \(book.title) ở số \(book.lastNumber).")
  }

  @Sendable private func cancellation(_ request: Request, _ context: WebContext) async throws -> Response {
    try await cancellationPage(context)
  }

  @Sendable private func cancel(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let act = CancelNumber(
      try context.requireID("id"), number: try Self.number(context), reason: context.form["ly-do"])
    let contents = contents
    do {
      try await site.database.write { try act.perform(by: actor, telling: contents, in: $0) }
    } catch let refusal as Refusal where refusal.kind == .invalid || refusal.kind == .conflict {
      return try await cancellationPage(context, refusal: refusal)
    }
    return context.redirect(
      to: RegistersPaths.book(act.book), notice: "Đã hủy số \(act.number), lý do: \(act.reason).")
  }

  private func cancellationPage(_ context: WebContext, refusal: Refusal? = nil) async throws -> Response {
    let id: RegisterBook.ID = try context.requireID("id")
    let number = try Self.number(context)
    let input = refusal.map { FormInput.refused($0, keeping: context.form) } ?? FormInput()
    let seal = context.seal()
    let page = try await reading(context) { try $0.cancellation(id, number: number, input: input, seal: seal) }
    return context.page(
      Page(title: page.title, room: page.book.kind.room, main: page.html), status: refusal?.kind.status ?? .ok)
  }

  private static func number(_ context: WebContext) throws -> Int {
    guard let number = context.parameters.get("number").flatMap({ Int($0) }), number > 0 else {
      throw Refusal(.notFound, "Không tìm thấy trang này.")
    }
    return number
  }

  private func reading<Answer: Sendable>(
    _ context: WebContext, _ body: @escaping @Sendable (RegisterReading) throws -> Answer
  ) async throws -> Answer {
    let actor = try context.requireActor()
    let contents = contents
    return try await site.database.read { try body(RegisterReading($0, contents, for: actor)) }
  }
}

/// Gathers what the screens of books show.
struct RegisterReading {
  let transaction: any Transaction
  let contents: any RegisterContents
  let actor: Actor

  init(_ transaction: any Transaction, _ contents: any RegisterContents, for actor: Actor) {
    self.transaction = transaction
    self.contents = contents
    self.actor = actor
  }

  /// The book that a choice of year and book means: the one chosen, or its counterpart of that year.
  func chosen(_ id: RegisterBook.ID, year: Int?) throws -> RegisterBook {
    let store = RegisterStore(transaction)
    let book = try store.find(id, visibleTo: actor)
    guard let year, year != book.year else { return book }
    let others = try store.books(visibleTo: actor).filter { $0.year == year && $0.kind == book.kind }
    return others.first { $0.name == book.name } ?? others.first { $0.isMain } ?? others.first ?? book
  }

  func list(input: FormInput, seal: FormSeal) throws -> RegistersPage {
    guard RegistersAccess.mayReadBooks(actor) else {
      throw Refusal(
        .forbidden,
        "Sổ đăng ký cho thấy mọi văn bản của cơ quan, nên chỉ văn thư, lãnh đạo và chánh văn phòng xem được.")
    }
    let year = transaction.now.day.year
    return RegistersPage(
      agencyName: actor.agencyName, books: try RegisterStore(transaction).books(visibleTo: actor),
      mayKeep: RegistersAccess.mayKeep(actor), years: [year, year - 1], input: input, seal: seal)
  }

  func cancellation(
    _ id: RegisterBook.ID, number: Int, input: FormInput, seal: FormSeal
  ) throws -> CancelNumberPage {
    guard RegistersAccess.mayKeep(actor) else { throw RegistersAccess.notKeeper }
    let book = try RegisterStore(transaction).find(id, visibleTo: actor)
    let entries = try NumberStore(transaction).entries(of: id, after: number - 1, through: number, limit: 1)
    guard let row = try contents.lines(of: entries, in: book, transaction).first else {
      throw Refusal(.notFound, "Sổ này không có số \(number).")
    }
    return CancelNumberPage(book: book, row: row, input: input, seal: seal)
  }
}
