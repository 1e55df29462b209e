import Database
import Documents
import FileVault
import Kernel
import Papers
import WebAPI
import Work

/// A draft as programs see it: with every version, its way and what the check of form said of the newest file.
struct ShownDraft: Sendable {
  var standing: DraftStanding
  var versions: [DraftVersion]
  var check: DraftFormCheck?

  var draft: Draft { standing.draft }

  static func read(_ id: Draft.ID, by actor: Actor, in transaction: any Transaction) throws -> ShownDraft {
    let standing = try DraftStanding(id, by: actor, in: transaction)
    let versions = try DraftVersionStore(transaction).list(of: id)
    return ShownDraft(
      standing: standing, versions: versions,
      check: try versions.last?.main.flatMap { try DraftFormCheckStore(transaction).find($0.id) })
  }

  /// Each station with its work and whether it stands there.
  var steps: [(step: DraftStep, isHere: Bool)] {
    let here = standing.station?.step.position
    return standing.steps.map { ($0, $0.position == here) }
  }
}

/// How drafts are shown to programs.
enum DraftAPI {
  static let row = APIResource<Draft>(
    "DraftRow", version: { $0.version },
    [
      .key("id") { $0.id }, .text("type", "Loại, xem /document-types") { $0.facts.typeKey },
      .text("subject", "Trích yếu") { $0.facts.subject },
      .choice("urgency", Urgency.allCases.map(\.rawValue)) { $0.facts.urgency.rawValue },
      .choice("state", DraftProgress.allCases.map(\.rawValue), "Trạng thái") { $0.progress.rawValue },
      .key("unit", "Đơn vị soạn thảo") { $0.unit }, .text("unitName") { $0.unitName },
      .key("drafter", "Chức danh người soạn thảo") { $0.drafter }, .text("drafterName") { $0.drafterName },
      .instant("assignedAt") { $0.assignedAt },
      .keyOrNull("signer", "Chức danh người ký dự kiến") { $0.facts.signer },
      .text("signerName") { $0.facts.signerName },
      .choice("capacity", SigningCapacity.allCases.map(\.rawValue), "Tư cách ký") { $0.facts.capacity.rawValue },
      .dayOrNull("replyDue", "Hạn trả lời") { $0.facts.replyDue },
      .init("incomingDocument", .nullable(.key), "Văn bản đến mà dự thảo trả lời") { draft in
        .optional(draft.origin?.record) { $0.code == "incomingDocument" ? .integer($0.number) : .null }
      },
      .integer("latestVersion", "Bản mới nhất; 0 là chưa có tệp") { $0.latestVersion },
      .textOrNull("cancelReason", "Lý do hủy") { $0.cancelReason }, .integer("version") { $0.version },
    ])

  static let draft = row.within(
    "Draft", { (shown: ShownDraft) in shown.draft },
    more: [
      .init("recipients", .list(recipient.schema, max: nil), "Nơi nhận") {
        .list($0.draft.facts.recipients.map(recipient.json))
      },
      .init("versions", .list(version.schema, max: nil), "Mọi bản, cũ trước") { .list($0.versions.map(version.json)) },
      .init("steps", .list(step.schema, max: nil), "Luồng trình") { .list($0.steps.map(step.json)) },
      .init("opinionRequests", .list(asked.schema, max: nil), "Đã lấy ý kiến ai") {
        .list($0.standing.askedOpinions.map(asked.json))
      },
      .init(
        "formFindings", .nullable(.list(finding.schema, max: nil)),
        "Kiểm tra thể thức bản mới nhất; null khi chưa kiểm tra xong"
      ) { shown in
        .optional(shown.check.flatMap { $0.isPending ? nil : $0.findings }) { .list($0.map(finding.json)) }
      },
    ])

  private static let recipient = APIResource<DraftRecipient>(
    "DraftRecipient",
    [
      .text("place", "a12: cơ quan 12; u105: đơn vị 105; o7: cơ quan ngoài 7") { $0.place.text },
      .text("name") { $0.name }, .flag("isInformed", "Để biết") { $0.isInformed },
    ])
  private static let file = APIResource<DraftFile>(
    "DraftFile",
    [
      .key("id", "Tải ở /draft-files/{file}") { $0.id }, .text("name") { $0.name },
      .flag("isAnnex", "Phụ lục") { $0.position > 1 }, .text("mediaType") { $0.kind.mediaType },
      .integer("bytes") { Int($0.bytes) }, .text("sha256") { $0.hash.text },
      .integerOrNull("pageCount") { $0.pageCount }, .text("remark", "Đã làm gì với tệp khi nhận") { $0.remark },
    ])
  private static let version = APIResource<DraftVersion>(
    "DraftVersion",
    [
      .integer("number") { $0.number }, .text("author") { $0.authorName }, .instant("madeAt") { $0.madeAt },
      .text("purpose", "Sửa gì, vì sao") { $0.purpose }, .text("template", "Soạn từ mẫu nào") { $0.template },
      .flag("isEdit", "Người kiểm tra, duyệt trực tiếp sửa") { $0.isEdit },
      .init("files", .list(file.schema, max: nil)) { .list($0.files.map(file.json)) },
    ])
  private static let step = APIResource<(step: DraftStep, isHere: Bool)>(
    "DraftStep",
    [
      .integer("position") { $0.step.position },
      .choice("kind", DraftStep.Kind.allCases.map(\.rawValue), "Bước") { $0.step.kind.rawValue },
      .text("holder", "Ai giữ") { $0.step.holder.name }, .flag("isHere", "Dự thảo đang ở đây") { $0.isHere },
      .keyOrNull("item", "Việc của bước, cho /drafts/{draft}/steps/{item}/…") { $0.step.item },
    ])
  private static let asked = APIResource<WorkItem>(
    "DraftOpinionRequest",
    [
      .key("item", "Cho /drafts/{draft}/opinions/{item}") { $0.id }, .text("holder", "Hỏi ai") { $0.holderName },
      .text("question") { $0.instruction }, .instantOrNull("dueAt") { $0.dueAt }, .flag("isOpen") { $0.isOpen },
    ])
  private static let finding = APIResource<FormFinding>(
    "FormFinding",
    [
      .text("rule") { $0.rule },
      .choice("severity", FormFinding.Severity.allCases.map(\.rawValue)) { $0.severity.rawValue },
      .text("article", "Điều, mục quy định") { $0.article }, .text("excerpt", "Ở dòng nào") { $0.excerpt },
      .text("message") { $0.message }, .text("remedy", "Sửa thế nào") { $0.remedy },
    ])
  static let opinion = APIResource<DraftOpinion>(
    "DraftOpinion",
    [
      .key("id") { $0.id }, .key("item") { $0.item }, .integer("versionNumber", "Bản đã xem") { $0.versionNumber },
      .choice("stance", DraftOpinion.Stance.allCases.map(\.rawValue)) { $0.stance.rawValue },
      .text("text") { $0.text }, .text("place", "Về phần nào; rỗng là cả văn bản") { $0.place },
      .text("excerpt") { $0.excerpt }, .text("author") { $0.authorName }, .instant("at") { $0.at },
      .init("comments", .list(comment.schema, max: nil), "Theo Điều, khoản") { .list($0.comments.map(comment.json)) },
    ])
  private static let comment = APIResource<DraftOpinion.Comment>(
    "DraftOpinionComment", [.text("place") { $0.place }, .text("text") { $0.text }])
}
