import Audit
import Database
import Documents
import Kernel
import Markup
import Organization
import Registers
import WebApp
import Work

/// Gathers the rules of an agency, and the form of one.
struct PresentingRulesScreen {
  static let triedMax = 100

  let actor: Actor
  let transaction: any Transaction

  init(by actor: Actor, in transaction: any Transaction) throws {
    guard PresentingRuleAccess.mayRead(actor) else { throw PresentingRuleAccess.notReader }
    self.actor = actor
    self.transaction = transaction
  }

  /// - Parameter isTrial: shows which of the newest documents each rule would have caught.
  func list(isTrial: Bool, seal: FormSeal) throws -> PresentingRulesPage {
    let store = PresentingRuleStore(transaction)
    let rules = try store.list(of: actor.agency)
    let leaders = try store.leaders(of: actor.agency)
    let types = Dictionary(uniqueKeysWithValues: try DocumentTypeStore(transaction).all().map { ($0.key, $0.name) })
    var page = PresentingRulesPage(
      lines: rules.map { line($0, types, stands: leaders.contains($0.leader)) },
      mayLay: PresentingRuleAccess.mayLay(actor), newPath: IncomingDocumentPaths.newRule,
      trialPath: "\(IncomingDocumentPaths.rules)?\(PresentingRuleField.trial)=1", seal: seal)
    if isTrial { try tryOut(rules.filter { leaders.contains($0.leader) }, on: &page) }
    return page
  }

  private func tryOut(_ rules: [PresentingRule], on page: inout PresentingRulesPage) throws {
    let documents = try IncomingDocumentStore(transaction)
      .newest(IncomingDocumentFilter(), page: .newest, limit: Self.triedMax, visibleTo: actor).documents
      .filter { $0.state != .quarantined }
    let books = try PresentingRuleStore(transaction).bookNames(documents)
    page.triedCount = documents.count
    for document in documents {
      let caught = rules.first { $0.catches(document.facts, bookName: books[document.book] ?? "") }
      guard let index = page.lines.firstIndex(where: { $0.id == caught?.id.description }) else {
        page.uncaughtCount += 1
        continue
      }
      page.lines[index].caught.append(
        .init(
          label: "Số đến \(document.arrivalNumber), \(document.facts.codeText): \(document.facts.subject)",
          path: IncomingDocumentPaths.show(document.id)))
    }
  }

  private func line(_ rule: PresentingRule, _ types: [String: String], stands: Bool) -> PresentingRulesPage.Line {
    PresentingRulesPage.Line(
      id: rule.id.description, name: rule.terms.name, conditions: rule.terms.conditions(types: types),
      effect: rule.effect, basis: "\(rule.leaderName); \(rule.terms.basis)",
      trouble: stands ? nil : "\(rule.leaderName) không còn là lãnh đạo nên quy tắc không dùng được; hãy đặt lại",
      version: rule.version, path: IncomingDocumentPaths.rule(rule.id),
      movePath: IncomingDocumentPaths.ruleMove(rule.id))
  }

  /// The form of a rule, filled in; `id` nil for a new one.
  func form(_ id: PresentingRule.ID?, input: FormInput, seal: FormSeal) throws -> PresentingRulePage {
    let mayLay = PresentingRuleAccess.mayLay(actor)
    let rule = try id.map { try PresentingRuleStore(transaction).find($0, visibleTo: actor) }
    guard rule != nil || mayLay else { throw PresentingRuleAccess.notLayer }
    var seal = seal
    if !input.isRefused { seal.version = rule?.version }
    let types = try DocumentTypeStore(transaction).all()
    var page = PresentingRulePage(
      title: rule.map { "Quy tắc «\($0.terms.name)»" } ?? "Đặt quy tắc",
      action: rule.map { IncomingDocumentPaths.rule($0.id) } ?? IncomingDocumentPaths.rules,
      fields: try fields(rule, types), label: rule == nil ? "Đặt quy tắc" : "Lưu",
      listPath: IncomingDocumentPaths.rules,
      input: input, seal: seal)
    guard let rule else { return page }
    page.story = Story(try AuditStore(transaction).story(of: .presentingRule(rule.id)).map(Story.Line.init))
    if mayLay, rule.endedAt == nil {
      page.endPath = IncomingDocumentPaths.ruleEnd(rule.id)
    } else {
      let names = Dictionary(uniqueKeysWithValues: types.map { ($0.key, $0.name) })
      page.facts = DefinitionList([
        .init("Điều kiện", text: rule.terms.conditions(types: names)), .init("Thì", text: rule.effect),
        .init("Đứng tên", text: rule.leaderName), .init("Căn cứ", text: rule.terms.basis),
        .init("Đã bỏ lúc", text: rule.endedAt?.text),
      ])
    }
    return page
  }

