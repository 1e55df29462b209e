import Database
import FileVault
import IncomingDocuments
import Kernel
import Notifications
import Organization
import Work
import WorkCalendar

/// Three months of plausible life in the example body, through the real acts and at the times at which they would have
/// happened, so that every screen is full on first start: documents presented, directed, assigned, done in time and
/// late, returned, recalled, under way and overdue.
///
/// The same seed gives the same life relative to the day it ends on.
struct ExampleLife {
  static let days = 92
  private static let lettersPerDay = 2
  /// Scanned a moment ago, waiting for their numbers.
  private static let waitingLetters = 4

  /// Units that handle documents: their desk, their head, who works there.
  struct HandlingUnit: Sendable {
    var id: UnitID
    /// As in the numbers of letters it writes: «KS».
    var abbreviation: String
    var head: Actor
    var officers: [Actor]
  }

  static let units: [HandlingUnit] = [
    unit(ExampleBody.mineralsUnit, "KS"), unit(ExampleBody.legalUnit, "PC"), unit(ExampleBody.planningUnit, "KHTC"),
    unit(ExampleBody.personnelUnit, "TCCB"), unit(ExampleBody.scienceUnit, "KHCNQT"),
    unit(ExampleBody.inspectorate, "TTr"), unit(ExampleBody.office, "VP"),
  ]

  private static func unit(_ id: UnitID, _ abbreviation: String) -> HandlingUnit {
    let own = Cast.everybody.filter { $0.unit == id }
    return HandlingUnit(
      id: id, abbreviation: abbreviation, head: own.first { $0.roles.contains(.unitHead) } ?? Cast.unitHead,
      officers: own.filter { $0.roles.contains(.officer) })
  }

  /// Something that somebody does, so many minutes of office time after what led to it, and what comes of it.
  struct Happening: Sendable {
    var minutes: Int
    var act: @Sendable (any Transaction) throws -> [Happening]
  }

  /// What is still to happen; the order settles what happens at one moment.
  private struct Coming {
    var at: Instant
    var order: Int
    var act: @Sendable (any Transaction) throws -> [Happening]
  }

  var seed: UInt64
  /// When the life ends: now.
  var end: Instant

  /// The database must have been opened with this clock: what happens gets the times of its happening. Gives what was
  /// refused, which then did not happen.
  @discardableResult func run(_ installation: Installation, clock: SteppedClock) async throws -> [Refusal] {
    var text = GeneratedText(seed: seed)
    let calendar = try await installation.database.read { transaction in
      let year = end.day.year
      return try AgencyCalendarStore(transaction).calendar(of: Cast.leader.agency, years: (year - 1)...(year + 1))
    }
    let year = end.day.year
    try installation.database.writeNow { transaction in
      try ExampleSigning.fill(in: transaction)
      try ExampleArrangements.fill(in: transaction)
      try ExampleFilePlan.fill(year: year, in: transaction)
    }
    var plans = plans(&text, calendar)
    let waiting = (0..<Self.waitingLetters).map { index in
      ExampleLetter(plans.count + index, subject: index * 5, arriving: end.day, &text)
    }
    var written = outgoingPlans(calendar)
    var sides = ExampleSide.all(until: end, numbersFrom: plans.count + waiting.count, calendar, &text)
    let prints = try await ExampleLetter.prints(
      of: plans.map(\.letter) + waiting + written.map(\.letter) + sides.map(\.letter))
    let files = try await ExampleLetter.files(of: prints.prefix(plans.count), in: installation.vault)
    let own = try await ExampleLetter.files(
      of: prints.dropFirst(plans.count + waiting.count), in: installation.vault)
    for index in plans.indices where files.indices.contains(index) { plans[index].file = files[index] }
    for index in written.indices where own.indices.contains(index) { written[index].file = own[index] }
    let hand = try await ExampleSide.handwriting(for: installation)
    for index in sides.indices {
      let at = written.count + index
      (sides[index].file, sides[index].handwriting) = (own.indices.contains(at) ? own[at] : nil, hand)
    }
    var coming = plans.enumerated().map { Coming(at: $1.arrival, order: $0, act: $1.arrive) }
    for draft in ExampleDraft.all(until: end, files: try await ExampleDraftFiles.all(for: installation)) {
      coming.append(Coming(at: draft.begins, order: coming.count, act: draft.begin))
    }
    for plan in written { coming.append(Coming(at: plan.at, order: coming.count, act: plan.arrive)) }
    for side in sides { coming.append(Coming(at: side.begins, order: coming.count, act: side.begin)) }
    for lending in ExampleArrangements.lendings(until: end) {
      coming.append(
        Coming(at: lending.at, order: coming.count) { transaction in
          try lending.act(transaction)
          return []
        })
    }
    for dossiers in ExampleDossiers.all(until: end) {
      coming.append(
        Coming(at: dossiers.at, order: coming.count) { transaction in
          try dossiers.act(transaction)
          return []
        })
    }
    // What was told before the last day has been read.
    coming.append(
      Coming(at: end - .seconds(86_400), order: coming.count) { transaction in
        for actor in Cast.everybody { try ReadAllNotifications().perform(by: actor, in: transaction) }
        return []
      })
    for (index, print) in prints.dropFirst(plans.count).prefix(waiting.count).enumerated() {
      let staged = try await installation.vault.receive(print)
      coming.append(
        Coming(at: end - .seconds(Int64(900 - 120 * index)), order: coming.count) { transaction in
          try ReceivePapers(scan: staged, named: "quet-\(index + 1).pdf", pageCount: 1).perform(
            by: Cast.registryClerk, in: transaction)
          return []
        })
    }
    let refused = try live(coming, installation, calendar, clock)
    clock.set(end)
    return refused
  }

