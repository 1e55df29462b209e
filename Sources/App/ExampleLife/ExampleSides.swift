import Database
import Documents
import FileVault
import Foundation
import Identity
import IncomingDocuments
import Kernel
import Organization
import Papers
import Registers
import Work
import WorkCalendar

/// What happens now and then beside what becomes of every letter of the example life, each on a letter of its own: a
/// directive on paper, a rule, more time, an opinion, something only to read, a letter that goes back.
struct ExampleSide: Sendable {
  enum Story: Sendable, CaseIterable {
    case keyed, byRule, moreTime, moreTimeWaits, opinion, opinionWaits, toRead, sentBack

    /// Index into `ExampleLetter.subjects`.
    var subject: Int {
      switch self {
      case .keyed: 1
      case .byRule: 22
      case .moreTime: 2
      case .moreTimeWaits: 4
      case .opinion: 3
      case .opinionWaits: 0
      case .toRead: 8
      case .sentBack: 12
      }
    }

    /// Days before the end on which it begins.
    var daysBefore: Int {
      switch self {
      case .keyed, .toRead, .byRule: 3
      case .moreTimeWaits, .opinionWaits, .sentBack: 4
      case .moreTime, .opinion: 8
      }
    }
  }

  var story: Story
  var letter: ExampleLetter
  var file: KeptFile?
  /// A scan of the leader's hand.
  var handwriting: KeptFile?
  let begins: Instant
  private let due: Day

  static func all(
    until end: Instant, numbersFrom first: Int, _ calendar: WorkCalendar, _ text: inout GeneratedText
  ) -> [ExampleSide] {
    Story.allCases.enumerated().map { index, story in
      var day = end.day - story.daysBefore
      while !calendar.isWorkingDay(day) { day = day - 1 }
      var letter = ExampleLetter(first + index, subject: story.subject, arriving: day, &text)
      letter.facts.urgency = .normal
      if story == .keyed || story == .sentBack { letter.facts.channel = .paper }
      return ExampleSide(
        story: story, letter: letter, begins: Instant(day, hour: 8, minute: 10 + index),
        due: calendar.adding(workingDays: 4, to: end.day))
    }
  }

  /// The page that the leader wrote on; nil where no tool could print it.
  static func handwriting(for installation: Installation) async throws -> KeptFile? {
    let runner = await ToolRunner.detected()
    let form = PrintedForm(
      title: "Bút phê", provenance: "",
      sections: [
        FormSection(
          .portrait,
          blocks: [
            .text(directive, FormStyle(size: 18, isItalic: true)),
            .text("Trần Văn Quang", FormStyle(size: 16, isItalic: true, alignment: .end)),
          ])
      ])
    do {
      let bytes = try await runner.withFolder { folder in
        let target = folder.appending(path: "hand.pdf")
        try await OfficeConversion(runner: runner).write(form, as: .pdf, to: target)
        return [UInt8](try Data(contentsOf: target))
      }
      return try await ExampleLetter.files(of: [bytes], in: installation.vault).first.map {
        KeptFile(name: "but-tich.pdf", kind: .pdf, stored: $0.stored, pageCount: 1)
      }
    } catch is any FileTrouble {
      return nil
    } catch is ToolFailure {
      return nil
    } catch let refusal as Refusal where refusal.kind == .unavailable {
      return nil
    }
  }

  private static let directive = "Giao Vụ Khoáng sản kiểm tra, báo cáo. Vụ Pháp chế biết."

  // MARK: what happens

  /// The letter comes in.
  @Sendable func begin(_ transaction: any Transaction) throws -> [ExampleLife.Happening] {
    var brought = BroughtDocument(facts: letter.facts)
    brought.files = file.map { [$0] } ?? []
    brought.pages = file == nil ? [] : letter.pages
    let id = try BringIncomingDocuments([brought]).perform(by: Cast.registryClerk, in: transaction)[0]
    switch story {
    case .keyed: return [then(40) { try key(id, $0) }]
    case .byRule: return [then(15) { try sendByRule(id, $0) }]
    case .moreTime, .moreTimeWaits, .opinion, .opinionWaits: return [then(60) { try direct(id, $0) }]
    case .toRead:
      return [
        then(50) { transaction in
          let units = [ExampleBody.planningUnit, ExampleBody.personnelUnit, ExampleBody.mineralsUnit]
          try GiveDirective(
            id, text: "Gửi các đơn vị biết, thực hiện.", places: units.map { DirectedTo(.unit($0), .inform) }
          ).perform(by: Cast.leader, in: transaction)
          return []
        }
      ]
    case .sentBack: return [then(25) { try sendBack(id, $0) }]
    }
  }

  /// The leader wrote on the paper; the clerk keys it in, and the paper is on its way to the unit.
  private func key(_ id: IncomingDocument.ID, _ transaction: any Transaction) throws -> [ExampleLife.Happening] {
    var act = GiveDirective(
      id, text: Self.directive,
      places: [
        DirectedTo(.unit(ExampleBody.mineralsUnit), .lead, due: due), DirectedTo(.unit(ExampleBody.legalUnit), .inform),
      ], keyedFor: Cast.leader.post)
    (act.handwriting, act.isVouchedOpen) = (handwriting, handwriting != nil)
    try act.perform(by: Cast.registryClerk, in: transaction)
    return [
      then(30) { transaction in
        try PassPaper(id, to: .unit(ExampleBody.mineralsUnit)).perform(by: Cast.registryClerk, in: transaction)
        return []
      }
    ]
  }

