import Database
import Documents
import FileVault
import HTTPTypes
import Hummingbird
import Kernel
import WebAPI
import WebApp

/// Versions of drafts, for programs: the Word file first, its annexes after it.
struct DraftVersionAPIRoutes: Sendable {
  let desk: UploadDesk

  private static let resource = DraftAPI.draft

  var add: APIOperation {
    APIOperation(
      .post, "/drafts/{draft}/versions", id: "addDraftVersion", .drafts, scope: .draftsWrite,
      "Đưa bản mới: tệp Word, kèm phụ lục", body: .files(document: nil, DraftInputs.versionParts),
      .added(Self.resource.schema)
    ) { call in
      let (actor, id): (Actor, Draft.ID) = (call.actor, call.key("draft"))
      _ = try await call.site.database.read { try DraftStore($0).find(id, visibleTo: actor) }
      try call.requireType("multipart/form-data")
      let uploaded = try await desk.read(call.request, call.context)
      return try await DraftAPIRoutes.refusingSecrets(call) {
        let (body, refused): (APIValues, [Refusal.Reason])
        do {
          (body, refused) = try Self.said(uploaded)
        } catch {
          await desk.discard(uploaded.files)
          throw error
        }
        var call = call
        call.said = uploaded.form.raw("document")
        if try await call.wasCreated() {
          await desk.discard(uploaded.files)
          return try await adding(nil, [], body, uploaded.files, call)
        }
        return try await DraftIntake(reader: PaperReader(vault: desk.vault, runner: desk.runner))
          .take(uploaded.files, refused: refused) { [call] files in
            try await adding(files.first?.file, files.dropFirst().map(\.file), body, uploaded.files, call)
          }
      }
    }
  }

  private func adding(
    _ main: DraftFileToAdd?, _ annexes: [DraftFileToAdd], _ body: APIValues, _ uploads: [Upload], _ call: APICall
  ) async throws -> APIAnswer {
    let (actor, id): (Actor, Draft.ID) = (call.actor, call.key("draft"))
    return try await call.adding(
      Self.resource, to: id.number, at: { "/drafts/\($0)" }, digesting: call.digested(with: uploads)
    ) { transaction in
      let seen = try DraftStore(transaction).find(id, visibleTo: actor).latestVersion
      try AddDraftVersion(
        id, main: main, annexes: annexes, keeping: body.keys("keptAnnexes"), purpose: body.text("purpose"),
        isVouchedOpen: body.flag("noSecrecyMark"), seen: seen
      ).perform(by: actor, in: transaction)
    } show: {
      try ShownDraft.read(Draft.ID($0), by: actor, in: $1)
    }
  }

  private static func said(_ uploaded: UploadedForm) throws -> (APIValues, [Refusal.Reason]) {
    let missing = uploaded.isWithoutFiles ? [Refusal.Reason("Chưa gửi tệp nào.", field: "file")] : []
    return (
      try uploaded.said(as: DraftInputs.versionInput, with: missing),
      uploaded.refusals.map { Refusal.Reason($0, field: "file") }
    )
  }
}
