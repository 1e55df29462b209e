import Foundation
import Synchronization

/// How far long work is, on the terminal's error output; elsewhere (a log file) nothing but the end is of use.
final class ProgressBar: Sendable {
  private static let width = 30
  private let title: String
  private let isShown = isatty(STDERR_FILENO) == 1
  private let lastPercent = Mutex(-1)

  init(_ title: String) { self.title = title }

  func show(_ done: Int, of total: Int) {
    let share = total > 0 ? min(1, Double(done) / Double(total)) : 1
    let percent = Int(share * 100)
    let isNew = lastPercent.withLock { last in
      defer { last = percent }
      return last != percent
    }
    guard isShown, isNew else { return }
    let full = Int(share * Double(Self.width))
    let bar = String(repeating: "█", count: full) + String(repeating: "░", count: Self.width - full)
    write("\r\(title) \(bar) \(percent) %  \(done)/\(total)")
  }

  /// How far work is whose whole is not known.
  func show(_ done: Int) {
    guard isShown else { return }
    write("\r\(title): \(done)")
  }

  /// Leaves the line.
  func end() {
    if isShown { write("\n") }
  }

  private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
