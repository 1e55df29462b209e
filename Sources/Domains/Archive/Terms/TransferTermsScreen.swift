import Database
import Dossiers
import Kernel
import Markup
import WebApp

/// Gathers the terms of the actor's agency.
struct TransferTermsScreen {
  static func read(
    _ input: FormInput, _ seal: FormSeal, by actor: Actor, in transaction: any Transaction
  ) throws -> TransferTermsPage {
    if let refusal = SetTransferTerms.refusal(for: actor) { throw refusal }
    let terms = try TransferTermsStore(transaction).terms(of: actor.agency)
    let name = TransferTermsField.self
    var page = TransferTermsPage(
      terms: [
        .init(
          label: "Nên nộp trong (ngày)", name: name.target, value: "\(terms.targetDays)",
          hint: "Hồ sơ điện tử: 60 ngày. Quá mục tiêu chưa phải là quá hạn."),
        .init(
          label: "Chậm nhất (tháng)", name: name.limit, value: "\(terms.limitMonths)",
          hint: "Nghị định 30/2020: không quá 12 tháng."),
        .init(
          label: "Hồ sơ xây dựng cơ bản, chậm nhất (tháng)", name: name.construction,
          value: "\(terms.constructionMonths)", hint: "Không quá 3 tháng từ khi quyết toán."),
        .init(
          label: "Lưu trữ trả lời trong (ngày)", name: name.confirm, value: "\(terms.confirmDays)",
          hint: "Không quá 60 ngày từ khi đơn vị nộp."),
      ], action: ArchivePaths.terms, isAdministrator: actor.isAdministrator, input: input,
      seal: seal.at(version: terms.version))
    if ArchiveAccess.mayEnter(actor) { page.backPath = ArchivePaths.room }
    if terms.version == 0 { page.setBy = "Đang theo thời hạn của luật; cơ quan chưa đặt thời hạn riêng." }
    return page
  }

  static func terms(_ form: Form) -> TransferTerms {
    let name = TransferTermsField.self
    return TransferTerms(
      targetDays: form.integer(name.target) ?? 0, limitMonths: form.integer(name.limit) ?? 0,
      constructionMonths: form.integer(name.construction) ?? 0, confirmDays: form.integer(name.confirm) ?? 0)
  }
}
