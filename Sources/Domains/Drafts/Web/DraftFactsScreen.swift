import Access
import Database
import Documents
import Dossiers
import Kernel
import Markup
import Organization
import WebApp
import Work

/// The form of what is said of a draft: of a new one, and of one in hand.
struct DraftFactsScreen {
  let actor: Actor
  let transaction: any Transaction
  let input: FormInput
  let seal: FormSeal

  /// - Parameters:
  ///   - origin: the record that it answers, or the dossier for which it is written.
  ///   - summary: that record, as the actor sees it.
  func new(_ origin: DraftOrigin?, _ summary: RecordSummary?) throws -> DraftActPage {
    var page = try page(
      "Soạn văn bản",
      summary.map {
        $0.reference.code == RecordReference.dossierCode
          ? "Soạn cho hồ sơ \($0.notation): \($0.subject). Ban hành xong, hồ sơ gợi ý đưa văn bản vào."
          : "Trả lời, thực hiện \($0.kindLabel.lowercased()) \($0.notation): \($0.subject)"
      }
        ?? "Ghi thông tin trước; tệp Word làm từ mẫu hoặc đưa lên ở bước sau.", action: DraftPaths.new,
      label: "Tạo dự thảo",
      back: summary?.path ?? DraftPaths.list)
    page.second = Button("Tạo, soạn từ mẫu", formAction: DraftPaths.newFromTemplate, key: "alt+enter")
    if let origin {
      page.hidden = [(DraftField.origin, origin.record.text)]
      if let item = origin.item { page.hidden.append((DraftField.originItem, item.description)) }
    }
    if !input.isRefused, let answered = AnsweredDocument(summary) {
      page.input = FormInput(values: answered.values)
    }
    if DraftAccess.mayOrderOthers(actor) { page.lastFields += try ordering() }
    page.seal = seal
    return page
  }

  func change(_ draft: Draft) throws -> DraftActPage {
    var page = try page(
      "Sửa thông tin dự thảo", "Sửa được khi dự thảo đang ở tay người soạn thảo.",
      action: DraftPaths.act(draft.id, .change), label: "Lưu", back: DraftPaths.show(draft.id))
    page.line = "\(draft.facts.type?.name ?? ""), \(draft.unitName) soạn"
    if !input.isRefused { page.input = FormInput(values: DraftForm.values(draft.facts)) }
    page.seal = input.isRefused ? seal : seal.at(version: draft.version)
    return page
  }

  private func page(
    _ title: String, _ explanation: String, action: String, label: String, back: String
  ) throws -> DraftActPage {
    let signers = try signers()
    return DraftActPage(
      title: title, explanation: explanation, backPath: back, action: action,
      fields: [
        Field(
          "Loại văn bản", name: DraftField.type, value: DocumentType.congVan.key,
          kind: .select(DocumentType.administrative.map { .init($0.key, $0.name) }), required: true, width: .half),
        Field(
          "Độ khẩn", name: DraftField.urgency, value: Urgency.normal.rawValue,
          kind: .select(Urgency.allCases.map { .init($0.rawValue, $0.label) }), width: .half),
        Field(
          "Trích yếu", name: DraftField.subject, kind: .area(rows: 2), required: true, focus: true,
          lengthMax: DraftFacts.subjectLengthMax),
        Field(
          "Người ký dự kiến", name: DraftField.signer, kind: .select([.init("", "chưa chọn")] + signers), width: .half),
        Field(
          "Tư cách ký", name: DraftField.capacity,
          kind: .select(
            [.init("", "theo bảng thẩm quyền ký")] + SigningCapacity.allCases.map { .init($0.rawValue, $0.label) }),
          width: .half),
        Field(
          "Đề nghị trả lời trước hết ngày", name: DraftField.replyDue, kind: .day,
          hint: "Để trống nếu không cần trả lời.", width: .half),
        Field(
          "Số lượng bản", name: DraftField.copies, kind: .number,
          hint: "Ghi sau dòng lưu: «Lưu: VT, KS (30)». Để trống thì không ghi.", width: .half),
      ],
      lastFields: try PlaceFields(of: actor.agency, in: transaction).fields(
        hint: "Nơi trong hệ thống nhận ngay khi phát hành."),
      label: label, input: input, seal: seal)
  }

  /// Whoever may sign something here, and the leaders.
  private func signers() throws -> [Field.Choice] {
    let posts = try OrganizationStore(transaction).posts(of: actor.agency)
    let powers = Set(try SigningPowerStore(transaction).list(of: actor.agency).map(\.terms.post))
    return posts.filter { powers.contains($0.id) || $0.roles.contains(.leader) }.map {
      .init($0.id.description, "\($0.personName), \($0.title)")
    }
  }

  /// Who is to write it, by when: for heads and leaders.
  private func ordering() throws -> [Field] {
    let posts = try OrganizationStore(transaction).posts(of: actor.agency)
    let people = posts.filter {
      $0.id != actor.post && DraftAccess.mayOrder(actor, from: $0) && !$0.roles.isDisjoint(with: [.officer, .unitHead])
    }
    return [
      Field(
        "Người soạn thảo", name: DraftField.drafter,
        kind: .select(
          [.init("", "Tôi tự soạn")] + people.map { .init($0.id.description, "\($0.personName), \($0.label)") }),
        width: .half),
      Field("Hạn soạn thảo", name: DraftField.due, kind: .day, hint: "Đến 24:00 của ngày này.", width: .half),
      Field(
        "Yêu cầu với người soạn thảo", name: DraftField.instruction, kind: .area(rows: 2),
        lengthMax: CreateDraft.instructionLengthMax),
    ]
  }
}
