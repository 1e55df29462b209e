import Documents
import FileVault
import Markup
import WebApp

extension QuarantineRoutes<WithheldOwnFile> {
  init(site: Site, vault: FileVault) {
    self.init(
      site: site, vault: vault, address: "ho-so/:id/muc/:item", room: .dossiers,
      place: { .init(try $0.requireID("item"), of: try $0.requireID("id")) }
    ) { act, place in
      let contents = DossierPaths.contents(place.dossier)
      switch act {
      case .report:
        return (contents, "Đã niêm giữ tài liệu; chánh văn phòng và lãnh đạo thấy ở «Việc của tôi».")
      case .confirm:
        let own = DossierPaths.viewing(place.dossier, place.item)
        return (own, "Đã xác nhận là dấu mật; văn thư xóa tài liệu.")
      case .release: return (contents, "Đã bỏ niêm giữ; tài liệu đang được đọc lại.")
      case .destroy:
        return (contents, "Đã xóa tài liệu có dấu mật khỏi hồ sơ; diễn biến còn ghi ai quyết định.")
      }
    }
  }
}
