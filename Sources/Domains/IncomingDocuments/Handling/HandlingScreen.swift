import Database
import Documents
import Exchange
import Identity
import Kernel
import Markup
import Organization
import Papers
import Registers
import WebApp
import Work
import WorkCalendar

/// Gathers the screen of one act of handling; refuses whoever may not act.
struct HandlingScreen {
  let document: IncomingDocument
  let items: [WorkItem]
  private let absences: [PostID: Delegation]
  let actor: Actor
  let transaction: any Transaction
  private let input: FormInput
  private let seal: FormSeal

  init(
    _ id: IncomingDocument.ID, input: FormInput, seal: FormSeal, by actor: Actor, in transaction: any Transaction
  ) throws {
    document = try IncomingDocumentStore(transaction).find(id, visibleTo: actor)
    items = try WorkStore(transaction).items(of: .incomingDocument(id))
    absences = try DelegationStore(transaction).absences(in: document.agency)
    self.actor = actor
    self.transaction = transaction
    self.input = input
    self.seal = seal
  }

  func presentation() throws -> HandlingPage {
    guard HandlingAccess.mayPresent(document, actor) else { throw HandlingAccess.notPresenter }
    var page = try page(
      "Trình văn bản", "Người được trình thấy văn bản trong «Việc của tôi» ngay khi gửi.",
      action: IncomingDocumentPaths.presentation(document.id), label: "Trình")
    page.fields = [
      Field("Đề xuất", name: HandlingField.text, kind: .area(rows: 3), lengthMax: HandlingAccess.textLengthMax)
    ]
    page.placesTitle = "Trình"
    if document.progress == .registered {
      page.rule = try PresentingRuleStore(transaction).first(for: document).map { rule in
        .init(
          key: rule.id.description, version: rule.version, name: rule.terms.name, effect: rule.effect,
          basis: "\(rule.leaderName) đặt; \(rule.terms.basis).",
          action: IncomingDocumentPaths.sendingByRule(document.id))
      }
    }
    page.roles = [Field.Choice("1", "trình")]
    let posts = try OrganizationStore(transaction).posts(of: document.agency)
    page.places = posts.filter {
      $0.roles.contains(.leader) || ($0.roles.contains(.headOfOffice) && $0.id != actor.post)
    }
    .map(place)
    return page
  }

  /// - Parameter text: what was typed so far, when the places it names are to be filled in.
  func directive(readingPlacesIn text: String = "") throws -> HandlingPage {
    let isKeyed = !HandlingAccess.mayDirect(document, actor)
    guard !isKeyed || HandlingAccess.mayKeyDirective(document, actor) else { throw HandlingAccess.notLeader }
    var page = try page(
      isKeyed ? "Nhập bút phê trên giấy" : "Bút phê",
      isKeyed
        ? "Ghi đúng bút phê trên bản giấy; văn bản ghi rõ văn thư nhập thay lãnh đạo."
        : "Một nơi chủ trì, các nơi phối hợp và để biết; hạn riêng ghi ở từng nơi, để trống thì theo hạn chung.",
      action: IncomingDocumentPaths.directive(document.id), label: isKeyed ? "Lưu bút phê và giao" : "Gửi bút phê")
    page.fields = [
      Field(
        "Ý kiến chỉ đạo", name: HandlingField.text, kind: .area(rows: 4), required: true, focus: true,
        lengthMax: HandlingAccess.textLengthMax), due(document.facts.handlingDueDate),
      Field(
        "Cần văn bản trả lời", name: HandlingField.needsReply, value: try isReplyAsked() ? "1" : "", kind: .checkbox,
        width: .third),
    ]
    if isKeyed {
      let leaders = try OrganizationStore(transaction).posts(of: document.agency, with: .leader)
      page.fields.insert(
        Field(
          "Bút phê của", name: HandlingField.leader, value: leaders.first?.id.description ?? "",
          kind: .select(leaders.map { Field.Choice($0.id.description, "\($0.personName), \($0.title)") }), width: .half),
        at: 0)
      page.fields.insert(
        Field(
          "Ngày bút phê", name: HandlingField.writtenOn, value: transaction.now.day.text, kind: .day,
          hint: "Ngày ghi trên giấy; hạn chuyển giao tính từ ngày này.", width: .half), at: 1)
      page.carriesFiles = true
      page.fields += [
        Field(
          "Bản chụp bút tích", name: HandlingField.handwriting,
          kind: .file(accept: FileKind.handwritingAccepted, multiple: false),
          hint: "Ảnh hoặc PDF của phần chữ viết tay; có thể để trống.", width: .half),
        Field(
          Secrecy.vouchLabel, name: RegistrationField.vouchedOpen, kind: .checkbox,
          hint: "Cần tích khi kèm bản chụp, vì chữ viết tay không đọc tự động được.", width: .half),
      ]
    }
    page.placesTitle = "Giao cho"
    page.roles = Self.roles
    page.readsPlaces = IncomingDocumentPaths.namedPlaces(document.id)
    if !isKeyed { page.phrases = try ReadyPhraseStore(transaction).offered(to: actor.post).map(\.text) }
    page.daysOffPath = IncomingDocumentPaths.daysOff(document.id)
    page.places = try places()
    if !text.isEmpty {
      let named = try named(in: text)
      for index in page.places.indices {
        guard let read = named.first(where: { $0.key == page.places[index].key }) else { continue }
        page.places[index].role = read.role
        page.places[index].due = read.due
      }
    }
    return page
  }

