import Database
import Kernel
import Markup
import Organization
import VietnameseText
import WebApp

/// Gathers the forms of the acts on a plan.
struct FilePlanFormScreen {
  let plan: FilePlan
  let actor: Actor
  let transaction: any Transaction
  let state: FilePlanFormState

  private var contents: FilePlanContentStore { FilePlanContentStore(transaction) }
  private var back: String { FilePlanPaths.show(plan.year) }

  /// Refuses whoever may not, and what the state does not allow.
  private func guardStep(_ step: FilePlan.Step) throws {
    if let refusal = FilePlanAccess.refusal(of: step, actor) { throw refusal }
    if let obstacle = plan.obstacle(to: step) { throw obstacle }
  }

  // MARK: headings

  func newHeading() throws -> FilePlanFormPage {
    try guardStep(.addHeading)
    let bigs = try contents.headings(of: plan.id).filter { $0.parent == nil }
    return page(
      "Thêm đề mục", "Đề mục lớn là đơn vị hoặc lĩnh vực, đánh số La Mã; đề mục nhỏ nằm dưới đề mục lớn.",
      action: FilePlanPaths.newHeading(plan.year),
      fields: [
        Field(
          "Nằm dưới", name: FilePlanField.parent,
          kind: .select([.init("", "Không, đây là đề mục lớn")] + bigs.map { .init("\($0.id)", $0.title) }),
          width: .half),
        titleField(""), abbreviationField(""),
      ], label: "Thêm đề mục", seal: state.creating)
  }

  func heading(_ id: FilePlanHeading.ID) throws -> FilePlanFormPage {
    try guardStep(.arrange)
    let headings = try contents.headings(of: plan.id)
    guard let heading = headings.first(where: { $0.id == id }) else { throw FilePlanStore.missing }
    var page = page(
      "Sửa đề mục", heading.parent == nil ? "Đề mục lớn." : "Đề mục nhỏ.",
      action: FilePlanPaths.heading(plan.year, id),
      fields: [titleField(heading.title)] + (heading.parent == nil ? [abbreviationField(heading.abbreviation)] : []),
      label: "Lưu", seal: state.seal(heading.version))
    page.removal = .init(
      action: FilePlanPaths.headingRemoval(plan.year, id), label: "Bỏ đề mục",
      obstacles: RemoveFilePlanHeading.obstacles(heading, headings, try contents.entries(of: plan.id)).map(\.message),
      version: heading.version)
    return page
  }

  private func titleField(_ value: String) -> Field {
    Field(
      "Tên đề mục", name: FilePlanField.title, value: value, required: true, focus: true,
      lengthMax: FilePlanHeading.titleLengthMax)
  }

  private func abbreviationField(_ value: String) -> Field {
    Field(
      "Viết tắt", name: FilePlanField.abbreviation, value: value,
      hint: "Của đề mục lớn, đứng sau số trong ký hiệu hồ sơ: 01.TCCB.",
      lengthMax: FilePlanHeading.abbreviationLengthMax, width: .third)
  }

  // MARK: dossiers

  func newEntry(under heading: FilePlanHeading.ID?) throws -> FilePlanFormPage {
    try guardStep(.addEntry)
    let makers = try FilePlanMakers(of: plan.agency, in: transaction)
    let own = makers.units.first { $0.id == actor.unit }.map { FilePlanMakers.value(makers.maker($0)) } ?? ""
    let isAddition = plan.isIssued
    return page(
      isAddition ? "Thêm hồ sơ bổ sung" : "Thêm hồ sơ vào danh mục",
      isAddition
        ? "Danh mục đã ban hành giữ nguyên; hồ sơ này vào phần bổ sung, duyệt và ban hành như danh mục."
        : "Số của hồ sơ do hệ thống đánh khi ban hành.",
      action: FilePlanPaths.newEntry(plan.year),
      fields: try entryFields(nil, heading: heading.map { "\($0)" } ?? "", maker: own, makers), label: "Thêm hồ sơ",
      seal: state.creating, proposes: true)
  }

  func entry(_ id: FilePlanEntry.ID) throws -> FilePlanFormPage {
    guard let entry = try contents.entries(of: plan.id).first(where: { $0.id == id }) else {
      throw FilePlanStore.missing
    }
    try guardStep(.changeEntry)
    guard FilePlanAccess.mayWrite(for: entry.facts.maker.unit, actor) else { throw FilePlanAccess.notOwnUnit }
    let makers = try FilePlanMakers(of: plan.agency, in: transaction)
    var page = page(
      "Sửa hồ sơ trong danh mục", "\(entry.addedBy) thêm ngày \(entry.addedAt.day.text).",
      action: FilePlanPaths.entry(plan.year, id),
      fields: try entryFields(
        entry.facts, heading: "\(entry.heading)", maker: FilePlanMakers.value(entry.facts.maker), makers),
      label: "Lưu", seal: state.seal(entry.version), proposes: true)
    page.removal = .init(
      action: FilePlanPaths.entryRemoval(plan.year, id), label: "Bỏ khỏi danh mục", obstacles: [],
      version: entry.version)
    return page
  }

