import Database
import Documents
import FileVault
import Hummingbird
import Kernel
import Markup
import WebApp

extension QuarantineRoutes<WithheldIncoming> {
  init(site: Site, vault: FileVault, followers: [any DestroyedMatterFollower] = []) {
    self.init(
      site: site, vault: vault, address: "van-ban-den/:id", room: .incoming, followers: followers,
      place: { try $0.requireID("id") }
    ) { act, id in
      let notice =
        switch act {
        case .report: "Đã niêm giữ văn bản; chánh văn phòng và lãnh đạo thấy ở «Việc của tôi»."
        case .confirm: "Đã xác nhận là dấu mật; văn thư xóa nội dung và tệp."
        case .release: "Đã bỏ niêm giữ; tệp đang được đọc lại."
        case .destroy: "Đã xóa nội dung và tệp; số đến ở lại trong sổ là số đã hủy."
        }
      return (IncomingDocumentPaths.show(id), notice)
    }
  }
}

/// HTTP of a secrecy mark that the clerk sees in a paper that waits: it is destroyed at once (MAT-05).
struct MarkedPaperRoutes: Sendable {
  let site: Site
  let vault: FileVault

  func add(to routes: RouterGroup<WebContext>) { routes.post("van-ban-den/cho/:paper/dau-mat", use: destroy) }

  @Sendable private func destroy(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: WaitingPaper.ID = try context.requireID("paper")
    let paper = try await site.database.write { try DestroyWaitingPaper(paper: id).perform(by: actor, in: $0) }
    try await vault.forget(paper)
    return context.redirect(
      to: IncomingDocumentPaths.waiting,
      notice: "Đã xóa hẳn tệp có dấu mật; hãy đăng ký ở sổ mật theo quy định về bảo vệ bí mật nhà nước.")
  }
}
