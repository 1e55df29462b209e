import Database
import Kernel
import Work

/// A draft with its work and way, as one person sees it: what stands in the way of each act. Page and act refuse with
/// the same words.
struct DraftStanding: Sendable {
  var draft: Draft
  var items: [WorkItem]
  var steps: [DraftStep]
  var checks: [DraftCheck]
  var actor: Actor
  var today: Day
  /// Its newest version says no more than a template does.
  var isBlank = false

  /// The drafter's own work.
  var writing: WorkItem? { items.last { $0.kind == .writeDraft } }

  /// The station at which it stands, with its open work.
  var station: (step: DraftStep, item: WorkItem)? {
    for step in steps {
      if let item = items.first(where: { $0.id == step.item && $0.isOpen }) { return (step, item) }
    }
    return nil
  }

  /// It came back and stands with the head of the lead unit (ST-03).
  var passingBack: WorkItem? { items.last { $0.kind == .passBackDraft && $0.isOpen } }

  /// What was found since it was submitted last, and counts.
  var standingChecks: [DraftCheck] { checks.filter { $0.stands && $0.round == draft.round } }

  var isDrafter: Bool { writing?.isHeld(by: actor) == true }

  /// Whether the drafter has it in hand.
  var isInHand: Bool { writing.map { $0.state == .inProgress || $0.state == .offered } == true && passingBack == nil }

  /// The head of the unit that writes it.
  var isUnitHead: Bool { actor.unit == draft.unit && actor.roles.contains(.unitHead) }

  /// Who ordered it, or heads the unit that writes it.
  var governs: Bool { isUnitHead || draft.assigner == actor.post }

  private var over: Refusal {
    Refusal(
      .conflict,
      "Dự thảo đang ở trạng thái «\(draft.progress.label)» nên không thực hiện được bước này. \(whatToDo)")
  }

  /// Who has it, and what leads on.
  private var whatToDo: String {
    if let (step, item) = station {
      return
        "\(item.holderName) đang giữ (\(step.kind.label.lowercased())); cần sửa thì người ấy trả lại, hoặc người soạn thảo rút lại."
    }
    if let item = passingBack {
      return "\(item.holderName) đang giữ; người ấy chuyển người soạn thảo thì làm tiếp được."
    }
    switch draft.progress {
    case .signed: return "Cần sửa thì «Mở lại để sửa» khi chưa cấp số."
    case .numbered, .issued: return "Cần sửa thì soạn dự thảo khác, hoặc nhờ văn thư thu hồi văn bản."
    case .cancelled, .recalled: return "Cần văn bản này thì soạn dự thảo khác."
    default: return "\(draft.drafterName) đang giữ."
    }
  }

  private var notDrafter: Refusal {
    Refusal(.forbidden, "Dự thảo do \(draft.drafterName) soạn; chỉ người soạn thảo làm được việc này.")
  }

  // MARK: writing

  /// Taking up what was ordered.
  var accepting: Refusal? {
    guard isDrafter else { return notDrafter }
    return writing?.state == .offered ? nil : over
  }

  /// Changing what is said of it.
  var changing: Refusal? {
    guard isDrafter else { return notDrafter }
    return isInHand && !draft.isOver ? nil : over
  }

  /// Putting a new version there: the drafter while it is in hand, whoever checks or signs while it stands with them
  /// (PL6-1d).
  var versioning: Refusal? {
    if draft.isOver { return over }
    if let (step, item) = station, item.isHeld(by: actor), step.kind != .coordinate { return attending(step) }
    guard isDrafter else {
      return Refusal(.forbidden, "Chỉ người soạn thảo, hoặc người đang giữ bước kiểm tra, duyệt, đưa được bản mới.")
    }
    return isInHand ? nil : over
  }

  /// An edit by somebody on the way, not by the drafter.
  var isEdit: Bool { station?.item.isHeld(by: actor) == true }

  var submitting: Refusal? {
    if let refusal = changing { return refusal }
    var reasons = draft.facts.reasons(today: today) + draft.facts.missing
    if draft.latestVersion == 0 {
      reasons.append(.init("Chưa có tệp dự thảo; hãy tải lên bản Word trước khi trình."))
    }
    if isBlank {
      reasons.append(
        .init("Bản \(draft.latestVersion) là mẫu trống, chưa có lời văn; hãy tải về, soạn nội dung rồi «Đưa bản mới»."))
    }
    return Refusal(reasons.map { .init($0.message) }, kind: .conflict)
  }

  // MARK: the way

  /// Whether the actor may do what a station is for.
  private func attending(_ step: DraftStep) -> Refusal? {
    guard step.kind == .content || step.kind == .coordinate, !step.holder.principal.isPost else { return nil }
    return actor.roles.contains(.unitHead)
      ? nil : Refusal(.forbidden, "Chỉ lãnh đạo đơn vị «\(step.holder.name)» kiểm tra, cho ý kiến ở bước này.")
  }

  /// The form is before whoever judges it.
  var judgesForm: Bool { station.map { $0.step.kind == .form && $0.item.isHeld(by: actor) } == true }

  /// It is before whoever signs it.
  var signs: Bool { station.map { $0.step.kind == .sign && $0.item.isHeld(by: actor) } == true }

  /// What every act of a station asks first.
  private func holding(_ id: WorkItem.ID) -> (step: DraftStep, refusal: Refusal?)? {
    guard let item = items.first(where: { $0.id == id }), let step = steps.first(where: { $0.item == id }) else {
      return nil
    }
    guard item.isHeld(by: actor) else {
      return (step, Refusal(.forbidden, "Bước này do \(item.holderName) giữ."))
    }
    guard item.isOpen else { return (step, over) }
    return (step, attending(step))
  }