  private func entryFields(
    _ facts: FilePlanEntry.Facts?, heading: String, maker: String, _ makers: FilePlanMakers
  ) throws -> [Field] {
    let outline = try contents.outline(of: plan)
    let headings = outline.parts.flatMap { part -> [Field.Choice] in
      [.init("\(part.heading.id)", "\(part.ordinal). \(part.heading.title)")]
        + part.parts.map { .init("\($0.heading.id)", "\(part.ordinal).\($0.ordinal). \($0.heading.title)") }
    }
    return [
      Field(
        "Đề mục", name: FilePlanField.heading, value: heading, kind: .select(headings), required: true),
      Field(
        "Tiêu đề hồ sơ", name: FilePlanField.title, value: facts?.title ?? "", kind: .area(rows: 3), required: true,
        focus: true, lengthMax: FilePlanEntry.titleLengthMax),
      Field(
        "Thời hạn bảo quản", name: FilePlanField.retention, value: facts?.retention.text ?? "",
        kind: .combobox(source: RetentionPaths.periods), hint: "Vĩnh viễn, hoặc số năm: 20 năm.", required: true,
        width: .third),
      Field(
        "Người lập", name: FilePlanField.maker, value: maker,
        kind: .select(makers.choices(for: actor, now: facts?.maker)),
        required: true, width: .half),
      Field(
        "Ghi chú", name: FilePlanField.note, value: facts?.note ?? "", lengthMax: FilePlanEntry.noteLengthMax),
    ]
  }

  // MARK: decisions

  func numbering() throws -> FilePlanFormPage {
    try guardStep(.arrange)
    return page(
      "Cách đánh số hồ sơ", "Số tạm thời trong danh mục đổi theo ngay; khi ban hành thì giữ cố định.",
      action: FilePlanPaths.act(plan.year, .numbering),
      fields: [
        Field(
          "Số của hồ sơ", name: FilePlanField.numbering, value: plan.numbering.rawValue,
          kind: .select(FilePlan.Numbering.allCases.map { .init($0.rawValue, $0.label) }), width: .half)
      ], label: "Lưu", seal: state.seal(plan.version))
  }

  func giveBack() throws -> FilePlanFormPage {
    try guardStep(.giveBack)
    return page(
      "Trả lại để sửa", "\(plan.roundTitle) trở về lúc đang lập; người trình được báo lý do.",
      action: FilePlanPaths.act(plan.year, .giveBack),
      fields: [
        Field(
          "Lý do", name: FilePlanField.reason, kind: .area(rows: 3), required: true, focus: true,
          lengthMax: FilePlanAccess.reasonLengthMax)
      ], label: "Trả lại", seal: state.seal(plan.version))
  }

  func issue() throws -> FilePlanFormPage {
    try guardStep(.issue)
    return page(
      "Ban hành \(plan.roundTitleInSentence)",
      "Ghi quyết định đã ký. Từ lúc này số của hồ sơ cố định và mọi người mở hồ sơ theo danh mục.",
      action: FilePlanPaths.act(plan.year, .issue),
      fields: [
        Field(
          "Số, ký hiệu quyết định", name: FilePlanField.decisionCode, hint: "Ví dụ 45/QĐ-TCTNĐC.", required: true,
          focus: true, lengthMax: FilePlanAccess.decisionLengthMax, width: .half),
        Field("Ngày quyết định", name: FilePlanField.decisionOn, kind: .day, required: true, width: .third),
      ], label: "Ban hành", seal: state.seal(plan.version))
  }

  private func page(
    _ title: String, _ explanation: String, action: String, fields: [Field], label: String, seal: FormSeal,
    proposes: Bool = false
  ) -> FilePlanFormPage {
    var page = FilePlanFormPage(
      title: title, explanation: explanation, action: action, backPath: back, fields: fields, label: label,
      input: state.input, seal: seal)
    if proposes {
      page.more = [
        Button(
          "Gợi ý thời hạn theo tiêu đề", name: FilePlanField.act, value: FilePlanFormState.proposing, skipsChecks: true)
      ]
      page.proposals = state.proposals
      if !state.proposals.isEmpty {
        for index in page.fields.indices { page.fields[index].takesFocus = false }
      }
    }
    return page
  }
}

/// What a form is filled and sealed with.
struct FilePlanFormState: Sendable {
  static let proposing = "goi-y"

  var input = FormInput()
  var base: FormSeal
  /// The version the refused form was shown with: a second press must not slip past what changed meanwhile.
  var refusedVersion: Int?
  /// Terms proposed for the title that was typed.
  var proposals: HTML = .empty

  func seal(_ version: Int) -> FormSeal {
    var seal = base.at(version: refusedVersion ?? version)
    seal.submission = nil
    return seal
  }

  var creating: FormSeal { base }
}

extension FilePlanMakers {
  /// Whom an actor may name: everybody, or the own unit and its people. Who is named now stays in the list.
  func choices(for actor: Actor, now: FilePlanMaker?) -> [Field.Choice] {
    let isKeeper = FilePlanAccess.isKeeper(actor)
    var choices: [Field.Choice] = []
    for unit in units where isKeeper || unit.id == actor.unit {
      choices.append(.init(Self.value(maker(unit)), "\(unit.name) (cả đơn vị)"))
      choices += posts.filter { $0.unit == unit.id }.map {
        .init(Self.value(maker($0)), "\($0.personName), \($0.label)")
      }
    }
    if let now, !choices.contains(where: { $0.value == Self.value(now) }) {
      choices.insert(.init(Self.value(now), "\(now.name) (không còn)"), at: 0)
    }
    return choices
  }
}