  /// Every unit and person of the agency to whom work can be given. Whoever gives it to a unit whose head is away is
  /// told who stands in.
  func places() throws -> [HandlingPage.Place] {
    let (units, people) = try receivers()
    let heads = try OrganizationStore(transaction).posts(of: document.agency).filter { $0.roles.contains(.unitHead) }
    return units.map { unit in
      let away = heads.filter { $0.unit == unit.id }.compactMap { absences[$0.id] }
      let told = away.map { " (\($0.absentName) \($0.absenceText))" }.joined()
      return HandlingPage.Place(key: HolderChoice.unit(unit.id).text, label: unit.name + told)
    } + people.map(place)
  }

  /// The places that a text names, as the form writes them.
  func named(in text: String) throws -> [(key: String, role: String, due: String)] {
    let (units, people) = try receivers()
    let candidates =
      units.map {
        DirectiveReading.Candidate(holder: .unit($0.id), name: $0.name, abbreviation: $0.abbreviation)
      } + people.map { DirectiveReading.Candidate(holder: .post($0.id), name: $0.personName, abbreviation: "") }
    return DirectiveReading(candidates, today: transaction.now.day).places(in: text).map {
      ($0.holder.text, $0.role.rawValue, $0.due?.text ?? "")
    }
  }

  /// Units in which somebody receives, and people who are given work by name.
  private func receivers() throws -> (units: [OrganizationalUnit], people: [Post]) {
    let store = OrganizationStore(transaction)
    let posts = try store.posts(of: document.agency)
    let receiving = Set(posts.filter { !$0.roles.isDisjoint(with: [.unitHead, .unitClerk]) }.map(\.unit))
    let people = posts.filter { $0.id != actor.post && !$0.roles.isDisjoint(with: [.leader, .headOfOffice, .officer]) }
    return (try store.units(of: document.agency).filter { receiving.contains($0.id) }, people)
  }

  func assignment(_ id: WorkItem.ID) throws -> HandlingPage {
    let held = try held(id)
    var page = try page(
      "Phân công", "Một người xử lý chính; người khác phối hợp hoặc để biết.",
      action: IncomingDocumentPaths.work(id, .assign, on: document.id), label: "Phân công")
    page.daysOffPath = IncomingDocumentPaths.daysOff(document.id)
    page.fields = [
      Field("Ý kiến", name: HandlingField.text, kind: .area(rows: 3), lengthMax: HandlingAccess.textLengthMax), due(),
    ]
    if let last = held.dueAt.map({ Deadline(due: $0).lastDay }) {
      page.fields[1].hint = "Để trống là theo hạn của đơn vị: \(last.textWithWeekday)."
    }
    page.placesTitle = "Giao cho"
    page.roles = Self.assignmentRoles
    page.places = try OrganizationStore(transaction).posts(in: actor.unit).map(place)
    return page
  }

