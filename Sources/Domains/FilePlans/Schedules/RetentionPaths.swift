import Kernel
import Markup

/// Addresses of tables of retention.
package enum RetentionPaths {
  package static let list = DossierTabs.retention.path
  /// GET `q`: terms that may be meant, lines of a combobox.
  package static let periods = "\(list)/goi-y"
  static let new = "\(list)/moi"
  static func show(_ id: RetentionSchedule.ID, search: String = "", after place: Int = 0) -> String {
    var fields: [String] = []
    if !search.isEmpty { fields.append("\(RetentionField.search)=\(FilePlanPaths.encoded(search))") }
    if place > 0 { fields.append("sau=\(place)") }
    return "\(list)/\(id)" + (fields.isEmpty ? "" : "?" + fields.joined(separator: "&"))
  }
  static func end(_ id: RetentionSchedule.ID) -> String { "\(list)/\(id)/ngung-dung" }
}
