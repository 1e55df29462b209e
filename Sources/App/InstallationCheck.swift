import Database
import Foundation
import Kernel
import Papers

/// What `chauban check` tells: configuration, tools with versions, what is missing and the remedy.
package struct InstallationCheck: Sendable {
  package var text: String
  package var isHealthy: Bool

  package static func run(_ settings: Settings) async -> InstallationCheck {
    var lines = [
      "Cấu hình", "  Thư mục dữ liệu   \(settings.dataFolder)",
      "  Địa chỉ phục vụ   \(settings.shownAddress)",
      "  TLS               \(settings.certificateFile == nil ? "không (đặt sau máy chủ có TLS, hoặc khai certificate và key)" : "có")",
    ]
    var isHealthy = true
    let database = await databaseLine(settings)
    isHealthy = isHealthy && database.isHealthy
    lines.append("  Cơ sở dữ liệu     \(database.text)")
    lines.append("Công cụ")
    let runner = await ToolRunner.detected()
    for line in await ToolInventory.taken(with: runner).lines {
      let found = line.path.map { "\($0) \(line.version ?? "")" } ?? "thiếu"
      lines.append("  \(line.tool.package.padding(toLength: 20, withPad: " ", startingAt: 0)) \(found)")
      if let remedy = line.remedy {
        lines.append("    → \(remedy)")
        isHealthy = false
      }
    }
    lines.append(isHealthy ? "Mọi thứ sẵn sàng." : "Còn điều cần xử lý ở trên.")
    return InstallationCheck(text: lines.joined(separator: "\n"), isHealthy: isHealthy)
  }

  private static func databaseLine(_ settings: Settings) async -> (text: String, isHealthy: Bool) {
    let file = URL(fileURLWithPath: settings.dataFolder).appendingPathComponent("chauban.sqlite").path
    let address = settings.databaseAddress.map(DatabaseAddress.init) ?? .sqlite(path: file)
    if case .sqlite(let path) = address, !FileManager.default.fileExists(atPath: path) {
      return ("\(address.shownText), chưa có; sẽ được tạo khi chạy «chauban serve»", true)
    }
    do {
      let database = try address.open()
      let missing = try Migrator(Modules.migrations).missing(in: database)
      try await database.close()
      return (
        address.shownText + (missing.isEmpty ? "" : ", còn \(missing.count) bước nâng cấp sẽ chạy khi khởi động"), true
      )
    } catch {
      return ("\(address.shownText): không mở được (\(error)). Xem địa chỉ, quyền và dung lượng đĩa.", false)
    }
  }
}