  private func sendByRule(_ id: IncomingDocument.ID, _ transaction: any Transaction) throws -> [ExampleLife.Happening] {
    var terms = PresentingRule.Terms()
    (terms.name, terms.subjectWords) = ("Họp giao ban", "họp giao ban")
    (terms.holder, terms.termDays) = (.unit(ExampleBody.office), 5)
    terms.basis = "Quy chế làm việc của Tổng cục, điều 12"
    let rule = try LayRule(terms: terms).perform(by: Cast.leader, in: transaction)
    try SendByRule(id, by: rule.id, ruleVersion: rule.version).perform(by: Cast.registryClerk, in: transaction)
    return []
  }

  private func direct(_ id: IncomingDocument.ID, _ transaction: any Transaction) throws -> [ExampleLife.Happening] {
    try GiveDirective(
      id, text: "Giao Vụ Khoáng sản chủ trì, báo cáo kết quả.",
      places: [DirectedTo(.unit(ExampleBody.mineralsUnit), .lead, due: due)]
    ).perform(by: Cast.leader, in: transaction)
    try FollowDocument(id, follows: true).perform(by: Cast.headOfOffice, in: transaction)
    return [
      then(90) { transaction in
        try OpenHeldWork(document: id).perform(by: Cast.unitHead, in: transaction)
        let own = try item(id, .unit(ExampleBody.mineralsUnit), transaction)
        try AcceptWork(own, on: id).perform(by: Cast.unitHead, in: transaction)
        return [then(200) { try ask(id, own, $0) }]
      }
    ]
  }

  /// The unit asks: its giver for more time, or another unit for its opinion.
  private func ask(
    _ id: IncomingDocument.ID, _ own: WorkItem.ID, _ transaction: any Transaction
  ) throws -> [ExampleLife.Happening] {
    switch story {
    case .moreTime, .moreTimeWaits:
      try AskExtension(own, on: id, due: due + 7, reason: "Chờ số liệu của địa phương").perform(
        by: Cast.unitHead, in: transaction)
      guard story == .moreTime else { return [] }
      return [
        then(120) { transaction in
          try OpenHeldWork(document: id).perform(by: Cast.leader, in: transaction)
          let request = try item(id, .post(Cast.leader.post), transaction)
          try DecideExtension(request, on: id, due: due + 7, reason: "Lần này là lần cuối").perform(
            by: Cast.leader, in: transaction)
          return []
        }
      ]
    default:
      try AskOpinion(
        own, on: id, question: "Thẩm quyền xử lý theo quy định hiện hành có vướng gì không?",
        holders: [.unit(ExampleBody.legalUnit)], due: due
      ).perform(by: Cast.unitHead, in: transaction)
      guard story == .opinion else { return [] }
      return [
        then(300) { transaction in
          try OpenHeldWork(document: id).perform(by: Cast.headOfTwo, in: transaction)
          try GiveOpinion(
            try item(id, .unit(ExampleBody.legalUnit), transaction), on: id, stance: .agree,
            text: "Thuộc thẩm quyền của Tổng cục."
          ).perform(by: Cast.headOfTwo, in: transaction)
          return []
        }
      ]
    }
  }

  /// One that was registered goes back, and one that never was.
  private func sendBack(_ id: IncomingDocument.ID, _ transaction: any Transaction) throws -> [ExampleLife.Happening] {
    var facts = ReturnedPaper.Facts()
    (facts.sender, facts.reason) = (letter.facts.issuerName, "Gửi nhầm cơ quan nhận")
    try ReturnDocument(document: id, facts: facts).perform(by: Cast.registryClerk, in: transaction)
    (facts.subject, facts.reason) = ("Đề nghị cung cấp hồ sơ", "Bì rách, thiếu trang so với số ghi trên bì")
    facts.condition = "Bì rách một góc, chỉ có trang 1"
    _ = try ReturnPaper(facts: facts).perform(by: Cast.registryClerk, in: transaction)
    return []
  }

  private func then(
    _ minutes: Int, _ act: @escaping @Sendable (any Transaction) throws -> [ExampleLife.Happening]
  ) -> ExampleLife.Happening { ExampleLife.Happening(minutes: minutes, act: act) }

  /// The last open work of that holder.
  private func item(
    _ id: IncomingDocument.ID, _ holder: Principal, _ transaction: any Transaction
  ) throws -> WorkItem.ID {
    let open = try WorkStore(transaction).items(of: .incomingDocument(id)).last {
      $0.holder == holder && $0.isOpen && $0.state != .passedOn
    }
    guard let open else { throw Refusal(.conflict, "Không có việc đang mở của nơi này.") }
    return open.id
  }
}

/// What the body has arranged for itself before its life ends: who stands in for whom, how it is urged, a unit's own
/// book.
enum ExampleArrangements {
  static func fill(in transaction: any Transaction) throws {
    try SwitchUnitBook(ExampleBody.mineralsUnit, on: true).perform(by: Cast.headOfOffice, in: transaction)
    try SetDeadlineRules(
      agency: Cast.leader.agency,
      rules: DeadlineRules(remindDays: 2, remindAfter: 2, criticizeAfter: 10, reviewAfter: 20), formVersion: 0
    ).perform(by: Cast.administrator, in: transaction)
  }

  /// One is over by the end, one goes on.
  static func lendings(until end: Instant) -> [(at: Instant, act: @Sendable (any Transaction) throws -> Void)] {
    [(2, 12, 8, "Nghỉ phép năm"), (3, 2, -3, "Đi công tác tại Cẩm Giang")].map { unit, first, last, reason in
      let unit = ExampleLife.units[unit]
      return (
        at: Instant(end.day - first, hour: 7, minute: 45),
        act: { transaction in
          try LendPost(
            unit.head.post, to: unit.officers.first?.post ?? Cast.headOfOffice.post, from: end.day - first,
            through: end.day - last, reason: reason
          ).perform(by: unit.head, in: transaction)
        }
      )
    }
  }
}
