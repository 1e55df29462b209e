import Database
import Documents
import Drafts
import Exchange
import FileVault
import IncomingDocuments
import Kernel
import Organization
import OutgoingDocuments
import Papers
import Registers
import Work
import WorkCalendar

/// What becomes of one document that the agency writes in the example life: when it gets its number, how soon it is
/// issued, how it goes out and what comes back. Drawn once, so that the acts themselves leave nothing to chance.
struct OutgoingPlan: Sendable {
  enum Turn: Sendable { case plain, recalled, refused }

  var letter: ExampleLetter
  var file: KeptFile?
  /// Its recipients are asked for a report by it.
  var collects = false
  let at: Instant
  private let unit: ExampleLife.HandlingUnit
  private let places: [String]
  /// Agencies below, which have it in their intake.
  private let inside: [String]
  /// A unit that has to do something by it.
  private let unitWork: ExampleUnitWork?
  private let isOld: Bool
  private let isDeputy: Bool
  private let way: SendingWay
  private let urgency: Urgency
  private let turn: Turn
  private let issueAfter, sendAfter, answerAfter: Int
  private let receipt: Int

  private static let outside = [
    "Ủy ban nhân dân tỉnh Cẩm Giang", "Sở Nông nghiệp và Môi trường tỉnh Cẩm Giang", "Sở Xây dựng tỉnh Cẩm Giang",
    "Ủy ban nhân dân tỉnh Thanh Khê", "Sở Nông nghiệp và Môi trường tỉnh Thanh Khê", "Bộ Kế hoạch và Ngân sách",
    "Công ty cổ phần Khoáng sản Sao Mai",
  ]

