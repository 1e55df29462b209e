import Access
import Database
import Documents
import FileVault
import Foundation
import Kernel
import Papers

/// Makes the newest version from the template in force for the draft's type, its fields filled from what is said of the
/// draft (soạn từ mẫu): a Word file to be taken home, written in and brought back as the next version.
struct WriteDraftFromTemplate: Sendable {
  let desk: TemplateDesk
  let reader: PaperReader
  let draft: Draft.ID
  /// Tells what the draft answers.
  let directory: RecordDirectory

  /// What was made, for the answer.
  struct Made: Sendable {
    var number: Int
    /// «mẫu của hệ thống».
    var template: String
  }

  /// - Parameter formVersion: the draft's version that was seen: a second press makes no second file.
  func perform(by actor: Actor, formVersion: Int) async throws -> Made {
    let (id, directory) = (draft, directory)
    let (found, fields) = try await desk.database.read { transaction in
      let found = try DraftStanding(id, by: actor, in: transaction)
      if let obstacle = found.changing { throw obstacle }
      guard found.draft.version == formVersion else { throw Self.stale }
      guard let letter = try DraftLetter(found.draft, in: transaction) else {
        throw Refusal(.conflict, "Loại văn bản của dự thảo không có mẫu; hãy chọn lại loại ở «Sửa thông tin».")
      }
      var fields = letter.fields
      let origin = try found.draft.origin.flatMap { origin in
        try directory.summaries(of: [origin.record], visibleTo: actor, in: transaction)[origin.record]
      }
      fields.answers = AnsweredDocument(origin)?.citation ?? ""
      return (found.draft, fields)
    }
    let (bytes, template) = try await desk.runner.withFolder { folder in
      let target = folder.appending(path: "draft.docx")
      let template = try await desk.write(fields, for: actor, to: target)
      return ([UInt8](try Data(contentsOf: target)), template)
    }
    let name = "Dự thảo \(fields.type.name.lowercased()).docx"
    let upload = Upload(name: name, kind: .docx, staged: try await desk.vault.receive(bytes))
    return try await DraftIntake(reader: reader).take([upload]) { files in
      var act = AddDraftVersion(
        id, main: files.first?.file, purpose: "", isVouchedOpen: true, seen: found.latestVersion)
      act.template = template
      act.keepsAnnexes = true
      return try await desk.database.write { [act] in
        Made(number: try act.perform(by: actor, in: $0), template: template)
      }
    }
  }

  private static let stale = Refusal(
    .conflict, "Dự thảo vừa được sửa hoặc vừa có bản mới. Chưa làm gì thêm; hãy xem lại rồi bấm «Soạn từ mẫu».")
}
