import Kernel

/// Why a file cannot be opened, whether the file says so itself or a tool gave up on it.
package protocol FileTrouble: Error {
  /// For the person who uploaded the file.
  func refusal(named name: String) -> Refusal
}

/// A tool that ran, but did not end well. The file it read is called unreadable; nothing else suffers.
package enum ToolFailure: FileTrouble, Sendable, Equatable {
  case timedOut(Tool, after: Duration)
  /// Ended by a signal: crashed, or stopped by its memory limit.
  case crashed(Tool, signal: Int32)
  /// Wrote more than it may.
  case outputTooLarge(Tool, bytesMax: Int)
  /// Ended by itself with a status that says no; `message` is the end of its error output.
  case failed(Tool, status: Int32, message: String)
  /// Ended well, but did not leave the file it was asked for.
  case madeNothing(Tool, message: String)
  /// The program could not be started although it is there.
  case couldNotStart(Tool, message: String)

  package var tool: Tool {
    switch self {
    case .timedOut(let tool, _), .crashed(let tool, _), .outputTooLarge(let tool, _), .failed(let tool, _, _),
      .madeNothing(let tool, _), .couldNotStart(let tool, _):
      tool
    }
  }

  package func refusal(named name: String) -> Refusal {
    Refusal(
      .invalid, "Tệp «\(name)» không mở được: \(message) Mở bằng chương trình đã tạo ra nó, lưu lại rồi tải lên lại.")
  }

  /// What happened, for the operations page.
  package var message: String {
    switch self {
    case .timedOut(let tool, let duration):
      "\(tool.title) chạy quá \(duration.components.seconds) giây nên đã bị dừng."
    case .crashed(let tool, let signal): "\(tool.title) dừng đột ngột khi đọc tệp (tín hiệu \(signal))."
    case .outputTooLarge(let tool, let bytesMax):
      "\(tool.title) tạo ra nhiều hơn \(bytesMax / 1_048_576) MB nên đã bị dừng."
    case .failed(let tool, let status, let message): "\(tool.title) không đọc được tệp (mã \(status)): \(message)"
    case .madeNothing(let tool, let message): "\(tool.title) không tạo ra kết quả: \(message)"
    case .couldNotStart(let tool, let message): "\(tool.title) không khởi động được: \(message)"
    }
  }
}

extension Tool {
  /// The refusal of an act that needs this tool when it is not installed.
  package var missing: Refusal {
    Refusal(
      .unavailable,
      "Máy chủ chưa cài \(title) nên chưa \(purpose). Quản trị viên cài gói «\(package)» rồi thực hiện lại.")
  }
}
