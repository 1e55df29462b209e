import Audit
import Database
import Documents
import FileVault
import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import NIOCore
import Papers
import WebApp

/// HTTP of sending papers back to their sender.
struct ReturnRoutes: Sendable {
  let site: Site
  let desk: UploadDesk

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("van-ban-den/da-tra", use: list)
    routes.get("van-ban-den/da-tra/moi") { _, context in try await paperForm(nil, context) }
    routes.post("van-ban-den/da-tra") { _, context in try await giveBack(nil, context) }
    routes.post("van-ban-den/:id/bao-noi-gui", use: tellSender)
    routes.get("van-ban-den/da-tra/:returned/phieu", use: slip)
    routes.get("van-ban-den/da-tra/:returned/tep", use: file)
    routes.get("van-ban-den/cho/:paper/tra") { _, context in try await paperForm(context.requireID("paper"), context) }
    routes.post("van-ban-den/cho/:paper/tra") { _, context in try await giveBack(context.requireID("paper"), context) }
    routes.get("van-ban-den/:id/tra-noi-gui") { _, context in try await documentForm(context) }
    routes.post("van-ban-den/:id/tra-noi-gui", use: giveBackDocument)
  }

  @Sendable private func list(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let key = Int64(Form(urlEncoded: request.uri.query ?? "")["truoc"])
    let page = try await site.database.read { try ReturnScreen(actor: actor, transaction: $0).list(before: key) }
    return context.page(
      Page(title: ReturnedPapersPage.title, room: .incoming, main: page.html, keys: ReturnedPapersPage.keys))
  }

  @Sendable private func giveBack(_ paper: WaitingPaper.ID?, _ context: WebContext) async throws -> Response {
    let (form, actor) = (context.form, try context.requireActor())
    let act = ReturnPaper(
      facts: ReturnedPaper.Facts(form), paper: paper, keepsFile: form.isOn(ReturnField.keepsFile),
      isVouchedOpen: form.isOn(RegistrationField.vouchedOpen))
    do {
      let answered = try await site.database.read {
        try SubmissionStore($0).answer(to: form.submissionKey, by: actor.account)
      }
      if let answered { return context.redirect(to: answered) }
      if let paper, act.keepsFile {
        let waiting = try await site.database.read { try WaitingPaperStore($0).find(paper, visibleTo: actor) }
        try await desk.vault.keep(waiting.staged)
      }
      let done = try await site.database.write { transaction in
        var done: (returned: ReturnedPaper, waiting: WaitingPaper?)?
        _ = try SubmissionStore(transaction).once(form.submissionKey, by: actor.account) {
          done = try act.perform(by: actor, in: transaction)
          return .init(path: IncomingDocumentPaths.returned, notice: nil)
        }
        return done
      }
      if let waiting = done?.waiting { try await desk.vault.forget(waiting) }
      return context.redirect(
        to: IncomingDocumentPaths.returned,
        notice: done.map {
          "Đã trả \($0.returned.facts.sender) bằng \($0.returned.facts.way.label); không số đến nào được dùng."
        })
    } catch is SecrecyFound {
      throw try await secretFound(actor, paper == nil)
    } catch let refusal as Refusal where refusal.kind == .invalid || refusal.kind == .conflict {
      return try await paperForm(paper, context, refusal: refusal)
    }
  }

  @Sendable private func giveBackDocument(_ request: Request, _ context: WebContext) async throws -> Response {
    let (form, actor) = (context.form, try context.requireActor())
    let id: IncomingDocument.ID = try context.requireID("id")
    let act = ReturnDocument(document: id, facts: ReturnedPaper.Facts(form))
    do {
      let outcome = try await site.database.write { transaction in
        try SubmissionStore(transaction).once(form.submissionKey, by: actor.account) {
          let returned = try act.perform(by: actor, in: transaction)
          return .init(
            path: IncomingDocumentPaths.show(id),
            notice: "Đã trả \(returned.facts.sender) bằng \(returned.facts.way.label) và hủy số đến.")
        }
      }
      return context.redirect(to: outcome.path, notice: outcome.notice ?? "Văn bản đã được trả ở lần bấm trước.")
    } catch is SecrecyFound {
      throw try await secretFound(actor, true)
    } catch let refusal as Refusal where refusal.kind == .invalid || refusal.kind == .conflict {
      return try await documentForm(context, refusal: refusal)
    }
  }

  /// Of an anomaly found on arrival (DEN-03).
  @Sendable private func tellSender(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: IncomingDocument.ID = try context.requireID("id")
    try await site.database.write { try TellSender(document: id).perform(by: actor, in: $0) }
    return context.redirect(to: IncomingDocumentPaths.show(id), notice: "Đã ghi là báo nơi gửi.")
  }

  private func secretFound(_ actor: Actor, _ isWithoutPaper: Bool) async throws -> Refusal {
    try await site.database.write { try Audit.record(.secrecyRefused, on: nil, by: actor, in: $0) }
    return isWithoutPaper ? Secrecy.refusal : Secrecy.refusalOfPaper
  }

  private func paperForm(
    _ paper: WaitingPaper.ID?, _ context: WebContext, refusal: Refusal? = nil
  ) async throws -> Response {
    try await answer(context, refusal) { try $0.form(paper, input: $1, seal: $2) }
  }

  private func documentForm(_ context: WebContext, refusal: Refusal? = nil) async throws -> Response {
    let id: IncomingDocument.ID = try context.requireID("id")
    return try await answer(context, refusal) { try $0.form(id, input: $1, seal: $2) }
  }

  private func answer(
    _ context: WebContext, _ refusal: Refusal?,
    _ page: @escaping @Sendable (ReturnScreen, FormInput, FormSeal) throws -> ReturnPage
  ) async throws -> Response {
    let actor = try context.requireActor()
    var seal = context.seal(isCreating: true)
    if refusal != nil, !context.form.submissionKey.isEmpty { seal.submission = context.form.submissionKey }
    let input = refusal.map { FormInput.refused($0, keeping: context.form) } ?? FormInput()
    let shown = try await site.database.read { [seal] in
      try page(ReturnScreen(actor: actor, transaction: $0), input, seal)
    }
    return context.page(
      Page(title: ReturnPage.title, room: .incoming, main: shown.html, keys: ReturnPage.keys),
      status: refusal?.kind.status ?? .ok)
  }

  /// «Phiếu trả văn bản» as PDF.
  @Sendable private func slip(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: ReturnedPaper.ID = try context.requireID("returned")
    let systemName = site.systemName
    let form = try await site.database.read {
      try ReturnScreen(actor: actor, transaction: $0).slip(id, systemName: systemName)
    }
    let bytes = try await desk.runner.withFolder { folder in
      let target = folder.appendingPathComponent("phieu.pdf")
      try await OfficeConversion(runner: desk.runner).write(form.printedForm, as: .pdf, to: target)
      return [UInt8](try Data(contentsOf: target))
    }
    try await site.database.write {
      try Audit.record(.returnSlipPrinted, on: .returnedPaper(id), by: actor, in: $0)
    }
    return Response(
      status: .ok,
      headers: [
        .contentType: "application/pdf", .cacheControl: "no-store",
        .contentDisposition: "inline; filename=\"phieu-tra-van-ban.pdf\"",
      ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  @Sendable private func file(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: ReturnedPaper.ID = try context.requireID("returned")
    let paper = try await site.database.read { try ReturnedPaperStore($0).find(id, visibleTo: actor) }
    guard let file = paper.file else { throw Refusal(.notFound, "Tệp của văn bản này không được giữ lại.") }
    try await site.database.write {
      try Audit.record(.returnedDownloaded(file.name), on: .returnedPaper(id), by: actor, in: $0)
    }
    return try await FileDownload.answer(file.stored.hash, kind: file.kind, name: file.name, from: desk.vault, context)
  }
}

extension ReturnedPaper.Facts {
  init(_ form: Form) {
    self.init()
    let r = ReturnField.self
    sender = form[r.sender]
    codeText = form[r.code]
    subject = form[r.subject]
    reason = form[r.reason]
    way = ReturnedPaper.Way(rawValue: form[r.way]) ?? .post
    condition = form[r.condition]
  }
}
