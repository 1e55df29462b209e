import App
import ArgumentParser
import Database
import Foundation
import Kernel

/// Moves the installation's database to PostgreSQL.
struct Move: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Chuyển cơ sở dữ liệu từ SQLite sang PostgreSQL rồi đối chiếu từng dòng. Dừng máy chủ trước.",
    discussion: "Tệp trong kho giữ nguyên chỗ. Tệp SQLite không bị xóa. Không xong thì đích trống như trước.")

  @OptionGroup var options: InstallationOptions
  @Option(help: "Địa chỉ PostgreSQL của một cơ sở dữ liệu trống: postgres://…") var to: String

  func run() async throws {
    let address = DatabaseAddress(to)
    guard case .postgres = address else { throw ValidationError("--to cần một địa chỉ postgres://…") }
    let installation = try await options.open(use: .alone)
    guard installation.database.engine == .sqlite else {
      throw ValidationError("Hệ thống này không dùng SQLite; lệnh này chỉ chuyển từ SQLite sang PostgreSQL.")
    }
    let target = try address.open(as: .command)
    let bars = (ProgressBar("Chép"), ProgressBar("Lập chỉ mục"), ProgressBar("Đối chiếu"))
    let began = ContinuousClock.now
    let outcome = try await refusalsAsErrors {
      try MoveInstallation(from: installation.database, to: target, vault: installation.vault).run { step in
        switch step {
        case .copied(let done, let total): bars.0.show(done, of: total)
        case .indexed(let done, let total): bars.1.show(done, of: total)
        case .proved(let done, let total): bars.2.show(done, of: total)
        }
      }
    }
    bars.2.end()
    try await target.close()
    try await installation.close()
    let seconds = (ContinuousClock.now - began).components.seconds
    print("Đã chuyển \(outcome.tables) bảng, \(outcome.rows) dòng sang \(address.shownText) trong \(seconds) giây.")
    print("Số dòng và nội dung từng bảng khớp với nguồn.\n\(outcome.proof)")
    print("Từ nay chạy máy chủ với --database (hoặc CHAUBAN_DATABASE) là địa chỉ này; thư mục dữ liệu giữ nguyên.")
  }
}
