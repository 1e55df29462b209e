import Audit
import Database
import FileVault
import Foundation
import HTTPTypes
import Hummingbird
import Identity
import Jobs
import Kernel
import Markup
import NIOCore
import NIOPosix
import Papers
import VietnameseText
import WebApp

/// Volumes, the sheet and the minute of a book.
struct RegisterPrintRoutes: Sendable {
  let site: Site
  let contents: any RegisterContents
  let vault: FileVault
  let office: OfficeConversion

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("so/:id/in", use: page)
    routes.post("so/:id/in", use: makePrint)
    routes.get("so/:id/in/tien-do", use: progress)
    routes.get("so/:id/in/:print/:format", use: file)
    routes.get("so/:id/excel", use: spreadsheet)
    routes.get("so/:id/kiem-so/bien-ban", use: minute)
  }

  @Sendable private func page(_ request: Request, _ context: WebContext) async throws -> Response {
    try await page(context)
  }

  private func page(_ context: WebContext, refusal: Refusal? = nil) async throws -> Response {
    let actor = try context.requireActor()
    let id: RegisterBook.ID = try context.requireID("id")
    let input = refusal.map { FormInput.refused($0, keeping: context.form) } ?? FormInput()
    let seal = context.seal(isCreating: true)
    let contents = contents
    let page = try await site.database.read {
      try RegisterReading($0, contents, for: actor).prints(id, input: input, seal: seal)
    }
    return context.page(
      Page(title: RegisterPrintPage.title, room: page.book.kind.room, main: page.html, keys: RegisterPrintPage.keys),
      status: refusal?.kind.status ?? .ok)
  }

  @Sendable private func makePrint(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: RegisterBook.ID = try context.requireID("id")
    let form = context.form
    do {
      let act = PrintRegister(
        id, try Self.range(form, today: site.clock.now.day), volume: form.integer("quyen") ?? 0,
        systemName: site.systemName)
      let notice = "Đã nhận việc in quyển số \(act.volume). Có thể rời trang này; tệp hiện ở đây khi in xong."
      let asked = try await site.database.write { transaction in
        try SubmissionStore(transaction).once(form.submissionKey, by: actor.account) {
          try act.perform(by: actor, in: transaction)
          return .init(path: RegistersPaths.prints(id), notice: notice)
        }
      }
      return context.redirect(to: asked.path, notice: notice)
    } catch let refusal as Refusal where refusal.kind == .invalid {
      return try await page(context, refusal: refusal)
    }
  }

  /// Days, when any was typed; else numbers.
  private static func range(_ form: Form, today: Day) throws -> PrintRegister.Range {
    guard form["tu-ngay"].isEmpty, form["den-ngay"].isEmpty else {
      let from = TypedDay.parse(form["tu-ngay"], today: today)
      let to = TypedDay.parse(form["den-ngay"].isEmpty ? form["tu-ngay"] : form["den-ngay"], today: today)
      let wrong = "Ngày này không có thật. Gõ như 05/07/2026 hoặc 57."
      var reasons: [Refusal.Reason] = []
      if from == nil { reasons.append(.init(wrong, field: "tu-ngay")) }
      if to == nil { reasons.append(.init(wrong, field: "den-ngay")) }
      guard let from, let to else { throw Refusal(reasons) ?? Refusal(.invalid, wrong) }
      return .days(from: from, to: to)
    }
    return .numbers(from: form.integer("tu-so") ?? 0, to: form.integer("den-so") ?? 0)
  }

  @Sendable private func progress(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: RegisterBook.ID = try context.requireID("id")
    let contents = contents
    return LiveProgress.answer(
      request, database: site.database,
      look: LiveSession.during(context.visitor) { transaction in
        try RegisterReading(transaction, contents, for: actor).progress(id).map { volume in
          let total = RegisterPrint.Format.allCases.count
          return LiveProgress.Change(
            key: "print-\(volume.print.id)", value: volume.job?.progress.done ?? total,
            max: volume.job?.progress.total ?? total, text: volume.job?.progress.note ?? "",
            done: volume.print.madeAt != nil || volume.job?.state == .failed)
        }
      })
  }

  @Sendable private func file(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: RegisterBook.ID = try context.requireID("id")
    let printID: RegisterPrint.ID = try context.requireID("print")
    let format = context.parameters.get("format").flatMap { RegisterPrint.Format(rawValue: $0) }
    guard let format else { throw Refusal(.notFound, "Không tìm thấy trang này.") }
    let (book, print) = try await site.database.write { transaction in
      let book = try RegisterStore(transaction).find(id, visibleTo: actor)
      let print = try RegisterPrintStore(transaction).find(printID, of: id)
      try Audit.record(
        .registerPrintDownloaded(book, volume: print.volume, format: format.rawValue), on: .register(id), by: actor,
        in: transaction)
      return (book, print)
    }
    guard let file = print.files.first(where: { $0.format == format }) else {
      throw Refusal(.notFound, "Quyển này chưa làm xong tệp.")
    }
    let reading = try await vault.open(file.stored.hash)
    return Self.answer(
      context.streamed(reading.pieces(), bytes: reading.bytes), format,
      name: "\(book.kind.fileName)-\(book.year)-quyen-\(print.volume)")
  }

  @Sendable private func spreadsheet(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: RegisterBook.ID = try context.requireID("id")
    let month = RegisterBookRoutes.month(Form(urlEncoded: request.uri.query ?? ""))
    let contents = contents
    let systemName = site.systemName
    let form = try await site.database.write { transaction in
      let book = try RegisterStore(transaction).find(id, visibleTo: actor)
      let volume = try RegisterPrintStore(transaction).next(after: book).volume
      try Audit.record(.registerExported(book, month: month), on: .register(id), by: actor, in: transaction)
      return try RegisterForms(contents: contents, transaction).book(
        book, month: month, volume: volume,
        provenance: Provenance.text(by: actor, at: transaction.now, systemName: systemName))
    }
    let bytes = try await office.runner.withFolder { folder in
      try await NIOThreadPool.singleton.runIfActive {
        let target = folder.appending(path: "book.xlsx")
        try form.writeSpreadsheet(to: target)
        return try Data(contentsOf: target)
      }
    }
    return Self.answer(
      ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)), .xlsx,
      name: "\(form.kind.fileName)-\(month ?? "\(form.year)")")
  }

  @Sendable private func minute(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: RegisterBook.ID = try context.requireID("id")
    let contents = contents
    let systemName = site.systemName
    let form = try await site.database.write { transaction in
      let check = try RegisterCheckStore(transaction).check(id, visibleTo: actor)
      try Audit.record(
        .registerChecked(check.book, isWhole: check.isWhole), on: .register(id), by: actor, in: transaction)
      return try RegisterForms(contents: contents, transaction).minute(check, by: actor, systemName: systemName)
    }
    let bytes = try await office.runner.withFolder { folder in
      let target = folder.appending(path: "minute.pdf")
      try await office.write(form.printedForm, as: .pdf, to: target)
      return try await NIOThreadPool.singleton.runIfActive { try Data(contentsOf: target) }
    }
    return Self.answer(
      ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)), .pdf, name: "bien-ban-kiem-so-\(form.check.book.year)")
  }

  /// PDF opens in the browser, the others are saved.
  private static func answer(_ body: ResponseBody, _ format: RegisterPrint.Format, name: String) -> Response {
    let place = format == .pdf ? "inline" : "attachment"
    return Response(
      status: .ok,
      headers: [
        .contentType: format.contentType, .cacheControl: "private, no-store",
        .contentDisposition: "\(place); filename=\"\(name).\(format.rawValue)\"",
      ], body: body)
  }
}

extension RegisterReading {
  func prints(_ id: RegisterBook.ID, input: FormInput, seal: FormSeal) throws -> RegisterPrintPage {
    let book = try RegisterStore(transaction).find(id, visibleTo: actor)
    let store = RegisterPrintStore(transaction)
    let next = try store.next(after: book)
    return RegisterPrintPage(
      book: book, volumes: try volumes(of: id), nextVolume: next.volume, nextFrom: next.from, input: input, seal: seal)
  }

  /// What the print page's live address tells.
  func progress(_ id: RegisterBook.ID) throws -> [RegisterPrintPage.Volume] {
    _ = try RegisterStore(transaction).find(id, visibleTo: actor)
    return try volumes(of: id)
  }

  private func volumes(of id: RegisterBook.ID) throws -> [RegisterPrintPage.Volume] {
    let jobs = JobStore(transaction)
    return try RegisterPrintStore(transaction).prints(of: id).map { print in
      .init(print: print, job: print.madeAt == nil ? try jobs.open(of: .registerPrint(print.id)).last : nil)
    }
  }
}
