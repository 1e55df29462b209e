import Audit
import Database
import Documents
import FileVault
import Hummingbird
import Kernel
import WebApp

/// HTTP of arranging a waiting paper's pages from «Vào sổ». The fields of the form come along and come back as typed.
struct ArrangementRoutes: Sendable {
  let site: Site
  let desk: UploadDesk
  let reader: PaperReader

  private var database: any Database { site.database }
  private var answer: RegistrationAnswer { RegistrationAnswer(site: site) }

  func add(to routes: RouterGroup<WebContext>) {
    routes.post("van-ban-den/cho/:paper/xoay", use: turn)
    routes.post("van-ban-den/cho/:paper/tach", use: split)
    routes.post("van-ban-den/cho/:paper/ghep", use: join)
    routes.post("van-ban-den/cho/:paper/xem-lai", use: lookAgain)
  }

  @Sendable func turn(_ request: Request, _ context: WebContext) async throws -> Response {
    let (page, turns) = (context.form.integer("page") ?? 0, context.form.integer("quarterTurns") ?? 0)
    return try await arrange(context) { arranger, paper in
      (try await arranger.turn(paper, page: page, quarterTurns: turns), "Đã xoay trang \(page).")
    }
  }

  @Sendable func split(_ request: Request, _ context: WebContext) async throws -> Response {
    let first = context.form.integer("fromPage") ?? 0
    return try await arrange(context) { arranger, paper in
      (try await arranger.split(paper, from: first), "Đã tách từ trang \(first) thành văn bản khác.")
    }
  }

  @Sendable func join(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let chosen = WaitingPaper.ID(context.form["paper"])
    return try await arrange(context) { arranger, paper in
      guard let chosen else { throw Refusal(.invalid, "Chưa chọn tệp để ghép.") }
      let waiting = try await database.read { try WaitingPaperStore($0).list(visibleTo: actor) }
      guard let other = waiting.first(where: { $0.id == chosen }) else {
        throw Refusal(.conflict, "Tệp định ghép không còn trong danh sách chờ: đã vào sổ hoặc đã bỏ.")
      }
      return (try await arranger.join(paper, other), "Đã ghép «\(other.fileName)» vào cuối.")
    }
  }

  /// Pages and suggestions as read by now.
  @Sendable func lookAgain(_ request: Request, _ context: WebContext) async throws -> Response {
    try await answering(context) { _, _ in Done() }
  }

  private func arrange(
    _ context: WebContext, _ make: @Sendable (PaperArranger, WaitingPaper) async throws -> (ArrangePapers, String)
  ) async throws -> Response {
    let version = context.form.version
    return try await answering(context) { id, actor in
      let paper = try await database.read { try WaitingPaperStore($0).find(id, visibleTo: actor) }
      // A page asked for again, or shown before somebody else arranged it, would turn what is turned already.
      guard paper.version == version else { throw ArrangePapers.arrangedMeanwhile }
      let (act, notice) = try await make(PaperArranger(reader: reader), paper)
      do {
        try await database.write { try act.perform(by: actor, in: $0) }
      } catch {
        for staged in act.replacements.map(\.staged) + act.added.map(\.staged) { try? await desk.vault.discard(staged) }
        throw error
      }
      for old in act.replacements.map(\.paper.staged) + act.removed.map(\.staged) {
        try? await desk.vault.discard(old)
      }
      return Done(notice: notice, hasFurtherPages: !act.removed.isEmpty)
    }
  }

  private struct Done {
    /// A sentence to show.
    var notice: String?
    /// Pages that the clerk has not seen here yet.
    var hasFurtherPages = false
  }

  /// «Vào sổ» again after `act`.
  private func answering(
    _ context: WebContext, _ act: (WaitingPaper.ID, Actor) async throws -> Done
  ) async throws -> Response {
    let actor = try context.requireActor()
    let id: WaitingPaper.ID = try context.requireID("paper")
    let leftFiles = context.form.all("file").contains { !$0.isEmpty } ? [Self.filesLeft] : []
    var context = context
    do {
      try Secrecy.refuseMarked(context.form)
      let done = try await act(id, actor)
      let sentences = [done.notice].compactMap { $0 } + leftFiles
      if !sentences.isEmpty { context.notice = sentences.joined(separator: " ") }
      // The word that no page bears a secrecy mark was given for the pages of then (MAT-05).
      if done.hasFurtherPages { context.form = context.form.without([RegistrationField.vouchedOpen]) }
      return try await answer.page(id, context.form, .lookedAgain, context)
    } catch is SecrecyFound {
      try await database.write { try Audit.record(.secrecyRefused, on: nil, by: actor, in: $0) }
      throw Secrecy.refusalOfPaper
    } catch var refusal as Refusal where [.invalid, .conflict, .unavailable].contains(refusal.kind) {
      refusal.reasons += leftFiles.map { .init($0, field: "file") }
      return try await answer.page(id, context.form, .refused(refusal), context)
    }
  }

  private static let filesLeft = "Tệp kèm theo đã chọn không giữ lại được; hãy chọn lại."
}
