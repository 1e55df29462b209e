import Audit
import Database
import Kernel
import Markup

/// Gathers the accesses to one record.
enum RecordAccessesScreen {
  static let linesPerPage = 50
  /// More are counted, not named.
  static let peopleMax = 100

  static func read(
    _ record: RecordReference, _ asked: AskedAccesses, _ directory: RecordDirectory, by actor: Actor,
    in transaction: any Transaction
  ) throws -> RecordAccessesPage {
    guard let summary = try directory.summaries(of: [record], visibleTo: actor, in: transaction)[record] else {
      throw Refusal(.notFound, "Không tìm thấy hồ sơ, văn bản này.")
    }
    guard RecordAccesses.may(actor, summary.answering) else { throw RecordAccesses.refusal }
    let (store, time) = (AuditStore(transaction), asked.period.time(today: transaction.now.day))
    let base = FramePaths.accesses(kind: record.code, number: record.number)
    let all = try store.accessTallies(of: record, in: time)
    let isFirst = asked.person == nil && asked.way == nil && asked.after == nil
    let named = try store.named(isFirst ? Array(all.prefix(peopleMax)) : all.filter { $0.account == asked.person })
    let lines = try store.accessLines(
      of: record, in: time, by: asked.person, way: asked.way, before: asked.after, limit: linesPerPage + 1)
    var page = RecordAccessesPage(
      recordName: WhoSeesScreen.name(summary), recordPath: summary.path, action: base, chips: chips(asked, base),
      problem: asked.problem, summary: told(all), people: isFirst ? named.map { person($0, asked, base) } : [],
      isCut: all.count > peopleMax, ways: AccessWay.allCases.map(\.label),
      lines: lines.prefix(linesPerPage).map(line))
    page.days = days(asked)
    if !isFirst { page.chosen = (words(asked, named), asked.path(base)) }
    if lines.count > linesPerPage {
      let last = lines[linesPerPage - 1].place
      page.pager = Pager(older: asked.path(base, person: asked.person, way: asked.way, after: last))
    }
    if WhoSees.may(actor) {
      page.acts = [
        Button(WhoSeesPage.title, path: FramePaths.whoSees(kind: record.code, number: record.number))
      ]
    }
    return page
  }

  private static func told(_ tallies: [AccessTally]) -> String {
    let sums = AccessWay.allCases.filter(\.isCounted).map { way in
      "\(tallies.reduce(0) { $0 + $1.counts[way, default: 0] }) lượt \(way.label.lowercased())"
    }
    return "\(sums.joined(separator: ", ")), của \(tallies.count { $0.sum > 0 }) người"
  }

  private static func person(_ tally: AccessTally, _ asked: AskedAccesses, _ base: String) -> RecordAccessesPage.Person
  {
    .init(
      name: tally.person?.who ?? "", unit: tally.person?.unitName ?? "",
      figures: AccessWay.allCases.map { way in
        let count = tally.counts[way, default: 0]
        let path = count == 0 || tally.account == nil ? nil : asked.path(base, person: tally.account, way: way)
        return ("\(count)", path)
      }, last: tally.last.at.text)
  }

  private static func line(_ access: AccessLine) -> RecordAccessesPage.Line {
    .init(
      time: access.line.at.text, who: access.line.who, unit: access.line.unitName,
      sentence: access.line.sentence ?? "\(access.way.label.lowercased()) (nội dung đã hủy theo quy định)")
  }

  private static func words(_ asked: AskedAccesses, _ named: [AccessTally]) -> String {
    let who = asked.person.map { _ in named.first?.person?.who ?? "người không có lượt nào trong kỳ này" }
    let words = [who, asked.way.map { $0.label.lowercased() }].compactMap(\.self)
    return words.isEmpty ? "các lượt cũ hơn" : words.joined(separator: ", ")
  }

  private static func days(_ asked: AskedAccesses) -> (from: String, to: String) {
    if asked.problem != nil {
      return (asked.typed[AskedAccesses.Name.from] ?? "", asked.typed[AskedAccesses.Name.to] ?? "")
    }
    guard case .days(let days) = asked.period else { return ("", "") }
    return (days.lowerBound.text, days.upperBound.text)
  }

  private static func chips(_ asked: AskedAccesses, _ base: String) -> Chips {
    Chips(
      label: "Kỳ",
      AccessPeriod.named.map { period in
        .init(
          period.label, path: asked.path(base, period: period, person: asked.person, way: asked.way),
          selected: asked.period == period)
      })
  }
}
