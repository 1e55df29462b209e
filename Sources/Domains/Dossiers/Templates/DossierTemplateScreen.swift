import Database
import Documents
import FilePlans
import Kernel
import Markup
import Organization
import WebApp

/// Gathers the templates of dossiers, and reads what was typed into their form.
struct DossierTemplateScreen {
  /// Empty lines under those that are there.
  private static let spareLines = 3
  private static let newLines = 6

  let actor: Actor
  let transaction: any Transaction

  private var store: DossierTemplateStore { DossierTemplateStore(transaction) }

  func list() throws -> DossierTemplatesPage {
    let units = try unitNames()
    return DossierTemplatesPage(
      lines: try store.list(visibleTo: actor).map { template in
        let facts = template.facts
        let isUsable = template.isInUse && (template.unit == nil || template.unit == actor.unit)
        return .init(
          path: DossierTemplatePaths.show(template.id), name: facts.name, use: facts.use,
          owner: template.unit.map { units[$0] ?? "" } ?? "Toàn cơ quan", retention: facts.retention?.text ?? "",
          contents: "\(facts.contents.count) (\(facts.contents.count { $0.isRequired }) bắt buộc)",
          openingPath: isUsable ? DossierTemplatePaths.opening(template.id) : nil, isInUse: template.isInUse)
      }, mayMake: DossierTemplateAccess.mayKeepAny(actor))
  }

  /// A new one, with the lines of another if it is a copy.
  func making(from other: DossierTemplate.ID?, _ typed: FormInput?, seal: FormSeal) throws -> DossierTemplatePage {
    guard DossierTemplateAccess.mayKeepAny(actor) else {
      throw Refusal(.forbidden, "Chỉ lãnh đạo đơn vị, chánh văn phòng và lưu trữ cơ quan lập mẫu hồ sơ.")
    }
    let copied = try other.map { try store.find($0, visibleTo: actor) }
    var page = try page(
      "Lập mẫu hồ sơ", action: DossierTemplatePaths.list,
      input: typed ?? Self.input(copied?.facts), lines: copied?.facts.contents.count ?? 0, seal: seal)
    let own = Field.Choice("\(actor.unit)", actor.unitName)
    let whole = Field.Choice("", "Toàn cơ quan")
    page.owners =
      DossierTemplateAccess.isKeeper(actor)
      ? [whole] + (try unitNames()).sorted { $0.value < $1.value }.map { .init("\($0.key)", $0.value) } : [own]
    if typed == nil, let copied {
      page.line = "Các thành phần lấy từ «\(copied.facts.name)»; đặt tên khác rồi lưu."
      page.input.values[DossierTemplateField.name] = "\(copied.facts.name) (bản sao)"
      page.input.values[DossierTemplateField.owner] = copied.unit.map { "\($0)" } ?? ""
    }
    return page
  }

  /// One that is there: its form for who may keep it.
  func showing(_ id: DossierTemplate.ID, _ typed: FormInput?, seal: FormSeal) throws -> DossierTemplatePage {
    let template = try store.find(id, visibleTo: actor)
    let facts = template.facts
    var page = try page(
      facts.name, action: DossierTemplatePaths.show(id), input: typed ?? Self.input(facts),
      lines: facts.contents.count, seal: seal.at(version: template.version))
    let owner = try template.unit.map { try unitNames()[$0] ?? "" } ?? "Toàn cơ quan"
    page.line = "\(owner), \(template.addedBy) lập \(template.addedAt.day.text)"
    let refusal = DossierTemplateAccess.refusal(actor, agency: template.agency, unit: template.unit)
    page.readOnlyReason =
      refusal?.message ?? (template.isInUse ? nil : "Đã ngừng dùng \(template.endedAt?.day.text ?? "").")
    page.lines = try lines(facts.contents)
    if template.isInUse, template.unit == nil || template.unit == actor.unit {
      page.acts.append(Button("Mở hồ sơ theo mẫu này", path: DossierTemplatePaths.opening(id)).html)
    }
    if DossierTemplateAccess.mayKeepAny(actor) {
      page.acts.append(Button("Lập mẫu mới từ mẫu này", style: .quiet, path: DossierTemplatePaths.copying(id)).html)
    }
    guard refusal == nil else { return page }
    let button =
      template.isInUse
      ? Button("Ngừng dùng", style: .grave, name: DossierTemplateField.act, value: "")
      : Button("Dùng lại", name: DossierTemplateField.act, value: "1")
    page.acts.append(
      ActForm(action: DossierTemplatePaths.switching(id), seal: seal.at(version: template.version), button: button).html
    )
    return page
  }

