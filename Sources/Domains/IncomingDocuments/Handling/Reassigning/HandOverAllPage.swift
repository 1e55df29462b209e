import Kernel
import Markup
import Organization

/// Asks to whom everything goes.
struct HandOverAllPage {
  static let title = "Bàn giao toàn bộ việc"

  /// How many open pieces of work the reader holds.
  var own: Int
  /// Whose work the reader may hand over besides their own: the people of their unit.
  var predecessors: [Post]
  var actorPost: PostID
  var posts: [Post]
  var input: FormInput
  var seal: FormSeal

  var html: HTML {
    """
    \(PageHead(Self.title, line: "Anh/chị đang giữ \(own) việc chưa xong.").html)\(input.summary)\
    <p class="hint">Người nhận giữ nguyên vai trò, hạn và ý kiến giao; từng văn bản ghi lại trong diễn biến. Việc của đơn vị không đi theo. Dự thảo đi theo, trừ việc ký; dự thảo đang soạn chỉ giao người cùng đơn vị.</p>\
    <p class="hint">Nghỉ hưu, thôi việc, chuyển công tác, đi học dài hạn thì dùng <a href="\(LeavingPaths.mine)">Bàn giao khi nghỉ, chuyển công tác</a>: gồm cả ủy quyền, số đang giữ, biểu thu báo cáo, và có biên bản.</p>\
    \(ofUnit)\(ActForm(action: HandOverAllRoutes.path, seal: seal, content: form).html)
    """
  }

  /// For those who leave, each on a page of their own.
  private var ofUnit: HTML {
    let others = predecessors.filter { $0.id != actorPost }
    guard !others.isEmpty else { return .empty }
    let links = others.map {
      "<li><a href=\"\(LeavingPaths.of($0.person))\">\($0.personName), \($0.title)</a></li>" as HTML
    }
    return
      "<details class=\"folded\"><summary>Người trong đơn vị nghỉ, chuyển công tác</summary><ul>\(links)</ul></details>"
  }

  private var form: HTML {
    var fields = [
      Field(
        "Người nhận", name: HandlingField.places, kind: .select([.init("", "chọn người nhận")] + posts.map(choice)),
        required: true),
      Field(
        "Lý do", name: HandlingField.reason, kind: .area(rows: 2), required: true,
        lengthMax: HandlingAccess.reasonLengthMax),
    ]
    if !predecessors.isEmpty {
      fields.insert(
        Field(
          "Việc của", name: HandOverAllRoutes.predecessor, value: actorPost.description,
          kind: .select(predecessors.map(choice))), at: 0)
    }
    return """
      \(FieldGroup(nil, fields.map { input.filling($0).html }).html)\
      <div class="acts">\(Button("Bàn giao", style: .primary, key: "ctrl+enter").html)\
      \(Button("Thôi", path: "/viec-cua-toi").html)</div>
      """
  }

  private func choice(_ post: Post) -> Field.Choice {
    .init(post.id.description, "\(post.personName), \(post.label)")
  }
}
