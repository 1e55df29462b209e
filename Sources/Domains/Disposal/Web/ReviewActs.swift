import Kernel
import Markup
import WebApp

/// An act on a review that was refused, with what was typed in its form: it comes back there and in no other.
struct RefusedReviewAct {
  var act: DisposalPaths.Act
  var refusal: Refusal
  var typed: Form
}

/// What may be done with a review by whoever looks at it, each with what stands against it.
struct ReviewActs {
  var screen: ReviewScreen
  var refused: RefusedReviewAct?
  var seal: FormSeal

  private var review: DisposalReview { screen.review }

  /// What stands in the form of an act when it comes back.
  private func input(_ act: DisposalPaths.Act) -> FormInput {
    guard let refused, refused.act == act else { return FormInput() }
    return .refused(refused.refusal, keeping: refused.typed)
  }

  private func may(_ step: DisposalReview.Step) -> Bool { screen.found.refusal(of: step) == nil }

  var html: HTML {
    let parts: [HTML] = [
      may(.fill)
        ? one(
          .submit, "Trình hội đồng xét", submitObstacles,
          beside: Button("Chọn hồ sơ hết thời hạn", path: DisposalPaths.choosing(review.id))) : .empty,
      may(.speak) ? agree : .empty, review.state == .council ? decision : .empty,
      may(.destroy) ? destruction : .empty, may(.withdraw) ? reasoned(.withdraw, "Rút về lập lại") : .empty,
      may(.cancel) ? reasoned(.cancel, "Bỏ đợt xét hủy") : .empty,
    ]
    return parts.reduce(HTML.empty) { $0 + $1 }
  }

  private var submitObstacles: [String] {
    SubmitReview.obstacles(listed: screen.counts[.listed, default: 0], council: screen.found.council)
  }

  private func one(
    _ act: DisposalPaths.Act, _ label: String, _ obstacles: [String], beside: Button? = nil
  ) -> HTML {
    ActForm(
      action: DisposalPaths.act(review.id, act), seal: seal,
      content: "<div class=\"acts\">\(beside?.html)\(Button(label, style: .primary, obstacles: obstacles).html)</div>"
    ).html
  }

  private var agree: HTML {
    let own = screen.opinions.filter { $0.post == screen.found.actor.post }.count
    let kept = own > 0 ? " Anh/chị đang đề nghị giữ lại \(own) hồ sơ." : ""
    return """
      <section class="sheet-block"><h2>Ý kiến của tôi</h2>\
      <p class="hint">Mở từng hồ sơ để đề nghị giữ lại với lý do.\(kept) Xem xong thì bấm đồng ý với phần còn lại.</p>\
      \(one(.agree, "Đồng ý hủy các hồ sơ còn lại", []))</section>
      """
  }

  private var decision: HTML {
    if let refusal = screen.found.refusal(of: .decide) {
      return "<section class=\"sheet-block\"><h2>Quyết định hủy</h2><p class=\"hint\">\(refusal.message)</p></section>"
    }
    let (name, input) = (DisposalField.self, input(.decide))
    let fields = [
      Field(
        "Số, ký hiệu quyết định", name: name.decisionCode, hint: "Ví dụ: 12/QĐ-TCĐC.", required: true,
        lengthMax: DisposalReview.codeLengthMax, width: .third),
      Field("Ngày quyết định", name: name.decisionOn, kind: .day, required: true, width: .third),
      Field(
        "Tệp quyết định đã ký", name: name.file, kind: .file(accept: ".pdf", multiple: false), required: true,
        width: .third),
    ]
    return """
      <section class="sheet-block"><h2>Quyết định hủy</h2>\(input.summary(losesFiles: true))\
      \(ActForm(action: DisposalPaths.act(review.id, .decide), seal: seal, carriesFiles: true, content: """
        \(FieldGroup(fields: fields.map(input.filling)).html)\
        <p class="hint">Từ lúc này danh mục chốt, không thêm bớt được nữa.</p>\
        <div class="acts">\(Button("Quyết định hủy", style: .grave, obstacles: screen.decideObstacles).html)</div>
        """).html)</section>
      """
  }

  private var destruction: HTML {
    """
    <section class="sheet-block"><h2>Tiến hành hủy</h2>\
    <p>Tệp, nội dung, ghi chú, bút phê và chỉ mục của \(screen.counts[.listed, default: 0]) hồ sơ bị xóa hẳn, không lấy lại được. Sổ giữ số và ngày.</p>\
    \(ActForm(action: DisposalPaths.act(review.id, .destroy), seal: seal, content: "<div class=\"acts\">\(Button("Tiến hành hủy", style: .grave).html)</div>").html)</section>
    """
  }

  private func reasoned(_ act: DisposalPaths.Act, _ label: String) -> HTML {
    let input = input(act)
    let field = Field(
      "Lý do", name: DisposalField.reason, required: true, lengthMax: DisposalReview.reasonLengthMax,
      id: "ly-do-\(act.rawValue)")
    return """
      <details class="folded"\(HTML.flag("open", input.isRefused))><summary>\(label)</summary>\(input.summary)\
      \(ActForm(action: DisposalPaths.act(review.id, act), seal: seal, content: """
        \(FieldGroup(fields: [input.filling(field)]).html)<div class="acts">\(Button(label).html)</div>
        """).html)</details>
      """
  }

  /// Chair, secretary and members, each chosen from the agency's people.
  var councilForm: HTML {
    let (name, input) = (DisposalField.self, input(.appoint))
    let empty = [Field.Choice("", "chọn người")]
    func seat(_ label: String, _ field: String, _ value: String, required: Bool) -> Field {
      Field(
        label, name: field, value: value, kind: .select(empty + screen.posts), required: required, width: .half)
    }
    let council = screen.found.council
    func sitting(_ role: CouncilMember.Role, _ index: Int = 0) -> String {
      let posts = council.filter { $0.role == role }.map(\.post.description)
      return index < posts.count ? posts[index] : ""
    }
    let fields =
      [
        seat("Chủ tịch hội đồng", name.chair, sitting(.chair), required: true),
        seat("Thư ký hội đồng", name.secretary, sitting(.secretary), required: true),
      ]
      + (1...ReviewScreen.seatsMax).map {
        seat("Ủy viên \($0)", name.member($0), sitting(.member, $0 - 1), required: $0 == 1)
      }
    return """
      \(input.summary)\(ActForm(action: DisposalPaths.act(review.id, .appoint), seal: seal, content: """
        \(FieldGroup(fields: fields.map(input.filling)).html)\
        <div class="acts">\(Button("Ghi hội đồng").html)</div>
        """).html)
      """
  }
}
