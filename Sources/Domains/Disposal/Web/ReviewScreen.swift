import Audit
import Database
import Dossiers
import FilePlans
import Kernel
import Markup
import Organization
import WebApp

/// Gathers one review for whoever looks at it.
struct ReviewScreen {
  static let rowsMax = 50
  static let seatsMax = 5

  var found: FoundReview
  var counts: [DisposalLine.State: Int]
  var opinions: [KeepOpinion]
  var decideObstacles: [String]
  var posts: [Field.Choice]
  var transaction: any Transaction

  var review: DisposalReview { found.review }

  static func read(
    _ id: DisposalReview.ID, by actor: Actor, in transaction: any Transaction
  ) throws -> ReviewScreen {
    let found = try FoundReview.find(id, by: actor, in: transaction)
    let asksDecision = found.review.state == .council
    return ReviewScreen(
      found: found, counts: try DisposalLineStore(transaction).counts(of: id),
      opinions: try DisposalReviewStore(transaction).opinions(of: id),
      decideObstacles: asksDecision
        ? try DecideReview.obstacles(found.review, found.council, in: transaction) : [],
      posts: found.refusal(of: .appoint) == nil ? try choices(of: actor.agency, transaction) : [],
      transaction: transaction)
  }

  private static func choices(_ posts: [Post]) -> [Field.Choice] {
    posts.map { .init($0.id.description, "\($0.personName), \($0.label)") }
  }

  private static func choices(of agency: AgencyID, _ transaction: any Transaction) throws -> [Field.Choice] {
    choices(try OrganizationStore(transaction).posts(of: agency))
  }

  func page(_ query: Form, refused: RefusedReviewAct?, seal: FormSeal) throws -> ReviewPage {
    let shown = DisposalLine.State(rawValue: query[DisposalField.state]) ?? usualState
    let lines = try DisposalLineStore(transaction).list(
      of: review.id, shown, after: Int64(query[DisposalField.after]) ?? 0, limit: Self.rowsMax + 1)
    var page = ReviewPage(
      code: review.codeText, name: review.name, state: mark, madeBy: "\(review.madeBy), \(review.madeAt.text)",
      decision: review.decision.map {
        "<a class=\"in-text\" href=\"\(DisposalPaths.decision(review.id))\">\($0.text)</a>, \($0.decidedBy), \($0.decidedAt.text)"
      }, council: found.council.map(member), chips: chips(shown), rows: lines.prefix(Self.rowsMax).map(row),
      rowsTitle: shown.label, acts: ReviewActs(screen: self, refused: refused, seal: seal).html, prints: prints,
      story: Story(try AuditStore(transaction).story(of: .disposalReview(review.id), limit: 100).map(Story.Line.init)))
    if found.refusal(of: .appoint) == nil {
      page.councilForm = ReviewActs(screen: self, refused: refused, seal: seal).councilForm
    }
    if let refusal = refused?.refusal, refusal.kind == .conflict {
      page.notice = Notice(.refused, refusal.message).html
    }
    if lines.count > Self.rowsMax {
      page.pager = Pager(
        older: DisposalPaths.show(review.id, shown, after: lines[Self.rowsMax - 1].dossier), olderLabel: "Tiếp theo ›")
    }
    if review.state == .destroying { page.progress = progress }
    return page
  }

  private var usualState: DisposalLine.State { review.state == .destroyed ? .destroyed : .listed }

  private var mark: StateMark {
    let tone: StateMark.Tone =
      switch review.state {
      case .destroyed: .done
      case .cancelled: .wrong
      case .council, .approved, .destroying: .look
      case .draft: .plain
      }
    return StateMark(review.state.label, tone)
  }

  private func member(_ member: CouncilMember) -> ReviewPage.Member {
    let kept = opinions.filter { $0.post == member.post }.count
    let words =
      member.spokeAt.map { "đã cho ý kiến \($0.text)\(kept > 0 ? ", đề nghị giữ \(kept)" : "")" } ?? "chưa cho ý kiến"
    return .init(
      name: member.name, role: member.role.label, spoke: StateMark(words, member.spokeAt == nil ? .plain : .done))
  }

  private func row(_ line: DisposalLine) -> ReviewPage.Row {
    let kept = opinions.filter { $0.dossier == line.dossier }.count
    let note: String =
      switch line.state {
      case .listed: kept > 0 ? "\(kept) đề nghị giữ lại" : ""
      case .destroyed:
        "đã hủy \(line.destroyedCount) văn bản" + (line.keptCount > 0 ? ", hồ sơ khác giữ \(line.keptCount)" : "")
      default: line.reason
      }
    return .init(
      path: DisposalPaths.line(review.id, line.dossier), code: line.code, title: line.title, retention: line.retention,
      ended: line.endedOn.text, size: "\(line.itemCount) văn bản, \(line.pageTotal) trang", note: note,
      isContested: line.state == .listed && kept > 0)
  }

  private func chips(_ shown: DisposalLine.State) -> Chips {
    Chips(
      label: "Phần của danh mục",
      DisposalLine.State.allCases.filter { counts[$0] != nil || $0 == shown }.map { state in
        .init(
          state.label, path: DisposalPaths.show(review.id, state), selected: state == shown,
          count: "\(counts[state, default: 0])")
      })
  }

  private var progress: ProgressLine {
    let total = [DisposalLine.State.listed, .destroyed, .spared].reduce(0) { $0 + counts[$1, default: 0] }
    let done = total - counts[.listed, default: 0]
    return ProgressLine(
      key: "disposal-\(review.id)", text: "Đang hủy \(done)/\(total) hồ sơ; có thể rời trang, hệ thống vẫn làm tiếp",
      value: done, max: max(1, total))
  }

  private var prints: HTML {
    let forms = DisposalForm.allCases.filter { form in
      switch form {
      case .list: true
      case .council: !found.council.isEmpty
      case .destruction: review.state == .destroyed
      }
    }
    let lines = forms.map { form -> HTML in
      let kinds = ["pdf", "docx"] + (form == .list ? ["xlsx"] : [])
      return
        "<li>\(form.label): \(kinds.map { Button($0.uppercased(), path: DisposalPaths.printed(review.id, form, $0)).html })</li>"
    }
    return "<section><h2>In</h2><ul class=\"prints\">\(lines)</ul></section>"
  }
}
