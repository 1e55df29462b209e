import Database
import FileVault
import IncomingDocuments
import Kernel
import Organization
import OutgoingDocuments
import WebAPI

/// A copy as programs see it.
struct ShownCopy: Sendable {
  var copy: DocumentCopy
  /// Of the agency that makes it.
  var abbreviation: String
  /// Nil when its document is withheld.
  var document: CopiedDocument?

  static func read(_ id: DocumentCopy.ID, by actor: Actor, in transaction: any Transaction) throws -> ShownCopy {
    let copy = try DocumentCopyStore(transaction).find(id, visibleTo: actor)
    return try list([copy], in: transaction)[0]
  }

  /// Copies that the caller has found for the actor.
  static func list(_ copies: [DocumentCopy], in transaction: any Transaction) throws -> [ShownCopy] {
    let documents = try CopiedDocumentStore(transaction).documents(of: copies)
    var abbreviations: [AgencyID: String] = [:]
    for agency in Set(copies.map(\.agency)) {
      abbreviations[agency] = try OrganizationStore(transaction).agency(agency).abbreviation
    }
    return copies.map {
      ShownCopy(
        copy: $0, abbreviation: abbreviations[$0.agency] ?? "", document: documents[$0.terms.source.record])
    }
  }
}

/// How copies are shown to programs and asked for by them.
enum CopyAPI {
  static let copy = APIResource<ShownCopy>("DocumentCopy", version: { $0.copy.version }, terms + way)

  private static let terms: [APIResource<ShownCopy>.Member] = [
    .key("id") { $0.copy.id },
    .choice("form", CopyForm.allCases.map(\.rawValue), "fullCopy: sao y; recopy: sao lục; extractCopy: trích sao") {
      $0.copy.terms.form.rawValue
    },
    .choice("way", CopyWay.all.map(\.text), "Từ loại văn bản nào sang loại nào") { $0.copy.terms.way.text },
    .text("recordKind", "Loại văn bản được sao: incomingDocument, outgoingDocument") {
      $0.copy.terms.source.record.code
    },
    .init("record", .key, "Văn bản được sao") { .integer($0.copy.terms.source.record.number) },
    .init("file", .key, "Tệp được sao") { .integer($0.copy.terms.source.file) },
    .text("documentLine", "Văn bản được sao, như trên màn hình") { $0.document?.line ?? "" },
    .text("subject") { $0.document?.subject ?? "" },
    .init("parts", .list(.words, max: nil), "Phần trích: trang, hoặc trang,đầu,cuối") {
      .list($0.copy.terms.parts.map { .text($0.text) })
    },
    .init("recipients", .list(.words, max: nil), "Nơi nhận") { .list($0.copy.terms.recipients.map(JSONValue.text)) },
    .integer("amount", "Số bản") { $0.copy.terms.amount }, .text("purpose", "Mục đích") { $0.copy.terms.purpose },
    .key("asker", "Chức danh người đề nghị") { $0.copy.askerPost }, .text("askerName") { $0.copy.askerName },
    .instant("askedAt") { $0.copy.askedAt },
    .key("decider", "Chức danh người quyết định và ký") { $0.copy.terms.decider },
    .text("deciderName") { $0.copy.deciderName },
  ]
  private static let way: [APIResource<ShownCopy>.Member] = [
    .choice("state", DocumentCopy.State.allCases.map(\.rawValue), "Trạng thái") { $0.copy.state.rawValue },
    .instantOrNull("decidedAt") { $0.copy.decidedAt },
    .text("decisionNote", "Ý kiến, hoặc lý do không đồng ý") { $0.copy.decisionNote },
    .textOrNull("signerName", "Ai ký bản sao") { $0.copy.signature?.name },
    .keyOrNull("register", "Sổ") { $0.copy.book }, .integerOrNull("number", "Số bản sao") { $0.copy.number },
    .text("code", "Số, ký hiệu bản sao; rỗng là chưa có") { $0.copy.codeText(abbreviation: $0.abbreviation) },
    .instantOrNull("numberedAt") { $0.copy.numberedAt }, .textOrNull("numberedBy") { $0.copy.numberedBy },
    .instantOrNull("givenAt") { $0.copy.givenAt }, .text("receipt", "Ai ký nhận, chứng từ gửi") { $0.copy.receipt },
    .textOrNull("endReason", "Lý do rút, hủy số") { $0.copy.endReason },
    .flag("hasFile", "Tệp đã làm xong, tải ở /copies/{copy}/file") { $0.copy.file != nil },
    .integerOrNull("pageCount") { $0.copy.file?.pageCount },
    .textOrNull("sha256") { $0.copy.file?.hash.text },
    .textOrNull("trouble", "Vì sao chưa làm được tệp") { $0.copy.trouble }, .integer("version") { $0.copy.version },
  ]

