import Kernel
import VietnameseText
import Work

/// What the check of content is worth after versions that came later (ST-06, ST-07).
extension DraftStanding {
  /// The check of content that counts.
  var contentCheck: DraftCheck? { standingChecks.last { $0.kind == .content } }

  /// What the content's checker saw last in this round, whether it still counts or not.
  var contentSeen: DraftCheck? {
    checks.last { $0.kind == .content && $0.round == draft.round && $0.said == .passed }
  }

  /// The words were changed after the check of content by somebody who does not answer for them: it is checked anew
  /// before it goes on.
  var needsContentAgain: Bool {
    guard let (step, _) = station, let content = steps.first(where: { $0.kind == .content }) else { return false }
    return step.position > content.position && contentCheck == nil
  }

  static let contentAgain = "Nội dung phải kiểm tra lại: lời văn đã sửa sau khi kiểm tra."

  /// Where a passed station sends it: back to the check of content while that is due, or on to the first station that
  /// has not found it in order yet.
  func next(after index: Int) -> Int? {
    if steps[index].kind == .form, needsContentAgain { return steps.firstIndex { $0.kind == .content } }
    let passed = Set(standingChecks.map(\.position))
    return steps.indices.dropFirst(index + 1).first { !passed.contains(steps[$0].position) }
  }

  /// «Nội dung kiểm ở bản 1; bản 2 do Chánh văn phòng sửa.»; nil while nobody has changed what was checked.
  func sinceContentCheck(_ versions: [DraftVersion]) -> String? {
    guard station != nil, let seen = contentSeen, seen.versionNumber < draft.latestVersion else { return nil }
    let later = versions.filter { $0.number > seen.versionNumber }.map { version in
      let who = version.author == actor.post ? "anh/chị" : version.authorName
      return "bản \(version.number) do \(who) sửa" + (version.purpose.isEmpty ? "" : " («\(version.purpose)»)")
    }
    let again = needsContentAgain ? " Lời văn đã khác: nội dung phải kiểm tra lại." : ""
    return "Nội dung kiểm ở bản \(seen.versionNumber); \(later.joined(separator: ", ")).\(again)"
  }
}

extension DraftVersion {
  /// Whether it says something else than another: by its words, not by how they are set; by the annexes themselves.
  static func saysOther(
    _ one: DraftVersion, _ oneText: String, than other: DraftVersion, _ otherText: String
  ) -> Bool {
    func words(_ text: String) -> [String] {
      text.split(whereSeparator: \.isNewline).map { String($0).normalizedLine }.filter { !$0.isEmpty }
    }
    return words(oneText) != words(otherText) || Set(one.annexes.map(\.hash)) != Set(other.annexes.map(\.hash))
  }
}

extension DraftAct {
  /// A version put there on the way takes away the checks that it makes worthless: of the form, once the words are
  /// changed after it; of the content, when whoever judges the form has changed the words. A leader's own edit (PL6-1d)
  /// takes nothing away.
  func judgeEdit(_ version: DraftVersion, _ text: String) throws {
    guard let (step, _) = standing.station else { return }
    var gone = standing.standingChecks.filter { $0.position > step.position }
    if step.kind == .form, let content = standing.contentCheck {
      let store = DraftVersionStore(transaction)
      let seen = try store.list(of: draft.id).first { $0.number == content.versionNumber }
      let words = try seen?.main.flatMap { try store.texts(of: [$0.id])[$0.id] } ?? ""
      if let seen, DraftVersion.saysOther(version, text, than: seen, words) {
        gone += standing.standingChecks.filter { $0.kind == .content }
      }
    }
    try DraftWayStore(transaction).void(
      gone.map(\.id), because: "\(version.authorName) sửa ở bản \(version.number)")
  }
}
