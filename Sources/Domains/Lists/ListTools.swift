import Markup
import WebApp

/// The line over a list: its order, and what can be done with what it shows (PL6-65 to PL6-68).
package struct ListTools: Sendable {
  private var list: any ShownList
  /// The query of the address, without what pages it.
  private var address: String
  private var isFiltered: Bool

  /// - Parameter address: as `ListsPaths.searched` gives it.
  package init(_ list: any ShownList, address: String) {
    self.list = list
    self.address = address
    isFiltered = !address.isEmpty
  }

  package var html: HTML {
    let save: HTML = .when(isFiltered, "<a href=\"\(path(ListsPaths.saved))\">Lưu tìm kiếm</a>")
    return """
      <nav class="list-tools" aria-label="Với danh sách này"><span>Xếp theo \(list.order(Form(urlEncoded: address)))</span>\
      <a href="\(ListsPaths.columns(of: list, back: address))">Cột</a>\(save)\
      <a href="\(ListsPaths.saved)">Đã lưu</a><a href="\(path(ListsPaths.exports))">Kết xuất</a></nav>
      """
  }

  private func path(_ page: String) -> String {
    let name = ListsPaths.Name.self
    return "\(page)?\(name.list)=\(list.code)&\(name.address)=\(ListsPaths.encoded(address))"
  }
}
