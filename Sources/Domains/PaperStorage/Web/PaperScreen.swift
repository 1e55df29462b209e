import Database
import Dossiers
import Kernel
import Markup
import WebApp

/// Gathers the paper part of one dossier.
struct PaperScreen {
  var actor: Actor
  var seal: FormSeal
  /// With a one-time key.
  var creating: FormSeal
  var transaction: any Transaction

  func page(_ id: Dossier.ID, _ input: FormInput) throws -> PaperPage {
    let dossier = try DossierStore(transaction).find(id, visibleTo: actor)
    let paper = try DossierPaperStore(transaction).find(of: id)
    let path = try paper.map { try ShelfPlaceStore(transaction).path(of: $0.box) }
    let loan = try DossierLoanStore(transaction).holding(id)
    let box = path?.places.last
    let isSeen = box.map { PaperAccess.mayEnter(actor) && PaperAccess.maySee($0, actor) } ?? false
    let place: HTML =
      path.map { path in
        isSeen
          ? "<a href=\"\(PaperPaths.place(path.places[path.places.count - 1].id))\">\(path.text)</a>" : "\(path.text)"
      } ?? "chưa xếp vào hộp nào"
    let listed = try DossierLoanStore(transaction).list(of: id, visibleTo: actor)
    return PaperPage(
      dossierName: dossier.name, dossierPath: DossierPaths.show(id), place: place,
      facts: [
        .init("Số tờ", text: paper?.sheets.map { "\($0)" }),
        .init("Xếp lúc", text: paper.map { "\($0.placedAt.text), \($0.placedBy)" }),
      ],
      caution: loan.map { loan in
        Notice(
          .caution,
          "\(loan.borrower), đến hết \(loan.untilOn.text)\(loan.documents.isEmpty ? "" : ": \(loan.documents)").",
          word: loan.state == .out ? "Đang cho mượn" : "Chờ giao"
        ).html
      } ?? .empty,
      acts: acts(dossier, paper), moves: try moves(id),
      loans: listed.map { LoanScreen.row($0, dossier, today: transaction.now.day) },
      forms: input.summary + (try forms(dossier, paper, box, loan, input)))
  }

  private func acts(_ dossier: Dossier, _ paper: DossierPaper?) -> [Button] {
    let isKeeper = PaperAccess.mayKeep(paperOf: dossier, actor)
    return (isKeeper && paper != nil ? [Button("In nhãn bìa có mã QR", path: PaperPaths.label(dossier.id))] : [])
      + (PaperAccess.mayEnter(actor) ? [Button("Kho, giá, hộp", path: PaperPaths.places)] : [])
      + [Button("Các hồ sơ giấy đang mượn", path: PaperPaths.loans)]
  }

  private func moves(_ id: Dossier.ID) throws -> [PaperPage.Move] {
    try DossierPaperStore(transaction).moves(of: id).map {
      .init(
        time: $0.movedAt.text, from: $0.from.isEmpty ? "–" : $0.from, to: $0.to.isEmpty ? "đưa ra khỏi kho" : $0.to,
        reason: $0.reason, by: $0.movedBy)
    }
  }

  private func forms(
    _ dossier: Dossier, _ paper: DossierPaper?, _ box: ShelfPlace?, _ loan: DossierLoan?, _ input: FormInput
  ) throws -> HTML {
    var html = HTML()
    if let refusal = try AskLoan.refusal(of: dossier, in: transaction) {
      if box != nil { html += "<p class=\"hint\">\(refusal.message)</p>" }
    } else {
      html += PaperForms.asking(dossier.id, actor, input, creating)
    }
    if dossier.state != .destroyed, mayMove(dossier, box) {
      html += PaperForms.moving(
        dossier.id, box, isOut: loan?.state == .out, input, seal.at(version: paper?.version ?? 0))
    }
    return html
  }

  private func mayMove(_ dossier: Dossier, _ box: ShelfPlace?) -> Bool {
    if let box, !PaperAccess.mayTake(from: box, actor) { return false }
    return PaperAccess.mayKeep(paperOf: dossier, actor)
  }
}

/// Forms on the paper part of a dossier.
enum PaperForms {
  /// What the forms are called where one of them is refused.
  static let (borrow, move) = ("muon", "xep")

  static func asking(_ dossier: Dossier.ID, _ actor: Actor, _ input: FormInput, _ seal: FormSeal) -> HTML {
    let name = PaperField.self
    var fields = [
      Field("Mượn để làm gì", name: name.reason, required: true, lengthMax: DossierLoan.reasonLengthMax),
      Field("Trả trước hết ngày", name: name.until, kind: .day, required: true, width: .third),
      Field(
        "Những tài liệu nào", name: name.documents, hint: "Để trống nếu mượn cả hồ sơ.",
        lengthMax: DossierLoan.documentsLengthMax),
    ]
    if actor.roles.contains(.archivist) {
      fields += [
        Field(
          "Người mượn ngoài cơ quan", name: name.borrower, hint: "Để trống nếu chính anh/chị mượn.",
          lengthMax: DossierLoan.nameLengthMax, width: .third),
        Field("Cơ quan của người mượn", name: name.organ, lengthMax: DossierLoan.nameLengthMax, width: .third),
        Field("Giấy giới thiệu", name: name.paper, lengthMax: DossierLoan.nameLengthMax, width: .third),
      ]
    }
    return section(
      "Mượn bản giấy",
      ActForm(
        action: PaperPaths.asking(dossier), seal: seal,
        content: """
          \(FieldGroup(fields: fields.map { unique(input.of(borrow).filling($0), borrow) }).html)\
          <div class="acts">\(Button("Gửi đề nghị mượn", style: .primary, key: "ctrl+enter").html)</div>
          """
      ).html)
  }

  static func moving(
    _ dossier: Dossier.ID, _ box: ShelfPlace?, isOut: Bool, _ input: FormInput, _ seal: FormSeal
  ) -> HTML {
    var fields = [
      Field(
        "Nhãn hộp", name: PaperField.box, hint: "«Hộp 12», hoặc cả đường dẫn «Kho 1 / Giá 2 / Hộp 12».", width: .half),
      Field("Số tờ", name: PaperField.sheets, kind: .number, width: .quarter),
    ]
    if box != nil {
      fields.append(
        Field("Lý do", name: PaperField.reason, required: true, lengthMax: DossierPaper.reasonLengthMax))
    }
    let obstacles = isOut ? ["Bản giấy đang cho mượn; nhận lại rồi mới chuyển được."] : []
    let out: HTML = .when(
      box != nil && !isOut,
      Button("Đưa ra khỏi kho", style: .grave, name: "dua-ra", value: "1").html)
    return section(
      box == nil ? "Xếp bản giấy vào hộp" : "Chuyển bản giấy",
      ActForm(
        action: PaperPaths.moving(dossier), seal: seal,
        content: """
          \(FieldGroup(fields: fields.map { unique(input.of(move).filling($0), move) }).html)\
          <div class="acts">\(Button(box == nil ? "Xếp vào hộp" : "Chuyển sang hộp này", obstacles: obstacles).html)\(out)</div>
          """
      ).html)
  }

  private static func unique(_ field: Field, _ form: String) -> Field {
    var field = field
    field.id = "f-\(form)-\(field.name)"
    return field
  }

  private static func section(_ title: String, _ content: HTML) -> HTML {
    "<section class=\"sheet-block\"><h2>\(title)</h2>\(content)</section>"
  }
}
