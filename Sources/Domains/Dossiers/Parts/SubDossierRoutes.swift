import Database
import FilePlans
import Hummingbird
import Kernel
import VietnameseText
import WebApp

/// HTTP of parts of a dossier.
extension DossierRoutes {
  @Sendable func openPart(_ request: Request, _ context: WebContext) async throws -> Response {
    let (form, name, database, today) = (context.form, DossierField.self, site.database, site.clock.now.day)
    return try await act(.contents, context) { id, actor in
      let due = TypedDay.parse(form[name.dueOn], today: today)
      if due == nil, !form[name.dueOn].isEmpty {
        throw Refusal(.invalid, "Ngày không đọc được; viết như 5/7/2026.", field: name.dueOn)
      }
      let opening = OpenSubDossier(
        of: id, title: form[name.title], retention: RetentionPeriod(code: form[name.retention]), dueOn: due)
      let outcome = try await database.write { transaction in
        try SubmissionStore(transaction).once(form.submissionKey, by: actor.account) {
          let part = try opening.perform(by: actor, in: transaction)
          return .init(
            path: DossierPaths.contents(id),
            notice: "Đã mở hồ sơ con \(part.code.notation) «\(part.facts.title)».")
        }
      }
      return outcome.notice ?? "Hồ sơ con này đã được mở ở lần bấm trước."
    }
  }
}
