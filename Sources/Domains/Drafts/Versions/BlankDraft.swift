import Database
import Kernel

extension DraftVersionStore {
  /// Whether the newest version says no more than a template does: it was made from one, or has not a word more than the
  /// version that was.
  func isBlank(_ draft: Draft) throws -> Bool {
    guard !draft.isOver, !draft.progress.isSubmitted, draft.progress != .signed else { return false }
    let versions = try list(of: draft.id)
    guard let latest = versions.last, let made = versions.last(where: { !$0.template.isEmpty }) else { return false }
    guard latest.number != made.number else { return true }
    let files = [latest, made].compactMap { $0.main?.id }
    let words = try texts(of: files)
    return files.count == 2 && words[files[0]] == words[files[1]]
  }
}
