import Audit
import Database
import Documents
import Exchange
import FileVault
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import Papers
import Registers
import WebApp

/// HTTP of packets in the intake: their page and files, registering, taking in, returning.
struct PacketRoutes: Sendable {
  let site: Site
  let reader: PaperReader
  let log: AccessLog
  let sheets: any CollectedSheets

  private var database: any Database { site.database }

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("van-ban-den/gui-den/:packet", use: show)
    routes.get("van-ban-den/gui-den/:packet/xem-truoc", use: preview)
    routes.get("van-ban-den/gui-den/:packet/tep/:file", use: download)
    routes.get("van-ban-den/gui-den/:packet/tep/:file/trang/:page", use: pageImage)
    routes.post("van-ban-den/gui-den/:packet/vao-so", use: register)
    routes.post("van-ban-den/gui-den/:packet/nhap", use: join)
    routes.post("van-ban-den/gui-den/:packet/tra", use: giveBack)
    routes.post("van-ban-den/gui-den/:packet/da-huy", use: confirmRecall)
  }

  @Sendable private func show(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: Packet.ID = try context.requireID("packet")
    let screen = try await read(id, by: actor)
    log.note(.packetViewed, on: .packet(id), by: actor)
    return answer(screen, context)
  }

  private func read(_ id: Packet.ID, by actor: Actor) async throws -> PacketScreen {
    let sheets = sheets
    return try await database.read { transaction in
      var screen = try PacketScreen.read(id, by: actor, in: transaction)
      screen.sheets = try sheets.sheets(of: .packet(id), visibleTo: actor, in: transaction)
      return screen
    }
  }

  private func answer(_ screen: PacketScreen, _ context: WebContext, status: HTTPResponse.Status = .ok) -> Response {
    let page = screen.page(seal: context.seal(isCreating: true))
    return context.page(
      Page(title: "\(page.codeText): \(page.subject)", room: .incoming, main: page.html, keys: page.keys),
      status: status)
  }

  @Sendable private func preview(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: Packet.ID = try context.requireID("packet")
    let screen = try await database.read { try PacketScreen.read(id, by: actor, in: $0) }
    return context.html(screen.preview.html)
  }

  /// Runs an act of the page; refused, the page comes back with what was typed.
  private func act(
    _ act: IncomingDocumentPaths.PacketAct, _ context: WebContext,
    _ body: (Packet.ID, Actor) async throws -> SubmissionStore.Outcome
  ) async throws -> Response {
    let actor = try context.requireActor()
    let id: Packet.ID = try context.requireID("packet")
    do {
      let answer = try await body(id, actor)
      return context.redirect(to: answer.path, notice: answer.notice)
    } catch is SecrecyFound {
      try await database.write { try Audit.record(.secrecyRefused, on: nil, by: actor, in: $0) }
      throw Secrecy.refusal
    } catch let refusal as Refusal where refusal.kind == .invalid || refusal.kind == .conflict {
      var screen = try await read(id, by: actor)
      screen.refused = (act, .refused(refusal, keeping: context.form))
      return answer(screen, context, status: refusal.kind.status)
    }
  }

  @Sendable private func register(_ request: Request, _ context: WebContext) async throws -> Response {
    let form = context.form
    return try await act(.register, context) { id, actor in
      var act = RegisterPacket(id)
      act.bookName = form[PacketField.book]
      act.toPlaces = form[PacketField.toPlaces].normalizedLine
      act.overrideReason = form[PacketField.overrideReason].normalizedLine
      let following = try await database.read { try PacketStore($0).waiting(visibleTo: actor).map(\.id) }
        .filter { $0 != id }
      let next = following.first { $0 > id } ?? following.first
      return try await database.write { [act] transaction in
        try SubmissionStore(transaction).once(form.submissionKey, by: actor.account) {
          let outcome = try act.perform(by: actor, in: transaction)
          let notice = "Đã vào sổ số đến \(outcome.number.number), \(outcome.number.bookTitle); nơi gửi đã được báo."
          switch form[PacketField.next] {
          case "forward": return .init(path: IncomingDocumentPaths.presentation(outcome.id), notice: notice)
          case "again":
            return .init(path: next.map(IncomingDocumentPaths.packet) ?? IncomingDocumentPaths.waiting, notice: notice)
          default: return .init(path: IncomingDocumentPaths.show(outcome.id), notice: notice)
          }
        }
      }
    }
  }

  @Sendable private func join(_ request: Request, _ context: WebContext) async throws -> Response {
    let form = context.form
    return try await act(.join, context) { id, actor in
      guard let document = IncomingDocument.ID(form[PacketField.document]) else {
        throw Refusal(.invalid, "Chưa chọn văn bản đã có.", field: PacketField.document)
      }
      return try await database.write { transaction in
        try SubmissionStore(transaction).once(form.submissionKey, by: actor.account) {
          let joined = try JoinPacket(id, to: document).perform(by: actor, in: transaction)
          return .init(
            path: IncomingDocumentPaths.show(document),
            notice: "Đã nhập vào số đến \(joined.arrivalNumber); không dùng thêm số, nơi gửi đã được báo.")
        }
      }
    }
  }

  @Sendable private func giveBack(_ request: Request, _ context: WebContext) async throws -> Response {
    let form = context.form
    return try await act(.giveBack, context) { id, actor in
      try await database.write { transaction in
        try SubmissionStore(transaction).once(form.submissionKey, by: actor.account) {
          let name = try ReturnPacket(id, reason: form[PacketField.reason]).perform(by: actor, in: transaction)
          return .init(
            path: IncomingDocumentPaths.waiting, notice: "Đã trả \(name); không số đến nào được dùng.")
        }
      }
    }
  }

  @Sendable private func confirmRecall(_ request: Request, _ context: WebContext) async throws -> Response {
    try await act(.confirmRecall, context) { id, actor in
      try await database.write { try ConfirmRecall(id).perform(by: actor, in: $0) }
      let packet = try await database.read { try PacketStore($0).find(id, visibleTo: actor) }
      return .init(
        path: packet.incoming.map { IncomingDocumentPaths.show(.init($0)) } ?? IncomingDocumentPaths.waiting,
        notice: "Đã xác nhận với nơi gửi: văn bản thu hồi đã hủy ở cơ quan mình.")
    }
  }

  @Sendable private func pageImage(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let file = try await PacketFileAnswer.find(
      context.parameters.get("file", as: Int.self) ?? 0, of: try context.requireID("packet"), by: actor, in: database)
    return try await PageImages(reader: reader).answer(file.stored.hash, kind: file.kind, request, context)
  }

  @Sendable private func download(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    return try await PacketFileAnswer.answer(
      context.parameters.get("file", as: Int.self) ?? 0, of: try context.requireID("packet"), from: reader.vault,
      by: actor, in: database, context)
  }
}
