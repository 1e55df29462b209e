import Audit
import Database
import Documents
import Hummingbird
import Kernel
import Organization
import Papers
import WebApp

/// HTTP of what is printed of a review, and of its decision.
struct DisposalFileRoutes: Sendable {
  let site: Site
  let reader: PaperReader

  private static let endings = ["pdf", "docx", "xlsx"]

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("luu-tru/xet-huy/:id/tep-quyet-dinh", use: decision)
    routes.get("luu-tru/xet-huy/:id/in/:form", use: printed)
  }

  /// That it was taken along is written down before the bytes go.
  @Sendable private func decision(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: DisposalReview.ID = try context.requireID("id")
    let file = try await site.database.write { transaction in
      guard let file = try DisposalReviewStore(transaction).find(id, visibleTo: actor).decision?.file else {
        throw Refusal(.notFound, "Đợt xét hủy này chưa có quyết định.")
      }
      try Audit.record(.decisionTaken, on: .disposalReview(id), by: actor, in: transaction)
      return file
    }
    return try await FileDownload.answer(file.hash, kind: file.kind, name: file.name, from: reader.vault, context)
  }

  @Sendable private func printed(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: DisposalReview.ID = try context.requireID("id")
    let parts = (context.parameters.get("form") ?? "").split(separator: ".").map(String.init)
    guard parts.count == 2, let wanted = DisposalForm(rawValue: parts[0]), Self.endings.contains(parts[1]),
      parts[1] != "xlsx" || wanted == .list
    else { throw Refusal(.notFound, "Không tìm thấy trang này.") }
    let system = site.systemName
    let forms = try await site.database.write { transaction in
      let forms = try Self.read(
        id, wanted, provenance: "\(actor.titleOnRecord), in lúc \(transaction.now.text) từ \(system)", by: actor,
        in: transaction)
      try Audit.record(.disposalPrinted(wanted.label), on: .disposalReview(id), by: actor, in: transaction)
      return forms
    }
    return try await PrintedFile(named: "\(wanted.rawValue)-\(id)", reader.runner)
      .answer(forms.form(wanted), as: parts[1]) { try forms.writeSpreadsheet(to: $0) }
  }

  private static func read(
    _ id: DisposalReview.ID, _ form: DisposalForm, provenance: String, by actor: Actor, in transaction: any Transaction
  ) throws -> DisposalForms {
    let found = try FoundReview.find(id, by: actor, in: transaction)
    let review = found.review
    if form == .destruction, review.state != .destroyed {
      throw Refusal(.conflict, "Biên bản hủy chỉ có khi đợt \(review.codeText) đã hủy xong.")
    }
    let lines = DisposalLineStore(transaction)
    let shown: [DisposalLine.State] = review.finishedAt == nil ? [.listed, .destroyed] : [.destroyed, .spared]
    let organization = OrganizationStore(transaction)
    let agency = try organization.agency(review.agency)
    return DisposalForms(
      superiorName: try organization.superiorName(of: review.agency), agencyName: agency.name,
      placeName: agency.placeName, review: review, council: found.council,
      opinions: try DisposalReviewStore(transaction).opinions(of: id),
      lines: try shown.flatMap { try lines.all(of: id, $0) },
      kept: try [.takenOut, .extended].flatMap { try lines.all(of: id, $0) }, today: transaction.now.day,
      provenance: provenance)
  }
}
