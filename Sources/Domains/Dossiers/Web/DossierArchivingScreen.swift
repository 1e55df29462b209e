import Database
import FilePlans
import Kernel
import Markup

/// What follows the end of a dossier: when it is due for the archive, handing it over, what the archive said (HS-06, HS-08).
enum DossierArchivingScreen {
  static func html(_ found: FoundDossier, today: Day, _ input: FormInput, _ seal: FormSeal) -> HTML {
    let dossier = found.dossier
    switch dossier.state {
    case .open, .destroyed: return .empty
    case .closed: return section(due(dossier, today) + returned(dossier) + submission(found, seal))
    case .submitted: return section(submitted(found, input, seal))
    case .archived:
      let archiving = dossier.archiving
      return section(
        "<p>Đã vào lưu trữ \(archiving.archivedAt?.text ?? ""), người nhận \(archiving.archivedBy ?? ""). Hồ sơ do lưu trữ cơ quan quản lý, chỉ còn để xem.</p>"
      )
    }
  }

  private static func section(_ content: HTML) -> HTML { "<section><h2>Nộp lưu trữ</h2>\(content)</section>" }

  private static func due(_ dossier: Dossier, _ today: Day) -> HTML {
    let archiving = dossier.archiving
    guard let limit = archiving.limitOn else {
      // What came in as a package of another system has no day here.
      guard !dossier.isTransferred else { return .empty }
      return """
        <p>Bảo quản \(dossier.facts.retention.text), dưới \(Dossier.transferredYearsMin) năm: không phải nộp lưu, đơn vị giữ đến khi hết hạn.</p>
        """
    }
    if let kept = archiving.keptUntil {
      return "<p>Được giữ lại đến hết \(kept.text)\(kept < today ? "; đã quá ngày này, cần nộp ngay" : "").</p>"
    }
    let target = archiving.targetOn.map { "Nên nộp trước \($0.text), " } ?? ""
    return "<p>\(target)chậm nhất \(limit.text)\(limit < today ? " (đã quá hạn)" : "").</p>"
  }

  private static func returned(_ dossier: Dossier) -> HTML {
    let archiving = dossier.archiving
    guard !archiving.returnReason.isEmpty else { return .empty }
    return Notice(
      .caution,
      "\(archiving.returnReason) (\(archiving.returnedBy ?? ""), \(archiving.returnedAt?.text ?? "")). Mở lại hồ sơ để sửa rồi nộp lại.",
      word: "Lưu trữ trả lại"
    ).html
  }

  private static func submission(_ found: FoundDossier, _ seal: FormSeal) -> HTML {
    let dossier = found.dossier
    guard dossier.isTransferred else { return .empty }
    if let refusal = found.refusal(of: .submit) { return "<p class=\"hint\">\(refusal.message)</p>" }
    return """
      \(ActForm(action: FramePaths.archiveSubmission, seal: seal, content: """
        <input type="hidden" name="ho-so" value="\(dossier.id).\(dossier.version)"><input type="hidden" name="tu-ho-so" value="1">\
        <div class="acts">\(Button("Nộp lưu trữ", style: .primary).html)\
        \(Button("Nộp nhiều hồ sơ cùng lúc", path: FramePaths.archiveSubmission).html)\
        \(Button("Xin giữ lại", style: .quiet, path: FramePaths.archiveHolding(dossier: dossier.id.number)).html)</div>
        """).html)
      """
  }

  private static func submitted(_ found: FoundDossier, _ input: FormInput, _ seal: FormSeal) -> HTML {
    let (dossier, archiving) = (found.dossier, found.dossier.archiving)
    let told: HTML =
      "<p>Đã nộp \(archiving.submittedAt?.text ?? ""), \(archiving.submittedBy ?? ""); chờ lưu trữ nhận. Trong lúc chờ không ai sửa được hồ sơ.</p>"
    let review: HTML = .when(
      found.isArchivist,
      "<p>\(Button("Kiểm tra, nhận hồ sơ", style: .primary, path: FramePaths.archiveReview(dossier: dossier.id.number)).html)</p>"
    )
    guard found.refusal(of: .withdraw) == nil else { return told + review }
    return told + review + withdrawal(dossier.id, isWhole: dossier.parent == nil, input, seal)
  }

  /// Taking it back before the archive has answered.
  static func withdrawal(_ id: Dossier.ID, isWhole: Bool, _ input: FormInput, _ seal: FormSeal) -> HTML {
    let field = Field(
      "Lý do rút lại", name: DossierField.reason, hint: isWhole ? "Hồ sơ con đã nộp cùng thì rút lại cùng." : nil,
      lengthMax: TakeOutOfDossier.reasonLengthMax)
    let form = ActForm(
      action: FramePaths.archiveWithdrawal(dossier: id.number), seal: seal,
      content: """
        \(FieldGroup(fields: [input.filling(field)]).html)<div class="acts">\(Button("Rút lại hồ sơ").html)</div>
        """)
    return "\(HTML.when(!input.reasons.isEmpty, input.summary))\(form.html)"
  }
}
