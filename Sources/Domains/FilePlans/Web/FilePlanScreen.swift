import Audit
import Database
import Kernel
import Markup
import Organization
import VietnameseText
import WebApp

/// Gathers the page of a plan, in one snapshot.
struct FilePlanScreen: Sendable {
  var plan: FilePlan
  var outline: FilePlanOutline
  var years: [Int]
  var units: [(UnitID, String)]
  var search: String
  var unit: UnitID?
  var isArranging: Bool
  var proposing: [Refusal.Reason]
  var story: [StoryLine]
  var actor: Actor
  var today: Day
  var refusal: Refusal?

  /// Nil while the year has no plan.
  static func read(
    _ year: Int, _ query: Form, by actor: Actor, in transaction: any Transaction
  ) throws -> FilePlanScreen? {
    let store = FilePlanStore(transaction)
    guard let plan = try store.find(year: year, visibleTo: actor) else { return nil }
    let makers = try FilePlanMakers(of: actor.agency, in: transaction)
    let mayPropose = FilePlanAccess.may(.propose, actor) && plan.obstacle(to: .propose) == nil
    return FilePlanScreen(
      plan: plan, outline: try FilePlanContentStore(transaction).outline(of: plan),
      years: try store.years(visibleTo: actor), units: makers.units.map { ($0.id, $0.name) },
      search: query[FilePlanField.search], unit: UnitID(query[FilePlanField.unit]),
      isArranging: query.isOn(FilePlanField.arranging) && may(.arrange, plan, actor),
      proposing: mayPropose ? try ProposeFilePlan.obstacles(to: plan, in: transaction) : [],
      story: try AuditStore(transaction).storyLater(of: .filePlan(plan.id), limit: 100).get(), actor: actor,
      today: transaction.now.day)
  }

  private static func may(_ step: FilePlan.Step, _ plan: FilePlan, _ actor: Actor) -> Bool {
    FilePlanAccess.may(step, actor) && plan.obstacle(to: step) == nil
  }

  private func may(_ step: FilePlan.Step) -> Bool { Self.may(step, plan, actor) }

  static func chips(_ years: [Int], shown: Int, today: Day, isKeeper: Bool) -> Chips {
    var all = Set(years + [shown, today.year])
    if isKeeper { all.insert(today.year + 1) }
    return Chips(
      label: "Năm",
      all.sorted(by: >).map { .init("\($0)", path: FilePlanPaths.show($0), selected: $0 == shown) })
  }

  func page(seal: FormSeal) -> FilePlanPage {
    let shown = filtered
    var page = FilePlanPage(
      year: plan.year,
      years: Self.chips(years, shown: plan.year, today: today, isKeeper: FilePlanAccess.isKeeper(actor)),
      state: state, facts: facts, parts: shown.parts.flatMap(parts), totals: totals, acts: acts(seal), tools: tools,
      arranging: isArranging ? (FilePlanPaths.act(plan.year, .move), seal) : nil,
      filter: .init(
        search: search, unit: unit.map { "\($0)" } ?? "", units: units.map { .init("\($0.0)", $0.1) },
        isOn: isFiltered, shown: shown.lines.count), story: Story(story.map(Story.Line.init)))
    if let refusal {
      page.notice = Notice(.refused, "Danh mục chưa thay đổi.", reasons: refusal.reasons.map(\.message)).html
    }
    if !plan.round.returnReason.isEmpty, plan.round.state == .drafting {
      page.returned = "\(plan.round.returnedBy ?? ""): \(plan.round.returnReason)"
    }
    return page
  }

  private var isFiltered: Bool { !search.isEmpty || unit != nil }

  private var filtered: FilePlanOutline {
    guard isFiltered else { return outline }
    let words = Folding.folded(search).split(separator: " ")
    return outline.keeping { line in
      let text = Folding.folded("\(line.notation) \(line.entry.facts.title) \(line.entry.makerText)")
      return words.allSatisfy { text.contains($0) } && (unit.map { $0 == line.entry.facts.maker.unit } ?? true)
    }
  }

  private var state: StateMark {
    switch plan.round.state {
    case .drafting: StateMark(plan.isIssued ? "Đã ban hành, đang bổ sung" : plan.round.state.label, .look)
    case .proposed, .approved: StateMark(plan.round.state.label, .look)
    case .issued: StateMark(plan.round.state.label, .done)
    }
  }

  private var facts: [String] {
    var facts = plan.rounds.filter { $0.state == .issued }.map { round in
      "\(round.number == 0 ? "Ban hành" : "Bổ sung lần \(round.number)") theo \(round.decisionText)"
    }
    let round = plan.round
    if round.state == .proposed, let at = round.proposedAt {
      facts.append("\(round.proposedBy ?? "") trình lúc \(at.text)")
    }
    if round.state == .approved, let at = round.approvedAt {
      facts.append("\(round.approvedBy ?? "") duyệt lúc \(at.text)")
    }
    facts.append("Số hồ sơ \(plan.numbering.label.lowercased())")
    return facts
  }

  private var totals: String {
    let lines = outline.lines
    let permanent = outline.permanentCount
    return
      "Danh mục này có \(lines.count) hồ sơ, trong đó \(permanent) hồ sơ bảo quản vĩnh viễn, \(lines.count - permanent) hồ sơ bảo quản có thời hạn."
  }

