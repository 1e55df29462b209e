import Database
import Documents
import Dossiers
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import WebApp

/// HTTP of loans.
struct LoanRoutes: Sendable {
  let site: Site

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("luu-tru/muon", use: list)
    routes.get("luu-tru/muon/:loan") { _, context in try await page(context) }
    for step in DossierLoan.Step.allCases {
      routes.post("luu-tru/muon/:loan/\(step.path)") { _, context in try await take(step, context) }
    }
  }

  @Sendable private func list(_ request: Request, _ context: WebContext) async throws -> Response {
    let (actor, seal) = (try context.requireActor(), context.seal())
    let query = Form(urlEncoded: request.uri.query ?? "")
    let page = try await site.database.read {
      try LoanScreen(actor: actor, seal: seal, transaction: $0).list(query)
    }
    return context.page(
      Page(title: LoanListPage.title, room: PlaceRoutes.room(of: actor), main: page.html, keys: .list))
  }

  private func page(_ context: WebContext, refusal: Refusal? = nil) async throws -> Response {
    let (actor, seal) = (try context.requireActor(), context.seal())
    let id: DossierLoan.ID = try context.requireID("loan")
    let input = PlaceRoutes.input(refusal, context)
    let page = try await site.database.read {
      try LoanScreen(actor: actor, seal: seal, transaction: $0).page(id, input)
    }
    return context.page(
      Page(title: page.title, room: PlaceRoutes.room(of: actor), main: page.html, keys: LoanPage.keys),
      status: refusal?.kind.status ?? .ok)
  }

  private func take(_ step: DossierLoan.Step, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let words = context.form[step == .giveBack ? PaperField.condition : PaperField.reason]
    let act = DecideLoan(try context.requireID("loan"), step, words: words, formVersion: context.form.version)
    do {
      let (loan, dossier) = try await site.database.write { try act.perform(by: actor, in: $0) }
      return context.redirect(
        to: PaperPaths.loan(loan.id), notice: Self.notice(step, loan, dossier.code.notation))
    } catch let refusal as Refusal where refusal.keepsTyping {
      return try await page(context, refusal: refusal)
    }
  }

  private static func notice(_ step: DossierLoan.Step, _ loan: DossierLoan, _ notation: String) -> String {
    switch step {
    case .consent: "Đã đồng ý cho \(loan.borrower) mượn hồ sơ \(notation); lưu trữ được báo."
    case .allow: "Cho \(loan.borrower) mượn hồ sơ \(notation); giao bản giấy xong thì bấm «Đã giao bản giấy»."
    case .refuse: "Không cho mượn hồ sơ \(notation); đã báo người đề nghị."
    case .withdraw: "Đã rút đề nghị mượn hồ sơ \(notation)."
    case .handOut: "\(loan.name): đã giao hồ sơ \(notation) cho \(loan.borrower), trả trước hết \(loan.untilOn.text)."
    case .giveBack: "\(loan.name): đã nhận lại hồ sơ \(notation) từ \(loan.borrower)."
    }
  }
}
