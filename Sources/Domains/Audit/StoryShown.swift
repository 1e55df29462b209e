import Kernel
import Markup

extension Story.Line {
  package init(_ line: StoryLine) {
    self.init(
      time: line.at.text, isoTime: line.at.isoText, actor: line.who,
      sentence: line.sentence ?? "(nội dung đã hủy theo quy định)",
      details: line.changes.map { "\($0.label): \($0.before ?? "(trống)") → \($0.after ?? "(trống)")" })
  }
}
