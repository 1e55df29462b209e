/// Addresses of books.
package enum RegistersPaths {
  package static let list = "/so"
  /// Rooms of «Documents», which stands beside this module.
  static let outsideAgencies = "/co-quan-ngoai"
  static let documentTypes = "/loai-van-ban"
  /// Numbers kept free, at the outgoing documents they wait for.
  package static let reservations = "/van-ban-di/giu-so"
  package static func book(_ id: RegisterBook.ID) -> String { "/so/\(id)" }
  /// `month` is `2026-11`.
  static func book(_ id: RegisterBook.ID, month: String?, _ position: String = "") -> String {
    let parts = [month.map { "thang=\($0)" } ?? "", position].filter { !$0.isEmpty }
    return parts.isEmpty ? book(id) : "\(book(id))?\(parts.joined(separator: "&"))"
  }
  package static func check(_ id: RegisterBook.ID) -> String { "/so/\(id)/kiem-so" }
  static func minute(_ id: RegisterBook.ID) -> String { "/so/\(id)/kiem-so/bien-ban" }
  static func closing(_ id: RegisterBook.ID) -> String { "/so/\(id)/khoa" }
  static func prints(_ id: RegisterBook.ID) -> String { "/so/\(id)/in" }
  static func progress(_ id: RegisterBook.ID) -> String { "/so/\(id)/in/tien-do" }
  static func file(_ print: RegisterPrint, _ format: RegisterPrint.Format) -> String {
    "/so/\(print.book)/in/\(print.id)/\(format.rawValue)"
  }
  static func spreadsheet(_ id: RegisterBook.ID, month: String?) -> String {
    "/so/\(id)/excel" + (month.map { "?thang=\($0)" } ?? "")
  }
  /// Cancels a number with its reason.
  package static func cancellation(_ id: RegisterBook.ID, number: Int) -> String { "/so/\(id)/so/\(number)/huy" }
}
