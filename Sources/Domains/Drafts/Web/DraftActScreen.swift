import Access
import Database
import Documents
import Kernel
import Markup
import Organization
import WebApp
import Work

/// Gathers the screen of one act on a draft; refuses whoever may not act.
struct DraftActScreen {
  let draft: Draft
  let standing: DraftStanding
  let versions: [DraftVersion]
  let actor: Actor
  let transaction: any Transaction
  let input: FormInput
  let seal: FormSeal
  /// Tells what the draft answers; nil where nobody asks.
  var directory: RecordDirectory?

  init(_ id: Draft.ID, input: FormInput, seal: FormSeal, by actor: Actor, in transaction: any Transaction) throws {
    standing = try DraftStanding(id, by: actor, in: transaction)
    draft = standing.draft
    versions = try DraftVersionStore(transaction).list(of: id)
    self.actor = actor
    self.transaction = transaction
    self.input = input
    self.seal = seal
  }

  /// - Parameter obstacle: what stands in the way: a lack of right refuses the screen, anything else is shown on it.
  func page(
    _ title: String, _ explanation: String, action: String, label: String, obstacle: Refusal?
  ) throws -> DraftActPage {
    if let obstacle, obstacle.kind != .conflict { throw obstacle }
    let file = versions.last?.main
    return DraftActPage(
      title: title, explanation: explanation, line: "\(draft.facts.type?.name ?? ""), \(draft.unitName) soạn",
      subject: draft.facts.subject, backPath: DraftPaths.show(draft.id),
      pagePath: file.flatMap { ($0.pageCount ?? 0) > 0 ? DraftPaths.page($0.id, 1) : nil }, action: action,
      label: label, obstacles: obstacle?.reasons.map(\.message) ?? [], input: input,
      seal: seal.at(version: draft.version))
  }

  func version() throws -> DraftActPage {
    let number = draft.latestVersion + 1
    var page = try page(
      "Đưa bản \(number)",
      standing.isEdit
        ? "Bản sửa trực tiếp của anh/chị; bản cũ giữ nguyên, người soạn thảo và người kiểm tra thấy khác biệt."
        : "Bản cũ giữ nguyên, không sửa được; diễn biến ghi ai đưa bản nào, lúc nào.",
      action: DraftPaths.act(draft.id, .version), label: "Đưa bản \(number)", obstacle: standing.versioning)
    page.carriesFiles = true
    page.hidden = [(DraftField.seen, String(draft.latestVersion))]
    page.fields = [
      Field(
        "Tệp Word của dự thảo", name: DraftField.file, kind: .file(accept: ".docx,.doc", multiple: false),
        required: true),
      Field(
        "Sửa gì, vì sao", name: DraftField.note, hint: number == 1 ? "Để trống với bản đầu." : nil,
        lengthMax: AddDraftVersion.purposeLengthMax),
      Field(
        "Phụ lục, tệp kèm theo", name: DraftField.annexes,
        kind: .file(accept: ".docx,.doc,.pdf,.xlsx,.xls,.jpg,.jpeg,.png", multiple: true)),
      Field(
        Secrecy.vouchLabel, name: DraftField.vouched, kind: .checkbox,
        hint: "Cần tích khi có tệp ảnh, bản quét hoặc bảng tính, vì hệ thống không đọc được chữ trong đó."),
    ]
    page.fields += (versions.last?.annexes ?? []).map { file in
      Field(
        "Giữ phụ lục «\(file.name)»", name: "\(DraftField.keptAnnexes)-\(file.id)", value: "1", kind: .checkbox)
    }
    return page
  }

