import Kernel
import Markup
import WebApp

/// Addresses of plans of dossiers: a plan is found by its year.
package enum FilePlanPaths {
  /// The plan of the current year.
  package static let current = "\(Room.dossiers.path)/danh-muc"

  package static func show(_ year: Int) -> String { "\(current)/\(year)" }

  /// The same with what is shown of it.
  static func show(_ year: Int, search: String = "", unit: UnitID? = nil, isArranging: Bool = false) -> String {
    var fields: [String] = []
    if !search.isEmpty { fields.append("\(FilePlanField.search)=\(Form.encoded(search))") }
    if let unit { fields.append("\(FilePlanField.unit)=\(unit)") }
    if isArranging { fields.append("\(FilePlanField.arranging)=1") }
    return show(year) + (fields.isEmpty ? "" : "?" + fields.joined(separator: "&"))
  }

  static func act(_ year: Int, _ act: Act) -> String { "\(show(year))/\(act.rawValue)" }

  static func newHeading(_ year: Int) -> String { "\(show(year))/de-muc/moi" }
  static func heading(_ year: Int, _ id: FilePlanHeading.ID) -> String { "\(show(year))/de-muc/\(id)" }
  static func headingRemoval(_ year: Int, _ id: FilePlanHeading.ID) -> String { "\(heading(year, id))/bo" }

  static func newEntry(_ year: Int, under heading: FilePlanHeading.ID? = nil) -> String {
    "\(show(year))/ho-so/moi" + (heading.map { "?\(FilePlanField.heading)=\($0)" } ?? "")
  }
  static func entry(_ year: Int, _ id: FilePlanEntry.ID) -> String { "\(show(year))/ho-so/\(id)" }
  static func entryRemoval(_ year: Int, _ id: FilePlanEntry.ID) -> String { "\(entry(year, id))/bo" }

  static func printed(_ year: Int, _ format: String) -> String { "\(show(year))/danh-muc-ho-so.\(format)" }

  /// Acts posted below a plan; most have a form at the same address.
  enum Act: String, CaseIterable {
    case make = "lap"
    case numbering = "cach-danh-so"
    case move = "sap-xep"
    case propose = "trinh-duyet"
    case takeBack = "lay-lai"
    case approve = "duyet"
    case giveBack = "tra-lai"
    case issue = "ban-hanh"
    case copy = "tu-nam-truoc"
    case importing = "tu-tep"
  }

  static func encoded(_ text: String) -> String { Form.encoded(text) }
}