  func reasoned(_ act: IncomingDocumentPaths.WorkAct, _ id: WorkItem.ID) throws -> HandlingPage {
    switch act {
    case .recall:
      let given = try items.find(id)
      if let refusal = RecallWork.obstacle(given, items, for: actor) { throw refusal }
      let readers = Work.branch(of: given, in: items).filter(\.isOpen).compactMap(\.openedBy)
      var page = try page(
        "Thu hồi việc giao \(given.holderName)",
        readers.isEmpty
          ? "Chưa ai mở. Việc đã chuyển tiếp từ đây cũng thu hồi."
          : "Đã mở: \(readers.joined(separator: ", ")). Việc đã chuyển tiếp từ đây cũng thu hồi.",
        action: IncomingDocumentPaths.work(id, .recall, on: document.id), label: "Thu hồi")
      page.isGrave = true
      page.fields = [reason]
      return page
    case .reopen:
      let given = try items.find(id)
      if let refusal = ReopenWork.obstacle(given, items, for: actor) { throw refusal }
      var page = try page(
        "Mở lại việc của \(given.holderName)", "Việc trở lại «Cần tôi làm» của nơi đã hoàn thành.",
        action: IncomingDocumentPaths.work(id, .reopen, on: document.id), label: "Mở lại")
      page.fields = [reason]
      return page
    default:
      let held = try held(id)
      var page = try page(
        "Trả lại \(held.giverName)", "Không đúng thẩm quyền thì trả lại người giao, không chuyển ngang.",
        action: IncomingDocumentPaths.work(id, .giveBack, on: document.id), label: "Trả lại")
      page.isGrave = true
      page.fields = [reason]
      return page
    }
  }

  func held(_ id: WorkItem.ID) throws -> WorkItem { try items.held(id, by: actor) }

  func page(_ title: String, _ explanation: String, action: String, label: String) throws -> HandlingPage {
    if let refusal = try HandlingAccess.notLent(document, actor, in: transaction) { throw refusal }
    if let recalled = document.recalled { throw recalled.refusal(document.arrivalNumber) }
    guard document.state == .registered else {
      throw Refusal(.conflict, "Số đến \(document.arrivalNumber) «\(document.state.label)» nên không xử lý được.")
    }
    let said = try HandlingStore(transaction).directives(of: document.id).map {
      HandlingPage.Said(
        author: $0.authorName, at: $0.givenAt.text, text: $0.text, recalled: $0.recalledText(among: items))
    }
    let file = try IncomingFileStore(transaction).list(of: document.id).first { $0.kind.isShown && $0.workItem == nil }
    return HandlingPage(
      title: title, explanation: explanation,
      document: "Số đến \(document.arrivalNumber), \(document.facts.codeText) của \(document.facts.issuerName)",
      subject: document.facts.subject, documentPath: IncomingDocumentPaths.show(document.id),
      pagePath: file.map { IncomingDocumentPaths.page($0.id, 1) }, said: said, action: action, label: label,
      input: input, seal: seal)
  }

  /// Whoever gives work to somebody who is away is told who stands in.
  func place(_ post: Post) -> HandlingPage.Place {
    let away = absences[post.id].map { " (\($0.absenceText))" } ?? ""
    return HandlingPage.Place(key: HolderChoice.post(post.id).text, label: "\(post.personName), \(post.label)\(away)")
  }

  /// - Parameter asked: until when the sender asks for it; a day that has passed is told, not proposed.
  private func due(_ asked: Day? = nil) -> Field {
    let proposed = asked.flatMap { $0 >= transaction.now.day ? $0 : nil }
    let said = asked.map { "Nơi gửi đề nghị trước hết \($0.text). " } ?? ""
    return Field(
      "Hạn chung", name: HandlingField.due, value: proposed?.text ?? "", kind: .day,
      hint: "\(said)Đến 24:00 của ngày này.", width: .third)
  }

  /// Whether the sender, an agency of the installation, waits for a reply.
  private func isReplyAsked() throws -> Bool {
    let store = PacketStore(transaction)
    guard let packet = try store.ofIncomingLater(document.id.number).get() else { return false }
    return try store.content(of: packet).facts.replyDueDate != nil
  }

  var reason: Field {
    Field(
      "Lý do", name: HandlingField.reason, kind: .area(rows: 3), required: true, focus: true,
      lengthMax: HandlingAccess.reasonLengthMax)
  }

  static let assignmentRoles: [Field.Choice] = [
    .init(WorkRole.lead.rawValue, "xử lý chính"), .init(WorkRole.coordinate.rawValue, WorkRole.coordinate.label),
    .init(WorkRole.inform.rawValue, WorkRole.inform.label),
  ]

  static let roles: [Field.Choice] = [WorkRole.lead, .coordinate, .inform].map { .init($0.rawValue, $0.label) }
}