  private func fields(_ rule: PresentingRule?, _ types: [DocumentType]) throws -> [Field] {
    let (terms, r) = (rule?.terms ?? PresentingRule.Terms(), PresentingRuleField.self)
    let organization = OrganizationStore(transaction)
    let posts = try organization.posts(of: actor.agency)
    let receiving = Set(posts.filter { !$0.roles.isDisjoint(with: [.unitHead, .unitClerk]) }.map(\.unit))
    let units = try organization.units(of: actor.agency).filter { receiving.contains($0.id) }
    let leaders = posts.filter { $0.roles.contains(.leader) }
    let people = posts.filter { !$0.roles.isDisjoint(with: [.leader, .headOfOffice, .officer]) }
    func choice(_ post: Post) -> Field.Choice {
      Field.Choice(HolderChoice.post(post.id).text, "\(post.personName), \(post.label)")
    }
    let holders = units.map { Field.Choice(HolderChoice.unit($0.id).text, $0.name) } + people.map(choice)
    let books = Set(
      try RegisterStore(transaction).books(visibleTo: actor)
        .filter { $0.kind == .incoming && $0.agency == actor.agency }.map(\.name)
    ).sorted()
    let any = Field.Choice("", "Tất cả")
    var fields = [
      Field(
        "Tên quy tắc", name: r.name, value: terms.name, required: true, focus: rule == nil,
        lengthMax: PresentingRule.nameLengthMax),
      Field(
        "Sổ", name: r.book, value: terms.bookName, kind: .select([any] + books.map { .init($0, $0) }), width: .half),
      Field(
        "Loại", name: r.type, value: terms.typeKey, kind: .select([any] + types.map { .init($0.key, $0.name) }),
        width: .half),
      Field(
        "Nơi gửi có chữ", name: r.issuer, value: terms.issuerWords,
        hint: "Nhiều cụm thì cách nhau bằng dấu phẩy; khớp một cụm là đủ.", lengthMax: PresentingRule.wordsLengthMax,
        width: .half),
      Field(
        "Trích yếu có chữ", name: r.subject, value: terms.subjectWords,
        hint: "Ví dụ: cát lòng sông, đá vôi. Gõ có dấu thì tìm đúng dấu.", lengthMax: PresentingRule.wordsLengthMax,
        width: .half),
      Field(
        "Chuyển thẳng", name: r.holder, value: terms.holder?.text ?? "",
        kind: .select([Field.Choice("", "Chọn nơi nhận")] + holders), required: true, width: .half),
      Field(
        "Vai trò", name: r.role, value: terms.role.rawValue,
        kind: .select(PresentingRule.roles.map { .init($0.rawValue, $0 == .decide ? "trình lãnh đạo" : $0.label) }),
        width: .quarter),
      Field(
        "Số ngày làm việc", name: r.term, value: terms.termDays.map { "\($0)" } ?? "",
        hint: "Kể từ ngày chuyển.", width: .quarter),
      Field(
        "Căn cứ", name: r.basis, value: terms.basis, hint: "Ví dụ: Quy chế làm việc, điều 12.", required: true,
        lengthMax: PresentingRule.wordsLengthMax),
    ]
    if !actor.isLeader {
      let value = rule?.leader ?? leaders.first?.id
      fields.insert(
        Field(
          "Đứng tên giao việc", name: r.leader, value: value?.description ?? "",
          kind: .select(leaders.map { .init($0.id.description, "\($0.personName), \($0.title)") })), at: 1)
    }
    return fields
  }
}

extension PresentingRule.Terms {
  /// «Sổ: …; loại: Công văn; nơi gửi có: …», for people.
  func conditions(types: [String: String]) -> String {
    [
      bookName.isEmpty ? nil : "sổ: \(bookName)", typeKey.isEmpty ? nil : "loại: \(types[typeKey] ?? typeKey)",
      issuerWords.isEmpty ? nil : "nơi gửi có: \(issuerWords)",
      subjectWords.isEmpty ? nil : "trích yếu có: \(subjectWords)",
    ].compactMap { $0 }.joined(separator: "; ")
  }

  init(_ form: Form) {
    self.init()
    let r = PresentingRuleField.self
    name = form[r.name]
    bookName = form[r.book]
    typeKey = form[r.type]
    issuerWords = form[r.issuer]
    subjectWords = form[r.subject]
    holder = HolderChoice(form[r.holder])
    role = WorkRole(rawValue: form[r.role]) ?? .lead
    // What is no number is refused as a term that is too short.
    termDays = form[r.term].isEmpty ? nil : form.integer(r.term) ?? 0
    basis = form[r.basis]
  }
}
