import Database
import Hummingbird
import Kernel
import Markup
import WebApp

/// The printed-looking book and its check.
struct RegisterBookRoutes: Sendable {
  let site: Site
  let contents: any RegisterContents

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("so/:id", use: book)
    routes.get("so/:id/kiem-so", use: check)
  }

  @Sendable private func book(_ request: Request, _ context: WebContext) async throws -> Response {
    let id: RegisterBook.ID = try context.requireID("id")
    let query = Form(urlEncoded: request.uri.query ?? "")
    let position = RegisterReading.Position(
      month: Self.month(query), after: query.integer("sau"), before: query.integer("truoc"))
    let page = try await reading(context) { try $0.book(id, at: position) }
    return context.page(
      Page(
        title: "\(page.bookTitle) năm \(page.year)", room: page.kind.room, main: page.html, keys: RegisterBookPage.keys)
    )
  }

  /// `2026-11`, or nothing.
  static func month(_ query: Form) -> String? {
    let month = query["thang"]
    return Day(isoText: "\(month)-01") == nil ? nil : month
  }

  @Sendable private func check(_ request: Request, _ context: WebContext) async throws -> Response {
    let id: RegisterBook.ID = try context.requireID("id")
    let seal = context.seal()
    let page = try await reading(context) { try $0.check(id, seal: seal) }
    return context.page(Page(title: "Kiểm sổ", room: page.kind.room, main: page.html, keys: RegisterCheckPage.keys))
  }

  private func reading<Answer: Sendable>(
    _ context: WebContext, _ body: @escaping @Sendable (RegisterReading) throws -> Answer
  ) async throws -> Answer {
    let actor = try context.requireActor()
    let contents = contents
    return try await site.database.read { try body(RegisterReading($0, contents, for: actor)) }
  }
}

extension RegisterReading {
  /// Which part of a book is looked at.
  struct Position: Sendable {
    /// Lines on one screen.
    static let linesMax = 50

    /// `2026-11`; nil for the whole book.
    var month: String?
    var after: Int?
    var before: Int?
  }

  func book(_ id: RegisterBook.ID, at position: Position) throws -> RegisterBookPage {
    let store = RegisterStore(transaction)
    let book = try store.find(id, visibleTo: actor)
    let all = try store.books(visibleTo: actor)
    let (entries, hasOlder, hasNewer) = try entries(of: book, at: position)
    let years = Set(all.map(\.year)).sorted(by: >).map { Field.Choice(String($0), String($0)) }
    let opening: String? =
      book.paperThrough > 0
      ? "Sổ mở tiếp từ số \(book.firstNumber); các số 1–\(book.paperThrough) ở sổ giấy." : nil
    return RegisterBookPage(
      kind: book.kind, agencyName: actor.agencyName, bookTitle: book.name, year: book.year, years: years,
      book: id.description,
      books: all.filter { $0.year == book.year }.map { .init($0.id.description, $0.name) },
      months: try months(of: book, selected: position.month),
      lines: try contents.lines(of: entries, in: book, transaction).map { line($0, in: book) },
      pager: Pager(
        newer: hasNewer ? entries.last.map { path(book, position, "sau=\($0.number)") } : nil,
        older: hasOlder ? entries.first.map { path(book, position, "truoc=\($0.number)") } : nil,
        summary: entries.isEmpty ? nil : "\(entries.count) dòng"),
      choosePath: RegistersPaths.list, printPath: RegistersPaths.prints(id),
      spreadsheetPath: RegistersPaths.spreadsheet(id, month: position.month), checkPath: RegistersPaths.check(id),
      openingLine: opening)
  }

  /// In the order of the printed book; without a position the last lines.
  private func entries(
    of book: RegisterBook, at position: Position
  ) throws -> (entries: [RegisterEntry], hasOlder: Bool, hasNewer: Bool) {
    let store = NumberStore(transaction)
    if let after = position.after {
      let found = try store.entries(of: book.id, month: position.month, after: after, limit: Position.linesMax + 1)
      return (Array(found.prefix(Position.linesMax)), true, found.count > Position.linesMax)
    }
    let found = try store.entries(
      of: book.id, month: position.month, before: position.before ?? .max, limit: Position.linesMax + 1)
    return (Array(found.suffix(Position.linesMax)), found.count > Position.linesMax, position.before != nil)
  }