  /// Before a version is made from the template over one that somebody has written in.
  func template() throws -> DraftActPage {
    var page = try page(
      "Soạn từ mẫu",
      draft.latestVersion == 0
        ? "Bản 1 là tệp Word theo mẫu của loại văn bản, đã điền thông tin dự thảo. Tải về soạn tiếp, rồi đưa lên làm bản sau."
        : "Bản \(draft.latestVersion + 1) là mẫu trống điền thông tin hiện nay; phần đã soạn nằm lại ở bản \(draft.latestVersion), phụ lục giữ nguyên.",
      action: DraftPaths.act(draft.id, .template), label: "Soạn bản \(draft.latestVersion + 1) từ mẫu",
      obstacle: standing.changing)
    page.caution =
      try DraftLetter(draft, in: transaction).map { letter in
        let fields = letter.fields
        let filled = DefinitionList([
          .init("Cơ quan ban hành", text: fields.issuerName), .init("Ký hiệu", text: fields.symbol),
          .init("Trích yếu", text: fields.subject), .init("Kính gửi", text: fields.addressees.joined(separator: "; ")),
          .init("Nơi nhận", text: fields.recipientLines.joined(separator: " ")),
          .init("Quyền hạn, chức vụ", text: fields.signature.lines.joined(separator: " / ")),
          .init("Người ký", text: fields.signerName),
        ]).html
        return "<section class=\"sheet-block\"><h2>Điền vào mẫu</h2>\(filled)</section>"
      } ?? .empty
    return page
  }

  /// What the form check says, for whoever submits it and whoever judges its form; nothing while nobody asked.
  func formPart() throws -> HTML {
    guard let file = versions.last?.main else { return .empty }
    let check = try DraftFormCheckStore(transaction).find(file.id)
    let power = try SigningPowerStore(transaction).finding(against: draft.facts, on: transaction.now.day)
    guard check != nil || power != nil else { return .empty }
    return DraftFormPart(check, power: power, of: draft, isMended: true, isJudged: standing.judgesForm).html
  }

  func pass(_ item: WorkItem.ID) throws -> DraftActPage {
    let obstacle = standing.passing(item)
    guard let index = standing.steps.firstIndex(where: { $0.item == item }) else {
      throw obstacle ?? Refusal(.notFound, "Không tìm thấy bước này.")
    }
    let step = standing.steps[index]
    let next = standing.next(after: index).map { standing.steps[$0] }
    var page = try page(
      step.kind.label,
      next.map {
        "Ghi nhận anh/chị đã kiểm tra bản \(draft.latestVersion), rồi chuyển \($0.holder.name) (\($0.kind.label.lowercased()))."
          + (standing.needsContentAgain ? " \(DraftStanding.contentAgain)" : "")
      } ?? "",
      action: DraftPaths.act(draft.id, item, .pass), label: step.kind.act, obstacle: obstacle)
    page.fields = [note]
    page.caution = "\(try concerns())\(step.kind == .form ? try formPart() : .empty)"
    if let next, next.kind != .sign, next.kind != .coordinate {
      page.fields.append(
        Field(
          "Chuyển tiếp cho", name: DraftField.next,
          kind: .select([.init("", "Theo luồng: \(next.holder.name)")] + (try places(for: next.kind))),
          hint: "Để nguyên nếu đúng luồng trình."))
    }
    return page
  }

  func giveBack(_ item: WorkItem.ID) throws -> DraftActPage {
    var page = try page(
      "Trả lại dự thảo",
      standing.returnsToDrafter
        ? "Người soạn thảo nhận lại dự thảo với lý do."
        : "Dự thảo về lãnh đạo đơn vị soạn thảo trước, hoặc về người ở bước trước.",
      action: DraftPaths.act(draft.id, item, .giveBack), label: "Trả lại", obstacle: standing.returning(item))
    page.isGrave = true
    let unit =
      standing.returnsToDrafter
      ? "Người soạn thảo: \(draft.drafterName)" : "Lãnh đạo \(draft.unitName) (đơn vị soạn thảo)"
    let earlier = standing.earlier.map { step in
      Field.Choice(String(step.position), "\(step.holder.name) (\(step.kind.label.lowercased()))")
    }
    page.fields = [reason]
    if !earlier.isEmpty {
      page.fields.insert(
        Field("Trả về", name: DraftField.target, kind: .select([.init("", unit)] + earlier)), at: 0)
    }
    return page
  }

