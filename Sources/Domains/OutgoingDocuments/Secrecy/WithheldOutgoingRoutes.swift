import Documents
import FileVault
import Markup
import WebApp

extension QuarantineRoutes<WithheldOutgoing> {
  init(site: Site, vault: FileVault) {
    self.init(
      site: site, vault: vault, address: "van-ban-di/:id", room: .outgoing, place: { try $0.requireID("id") }
    ) { act, id in
      let notice =
        switch act {
        case .report: "Đã niêm giữ văn bản; chánh văn phòng và lãnh đạo thấy ở «Việc của tôi»."
        case .confirm: "Đã xác nhận là dấu mật; văn thư xóa nội dung và tệp."
        case .release: "Đã bỏ niêm giữ; tệp đang được đọc lại."
        case .destroy: "Đã xóa nội dung và tệp; số đi ở lại trong sổ là số đã hủy."
        }
      return (OutgoingDocumentPaths.show(id), notice)
    }
  }
}
