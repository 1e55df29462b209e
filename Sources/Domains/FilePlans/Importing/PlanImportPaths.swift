import Kernel

/// Addresses of files that wait to be confirmed.
enum PlanImportPaths {
  static func show(_ year: Int, _ id: PlanImport.ID) -> String { "\(FilePlanPaths.act(year, .importing))/\(id)" }
  static func confirm(_ year: Int, _ id: PlanImport.ID) -> String { "\(show(year, id))/xac-nhan" }
  static func showRetention(_ id: PlanImport.ID) -> String { "\(RetentionPaths.new)/\(id)" }
  static func confirmRetention(_ id: PlanImport.ID) -> String { "\(showRetention(id))/xac-nhan" }
}
