import Kernel
import WebApp

/// Addresses of what can be done with any list.
package enum ListsPaths {
  /// POST name, list, address: keeps a search. GET: all that were kept.
  package static let saved = "/tim-da-luu"
  /// POST list, address, format: makes a file of the rows. GET: files made.
  package static let exports = "/ket-xuat"
  static let exportProgress = "/ket-xuat/tien-do"

  /// Names of fields that carry a list and where it stood.
  enum Name {
    static let list = "danh-sach"
    /// The query of the list's address, without what pages it.
    static let address = "loc"
    static let name = "ten"
    static let format = "dang-tep"
    static let show = "hien"
    static let hide = "an"
    static let forward = "len"
    static let back = "xuong"
    static let usual = "thuong-dung"
  }

  /// Keys of the address that page a list; they are no part of a search.
  private static let paging: Set<String> = ["truoc", "sau", "cu-hon", "moi-hon"]

  /// Where the columns of a list are chosen; leads back to `address`.
  package static func columns(of list: some ShownList, back address: String) -> String {
    "/danh-sach/\(list.code)/cot" + (address.isEmpty ? "" : "?\(Name.address)=\(Form.encoded(address))")
  }

  /// The address of a list with a search.
  static func shown(_ list: any ShownList, _ address: String) -> String {
    address.isEmpty ? list.path : "\(list.path)?\(address)"
  }

  /// Leads to the list with the saved filters.
  static func opened(_ id: SavedSearch.ID) -> String { "\(saved)/\(id)" }

  static func act(_ id: SavedSearch.ID, _ act: String) -> String { "\(saved)/\(id)/\(act)" }

  static func encoded(_ text: String) -> String { Form.encoded(text) }

  static func file(_ id: ListExport.ID) -> String { "\(exports)/\(id)" }

  /// The part of an address that says what is looked for, written anew so that nothing else gets into a link.
  package static func searched(_ address: Form) -> String {
    address.fields.filter { !paging.contains($0.name) && !$0.value.isEmpty }
      .map { "\(Form.encoded($0.name))=\(Form.encoded($0.value))" }.joined(separator: "&")
  }
}
