import Database
import Dossiers
import Kernel
import Markup
import WebApp

/// Gathers loans.
struct LoanScreen {
  static let rowsMax = 50

  var actor: Actor
  var seal: FormSeal
  var transaction: any Transaction

  private var today: Day { transaction.now.day }

  func list(_ query: Form) throws -> LoanListPage {
    let store = DossierLoanStore(transaction)
    let part = LoanPart(rawValue: query[PaperField.part]) ?? .out
    let place: KeysetPage =
      Int64(query[PaperField.older]).map { .before($0) } ?? Int64(query[PaperField.newer]).map { .after($0) } ?? .newest
    let found = try store.list(part, place, limit: Self.rowsMax, visibleTo: actor)
    let isBack = if case .after = place { true } else { false }
    let listed = place.inOrder(Array(found.prefix(Self.rowsMax)))
    let byID = try DossierStore(transaction).byID(listed.map(\.dossier), visibleTo: actor)
    var page = LoanListPage(
      tabs: try tabs(part, store),
      rows: listed.compactMap { loan in byID[loan.dossier].map { Self.row(loan, $0, today: today) } }, acts: acts)
    let hasMore = found.count > Self.rowsMax
    func at(_ field: String, _ loan: DossierLoan?) -> String? {
      loan.map { PaperPaths.loans(part, "&\(field)=\($0.id)") }
    }
    page.pager = Pager(
      newer: place == .newest || (isBack && !hasMore) ? nil : at(PaperField.newer, listed.first),
      older: isBack || hasMore ? at(PaperField.older, listed.last) : nil)
    return page
  }

  private var acts: [Button] {
    guard PaperAccess.seesArchive(actor) else { return [] }
    return ["pdf", "docx", "xlsx"].map {
      Button("In sổ năm \(today.year) (\($0.uppercased()))", style: .quiet, path: PaperPaths.register(today.year, $0))
    } + [Button("Kho, giá, hộp", path: PaperPaths.places)]
  }

  private func tabs(_ current: LoanPart, _ store: DossierLoanStore) throws -> Tabs {
    Tabs(
      label: "Sổ mượn hồ sơ",
      try LoanPart.allCases.map { part in
        let counts: Set<LoanPart> = [.waiting, .asked, .allowed, .out, .late]
        let count = counts.contains(part) ? CountText.of(try store.count(part, visibleTo: actor)) : nil
        return .init(part.label, path: PaperPaths.loans(part), selected: part == current, count: count)
      })
  }

  static func row(_ loan: DossierLoan, _ dossier: Dossier, today: Day) -> LoanListPage.Row {
    .init(
      path: PaperPaths.loan(loan.id), number: loan.number.map { "\($0)/\(loan.year ?? today.year)" } ?? "",
      notation: dossier.code.notation, title: dossier.facts.title, borrower: loan.borrower, due: due(loan, today),
      state: StateMark(loan.state.label, tone(loan)))
  }

  private static func tone(_ loan: DossierLoan) -> StateMark.Tone {
    switch loan.state {
    case .waiting, .asked, .allowed, .out: .look
    case .returned: .done
    case .declined: .plain
    }
  }

  static func due(_ loan: DossierLoan, _ today: Day) -> HTML {
    guard loan.state == .out else { return "\(loan.untilOn.text)" }
    let left = loan.untilOn.number - today.number
    let words = left < 0 ? "quá hạn \(-left) ngày" : left == 0 ? "hôm nay" : "còn \(left) ngày"
    return DeadlineMark(
      day: loan.untilOn.text, left: words,
      state: left < 0 ? .overdue : left <= RemindOfLoans.daysBefore ? .soon : .later
    ).html
  }

  func page(_ id: DossierLoan.ID, _ input: FormInput) throws -> LoanPage {
    let loan = try DossierLoanStore(transaction).find(id, visibleTo: actor)
    let dossier = try DossierStore(transaction).find(loan.dossier, visibleTo: actor)
    let steps = DossierLoan.Step.allCases.filter { LoanAccess.refusal(of: $0, by: actor, in: loan) == nil }
    let place = try DossierPaperStore(transaction).find(of: loan.dossier).map {
      try ShelfPlaceStore(transaction).path(of: $0.box).text
    }
    return LoanPage(
      title: loan.name, state: StateMark(loan.state.label, Self.tone(loan)), due: Self.due(loan, today),
      dossierName: dossier.name, dossierPath: DossierPaths.show(dossier.id), paperPath: PaperPaths.paper(dossier.id),
      facts: facts(loan, place), field: field(steps), buttons: buttons(steps, loan),
      action: PaperPaths.act(id, steps.first ?? .withdraw), hint: hint(loan), input: input,
      seal: seal.at(version: loan.version))
  }

  private func facts(_ loan: DossierLoan, _ place: String?) -> [DefinitionList.Entry] {
    [
      .init("Người mượn", text: loan.borrower), .init("Giấy giới thiệu", text: loan.borrowerPaper),
      .init("Mượn để", text: loan.reason),
      .init("Tài liệu", text: loan.documents.isEmpty ? "cả hồ sơ" : loan.documents),
      .init("Trả trước hết", text: loan.untilOn.textWithWeekday), .init("Bản giấy để ở", text: place),
      .init("Đề nghị", text: loan.asked.text), .init("Lãnh đạo đồng ý", text: loan.consented?.text),
      .init("Lưu trữ cho mượn", text: loan.allowed?.text), .init("Giao", text: loan.handedOut?.text),
      .init(loan.state == .returned ? "Nhận lại" : "Kết thúc", text: loan.ended?.text),
      .init(loan.state == .returned ? "Tình trạng khi trả" : "Lý do", text: loan.words),
    ]
  }

  private func field(_ steps: [DossierLoan.Step]) -> Field? {
    if steps.contains(.giveBack) {
      return Field(
        "Tình trạng khi trả", name: PaperField.condition, value: "Đủ, nguyên vẹn",
        hint: "Sửa lại nếu thiếu tờ, rách, bẩn.", required: true, lengthMax: DossierLoan.reasonLengthMax)
    }
    guard steps.contains(.refuse) || steps.contains(.withdraw) else { return nil }
    return Field(
      "Lý do", name: PaperField.reason, hint: steps.contains(.refuse) ? "Bắt buộc khi không cho mượn." : nil,
      lengthMax: DossierLoan.reasonLengthMax)
  }

  private func buttons(_ steps: [DossierLoan.Step], _ loan: DossierLoan) -> [Button] {
    steps.enumerated().map { index, step in
      let label =
        switch step {
        case .consent: "Đồng ý cho mượn"
        case .allow: "Cho mượn"
        case .refuse: "Không cho mượn"
        case .withdraw: "Thôi, không mượn nữa"
        case .handOut: "Đã giao bản giấy"
        case .giveBack: "Đã nhận lại bản giấy"
        }
      let isMain = [.consent, .allow, .handOut, .giveBack].contains(step)
      return Button(
        label, style: isMain ? .primary : .plain, formAction: PaperPaths.act(loan.id, step),
        key: isMain ? "ctrl+enter" : nil)
    }
  }

  private func hint(_ loan: DossierLoan) -> String? {
    switch loan.state {
    case .waiting: "Chờ lãnh đạo hoặc chánh văn phòng đồng ý: hồ sơ sử dụng có điều kiện."
    case .asked: "Chờ lưu trữ cơ quan trả lời."
    case .allowed: "Đến kho lưu trữ nhận bản giấy."
    case .out: "Trả bản giấy cho lưu trữ; lưu trữ ghi nhận lại."
    case .returned, .declined: nil
    }
  }
}