  private func page(
    _ heading: String, action: String, input: FormInput, lines: Int, seal: FormSeal
  ) throws -> DossierTemplatePage {
    let field = DossierTemplateField.self
    let spare = lines == 0 ? Self.newLines : lines + Self.spareLines
    let asked = Int(input[field.lineCount]) ?? 0
    let year = transaction.now.day.year
    let headings = try FilePlanStore(transaction).openable(in: year, for: actor, limit: 500).map(\.headingTitle)
    var seen: Set<String> = []
    return DossierTemplatePage(
      heading: heading, action: action,
      lineCount: min(max(asked, spare), DossierTemplate.Facts.contentsMax),
      types: try DocumentTypeStore(transaction).all().map { .init($0.key, $0.name) },
      retentions: RetentionPeriod.choices(input[field.retention]),
      headings: headings.filter { seen.insert($0).inserted }, input: input, seal: seal)
  }

  private func lines(_ contents: [ExpectedContent]) throws -> [DossierTemplatePage.Line] {
    let types = DocumentTypeStore(transaction)
    return try contents.enumerated().map { index, content in
      .init(
        place: "\(index + 1)", name: content.name, type: try types.name(of: content.typeKey),
        direction: content.direction.label, need: content.needLabel, amount: content.amountLabel)
    }
  }

  private func unitNames() throws -> [UnitID: String] {
    Dictionary(
      try OrganizationStore(transaction).units(of: actor.agency).map { ($0.id, $0.name) }, uniquingKeysWith: { $1 })
  }

  private static func input(_ facts: DossierTemplate.Facts?) -> FormInput {
    guard let facts else { return FormInput() }
    let field = DossierTemplateField.self
    var values = [
      field.name: facts.name, field.use: facts.use, field.heading: facts.heading,
      field.retention: facts.retention?.code ?? "",
    ]
    for (index, content) in facts.contents.enumerated() {
      values[field.line(.name, index)] = content.name
      values[field.line(.type, index)] = content.typeKey ?? ""
      values[field.line(.direction, index)] = content.direction.rawValue
      values[field.line(.need, index)] = content.isRequired ? "1" : "0"
      values[field.line(.amount, index)] = content.isMany ? "1" : "0"
      values[field.line(.place, index)] = "\(index + 1)"
    }
    return FormInput(values: values)
  }
}

extension DocumentTypeStore {
  /// «Biên bản»; «mọi loại» for none.
  func name(of key: String?) throws -> String {
    guard let key else { return "mọi loại" }
    return try (DocumentType.known(key) ?? find(key))?.name ?? key
  }
}

/// What stands in the form of a template.
struct TypedTemplate: Sendable {
  var facts: DossierTemplate.Facts
  var unit: UnitID?
  /// For each of the contents the line in which it was typed.
  var places: [Int]

  init(_ form: Form) {
    let field = DossierTemplateField.self
    var found: [(order: Int, line: Int, content: ExpectedContent)] = []
    let count = min(form.integer(field.lineCount) ?? 0, DossierTemplate.Facts.contentsMax)
    for line in 0..<max(count, 0) where !form[field.line(.name, line)].isEmpty {
      let type = form[field.line(.type, line)]
      found.append(
        (
          form.integer(field.line(.place, line)) ?? line + 1, line,
          ExpectedContent(
            name: form[field.line(.name, line)], typeKey: type.isEmpty ? nil : type,
            direction: .init(rawValue: form[field.line(.direction, line)]) ?? .any,
            isRequired: form[field.line(.need, line)] != "0", isMany: form[field.line(.amount, line)] == "1")
        ))
    }
    found.sort { ($0.order, $0.line) < ($1.order, $1.line) }
    places = found.map(\.line)
    facts = DossierTemplate.Facts(
      name: form[field.name], use: form[field.use], heading: form[field.heading],
      retention: RetentionPeriod(code: form[field.retention]), contents: found.map(\.content))
    unit = UnitID(form[field.owner])
  }

  /// The field of a line of the contents.
  func field(_ index: Int) -> String {
    DossierTemplateField.line(.name, places.indices.contains(index) ? places[index] : 0)
  }
}
