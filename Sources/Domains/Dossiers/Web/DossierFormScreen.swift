import Access
import Database
import FilePlans
import Kernel
import Markup
import Organization
import VietnameseText
import WebApp

/// Gathers the form of a dossier's head, and reads what was typed.
struct DossierFormScreen: Sendable {
  var dossier: Dossier?
  var records: [RecordReference] = []
  var planned: OpenableEntry?
  var firstLine: HTML = .empty
  var makers: [Field.Choice]
  var nextNotation = ""
  var templates: [DossierTemplate] = []
  var templateHint: String?
  var obstacle: String?
  var input: FormInput

  /// What a dossier is called after what a document is about: without «V/v».
  static func title(from subject: String) -> String {
    for about in ["V/v ", "Về việc ", "về việc "] where subject.hasPrefix(about) {
      return String(subject.dropFirst(about.count)).capitalizedFirst
    }
    return subject
  }

  /// A new one, from nothing or beginning with a document.
  static func opening(
    _ record: RecordReference?, _ entry: FilePlanEntry.ID?, _ template: DossierTemplate.ID?,
    _ directory: RecordDirectory, by actor: Actor, in transaction: any Transaction
  ) throws -> DossierFormScreen {
    let name = DossierField.self
    var values = [
      name.startedOn: transaction.now.day.text, name.maker: "\(actor.post)",
      name.kind: DossierFacts.Kind.general.rawValue, name.mode: DossierFacts.AccessMode.conditional.rawValue,
    ]
    var screen = DossierFormScreen(dossier: nil, makers: try makers(of: actor, in: transaction), input: FormInput())
    if let record {
      guard let summary = try directory.summaries(of: [record], visibleTo: actor, in: transaction)[record] else {
        throw Refusal(.notFound, "Không tìm thấy văn bản này.")
      }
      values[name.title] = summary.isWithheld ? "" : Self.title(from: summary.subject)
      // A matter begins with its first document; a year's dossiers are counted by the day they begin.
      let today = transaction.now.day
      if !summary.isWithheld, let date = summary.date, date.year == today.year {
        values[name.startedOn] = min(date, today).text
      }
      screen.records = [record]
      screen.firstLine = "Bắt đầu với <a href=\"\(summary.path)\">\(summary.name)</a>"
    }
    if let entry {
      let planned = try FilePlanStore(transaction).find(entry, visibleTo: actor)
      let facts = planned.entry.facts
      values[name.title] = facts.title
      values[name.retention] = facts.retention.code
      values[name.notation] = planned.notation
      if let post = facts.maker.post { values[name.maker] = "\(post)" }
      screen.planned = planned
    }
    try screen.offerTemplates(template, &values, by: actor, in: transaction)
    let unit = try OrganizationStore(transaction).unit(actor.unit)
    screen.nextNotation = try DossierStore(transaction).nextNotationShown(
      actor.agency, year: transaction.now.day.year, symbol: unit.abbreviation)
    screen.input = FormInput(values: values)
    return screen
  }

  /// The template that was asked for, or the one that is meant for the heading of the plan.
  private mutating func offerTemplates(
    _ asked: DossierTemplate.ID?, _ values: inout [String: String], by actor: Actor, in transaction: any Transaction
  ) throws {
    templates = try DossierTemplateStore(transaction).usable(by: actor)
    let heading = planned.map { Folding.folded($0.headingTitle) }
    guard
      let chosen = templates.first(where: { $0.id == asked })
        ?? heading.flatMap({ heading in templates.first { Folding.folded($0.facts.heading) == heading } })
    else { return }
    values[DossierTemplateField.template] = "\(chosen.id)"
    if planned == nil, let retention = chosen.facts.retention { values[DossierField.retention] = retention.code }
    if chosen.id != asked { templateHint = "Gợi ý vì hồ sơ thuộc đề mục «\(chosen.facts.heading)»; đổi được." }
  }