  private func path(_ book: RegisterBook, _ position: Position, _ place: String) -> String {
    RegistersPaths.book(book.id, month: position.month, place)
  }

  /// The whole book, its twelve months, and an earlier month when late papers stand in it.
  private func months(of book: RegisterBook, selected: String?) throws -> Chips {
    var chips = [Chips.Chip("Cả năm", path: RegistersPaths.book(book.id), selected: selected == nil)]
    let first = try NumberStore(transaction).firstMonth(of: book.id)
    var months = (1...12).map { "\(book.year)-\($0 < 10 ? "0" : "")\($0)" }
    if let first, let january = months.first, first < january { months.insert(first, at: 0) }
    for month in months {
      let parts = month.split(separator: "-").compactMap { Int($0) }
      let year = parts[0] == book.year ? "" : "/\(parts[0])"
      chips.append(
        Chips.Chip(
          "Tháng \(parts[1])\(year)", path: RegistersPaths.book(book.id, month: month), selected: selected == month))
    }
    return Chips(label: "Tháng", chips)
  }

  private func line(_ row: RegisterRow, in book: RegisterBook) -> RegisterBookPage.Line {
    let isCancelled = row.cancellation != nil
    var line = RegisterBookPage.Line(
      number: row.number, cells: row.contents.map(\.text),
      note: [row.cancellation?.reason ?? "", row.note].filter { !$0.isEmpty }.joined(separator: " "),
      path: row.path.isEmpty ? nil : row.path, isCancelled: isCancelled)
    if RegistersAccess.mayKeep(actor), !isCancelled, row.isCancellable {
      line.cancelPath = RegistersPaths.cancellation(book.id, number: row.number)
    }
    return line
  }

  func check(_ id: RegisterBook.ID, seal: FormSeal) throws -> RegisterCheckPage {
    let check = try RegisterCheckStore(transaction).check(id, visibleTo: actor)
    let book = check.book
    let obstacles = CloseRegister.obstacles(book, by: actor, at: transaction.now).map(\.message)
    let mayClose = RegistersAccess.mayKeep(actor) && book.isOpen
    let reason = book.openingReason.map { ", lý do: \($0)" } ?? ""
    return RegisterCheckPage(
      kind: book.kind, bookTitle: book.name, year: book.year, bookPath: RegistersPaths.book(id),
      minutePath: RegistersPaths.minute(id),
      firstNumber: check.first, lastNumber: check.last, lineCount: check.count,
      paperRangeLine: check.paper.map {
        let entered = check.paperEntered > 0 ? "; đã nhập vào hệ thống \(check.paperEntered) số" : ""
        return "\($0.lowerBound)–\($0.upperBound) ở sổ giấy\(entered); mở sổ \(book.openedAt.day.text)\(reason)"
      },
      importedCount: check.imported, gapCount: check.explainedCount,
      gaps: check.explained.prefix(RegisterCheckPage.gapsMax).map {
        .init(
          first: $0.numbers.lowerBound, last: $0.numbers.upperBound, reason: $0.reason, day: $0.recordedAt.day.text,
          actor: $0.recordedBy)
      },
      reserved: check.reserved.map {
        .init(
          code: $0.codeText, day: $0.day.text, owner: $0.owner, reason: $0.reason, expires: $0.expiresOn.text)
      },
      cancelled: check.cancelled.map {
        .init(number: $0.number, day: $0.at.day.text, actor: $0.by, reason: $0.reason)
      },
      holes: check.holes.map { .init(first: $0.lowerBound, last: $0.upperBound) }, checkedAt: check.checkedAt.text,
      stateLine: book.closedAt.map { "Đã khóa sổ \($0.text), \(book.closedBy ?? "")" } ?? "Sổ đang mở",
      closePath: mayClose && obstacles.isEmpty ? RegistersPaths.closing(id) : nil,
      closeObstacles: mayClose ? obstacles : [], seal: seal.at(version: book.version))
  }
}