  private static let noStep = Refusal(.notFound, "Không tìm thấy bước này của dự thảo.")

  /// Passing a station on; signing is an act of its own.
  func passing(_ id: WorkItem.ID) -> Refusal? {
    guard let (step, refusal) = holding(id) else { return Self.noStep }
    if let refusal { return refusal }
    guard step.kind != .sign else { return Refusal(.conflict, "Bước này kết thúc bằng «Duyệt, ký».") }
    return twoPeople(step)
  }

  /// Content and form are answered for by two people (ST-07, ST-08).
  private func twoPeople(_ step: DraftStep) -> Refusal? {
    if step.kind == .content, standingChecks.contains(where: { $0.kind == .form && $0.person == actor.person }) {
      return Refusal(
        .conflict,
        "Anh/chị đã kiểm tra thể thức. Nội dung phải do người khác kiểm tra; hãy trả lại để đổi người kiểm tra nội dung."
      )
    }
    guard step.kind == .form, let content = contentCheck, content.person == actor.person else { return nil }
    return Refusal(
      .conflict,
      "\(content.name) đã kiểm tra nội dung. Thể thức phải do người khác kiểm tra; hãy để văn thư hoặc chánh văn phòng làm bước này."
    )
  }

  func returning(_ id: WorkItem.ID) -> Refusal? {
    guard let (_, refusal) = holding(id) else { return Self.noStep }
    return refusal
  }

  /// Stations before the one it stands at, to which it can be returned.
  var earlier: [DraftStep] {
    guard let (step, _) = station else { return [] }
    return steps.filter { $0.position < step.position }
  }

  /// It comes from the lead unit's own head: nobody stands between.
  var returnsToDrafter: Bool {
    guard let (step, _) = station else { return false }
    return step.kind == .content && isUnitHead
  }

  /// Passing what came back on to the drafter.
  var passingBackObstacle: Refusal? {
    guard let item = passingBack else { return over }
    guard item.isHeld(by: actor), actor.roles.contains(.unitHead) else {
      return Refusal(.forbidden, "Chỉ lãnh đạo đơn vị «\(item.holderName)» chuyển dự thảo cho người soạn thảo.")
    }
    return nil
  }

  var withdrawing: Refusal? {
    guard isDrafter else { return notDrafter }
    return station == nil ? over : nil
  }

  // MARK: signing

  /// What the law and the record ask before the signature; without the power to sign, which is looked up.
  func signing(_ id: WorkItem.ID) -> Refusal? {
    guard let (step, refusal) = holding(id) else { return Self.noStep }
    if let refusal { return refusal }
    guard step.kind == .sign else { return Refusal(.conflict, "Dự thảo chưa đến bước ký.") }
    guard actor.onBehalfOf == nil else {
      return Refusal(.forbidden, "Đang làm thay người khác: ủy quyền sử dụng hệ thống không gồm quyền ký.")
    }
    var reasons: [Refusal.Reason] = []
    let content = contentCheck
    let form = standingChecks.last { $0.kind == .form }
    if content == nil {
      reasons.append(
        .init(
          contentSeen == nil
            ? "Chưa có người kiểm tra, chịu trách nhiệm về nội dung."
            : "\(Self.contentAgain) Hãy trả lại người kiểm tra nội dung."))
    }
    if form == nil { reasons.append(.init("Chưa có người kiểm tra, chịu trách nhiệm về thể thức.")) }
    if let content, let form, content.person == form.person {
      reasons.append(.init("Nội dung và thể thức do cùng một người kiểm tra; phải là hai người."))
    }
    return Refusal(reasons, kind: .conflict)
  }

  /// Opening what is signed again, before it has a number (ST-06).
  var revising: Refusal? {
    guard draft.progress == .signed else { return over }
    guard isDrafter || isUnitHead || draft.facts.signer == actor.post else {
      return Refusal(
        .forbidden, "Chỉ người soạn thảo, lãnh đạo đơn vị soạn thảo hoặc người ký mở lại được dự thảo đã ký.")
    }
    return nil
  }

  var cancelling: Refusal? {
    if draft.isOver { return over }
    guard isDrafter || governs else {
      return Refusal(.forbidden, "Chỉ người soạn thảo, người giao soạn thảo hoặc lãnh đạo đơn vị soạn thảo hủy được.")
    }
    guard draft.progress != .signed else {
      return Refusal(.conflict, "Dự thảo đã ký. Hãy «Mở lại để sửa» trước, rồi mới hủy.")
    }
    guard governs || isInHand else {
      return Refusal(.conflict, "Dự thảo đã trình. Hãy rút lại trước, hoặc đề nghị lãnh đạo đơn vị hủy.")
    }
    return nil
  }

  var reassigning: Refusal? {
    guard governs else {
      return Refusal(.forbidden, "Chỉ người giao soạn thảo hoặc lãnh đạo đơn vị soạn thảo đổi được người soạn thảo.")
    }
    return isInHand && !draft.isOver ? nil : over
  }
}

extension DraftStanding {
  /// As the draft stands for this actor; refuses what they may not see.
  init(_ id: Draft.ID, by actor: Actor, in transaction: any Transaction) throws {
    draft = try DraftStore(transaction).find(id, visibleTo: actor)
    let way = DraftWayStore(transaction)
    items = try WorkStore(transaction).items(of: .draft(id))
    steps = try way.steps(of: draft)
    checks = try way.checks(of: id)
    self.actor = actor
    today = transaction.now.day
    isBlank = try DraftVersionStore(transaction).isBlank(draft)
  }
}