  static let asking = APIInput(
    "CopyAsking",
    [
      APIField("incomingDocument", .nullable(.key), "Văn bản đến được sao; hoặc outgoingDocument"),
      APIField("outgoingDocument", .nullable(.key), "Văn bản đi được sao"),
      APIField("file", .key, required: true, form: CopyField.file, "Tệp được sao, trong files của văn bản"),
      APIField("form", .choice(CopyForm.allCases.map(\.rawValue)), form: CopyField.form, "Mặc định fullCopy"),
      APIField("way", .choice(CopyWay.all.map(\.text)), form: CopyField.way, "Mặc định paper-paper"),
      APIField(
        "parts", .list(.words(40), max: CopyPart.countMax), form: CopyField.parts,
        "Trích sao: «3» là cả trang 3; «3,0.21,0.35» là dải ngang trang 3, tính theo chiều cao"),
      APIField(
        "recipients", .list(.words(AskCopy.recipientLengthMax), max: AskCopy.recipientsMax), required: true,
        form: CopyField.recipients, "Nơi nhận bản sao"),
      APIField("amount", .integer(1...Int64(AskCopy.amountMax)), form: CopyField.amount, "Số bản; mặc định 1"),
      APIField("purpose", .words(DocumentCopyAccess.noteLengthMax), form: CopyField.purpose, "Mục đích"),
      APIField("decider", .key, required: true, form: CopyField.decider, "Chức danh có thẩm quyền ký bản sao"),
      APIField("isFullCopy", .flag, form: CopyField.vouchedCopy, "Sao lục: đã xem, tệp đúng là bản sao y"),
    ])
  static let approving = APIInput(
    "CopyApproval", [APIField("note", .words(DocumentCopyAccess.noteLengthMax), form: CopyField.note, "Ý kiến")])
  static let refusing = reasoned("CopyRefusal", "Vì sao không đồng ý")
  static let withdrawing = APIInput(
    "CopyWithdrawal",
    [APIField("reason", .words(DocumentCopyAccess.noteLengthMax), form: CopyField.reason, "Lý do rút")])
  static let giving = APIInput(
    "CopyHandingOver",
    [APIField("receipt", .words(200), required: true, form: CopyField.receipt, "Người ký nhận, hoặc chứng từ gửi")])
  static let cancelling = reasoned("CopyNumberCancellation", "Lý do hủy số")

  private static func reasoned(_ name: String, _ note: String) -> APIInput {
    APIInput(
      name,
      [APIField("reason", .words(DocumentCopyAccess.noteLengthMax), required: true, form: CopyField.reason, note)])
  }
}

extension CopyTerms {
  /// As a program says it.
  init(_ body: APIValues) throws(Refusal) {
    let parts = body.texts("parts").map { (text: $0, part: CopyPart($0)) }
    if let wrong = parts.first(where: { $0.part == nil }) {
      throw Refusal(
        .invalid, "«\(wrong.text)» không phải một phần của trang. Ghi như 3 hoặc 3,0.21,0.35.", field: CopyField.parts)
    }
    let (incoming, outgoing) = (body.integer("incomingDocument"), body.integer("outgoingDocument"))
    guard (incoming == nil) != (outgoing == nil) else {
      throw Refusal(.invalid, "Cần đúng một trong incomingDocument, outgoingDocument.", field: "incomingDocument")
    }
    let record = RecordReference(
      code: incoming == nil ? RecordReference.outgoingDocumentCode : RecordReference.incomingDocumentCode,
      number: Int64(incoming ?? outgoing ?? 0))
    self.init(
      form: CopyForm(rawValue: body.text("form")) ?? .fullCopy,
      way: CopyWay(body.text("way")) ?? CopyWay(from: .paper, to: .paper),
      source: CopySource(record, file: Int64(body.integer("file", else: 0))),
      parts: CopyPart.joined(parts.compactMap(\.part)),
      recipients: AskCopy.names(body.texts("recipients").joined(separator: "\n")),
      amount: body.integer("amount", else: 1), purpose: body.text("purpose"), decider: body.key("decider") ?? PostID(0))
  }
}