  /// Lets everything happen in the order of its time until the life ends; gives what was refused.
  private func live(
    _ begun: [Coming], _ installation: Installation, _ calendar: WorkCalendar, _ clock: SteppedClock
  ) throws -> [Refusal] {
    var coming = begun
    var order = coming.count
    var refused: [Refusal] = []
    while let next = coming.indices.min(by: { (coming[$0].at, coming[$0].order) < (coming[$1].at, coming[$1].order) }),
      coming[next].at < end
    {
      let now = coming.remove(at: next)
      clock.set(now.at)
      let outcome = Result { try installation.database.writeNow { try now.act($0) } }
      if case .failure(let error as Refusal) = outcome {
        refused.append(error)
        continue
      }
      for later in try outcome.get() {
        let at = calendar.officeTime(later.minutes, after: now.at)
        coming.append(Coming(at: at, order: order, act: later.act))
        order += 1
      }
    }
    return refused
  }

  /// Every letter of the time, with what will be made of it.
  private func plans(_ text: inout GeneratedText, _ calendar: WorkCalendar) -> [LetterPlan] {
    var plans: [LetterPlan] = []
    for day in (end.day - Self.days).number...end.day.number {
      let day = Day(number: day)
      guard calendar.isWorkingDay(day) else { continue }
      let isToday = day == end.day
      // Of the last days more is under way, whatever the hour at which the life ends.
      let count = isToday ? 6 : day > end.day - 5 ? 7 : Self.lettersPerDay + (text.isOne(in: 3) ? 1 : 0)
      for place in 0..<count {
        let subject = Int.random(in: 0..<ExampleLetter.subjects.count, using: &text.random)
        let letter = ExampleLetter(plans.count, subject: subject, arriving: day, &text)
        // Today's papers came in before now, whenever now is.
        let minute = isToday ? nil : 480 + place * 60 + Int.random(in: 0..<30, using: &text.random)
        let at = minute.map { Instant(day, hour: $0 / 60, minute: $0 % 60) } ?? end - .seconds((count - place) * 240)
        plans.append(
          LetterPlan(
            letter: letter, unit: ExampleLetter.subjects[subject].unit, at: at, calendar: calendar, end: end, &text))
      }
    }
    return plans
  }
}

extension WorkCalendar {
  /// The moment after so many minutes of office time.
  func officeTime(_ minutes: Int, after start: Instant) -> Instant {
    var (left, day) = (minutes, start.day)
    var minute = Int((start.milliseconds - Instant(day).milliseconds) / 60_000)
    while true {
      if isWorkingDay(day) {
        for (begins, ends) in [(hours.morningBegins, hours.morningEnds), (hours.afternoonBegins, hours.afternoonEnds)] {
          let from = max(minute, begins)
          guard from < ends else { continue }
          if left < ends - from {
            // The seconds of the start are kept, so that things do not all happen on the minute.
            let seconds = Int((start.milliseconds / 1000) % 60)
            return Instant(day, hour: (from + left) / 60, minute: (from + left) % 60, second: seconds)
          }
          left -= ends - from
        }
      }
      (day, minute) = (day + 1, 0)
    }
  }
}
