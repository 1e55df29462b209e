import Kernel
import Markup

/// What to know of a draft before one acts on it: what was changed after the check of content (ST-06, ST-07), and what
/// those who were asked have said. On the draft's page and on every form that sends it on.
struct DraftConcerns: Sendable {
  /// «Nội dung kiểm ở bản 1; bản 2 do Chánh văn phòng sửa.»; nil for nothing.
  var changed: String?
  /// What is different since.
  var differencePath: String?
  /// «Ý kiến: 1 không nhất trí, 2 chưa trả lời»; nil when nobody was asked.
  var opinions: String?
  var opinionsPath = ""

  init(changed: String? = nil, differencePath: String? = nil, opinions: String? = nil, opinionsPath: String = "") {
    self.changed = changed
    self.differencePath = differencePath
    self.opinions = opinions
    self.opinionsPath = opinionsPath
  }

  /// What needs a look first; nil for who has not answered.
  static func counted(_ stances: [DraftOpinion.Stance?]) -> String {
    let kinds: [(DraftOpinion.Stance?, String)] = [
      (.disagree, "không nhất trí"), (.other, "ý kiến khác"), (nil, "chưa trả lời"), (.agree, "nhất trí"),
    ]
    let counts = kinds.compactMap { stance, label -> String? in
      let count = stances.count { $0 == stance }
      return count == 0 ? nil : "\(count) \(label)"
    }
    return "Ý kiến: \(counts.joined(separator: ", "))"
  }

  var html: HTML {
    let told: HTML =
      changed.map { Notice(.caution, $0, path: differencePath, pathLabel: "Khác gì so với bản đã kiểm").html } ?? .empty
    let said: HTML =
      opinions.map { "<p class=\"opinions-line\"><a href=\"\(opinionsPath)\">\($0)</a></p>" } ?? .empty
    return "\(told)\(said)"
  }
}
