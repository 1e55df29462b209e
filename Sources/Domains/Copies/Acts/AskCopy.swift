import Access
import Audit
import Database
import Documents
import Kernel
import SearchIndex
import Work

/// Asks for a copy (đề nghị sao): anyone who may see the document, of whoever may decide (COPY-04). Asked of oneself, it
/// is decided at once.
package struct AskCopy: Sendable {
  package var terms: CopyTerms
  /// The asker has looked: the file is itself a full copy (COPY-02).
  package var isVouchedCopy = false
  /// What is wrong with a scan that becomes an electronic copy (COPY-05); the caller has looked at its pictures.
  package var scanFaults: [String] = []

  package init(_ terms: CopyTerms) { self.terms = terms }

  static let recipientsMax = 100
  static let recipientLengthMax = 200
  static let amountMax = 500

  package func perform(by actor: Actor, in transaction: any Transaction) throws -> DocumentCopy {
    let (document, files) = try CopiedDocumentStore(transaction).find(terms.source.record, visibleTo: actor)
    guard !(terms.recipients + [terms.purpose]).contains(where: SecrecyMark.isMarked) else { throw Secrecy.refusal }
    if let refusal = Refusal(document.obstacles.map { .init($0) }, kind: .conflict) { throw refusal }
    let signers = try CopySigners(of: actor.agency, in: transaction)
    let file = files.first { $0.id == terms.source.file }
    if let refusal = Refusal(formReasons(file, of: document) + givingReasons(signers)) { throw refusal }
    guard let signer = signers.find(terms.decider) else { throw Refusal(.conflict, CopySigners.none) }
    let copy = DocumentCopy(
      id: try transaction.nextID(DocumentCopy.ID.self, of: "document_copies"), agency: actor.agency, terms: terms,
      askerPost: actor.post, askerName: actor.titleOnRecord, askedAt: transaction.now, deciderName: signer.name,
      state: .asked, version: 1)
    try DocumentCopyStore(transaction).add(copy)
    let record = RecordReference.documentCopy(copy.id)
    try Access.begin(
      [
        NewRecord(
          record, grants: Grant.registry(of: actor.agency) + [Grant(.post(actor.post), reason: .asked)],
          content: CopyIndexing.content(of: copy, abbreviation: ""))
      ], in: transaction)
    try Audit.record(.copyAsked(copy), on: record, by: actor, in: transaction)
    if terms.decider == actor.post, actor.onBehalfOf == nil {
      return try DecideCopy(copy.id, approves: true, formVersion: copy.version).perform(by: actor, in: transaction)
    }
    // Whoever decides sees what is to be copied.
    try Access.grant(
      [.post(terms.decider)], to: terms.source.record, reason: .work, source: record, in: transaction)
    try Work(on: record, by: actor, in: transaction).give([
      WorkOrder(
        to: try HolderChoice.post(terms.decider).holder(in: actor.agency, transaction), kind: .decideCopy,
        role: .decide, instruction: terms.purpose)
    ])
    return copy
  }

  /// What is copied, and how.
  private func formReasons(_ file: CopiedFile?, of document: CopiedDocument) -> [Refusal.Reason] {
    let field = CopyField.self
    guard let file else { return [.init("Hãy chọn tệp cần sao của văn bản.", field: field.file)] }
    var reasons: [Refusal.Reason] = []
    if let obstacle = file.obstacle { reasons.append(.init(obstacle, field: field.file)) }
    if let obstacle = terms.form.obstacle(to: terms.way) { reasons.append(.init(obstacle, field: field.way)) }
    reasons += sourceReasons(file, of: document)
    reasons += scanFaults.map { .init($0, field: field.way) }
    guard terms.form == .extractCopy else {
      if !terms.parts.isEmpty { reasons.append(.init("Chỉ trích sao mới chọn từng phần.", field: field.parts)) }
      return reasons
    }
    if terms.parts.isEmpty {
      reasons.append(.init("Hãy chọn trang hoặc dòng cần trích sao.", field: field.parts))
    }
    if terms.parts.count > CopyPart.countMax {
      reasons.append(.init("Nhiều nhất \(CopyPart.countMax) đoạn trong một bản trích sao.", field: field.parts))
    }
    if terms.parts.contains(where: { $0.page > file.pageCount }) {
      reasons.append(.init("Tệp chỉ có \(file.pageCount) trang.", field: field.parts))
    }
    if file.pageCount > 0, Set(terms.parts.filter(\.isWhole).map(\.page)).count == file.pageCount {
      reasons.append(.init("Đã chọn mọi trang: sao toàn bộ văn bản là sao y.", field: field.parts))
    }
    return reasons
  }

  /// What the source must be (Article 3).
  private func sourceReasons(_ file: CopiedFile, of document: CopiedDocument) -> [Refusal.Reason] {
    let field = CopyField.form
    switch (terms.form, file.mark) {
    case (.recopy, .fullCopy): return []
    case (.recopy, nil) where document.isOriginal:
      return [.init("Văn bản này ký trên hệ thống nên là bản gốc, không phải bản sao y; hãy sao y.", field: field)]
    case (.recopy, nil):
      return isVouchedCopy
        ? []
        : [
          .init(
            "Sao lục chỉ sao từ bản sao y. Trong tệp không thấy chữ «SAO Y»; nếu đã xem và đúng là bản sao y, hãy tích ô xác nhận.",
            field: CopyField.vouchedCopy)
        ]
    case (.recopy, let mark?):
      return [.init("Tệp này là bản \(mark.label.lowercased()); sao lục chỉ sao từ bản sao y.", field: field)]
    case (.fullCopy, .fullCopy):
      return [.init("Tệp này đã là bản sao y; sao tiếp từ bản sao y là sao lục.", field: field)]
    case (_, let mark?):
      return [
        .init(
          "Tệp này là bản \(mark.label.lowercased()); \(terms.form.label.lowercased()) chỉ sao từ bản gốc hoặc bản chính.",
          field: field)
      ]
    case (_, nil): return []
    }
  }

  /// To whom, how many, who decides.
  private func givingReasons(_ signers: CopySigners) -> [Refusal.Reason] {
    let field = CopyField.self
    var reasons: [Refusal.Reason] = []
    if terms.recipients.isEmpty {
      reasons.append(.init("Chưa nhập nơi nhận bản sao. Ghi mỗi nơi một dòng.", field: field.recipients))
    }
    if terms.recipients.count > Self.recipientsMax {
      reasons.append(.init("Nhiều nhất \(Self.recipientsMax) nơi nhận.", field: field.recipients))
    }
    for name in terms.recipients where name.count > Self.recipientLengthMax {
      reasons.append(
        .init("Nơi nhận «\(name.prefix(40))…» dài quá \(Self.recipientLengthMax) ký tự.", field: field.recipients))
    }
    if !(1...Self.amountMax).contains(terms.amount) {
      reasons.append(.init("Số bản từ 1 đến \(Self.amountMax).", field: field.amount))
    }
    if terms.purpose.count > DocumentCopyAccess.noteLengthMax {
      reasons.append(.init("Dài quá \(DocumentCopyAccess.noteLengthMax) ký tự.", field: field.purpose))
    }
    if signers.all.isEmpty {
      reasons.append(.init(CopySigners.none, field: field.decider))
    } else if signers.find(terms.decider) == nil {
      reasons.append(.init("Hãy chọn người có thẩm quyền ký bản sao.", field: field.decider))
    }
    return reasons
  }
}