  /// - Parameter age: how many days before the life ends.
  init(_ index: Int, on day: Day, at: Instant, age: Int, _ text: inout GeneratedText) {
    func draw(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &text.random) }
    let about = ExampleLetter.subjects[draw(0...ExampleLetter.subjects.count - 1)]
    let first = draw(0...Self.outside.count - 1)
    let others = (1...draw(1...3)).map { Self.outside[(first + $0 * 2) % Self.outside.count] }
    unit = ExampleLife.units[about.unit]
    places = [Self.outside[first]] + others.filter { $0 != Self.outside[first] }.uniqued
    letter = ExampleLetter(outgoing: about, to: Self.outside[first], on: day, &text)
    self.at = at
    isDeputy = draw(0...2) == 0
    way = draw(0...2) == 0 ? .email : .post
    urgency = draw(0...19) == 0 ? .express : draw(0...9) == 0 ? .urgent : .normal
    let fate = draw(0...14)
    turn = fate == 0 ? .recalled : fate < 3 ? .refused : .plain
    inside = index % 3 == 0 || turn == .recalled ? ["Cục Địa chất miền Bắc"] : []
    isOld = age > 9
    let elsewhere = ExampleLife.units.filter { [unit] in $0.id != unit.id }
    unitWork =
      index.isMultiple(of: 2) && turn != .recalled
      ? ExampleUnitWork(index, at: elsewhere[index / 2 % elsewhere.count], isOld: isOld) : nil
    let late = draw(0...9) == 0
    issueAfter = urgency != .normal ? 5 : late ? draw(900...1500) : draw(15...240)
    // What got its number in the last hours waits to be issued, so that the clerk has something to do.
    sendAfter = age < 3 ? draw(200...600) : draw(20...200)
    answerAfter = draw(900...2400)
    receipt = 1000 + index * 7
    if isDeputy { (letter.facts.signerName, letter.facts.signerPosition) = ("Lê Minh Đức", "Phó Tổng cục trưởng") }
  }

  fileprivate var mayCollect: Bool { turn == .plain && !inside.isEmpty }

  /// The clerk gives it its number; what follows comes by itself.
  var arrive: @Sendable (any Transaction) throws -> [ExampleLife.Happening] {
    { transaction in
      var facts = OutgoingFacts(issuedDate: transaction.now.day, signedAt: transaction.now)
      (facts.typeKey, facts.subject, facts.urgency) = (letter.facts.typeKey, letter.facts.subject, urgency)
      (facts.signerName, facts.signerPosition) = (letter.facts.signerName, letter.facts.signerPosition)
      facts.capacity = isDeputy ? .forHead : .direct
      facts.unit = unit.id
      facts.drafterName = unit.officers.first?.personName ?? unit.head.personName
      facts.fileCopyHolder = "Văn thư; \(unit.head.unitName)"
      (facts.amount, facts.pageCount) = (places.count + 3, 1)
      if collects || unitWork != nil && !isOld { facts.replyDueDate = facts.issuedDate + 10 }
      var act = NumberOutgoingDocument(facts: facts)
      let asked = collects ? ExampleCollection.units.filter { $0 != unit.head.unitName } : []
      let acting = unitWork.map { asked.contains($0.unitName) ? [] : [$0.unitName] } ?? []
      act.recipients = places + inside + acting + asked
      act.informed = [unit.head.unitName]
      (act.way, act.isVouchedOpen) = (way, true)
      if let file {
        act.files = [file]
        var reading = PaperReading(pageCount: 1)
        reading.text.pages = letter.pages
        act.readings = [file.stored.hash: reading]
      }
      let id = try act.perform(by: Cast.registryClerk, in: transaction).id
      return file == nil ? [] : [ExampleLife.Happening(minutes: issueAfter, act: issue(id))]
    }
  }

  private func issue(
    _ id: OutgoingDocument.ID
  ) -> @Sendable (any Transaction) throws -> [ExampleLife.Happening] {
    { transaction in
      let version = try OutgoingDocumentStore(transaction).find(id, visibleTo: Cast.registryClerk).version
      _ = try IssueOutgoingDocument(id, formVersion: version).perform(by: Cast.registryClerk, in: transaction)
      let reading = ExampleLife.Happening(minutes: 70) { transaction in
        try NoteReadInside(id).perform(by: unit.head, in: transaction)
        return []
      }
      let acting = collects ? [] : unitWork?.begin(id) ?? []
      let sending = ExampleLife.Happening(minutes: sendAfter, act: send(id))
      if inside.isEmpty { return [sending, reading] + acting }
      let asking =
        collects ? [ExampleLife.Happening(minutes: 5, act: ExampleCollection.ask(id, by: unit.head))] : []
      return [sending, reading, ExampleLife.Happening(minutes: sendAfter / 2, act: receive(id))] + asking + acting
    }
  }

  /// The registry of the agency below gives it a number of theirs, and its leader has an officer handle it.
  private func receive(
    _ id: OutgoingDocument.ID
  ) -> @Sendable (any Transaction) throws -> [ExampleLife.Happening] {
    { transaction in
      guard let packet = try PacketStore(transaction).ofLater(.outgoingDocument(id)).get().first, packet.isWaiting
      else { return [] }
      let received = try RegisterPacket(packet.id).perform(by: Cast.clerkOfAnotherAgency, in: transaction).id
      let directing: @Sendable (any Transaction) throws -> [ExampleLife.Happening] = { transaction in
        let place = DirectedTo(.post(Cast.officerOfAnotherAgency.post), .lead)
        try GiveDirective(received, text: "Giao tham mưu thực hiện.", places: [place]).perform(
          by: Cast.leaderOfAnotherAgency, in: transaction)
        return []
      }
      return [ExampleLife.Happening(minutes: 30, act: directing)]
    }
  }

  private func send(
    _ id: OutgoingDocument.ID
  ) -> @Sendable (any Transaction) throws -> [ExampleLife.Happening] {
    { transaction in
      let waiting = try OutgoingRecipientStore(transaction).list(of: id).filter { $0.state == .waiting }
      _ = try RecordSending(
        id, to: waiting.map(\.id), by: way, proof: way == .post ? "RB \(receipt) VN" : "vanthu@\(receipt).example",
        envelopes: way == .post ? waiting.count : nil
      ).perform(by: Cast.registryClerk, in: transaction)
      return [ExampleLife.Happening(minutes: answerAfter, act: answer(id))]
    }
  }

  private func answer(
    _ id: OutgoingDocument.ID
  ) -> @Sendable (any Transaction) throws -> [ExampleLife.Happening] {
    { transaction in
      let sent = try OutgoingRecipientStore(transaction).list(of: id).filter { $0.state == .sent && $0.way != .inside }
      guard let first = sent.first else { return [] }
      let isRefused = turn == .refused
      _ = try RecordAnswer(
        id, of: first.id, isRefused ? .refused : .received,
        answer: isRefused ? "sai địa chỉ, bưu điện hoàn lại" : "số đến \(receipt % 900)"
      ).perform(by: Cast.registryClerk, in: transaction)
      guard turn == .recalled else { return [] }
      let version = try OutgoingDocumentStore(transaction).find(id, visibleTo: Cast.leader).version
      _ = try RecallOutgoingDocument(id, reason: "số liệu phụ lục chưa thống nhất", formVersion: version).perform(
        by: Cast.leader, in: transaction)
      return []
    }
  }
}

extension [String] {
  /// Each once, in order.
  fileprivate var uniqued: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}

extension ExampleLife {
  /// Every document that the agency writes in the time: one or two a working day.
  func outgoingPlans(_ calendar: WorkCalendar) -> [OutgoingPlan] {
    var text = GeneratedText(seed: seed &+ 41)
    var plans: [OutgoingPlan] = []
    for day in (end.day - Self.days).number...end.day.number {
      let day = Day(number: day)
      guard calendar.isWorkingDay(day) else { continue }
      let isToday = day == end.day
      for place in 0..<(isToday ? 3 : text.isOne(in: 3) ? 2 : 1) {
        let minute = 540 + place * 120 + Int.random(in: 0..<60, using: &text.random)
        let at = isToday ? end - .seconds((3 - place) * 420) : Instant(day, hour: minute / 60, minute: minute % 60)
        plans.append(OutgoingPlan(plans.count, on: day, at: at, age: end.day.number - day.number, &text))
      }
    }
    // Old enough to be half answered, young enough to be under way.
    if let asking = plans.lastIndex(where: { $0.mayCollect && $0.at < end - .seconds(6 * 86_400) }) {
      plans[asking].collects = true
    }
    return plans
  }
}
