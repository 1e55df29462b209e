import Access
import Database
import Documents
import Kernel
import Markup
import Organization
import Work

/// Gathers the forms of opinions, the table of them, and the slip.
extension DraftActScreen {
  func askOpinions() throws -> DraftActPage {
    var page = try page(
      "Lấy ý kiến", "Mỗi nơi được hỏi thấy dự thảo và trả lời: nhất trí, không nhất trí, ý kiến khác.",
      action: DraftPaths.opinions(draft.id, .ask), label: "Gửi lấy ý kiến", obstacle: standing.askingOpinions)
    page.fields = [
      Field(
        "Nội dung cần góp ý", name: DraftField.note, kind: .area(rows: 3), required: true, focus: true,
        lengthMax: DraftAccess.noteLengthMax),
      Field("Trả lời trước hết ngày", name: DraftField.due, kind: .day, required: true, width: .half),
    ]
    let places = try DraftPlaces(of: draft.agency, in: transaction)
    page.lastFields =
      places.units.filter { $0.id != actor.unit }.map {
        Field($0.name, name: "\(DraftField.next)-\(DraftPlace.unit($0.id).text)", kind: .checkbox, width: .half)
      }
      + places.posts.filter { $0.id != actor.post && !$0.roles.isDisjoint(with: [.leader, .headOfOffice, .officer]) }
      .map {
        Field(
          "\($0.personName), \($0.label)", name: "\(DraftField.next)-\(DraftPlace.post($0.id).text)", kind: .checkbox,
          width: .half)
      }
    if let reasons = input.reasons[DraftField.next] { page.input.generalReasons += reasons }
    return page
  }

  func giveOpinion(_ item: WorkItem.ID) throws -> DraftActPage {
    let asked = standing.items.first { $0.id == item }
    var page = try page(
      "Góp ý dự thảo", asked.map { "\($0.giverName) hỏi: «\($0.instruction)»" } ?? "",
      action: DraftPaths.opinion(draft.id, item, .give), label: "Gửi ý kiến", obstacle: standing.givingOpinion(item))
    page.hidden = [(DraftField.seen, String(draft.latestVersion))]
    page.fields = [
      Field(
        "Ý kiến", name: DraftField.stance,
        kind: .select(DraftOpinion.Stance.allCases.map { .init($0.rawValue, $0.label) }), width: .half),
      Field(
        "Ý kiến chung", name: DraftField.note, kind: .area(rows: 4), hint: "Nhất trí thì có thể để trống.",
        lengthMax: DraftAccess.noteLengthMax),
    ]
    let places = try DraftVersionStore(transaction).places(of: draft.latestVersion, draft.id)
    guard !places.isEmpty else {
      page.fields += [
        Field(
          "Về phần nào", name: DraftField.place, hint: "Để trống là cả văn bản.",
          lengthMax: GiveDraftOpinion.placeLengthMax, width: .half),
        Field(
          "Câu chữ được góp ý", name: DraftField.excerpt, kind: .area(rows: 2),
          lengthMax: GiveDraftOpinion.excerptLengthMax),
      ]
      return page
    }
    page.explanation += " Góp ý được từng Điều, khoản của bản \(draft.latestVersion); ô để trống thì bỏ qua."
    if let reasons = input.reasons[DraftField.place] { page.input.generalReasons += reasons }
    page.lastFields = (1...CommentFields.rows).flatMap { row in
      [
        Field(
          "Góp ý \(row): Điều, khoản", name: CommentFields.place(row),
          kind: .select([.init("", "không")] + places.map { .init($0, $0) }), width: .third),
        Field(
          "Nội dung góp ý \(row)", name: CommentFields.text(row), kind: .area(rows: 2),
          lengthMax: DraftAccess.noteLengthMax),
      ]
    }
    return page
  }

  func extendOpinion(_ item: WorkItem.ID) throws -> DraftActPage {
    let asked = standing.items.first { $0.id == item }
    var page = try page(
      "Gia hạn góp ý",
      asked.map { "\($0.holderName), hạn cũ \(($0.dueAt.map { ($0 - .milliseconds(1)).day.text }) ?? "không có")." }
        ?? "",
      action: DraftPaths.opinion(draft.id, item, .extend), label: "Gia hạn",
      obstacle: standing.extendingOpinion(item))
    page.fields = [Field("Hạn mới", name: DraftField.due, kind: .day, required: true, width: .half), reason]
    return page
  }

