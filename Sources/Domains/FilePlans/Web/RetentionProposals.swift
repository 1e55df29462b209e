import Kernel
import Markup

/// Terms proposed for what was typed, each with the row that is its reason, and a button that takes it.
struct RetentionProposals {
  var title: String
  var lines: [RetentionProposal]

  var html: HTML {
    guard !lines.isEmpty else {
      let words =
        title.isEmpty
        ? "Nhập tiêu đề hồ sơ trước rồi xin gợi ý."
        : "Bảng thời hạn đang áp dụng không có dòng nào gần với tiêu đề này, hoặc cơ quan chưa nhập bảng nào."
      return Notice(.caution, words).html
    }
    let items = lines.enumerated().map { index, line -> HTML in
      let group: HTML = .when(!line.rule.group.isEmpty, "\(line.rule.group): ")
      var take = Button(
        "Dùng: \(line.rule.retention.text)", name: RetentionField.chosen, value: line.rule.retention.code,
        skipsChecks: true)
      // Where the eye is to go after asking.
      take.takesFocus = index == 0
      return "<li>\(take.html) <span>Dòng \(line.rule.place), \(group)«\(line.rule.title)»</span></li>"
    }
    return """
      <section class="term-proposals"><h2>Thời hạn theo \(lines[0].schedule)</h2><ul>\(items)</ul></section>
      """
  }
}
