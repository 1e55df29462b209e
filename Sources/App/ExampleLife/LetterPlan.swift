import Database
import Documents
import FileVault
import IncomingDocuments
import Kernel
import Organization
import Work
import WorkCalendar

/// What becomes of one letter of the example life: who handles it, how fast, what goes wrong. Drawn once, so that the
/// acts themselves leave nothing to chance.
struct LetterPlan: Sendable {
  enum Turn: Sendable { case plain, returned, recalled, reopened, kept }

  var letter: ExampleLetter
  var file: KeptFile?
  private let unit: ExampleLife.HandlingUnit
  private let helper: ExampleLife.HandlingUnit?
  private let leader: Actor
  private let isProposed: Bool
  private let isFiled: Bool
  private let turn: Turn
  let arrival: Instant
  private let due: Day?
  /// Minutes of office time between one act and the next.
  private let presentAfter, directAfter, acceptAfter, assignAfter, startAfter: Int
  /// Working days until the officer is done; nil: it is not done yet.
  private let workDays: Int?
  private let calendar: WorkCalendar

  init(
    letter: ExampleLetter, unit: Int, at arrival: Instant, calendar: WorkCalendar, end: Instant,
    _ text: inout GeneratedText
  ) {
    func draw(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &text.random) }
    self.letter = letter
    self.arrival = arrival
    self.calendar = calendar
    self.unit = ExampleLife.units[unit]
    let isUrgent = letter.facts.urgency != .normal
    let other = ExampleLife.units[(unit + draw(1...3)) % ExampleLife.units.count]
    helper = draw(0...2) == 0 ? other : nil
    leader = draw(0...3) == 0 ? Cast.deputyLeader : Cast.leader
    isProposed = !isUrgent && draw(0...7) == 0
    isFiled = draw(0...2) > 0
    turn =
      [.returned, .recalled, .reopened, .kept, .plain, .plain, .plain, .plain, .plain, .plain, .plain, .plain][
        draw(0...11)]
    let term = isUrgent ? draw(1...2) : draw(4...12)
    presentAfter = isUrgent ? 5 : draw(15...180)
    // What came in these days waits for its leader now and then, so that a leader has something to decide.
    let isFresh = arrival.day > end.day - 4 && draw(0...2) > 0
    directAfter = isUrgent ? 15 : isFresh ? draw(1500...2400) : draw(20...600)
    acceptAfter = isUrgent ? 10 : draw(20...480)
    assignAfter = draw(5...240)
    startAfter = draw(10...480)
    let isEarly = draw(0...9) < 7
    let days = isEarly ? max(1, term - draw(1...3)) : term + draw(1...6)
    let arrivedOn = arrival.day
    var lastDay = calendar.adding(workingDays: term, to: arrivedOn)
    // Now and then something is due on the very day the life ends, and not done yet.
    let endsToday = lastDay > end.day - 3 && lastDay < end.day + 3 && draw(0...2) == 0
    if endsToday { lastDay = end.day }
    due = isUrgent || draw(0...9) > 0 ? lastDay : nil
    let isForgotten = draw(0...11) == 0 && arrivedOn > end.day - 45
    workDays = isForgotten || endsToday ? nil : days
  }

  /// The letter comes in. What follows is told by each act.
  @Sendable func arrive(_ transaction: any Transaction) throws -> [ExampleLife.Happening] {
    var brought = BroughtDocument(facts: letter.facts)
    brought.files = file.map { [$0] } ?? []
    brought.pages = file == nil ? [] : letter.pages
    brought.owesNotice = true
    let id = try BringIncomingDocuments([brought]).perform(by: Cast.registryClerk, in: transaction)[0]
    return [at(presentAfter) { try present(id, $0) }] + acknowledging(id)
  }

  /// The sender of what came electronically is told in the day, now and then on the next one.
  private func acknowledging(_ id: IncomingDocument.ID) -> [ExampleLife.Happening] {
    guard !letter.facts.channel.isPaper else { return [] }
    let number = Int(letter.facts.numberText) ?? 0
    let after = letter.facts.urgency == .normal && number % 13 == 0 ? 560 : 5 + number % 40
    return [
      at(after) { transaction in
        try AcknowledgeReceipt(document: id, on: transaction.now.day, way: .axis).perform(
          by: Cast.registryClerk, in: transaction)
        return []
      }
    ]
  }

  // MARK: the registry and the leader

  private func present(_ id: IncomingDocument.ID, _ transaction: any Transaction) throws -> [ExampleLife.Happening] {
    guard isProposed else {
      try PresentIncomingDocument(id, to: [leader.post]).perform(by: Cast.registryClerk, in: transaction)
      return [at(directAfter) { try direct(id, to: unit, $0) }]
    }
    try PresentIncomingDocument(id, to: [Cast.headOfOffice.post]).perform(by: Cast.registryClerk, in: transaction)
    return [
      at(45) { transaction in
        try OpenHeldWork(document: id).perform(by: Cast.headOfOffice, in: transaction)
        try PresentIncomingDocument(id, to: [leader.post], proposal: "Đề xuất giao \(unit.head.unitName) chủ trì")
          .perform(by: Cast.headOfOffice, in: transaction)
        return [at(directAfter) { try direct(id, to: unit, $0) }]
      }
    ]
  }

  private func direct(
    _ id: IncomingDocument.ID, to unit: ExampleLife.HandlingUnit, isAgain: Bool = false, _ transaction: any Transaction
  ) throws -> [ExampleLife.Happening] {
    try OpenHeldWork(document: id).perform(by: leader, in: transaction)
    let today = transaction.now.day
    let day = due.map { max($0, today) }
    var places = [DirectedTo(.unit(unit.id), .lead, due: day)]
    if let helper, helper.id != unit.id, !isAgain {
      places.append(DirectedTo(.unit(helper.id), .coordinate, due: day))
    }
    if turn == .kept { places = [DirectedTo(.unit(unit.id), .inform)] }
    let text =
      turn == .kept
      ? "Chuyển \(unit.head.unitName) biết, lưu."
      : "Giao \(unit.head.unitName) chủ trì\(places.count > 1 ? ", \(helper?.head.unitName ?? "") phối hợp" : ""), xem xét, tham mưu trả lời."
    try GiveDirective(id, text: text, places: places).perform(by: leader, in: transaction)
    if turn == .kept {
      return [
        at(acceptAfter) { transaction in
          try OpenHeldWork(document: id).perform(by: unit.head, in: transaction)
          return []
        }
      ]
    }
    let help = helper.flatMap { $0.id == unit.id || isAgain ? nil : $0 }
    let helping = help.map { help in [at(acceptAfter + 600) { try assist(id, help, $0) }] } ?? []
    if turn == .recalled, !isAgain {
      return [
        at(12) { transaction in
          try RecallWork(try item(id, .unit(unit.id), transaction), on: id, reason: "Giao lại cho đúng lĩnh vực")
            .perform(by: leader, in: transaction)
          return [at(20) { try direct(id, to: unit, isAgain: true, $0) }]
        }
      ] + helping
    }
    return [at(acceptAfter) { try accept(id, unit, isAgain: isAgain, $0) }] + helping
  }

  // MARK: the unit

  private func accept(
    _ id: IncomingDocument.ID, _ unit: ExampleLife.HandlingUnit, isAgain: Bool, _ transaction: any Transaction
  ) throws -> [ExampleLife.Happening] {
    try OpenHeldWork(document: id).perform(by: unit.head, in: transaction)
    let own = try item(id, .unit(unit.id), transaction)
    if turn == .returned, !isAgain {
      let other = ExampleLife.units.first { $0.id != unit.id && $0.id != helper?.id } ?? unit
      try ReturnWork(own, on: id, reason: "Không thuộc chức năng của \(unit.head.unitName)").perform(
        by: unit.head, in: transaction)
      return [at(90) { try direct(id, to: other, isAgain: true, $0) }]
    }
    try AcceptWork(own, on: id).perform(by: unit.head, in: transaction)
    guard let officer = unit.officers.first else {
      return done { transaction in
        try CompleteWork(own, on: id, result: "Đã giải quyết, báo cáo lãnh đạo").perform(by: unit.head, in: transaction)
        return []
      }
    }
    return [
      at(assignAfter) { transaction in
        let today = transaction.now.day
        let day = due.map { max(today, calendar.isWorkingDay($0 - 1) ? $0 - 1 : $0) }
        try AssignWork(
          own, on: id, instruction: "Nghiên cứu, dự thảo văn bản trả lời",
          places: [DirectedTo(.post(officer.post), .lead, due: day)]
        ).perform(by: unit.head, in: transaction)
        return [at(startAfter) { try start(id, unit, officer, $0) }]
      }
    ]
  }

  private func start(
    _ id: IncomingDocument.ID, _ unit: ExampleLife.HandlingUnit, _ officer: Actor, _ transaction: any Transaction
  ) throws -> [ExampleLife.Happening] {
    try OpenHeldWork(document: id).perform(by: officer, in: transaction)
    let own = try item(id, .post(officer.post), transaction)
    try AcceptWork(own, on: id).perform(by: officer, in: transaction)
    let note = at(700) { transaction in
      guard (try? item(id, .post(officer.post), transaction)) == own else { return [] }
      try NoteWork(own, on: id, kind: .progress, text: "Đã thu thập số liệu, đang dự thảo văn bản trả lời").perform(
        by: officer, in: transaction)
      return []
    }
    guard let workDays else { return [note, at(5_000) { try urge(own, id, officer, $0) }] }
    let completing = at(workDays * 480) { transaction in
      try CompleteWork(own, on: id, as: .reply, result: "Đã trả lời cơ quan gửi", replyCode: replyCode(unit)).perform(
        by: officer, in: transaction)
      return [at(60) { try conclude(id, unit, $0) }]
    }
    return workDays > 2 ? [note, completing] : [completing]
  }

  /// What nobody finishes is asked after by the head of office.
  private func urge(
    _ own: WorkItem.ID, _ id: IncomingDocument.ID, _ officer: Actor, _ transaction: any Transaction
  ) throws -> [ExampleLife.Happening] {
    guard let due, transaction.now.day > due else { return [] }
    try UrgeWork(own, on: id, level: .remind, text: "Đề nghị báo cáo tiến độ trong ngày").perform(
      by: Cast.headOfOffice, in: transaction)
    return []
  }

  private func conclude(
    _ id: IncomingDocument.ID, _ unit: ExampleLife.HandlingUnit, _ transaction: any Transaction
  ) throws -> [ExampleLife.Happening] {
    let own = try item(id, .unit(unit.id), transaction)
    try CompleteWork(own, on: id, result: "Đồng ý với kết quả của chuyên viên").perform(by: unit.head, in: transaction)
    guard turn == .reopened else { return isFiled ? [at(500) { try file(id, unit, $0) }] : [] }
    return [
      at(480) { transaction in
        try ReopenWork(own, on: id, reason: "Bổ sung số liệu theo ý kiến của cơ quan gửi").perform(
          by: leader, in: transaction)
        return [
          at(1440) { transaction in
            try CompleteWork(own, on: id, result: "Đã bổ sung số liệu").perform(by: unit.head, in: transaction)
            return []
          }
        ]
      }
    ]
  }

  /// The officer files it under the year's dossier; somebody else may be asked for something still.
  private func file(
    _ id: IncomingDocument.ID, _ unit: ExampleLife.HandlingUnit, _ transaction: any Transaction
  ) throws -> [ExampleLife.Happening] {
    guard try !WorkStore(transaction).items(of: .incomingDocument(id)).contains(where: { $0.isOpen }) else { return [] }
    try FileIncomingDocument(id, dossierCode: "01.\(unit.abbreviation)").perform(
      by: unit.officers.first ?? unit.head, in: transaction)
    return []
  }

  private func assist(
    _ id: IncomingDocument.ID, _ unit: ExampleLife.HandlingUnit, _ transaction: any Transaction
  ) throws -> [ExampleLife.Happening] {
    guard let own = try? item(id, .unit(unit.id), transaction) else { return [] }
    try OpenHeldWork(document: id).perform(by: unit.head, in: transaction)
    try AcceptWork(own, on: id).perform(by: unit.head, in: transaction)
    return [
      at(700) { transaction in
        guard try WorkStore(transaction).items(of: .incomingDocument(id)).contains(where: { $0.id == own && $0.isOpen })
        else { return [] }
        try CompleteWork(own, on: id, result: "Đã gửi ý kiến phối hợp").perform(by: unit.head, in: transaction)
        return []
      }
    ]
  }

  // MARK: time

  /// After so many minutes of office time.
  private func at(
    _ minutes: Int, _ act: @escaping @Sendable (any Transaction) throws -> [ExampleLife.Happening]
  ) -> ExampleLife.Happening {
    .init(minutes: minutes, act: act)
  }

  private func done(_ act: @escaping @Sendable (any Transaction) throws -> [ExampleLife.Happening]) -> [ExampleLife
    .Happening]
  {
    guard let workDays else { return [] }
    return [at(workDays * 480, act)]
  }

  private func item(
    _ id: IncomingDocument.ID, _ holder: Principal, _ transaction: any Transaction
  ) throws -> WorkItem.ID {
    let items = try WorkStore(transaction).items(of: .incomingDocument(id))
    guard let item = items.last(where: { $0.holder == holder && $0.isOpen }) else {
      throw Refusal(.notFound, "Không có việc đang mở của nơi này.")
    }
    return item.id
  }

  private func replyCode(_ unit: ExampleLife.HandlingUnit) -> String {
    "\(letter.facts.numberText)/TCTNĐC-\(unit.abbreviation)"
  }
}