  func opinionTable(systemName: String) throws -> OpinionTablePage {
    let said = try DraftOpinionStore(transaction).list(of: draft.id)
    let lines = standing.askedOpinions.filter { $0.state != .recalled }.map { item -> OpinionTablePage.Line in
      guard let opinion = said.last(where: { $0.item == item.id }) else {
        let isLate = item.dueAt.map { $0 <= transaction.now } ?? false
        let due = item.dueAt.map { "hạn \(($0 - .milliseconds(1)).day.text)" } ?? ""
        return .init(
          whom: item.holderName, stance: isLate ? "Im lặng, quá hạn" : "Chưa trả lời", tone: isLate ? .wrong : .look,
          text: "", line: due,
          extendPath: standing.extendingOpinion(item.id) == nil ? DraftPaths.opinion(draft.id, item.id, .extend) : nil)
      }
      let excerpt = opinion.excerpt.isEmpty ? "" : "«\(opinion.excerpt)»"
      let comments = opinion.comments.map { "\($0.place): \($0.text)" }
      return .init(
        whom: item.holder.isPost ? item.holderName : "\(item.holderName) (\(opinion.authorName))",
        stance: opinion.stance.label, tone: opinion.stance == .agree ? .done : .look,
        text: ([[opinion.place, excerpt, opinion.text].filter { !$0.isEmpty }.joined(separator: ": ")] + comments)
          .filter { !$0.isEmpty }.joined(separator: "; "),
        line: "bản \(opinion.versionNumber), \(opinion.at.text)")
    }
    return OpinionTablePage(
      agencyName: try OrganizationStore(transaction).agencyName(draft.agency), subject: draft.facts.subject,
      unit: draft.unitName, lines: lines, places: try commented(said),
      provenance: "\(actor.titleOnRecord), in lúc \(transaction.now.text) từ \(systemName)",
      draftPath: DraftPaths.show(draft.id), printPath: DraftPaths.opinions(draft.id, .print),
      askPath: standing.askingOpinions == nil ? DraftPaths.opinions(draft.id, .ask) : nil)
  }

  /// What was said of each article, in the order of the newest text; what that has no longer comes last.
  private func commented(_ said: [DraftOpinion]) throws -> [OpinionTablePage.Place] {
    let order = try DraftVersionStore(transaction).places(of: draft.latestVersion, draft.id)
    let lines = said.flatMap { opinion in
      opinion.comments.map { comment in
        OpinionTablePage.Place(
          place: comment.place, whom: opinion.authorName, text: comment.text,
          line: "bản \(opinion.versionNumber)" + (order.contains(comment.place) ? "" : ", bản mới không còn"))
      }
    }
    return lines.sorted { one, other in
      (order.firstIndex(of: one.place) ?? order.count) < (order.firstIndex(of: other.place) ?? order.count)
    }
  }

  func slip(systemName: String) throws -> SubmissionSlipPage {
    let organization = OrganizationStore(transaction)
    let opinions = try opinionTable(systemName: systemName).lines
    let latest = versions.last
    let checks = standing.standingChecks.map {
      "\($0.kind.label): \($0.name), \($0.found) bản \($0.versionNumber), \($0.at.text)\($0.note.isEmpty ? "" : ": \($0.note)")"
    }
    let submission = try DraftSubmissionStore(transaction).current(of: draft)
    // Drafts submitted before submissions were kept have what they proposed with the work itself.
    let first = standing.items.last { DraftStep.Kind($0.kind) == .content && !$0.instruction.isEmpty }
    let proposal = [submission?.proposal ?? "", submission == nil ? first?.instruction ?? "" : ""].first { !$0.isEmpty }
    return SubmissionSlipPage(
      agencyName: try organization.agencyName(draft.agency), unit: draft.unitName,
      placeName: try organization.agency(draft.agency).placeName, day: submission?.at.day ?? transaction.now.day,
      addressee: draft.facts.signerName.isEmpty ? "lãnh đạo cơ quan" : draft.facts.signerName,
      typeName: draft.facts.type?.name ?? "", subject: draft.facts.subject,
      basis: try origin(), recipients: draft.facts.recipients.names(informed: false).joined(separator: "; "),
      informed: draft.facts.recipients.names(informed: true).joined(separator: "; "), round: draft.round,
      summary: submission?.summary ?? "",
      files: (latest?.files ?? []).map { "\($0.name) (bản \(draft.latestVersion))" }, checks: checks,
      opinions: opinions.map { "\($0.whom): \($0.stance.lowercased())\($0.text.isEmpty ? "" : ", \($0.text)")" },
      proposal: proposal ?? "Kính trình lãnh đạo xem xét, ký ban hành.", drafter: draft.drafterName,
      provenance: "\(actor.titleOnRecord), in lúc \(transaction.now.text) từ \(systemName)",
      draftPath: DraftPaths.show(draft.id), printPath: DraftPaths.slipPrint(draft.id))
  }

  private func origin() throws -> String {
    guard let origin = draft.origin,
      let summary = try directory?.summaries(of: [origin.record], visibleTo: actor, in: transaction)[origin.record]
    else { return "" }
    return "\(summary.kindLabel) \(summary.notation): \(summary.subject)"
  }
}

/// Names of the fields of comments on single articles.
enum CommentFields {
  /// As many as one form offers.
  static let rows = 6

  static func place(_ row: Int) -> String { "dieu-\(row)" }
  static func text(_ row: Int) -> String { "gop-y-\(row)" }
}