  func sign(_ item: WorkItem.ID) throws -> DraftActPage {
    var reasons = standing.signing(item)?.reasons ?? []
    if let refusal = standing.signing(item), refusal.kind != .conflict { throw refusal }
    let powers = try SigningPowerStore(transaction).list(of: draft.agency)
    do throws(Refusal) {
      _ = try powers.power(of: actor.post, for: draft.facts, on: transaction.now.day)
    } catch {
      reasons += error.reasons
    }
    var page = try page(
      "Duyệt, ký bản \(draft.latestVersion)",
      "Ghi nhận anh/chị duyệt đúng các tệp đang xem, theo tư cách «\(draft.facts.capacity.label)». Sửa sau đó thì phê duyệt không còn hiệu lực.",
      action: DraftPaths.act(draft.id, item, .sign), label: "Duyệt, ký", obstacle: Refusal(reasons, kind: .conflict))
    page.hidden = [(DraftField.seen, String(draft.latestVersion))]
    page.fields = [note]
    page.caution = "\(try concerns())\(try formPart())"
    return page
  }

  func reasoned(_ act: DraftPaths.Act) throws -> DraftActPage {
    func page(_ title: String, _ why: String, _ label: String, _ obstacle: Refusal?) throws -> DraftActPage {
      var page = try self.page(
        title, why, action: DraftPaths.act(draft.id, act), label: label, obstacle: obstacle)
      page.isGrave = true
      page.fields = [reason]
      return page
    }
    switch act {
    case .withdraw:
      let reader = standing.station?.item.openedBy.map { "\($0) đã mở." } ?? "Chưa ai mở."
      return try page(
        "Rút lại dự thảo", "\(reader) Dự thảo trở về anh/chị; trình lại thì đi từ đầu.", "Rút lại", standing.withdrawing
      )
    case .revise:
      return try page(
        "Mở lại dự thảo đã ký",
        "Phê duyệt không còn hiệu lực; dự thảo về người soạn thảo, sửa xong phải kiểm tra và ký lại.", "Mở lại để sửa",
        standing.revising)
    case .reassign:
      var page = try page(
        "Đổi người soạn thảo", "Người mới nhận việc soạn thảo; các bản đã có vẫn ghi tên người cũ.",
        "Đổi người soạn thảo", standing.reassigning)
      page.isGrave = false
      let people = try OrganizationStore(transaction).posts(in: draft.unit).filter { $0.id != draft.drafter }
      page.fields.insert(
        Field(
          "Người soạn thảo mới", name: DraftField.drafter,
          kind: .select(people.map { .init($0.id.description, "\($0.personName), \($0.title)") }), required: true),
        at: 0)
      return page
    default:
      return try page(
        "Hủy dự thảo", "Dự thảo dừng ở đây, vẫn xem lại được với lý do; không ai trình tiếp được.", "Hủy dự thảo",
        standing.cancelling)
    }
  }

  func handOver(_ id: WorkItem.ID) throws -> DraftActPage {
    guard let held = standing.items.first(where: { $0.id == id }) else {
      throw Refusal(.notFound, "Không tìm thấy việc này của dự thảo.")
    }
    var page = try page(
      "Bàn giao việc của \(held.holderName)",
      "Người nhận giữ nguyên việc, hạn và yêu cầu; các bản đã có vẫn ghi tên người cũ.",
      action: DraftPaths.handOver(draft.id, id), label: "Bàn giao",
      obstacle: HandOverDraftWork.obstacle(held, of: draft, for: actor))
    let posts = try OrganizationStore(transaction).posts(of: draft.agency).filter {
      HandOverDraftWork.obstacle(held, to: $0, of: draft, for: actor) == nil
    }
    page.fields = [
      Field(
        "Người nhận", name: DraftField.successor,
        kind: .select(
          [.init("", "chọn người nhận")] + posts.map { .init($0.id.description, "\($0.personName), \($0.label)") }),
        required: true), reason,
    ]
    return page
  }

  func passBack() throws -> DraftActPage {
    var page = try page(
      "Chuyển người soạn thảo", "\(draft.drafterName) nhận lại dự thảo để sửa.",
      action: DraftPaths.act(draft.id, .passBack), label: "Chuyển người soạn thảo",
      obstacle: standing.passingBackObstacle)
    page.fields = [note]
    return page
  }

  var note: Field {
    Field(
      "Ý kiến", name: DraftField.note, kind: .area(rows: 3), hint: "Có thể để trống.", focus: true,
      lengthMax: DraftAccess.noteLengthMax)
  }

  var reason: Field {
    Field(
      "Lý do", name: DraftField.reason, kind: .area(rows: 3), required: true, focus: true,
      lengthMax: DraftAccess.reasonLengthMax)
  }
}