  private func parts(_ part: FilePlanOutline.Part) -> [FilePlanPage.Part] {
    let big = self.part(part, "\(part.ordinal). \(part.heading.title) (\(part.heading.abbreviation))", outline.parts)
    let whole = outline.parts.first { $0.heading.id == part.heading.id } ?? part
    return [big] + part.parts.map { self.part($0, "\($0.ordinal). \($0.heading.title)", whole.parts) }
  }

  private func part(
    _ part: FilePlanOutline.Part, _ title: String, _ neighbours: [FilePlanOutline.Part]
  ) -> FilePlanPage.Part {
    let heading = part.heading
    let mayArrange = may(.arrange) && heading.round == plan.round.number
    let open = neighbours.map(\.heading).filter { $0.round == plan.round.number }
    let siblings = part.lines.map(\.entry).filter { $0.round == plan.round.number }
    return FilePlanPage.Part(
      id: "dm-\(heading.id)", title: title, isBig: heading.parent == nil, addition: addition(heading.round),
      lines: part.lines.map { line($0, siblings) },
      editPath: mayArrange ? FilePlanPaths.heading(plan.year, heading.id) : nil,
      addPath: may(.addEntry) && !isArranging ? FilePlanPaths.newEntry(plan.year, under: heading.id) : nil,
      up: mayArrange && open.first?.id != heading.id ? "len:dm:\(heading.id):\(heading.version)" : nil,
      down: mayArrange && open.last?.id != heading.id ? "xuong:dm:\(heading.id):\(heading.version)" : nil)
  }

  private func line(_ line: FilePlanOutline.Line, _ siblings: [FilePlanEntry]) -> FilePlanPage.Line {
    let entry = line.entry
    let isOpen = entry.round == plan.round.number && may(.changeEntry)
    let mayWrite = isOpen && FilePlanAccess.mayWrite(for: entry.facts.maker.unit, actor)
    let mayMove = isOpen && isArranging
    return FilePlanPage.Line(
      id: "hs-\(entry.id)", notation: line.notation, isProvisional: line.isProvisional, title: entry.facts.title,
      retention: entry.facts.retention.text, maker: entry.makerText, addition: addition(entry.round),
      note: entry.facts.note, editPath: mayWrite ? FilePlanPaths.entry(plan.year, entry.id) : nil,
      up: mayMove && siblings.first?.id != entry.id ? "len:hs:\(entry.id):\(entry.version)" : nil,
      down: mayMove && siblings.last?.id != entry.id ? "xuong:hs:\(entry.id):\(entry.version)" : nil)
  }

  private func addition(_ round: Int) -> String { round == 0 ? "" : "bổ sung lần \(round)" }

  private func acts(_ seal: FormSeal) -> [HTML] {
    let year = plan.year
    func form(_ act: FilePlanPaths.Act, _ button: Button) -> HTML {
      ActForm(action: FilePlanPaths.act(year, act), seal: seal, button: button).html
    }
    var acts: [HTML] = []
    if may(.approve) {
      let obstacle = ApproveFilePlan.obstacle(to: plan, by: actor)
      acts.append(form(.approve, Button("Duyệt", style: .primary, obstacles: obstacle.map { [$0.message] } ?? [])))
    }
    if may(.issue) {
      acts.append(Button("Ban hành", style: .primary, path: FilePlanPaths.act(year, .issue)).html)
    }
    if may(.giveBack) { acts.append(Button("Trả lại để sửa", path: FilePlanPaths.act(year, .giveBack)).html) }
    if may(.propose) {
      acts.append(form(.propose, Button("Trình duyệt", style: .primary, obstacles: proposing.map(\.message))))
    }
    if may(.takeBack) { acts.append(form(.takeBack, Button("Lấy lại để sửa"))) }
    if may(.addEntry), !outline.parts.isEmpty {
      acts.append(
        Button(plan.isIssued ? "Thêm hồ sơ bổ sung" : "Thêm hồ sơ", path: FilePlanPaths.newEntry(year), key: "v").html)
    }
    if may(.addHeading) { acts.append(Button("Thêm đề mục", path: FilePlanPaths.newHeading(year)).html) }
    return acts
  }

  /// What is done now and then: below the head, so that the usual stands out.
  private var tools: [Button] {
    let year = plan.year
    var tools: [Button] = []
    if may(.arrange), !outline.parts.isEmpty {
      tools.append(
        isArranging
          ? Button("Sắp xếp xong", path: FilePlanPaths.show(year))
          : Button("Sắp xếp", path: FilePlanPaths.show(year, isArranging: true)))
    }
    if may(.arrange), !plan.isIssued {
      tools.append(Button("Cách đánh số", path: FilePlanPaths.act(year, .numbering)))
    }
    if may(.addHeading) {
      tools.append(Button("Lấy từ năm trước", path: FilePlanPaths.act(year, .copy)))
      tools.append(Button("Nhập từ tệp Excel", path: FilePlanPaths.act(year, .importing)))
    }
    if !outline.lines.isEmpty {
      tools += FilePlanPrint.Format.allCases.map { Button($0.label, path: FilePlanPaths.printed(year, $0.rawValue)) }
    }
    return tools
  }
}