  /// One that is there, as it stands.
  static func changing(
    _ id: Dossier.ID, by actor: Actor, in transaction: any Transaction
  ) throws -> DossierFormScreen {
    let found = try FoundDossier.find(id, by: actor, in: transaction)
    let (facts, name) = (found.dossier.facts, DossierField.self)
    return DossierFormScreen(
      dossier: found.dossier, firstLine: "\(found.dossier.code.text)", makers: [],
      obstacle: found.refusal(of: .change)?.message,
      input: FormInput(values: [
        name.title: facts.title, name.notation: found.dossier.code.notation, name.retention: facts.retention.code,
        name.kind: facts.kind.rawValue, name.mode: facts.mode.rawValue, name.startedOn: facts.startedOn.text,
        name.dueOn: facts.dueOn?.text ?? "", name.keyword: facts.keyword, name.note: facts.note,
        name.maker: found.dossier.makerName,
      ]))
  }

  private static func makers(of actor: Actor, in transaction: any Transaction) throws -> [Field.Choice] {
    let today = transaction.now.day
    let posts = try OrganizationStore(transaction).posts(of: actor.agency).filter { $0.isHeld(on: today) }
    // One's own unit first.
    let own = posts.filter { $0.unit == actor.unit }
    return (own + posts.filter { $0.unit != actor.unit }).map {
      .init("\($0.id)", "\($0.personName), \($0.title), \($0.unitName)")
    }
  }

  func page(seal: FormSeal) -> DossierFormPage {
    DossierFormPage(
      heading: dossier == nil ? "Mở hồ sơ" : "Sửa thông tin hồ sơ", line: firstLine,
      action: dossier.map { DossierPaths.change($0.id) } ?? DossierPaths.opening,
      saveLabel: dossier == nil ? "Mở hồ sơ" : "Lưu",
      retentions: RetentionPeriod.choices(input[DossierField.retention]),
      makers: makers, nextNotation: nextNotation, isNew: dossier == nil,
      plannedLine: planned.map { "Danh mục hồ sơ năm \($0.year), \($0.headingTitle)" },
      choosingPath: dossier == nil && planned == nil ? DossierPaths.choosing(records.first) : nil,
      templates: templates.map { template in
        let kept = template.facts.retention.map { ", bảo quản \($0.text.lowercased())" } ?? ""
        return .init("\(template.id)", "\(template.facts.name) (\(template.facts.contents.count) thành phần\(kept))")
      }, templateHint: templateHint,
      carried: records.map { (DossierField.record, $0.text) }
        + [planned.map { (DossierField.plan, "\($0.id)") }].compactMap(\.self), obstacle: obstacle, input: input,
      seal: seal)
  }
}

extension RetentionPeriod {
  /// The usual ones, and the one that is chosen already.
  static func choices(_ chosen: String) -> [Field.Choice] {
    let all = Set(usual + [RetentionPeriod(code: chosen)].compactMap(\.self)).sorted(by: >)
    return all.map { .init($0.code, $0.text) }
  }
}

/// What stands in the form of a dossier's head.
struct TypedDossier: Sendable {
  var facts: DossierFacts
  var notation: String
  var maker: PostID?

  /// Refuses what cannot be read, with everything that is wrong.
  init(_ form: Form, today: Day) throws {
    let name = DossierField.self
    var reasons: [Refusal.Reason] = []
    let retention = RetentionPeriod(code: form[name.retention])
    if retention == nil { reasons.append(.init("Chọn thời hạn bảo quản.", field: name.retention)) }
    let started = TypedDay.parse(form[name.startedOn], today: today)
    if started == nil { reasons.append(.init("Nhập ngày bắt đầu, ví dụ 5/1/2026.", field: name.startedOn)) }
    let due = TypedDay.parse(form[name.dueOn], today: today)
    if due == nil, !form[name.dueOn].normalizedLine.isEmpty {
      reasons.append(.init("Ngày không đọc được; viết như 5/7/2026.", field: name.dueOn))
    }
    facts = DossierFacts(
      title: form[name.title], retention: retention ?? .permanent,
      kind: DossierFacts.Kind(rawValue: form[name.kind]) ?? .general,
      mode: DossierFacts.AccessMode(rawValue: form[name.mode]) ?? .conditional, startedOn: started ?? today, dueOn: due,
      keyword: form[name.keyword], note: form[name.note])
    notation = form[name.notation]
    maker = PostID(form[name.maker])
    if !reasons.isEmpty {
      // Whatever else is wrong is told at the same time.
      let others = facts.obstacles(today: today).filter { other in !reasons.contains { $0.field == other.field } }
      if let refusal = Refusal(reasons + others) { throw refusal }
    }
  }
}
