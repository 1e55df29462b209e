import Database
import Hummingbird
import Kernel
import WebApp

/// HTTP of what a dossier is expected to hold: one address, the act in the form.
extension DossierRoutes {
  @Sendable func expect(_ request: Request, _ context: WebContext) async throws -> Response {
    let (form, flows, database) = (context.form, flows, site.database)
    return try await act(.contents, context) { id, actor in
      try await database.write { transaction in
        switch ExpectationAct(rawValue: form[DossierField.verdict]) {
        case .layTemplate:
          return try Self.lay(form, on: id, flows, by: actor, in: transaction)
        case .add:
          return try SubmissionStore(transaction).once(form.submissionKey, by: actor.account) {
            let content = Self.content(form)
            try ExpectContent(content, in: id).perform(by: actor, flows: flows, in: transaction)
            return .init(path: DossierPaths.contents(id), notice: "Hồ sơ cần có thêm «\(content.name)».")
          }.notice ?? "Thành phần này đã được thêm ở lần bấm trước."
        case let act:
          guard let line = DossierExpectation.ID(form[DossierField.line]) else { throw Self.noLine }
          return try SettleExpectation(line, of: id, Self.verdict(act, form)).perform(by: actor, in: transaction)
        }
      }
    }
  }

  private static func lay(
    _ form: Form, on dossier: Dossier.ID, _ flows: DossierFlows, by actor: Actor, in transaction: any Transaction
  ) throws -> String {
    guard let template = DossierTemplate.ID(form[DossierTemplateField.template]) else {
      throw Refusal(.invalid, "Chọn mẫu hồ sơ.", field: DossierTemplateField.template)
    }
    let laid = try LayDossierTemplate(template, on: dossier).perform(by: actor, flows: flows, in: transaction)
    return "Đã đặt theo mẫu «\(laid.name)»: thêm \(laid.added) thành phần, \(laid.met) đã có văn bản."
  }

  private static func content(_ form: Form) -> ExpectedContent {
    let name = DossierField.self
    return ExpectedContent(
      name: form[name.title], typeKey: form[name.kind].isEmpty ? nil : form[name.kind],
      direction: .init(rawValue: form[name.source]) ?? .any, isRequired: form[name.need] != "0",
      isMany: form[name.amount] == "1")
  }

  private static func verdict(_ act: ExpectationAct?, _ form: Form) throws -> SettleExpectation.Verdict {
    let name = DossierField.self
    switch act {
    case .pair:
      guard let ordinal = form.integer(name.item) else {
        throw Refusal(.invalid, "Nhập STT của văn bản ở mục lục.", field: name.item)
      }
      return .pair(ordinal)
    case .unpair:
      guard let item = DossierItem.ID(form[name.item]) else { throw noLine }
      return .unpair(item)
    case .excuse: return .excuse(form[name.reason])
    case .takeBackExcuse: return .takeBackExcuse
    case .strike: return .strike(form[name.reason])
    case .layTemplate, .add, nil: throw noLine
    }
  }

  private static let noLine = Refusal(.invalid, "Chọn thành phần.", field: DossierField.line)
}
