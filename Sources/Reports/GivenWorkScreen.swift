import Database
import IncomingDocuments
import Kernel
import Markup
import WebApp
import Work

/// «Tôi đã giao»: what the actor gave to others, open first, oldest first, by unit and person.
enum GivenWorkScreen {
  static let title = "Tôi đã giao"
  private static let countMax = 1000
  private typealias Name = ReportsPaths.Name

  static func page(_ address: Form, by actor: Actor, in transaction: any Transaction) throws -> ReportedWorkPage {
    let question = question(address, of: actor)
    let screen = try ReportedWorkScreen(by: actor, in: transaction)
    let isEnded = question.part == .ended
    let fields = [Name.part, Name.unit, Name.holder].map { ($0, address[$0]) }
    var page = try screen.page(
      question, by: isEnded ? .lastEnded : question.isLate ? .deadline : .oldest, title: title,
      line: line(of: question),
      path: fields, at: ReportsPaths.given, after: address[Name.after])
    page.head = try head(address, question, of: actor, in: transaction)
    page.back = Button("Việc của tôi", path: Room.myWork.path)
    page.empty = EmptyState(
      isEnded ? "Chưa có việc nào kết thúc" : "Không có việc nào đang chờ người khác",
      "Việc anh/chị trình, bút phê giao hoặc phân công hiện ở đây, kèm người giữ và hạn.")
    return page
  }

  private static func line(of question: WorkQuestion) -> String {
    if question.part == .ended { return "Việc đã xong, đã trả lại hoặc thu hồi, mới nhất lên đầu." }
    return question.isLate ? "Việc quá hạn, trễ nhất lên đầu." : "Việc đang mở, giao lâu nhất lên đầu."
  }

  /// What an address asks for; its counts ask the same without unit and person.
  static func question(_ address: Form, of actor: Actor) -> WorkQuestion {
    var question = WorkQuestion(.given(actor.post))
    question.part = address[Name.part] == "xong" ? .ended : .open
    question.roles = [.decide, .lead, .coordinate]
    question.unit = UnitID(address[Name.unit])
    question.holder = address[Name.holder].isEmpty ? nil : Principal(token: address[Name.holder])
    question.isLate = address[Name.part] == "tre"
    return question
  }

  private static func head(
    _ address: Form, _ question: WorkQuestion, of actor: Actor, in transaction: any Transaction
  ) throws -> HTML {
    var every = question
    (every.unit, every.holder, every.part, every.isLate) = (nil, nil, .open, false)
    let store = WorkReportStore(transaction, for: actor)
    let open = try store.holders(every, cap: countMax + 1)
    let parts = Chips(
      label: "Lọc việc đã giao",
      [
        part("Đang mở", "", address, open.reduce(0) { $0 + $1.count }),
        part("Quá hạn", "tre", address, open.reduce(0) { $0 + $1.late }), part("Đã xong", "xong", address, nil),
      ])
    guard question.part == .open else { return parts.html }
    let names = try ReportNames(of: actor.agency, in: transaction)
    let units = Dictionary(grouping: open, by: \.unit).sorted { names.place(of: $0.key) < names.place(of: $1.key) }
    func count(_ held: [WorkReportStore.HolderCount]) -> Int {
      held.reduce(0) { $0 + (question.isLate ? $1.late : $1.count) }
    }
    func path(_ unit: UnitID?, _ holder: Principal? = nil) -> String {
      ReportsPaths.path(
        ReportsPaths.given,
        [
          (Name.part, address[Name.part]), (Name.unit, unit?.description ?? ""), (Name.holder, holder?.token ?? ""),
        ])
    }
    let byUnit = Chips(
      label: "Theo đơn vị",
      [.init("Mọi đơn vị", path: path(nil), selected: question.unit == nil, count: text(count(open)))]
        + units.filter { count($0.value) > 0 }.map { unit, held in
          .init(
            names.name(of: unit), path: path(unit), selected: question.unit == unit, count: text(count(held)))
        })
    let people = question.unit.map { unit in open.filter { $0.unit == unit && count([$0]) > 0 } } ?? []
    let byPerson = Chips(
      label: "Theo người giữ",
      people.map { held in
        .init(
          names.name(of: held.holder, known: held.holderName), path: path(held.unit, held.holder),
          selected: question.holder == held.holder, count: text(count([held])))
      })
    return "\(parts.html)\(byUnit.html)\(HTML.when(people.count > 1, byPerson.html))"
  }

  private static func part(_ label: String, _ part: String, _ address: Form, _ count: Int?) -> Chips.Chip {
    .init(
      label, path: ReportsPaths.path(ReportsPaths.given, [(Name.part, part)]), selected: address[Name.part] == part,
      count: count.map(text))
  }

  private static func text(_ count: Int) -> String { count > countMax ? "1.000+" : "\(count)" }
}
