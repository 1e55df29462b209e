import Database
import IncomingDocuments
import Kernel
import Markup
import WebApp
import Work
import WorkCalendar

/// Gathers «Theo dõi» and the lists its figures open.
struct BoardScreen {
  /// So many open pieces of work an agency is asked for; no agency has more under way.
  static let workMax = 20_000
  /// No registry presents more in a month.
  static let presentedMax = 20_000

  private let actor: Actor
  private let transaction: any Transaction
  private let scope: WorkScope

  init(by actor: Actor, in transaction: any Transaction) throws {
    scope = try ReportsAccess.requireScope(of: actor)
    self.actor = actor
    self.transaction = transaction
  }

  /// Open work of documents, of any step.
  static func question(_ scope: WorkScope) -> WorkQuestion {
    var question = WorkQuestion(scope)
    question.part = .open
    question.kinds = [.directIncoming, .proposeIncoming, .handleIncoming]
    return question
  }

  func page() throws -> BoardPage {
    let store = WorkReportStore(transaction, for: actor)
    let names = try ReportNames(of: actor.agency, in: transaction)
    let waiting = try store.waiting(Self.question(scope), cap: Self.workMax + 1)
    let byUnit = Dictionary(grouping: waiting, by: \.unit)
    let steps = WaitingStep.allCases.map { step -> BoardPage.Step in
      let own = waiting.filter { $0.step == step }
      return BoardPage.Step(
        label: step.label, count: Figure(own.count, path(step)),
        late: Figure(own.count(where: \.isLate), path(step, late: true)),
        oldest: age(own.map(\.since).min()), median: age(Self.median(own.map(\.since))))
    }
    let units = byUnit.sorted { names.place(of: $0.key) < names.place(of: $1.key) }.map { unit, own in
      BoardPage.UnitRow(
        name: names.name(of: unit),
        counts: WaitingStep.allCases.map { step in Figure(own.count { $0.step == step }, path(step, unit: unit)) }
          + [Figure(own.count, path(unit: unit))],
        late: Figure(own.count(where: \.isLate), path(unit: unit, late: true)))
    }
    var page = BoardPage(
      steps: try desk() + steps, stepLabels: WaitingStep.allCases.map(\.label), units: units, at: transaction.now.text)
    if case .agency = scope {
      page.registry = try RegistryTimes(
        span: "Văn bản đến trong \(RegistryFate.usualDays) ngày qua", by: actor, in: transaction)
    }
    if waiting.count > Self.workMax {
      page.cut = "Có trên \(Self.workMax.grouped) việc đang mở; bảng đếm \(Self.workMax.grouped) việc giao sớm nhất."
    }
    return page
  }

  /// What no work item exists of yet: papers at the registry, documents nobody has been asked about.
  private func desk() throws -> [BoardPage.Step] {
    guard case .agency = scope else { return [] }
    let desk = try RegistryDeskStore(transaction).waiting(of: actor)
    func step(
      _ label: String, _ waiting: RegistryDeskStore.Waiting, _ path: String, late: Figure? = nil
    ) -> BoardPage.Step {
      BoardPage.Step(
        label: label, count: Figure(waiting.since.count, path), late: late ?? Figure(0, path),
        oldest: age(waiting.since.min()),
        median: age(Self.median(waiting.since)))
    }
    // Papers without a number are seen by the registry only.
    let papers = actor.isRegistryClerk ? [step("Chờ vào sổ", desk.papers, IncomingDocumentPaths.waiting)] : []
    let presenting = try IncomingDocumentStore(transaction).counts(
      .present, visibleTo: actor, cap: Self.presentedMax)
    return papers + [
      step(
        "Chờ trình", desk.unpresented, IncomingDocumentPaths.unpresented,
        late: Figure(
          presenting[.waitingLate, default: 0], IncomingDocumentPaths.went(RegistryFate(.present, .waitingLate))))
    ]
  }

  func rows(_ address: Form) throws -> ReportedWorkPage {
    let name = ReportsPaths.Name.self
    let screen = try ReportedWorkScreen(by: actor, in: transaction)
    var question = Self.question(scope)
    question.step = WaitingStep(rawValue: address[name.step])
    question.unit = UnitID(address[name.unit])
    question.isLate = address.isOn(name.late)
    question.isDueToday = address.isOn(name.today)
    question.isWaiting = true
    let words = [
      question.step?.label ?? "Mọi bước", question.unit.map { screen.unitName($0) },
      question.isLate ? "quá hạn" : nil, question.isDueToday ? "đến hạn hôm nay" : nil,
    ].compactMap(\.self)
    var page = try screen.page(
      question, by: .oldest, title: "Việc đang mở", line: words.joined(separator: " · ") + ", giao sớm nhất lên đầu.",
      path: [name.step, name.unit, name.late, name.today].map { ($0, address[$0]) }, at: ReportsPaths.boardRows,
      after: address[name.after])
    page.back = Button("Về «Theo dõi»", path: ReportsPaths.board)
    return page
  }

  private func path(_ step: WaitingStep? = nil, unit: UnitID? = nil, late: Bool = false) -> String {
    Self.path(step, unit: unit, late: late)
  }

  /// The list that a figure opens.
  static func path(
    _ step: WaitingStep? = nil, unit: UnitID? = nil, late: Bool = false, today: Bool = false
  ) -> String {
    let name = ReportsPaths.Name.self
    return ReportsPaths.path(
      ReportsPaths.boardRows,
      [
        (name.step, step?.rawValue ?? ""), (name.unit, unit?.description ?? ""), (name.late, late ? "1" : ""),
        (name.today, today ? "1" : ""),
      ])
  }

  private func age(_ since: Instant?) -> String {
    since.map { Duration.text(milliseconds: max(0, transaction.now.milliseconds - $0.milliseconds)) } ?? ""
  }

  /// The middle one; of an even number the older of the two.
  static func median(_ since: [Instant]) -> Instant? {
    since.isEmpty ? nil : since.sorted()[(since.count - 1) / 2]
  }
}
