import Audit
import Database
import Documents
import Dossiers
import FilePlans
import FileVault
import Hummingbird
import Kernel
import Markup
import Papers
import WebApp

/// HTTP of bringing a package in.
struct RestorePackageRoutes: Sendable {
  let site: Site
  let desk: UploadDesk

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("ho-so/nhap-goi", use: show)
    routes.post("ho-so/nhap-goi", use: restore)
  }

  @Sendable private func show(_ request: Request, _ context: WebContext) async throws -> Response {
    try RestoreDossier.require(try context.requireActor())
    return page(FormInput(), context, nil)
  }

  private func page(_ input: FormInput, _ context: WebContext, _ status: Refusal.Kind?) -> Response {
    context.page(
      Page(
        title: RestorePackagePage.title, room: .dossiers,
        main: RestorePackagePage(input: input, seal: context.seal(isCreating: true)).html,
        keys: RestorePackagePage.keys), status: status?.status ?? .ok)
  }

  @Sendable private func restore(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let (form, packed) = try await PackageUpload.read(request, context, desk)
    do {
      guard let packed else { throw Refusal(.invalid, "Chưa chọn gói hồ sơ.", field: DossierPackagePaths.file) }
      let dossier = try await desk.releasing([Upload(name: packed.name, kind: .otherZip, staged: packed.staged)]) {
        try await RestorePackage(database: site.database, desk: desk).perform(
          desk.vault.url(of: packed.staged), named: packed.name,
          retention: RetentionPeriod(code: form[DossierPackagePaths.retention]),
          isVouchedOpen: form.isOn(DossierPackagePaths.vouched), by: actor)
      }
      return context.redirect(
        to: DossierPaths.show(dossier.id),
        notice: "Đã nhập hồ sơ \(dossier.code.text): \(dossier.itemCount) văn bản, \(dossier.pageTotal) trang.")
    } catch let refusal as Refusal where refusal.keepsTyping {
      return page(.refused(refusal, keeping: form), context, refusal.kind)
    }
  }
}

/// The packed file as it came: staged, nothing looked at.
enum PackageUpload {
  /// The session's secret must come before the file. What is refused leaves nothing behind.
  static func read(
    _ request: Request, _ context: WebContext, _ desk: UploadDesk
  ) async throws -> (Form, (name: String, staged: StagedFile)?) {
    guard let reader = MultipartReader(request) else {
      throw Refusal(.invalid, "Yêu cầu không mang tệp theo cách hệ thống nhận được.")
    }
    var fields: [(name: String, value: String)] = []
    var packed: (name: String, staged: StagedFile)?
    do {
      while let part = try await reader.next() {
        switch part {
        case .field(let name, let value): fields.append((name, value))
        case .file(_, let name):
          try FormMiddleware.requireToken(Form(fields).raw(FormMiddleware.field), orHeaderOf: request, context)
          if !name.isEmpty, packed == nil {
            packed = (name, try await desk.vault.receive(reader.body, bytesMax: desk.limits.fileBytesMax))
          }
        }
      }
      try FormMiddleware.requireToken(Form(fields).raw(FormMiddleware.field), orHeaderOf: request, context)
      return (Form(fields), packed)
    } catch {
      if let packed { try? await desk.vault.discard(packed.staged) }
      throw error
    }
  }
}
