import Database
import FileVault
import Foundation
import Hummingbird
import Kernel
import Markup
import WebApp

/// HTTP of bringing the body's structure in.
struct ImportOrganizationRoutes: Sendable {
  let site: Site
  let work: OldBookWork

  private static let notAdministrator = Refusal(
    .forbidden, "Chỉ quản trị nhập được danh sách cơ quan, đơn vị, người và chức danh.")

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("quan-tri/nhap-du-lieu", use: show)
    routes.post("quan-tri/nhap-du-lieu", use: bring)
  }

  @Sendable private func show(_ request: Request, _ context: WebContext) async throws -> Response {
    guard try context.requireActor().isAdministrator else { throw Self.notAdministrator }
    return page(ImportOrganizationPage(seal: context.seal()), context)
  }

  /// The list is small: it is read, tried and entered while the person waits.
  @Sendable private func bring(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    guard actor.isAdministrator else { throw Self.notAdministrator }
    let upload = try await OldBookUpload.read(request, context, work)
    var context = context
    context.form = upload.form
    let answer: Response
    do {
      guard let table = upload.table else {
        throw Refusal(.invalid, "Chưa chọn tệp danh sách.", field: ImportOrganizationPage.Name.table)
      }
      let isTrial = upload.form.isOn(ImportOrganizationPage.Name.trial)
      let act = try await ImportOrganization.read(
        work.vault.url(of: table.staged), named: table.name, work, isTrial: isTrial)
      let outcome = try await act.run(by: actor, in: site.database)
      answer = page(
        ImportOrganizationPage(outcome: outcome, isTrial: isTrial, sourceName: table.name, seal: context.seal()),
        context,
        status: outcome.problems.isEmpty ? .ok : .unprocessableContent)
    } catch let refusal as Refusal where refusal.kind == .invalid || refusal.kind == .tooLarge {
      answer = page(
        ImportOrganizationPage(input: .refused(refusal, keeping: upload.form), seal: context.seal()), context,
        status: refusal.kind.status)
    } catch {
      await upload.discard(work)
      throw error
    }
    await upload.discard(work)
    return answer
  }

  private func page(
    _ screen: ImportOrganizationPage, _ context: WebContext, status: HTTPResponse.Status = .ok
  ) -> Response {
    context.page(
      Page(title: ImportOrganizationPage.title, room: .administration, main: screen.html), status: status)
  }
}
