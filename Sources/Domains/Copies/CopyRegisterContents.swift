import Database
import Kernel
import Organization
import Registers

/// Tells the register of copies what its lines say.
package struct CopyRegisterContents: RegisterContents {
  package init() {}

  package func rows(
    ofBookOf agency: AgencyID, _ entries: [RegisterEntry], in transaction: any Transaction
  ) throws -> [RecordReference: RegisterRow] {
    let copies = try DocumentCopyStore(transaction).listForBook(of: agency, entries.map(\.record.number))
    let documents = try CopiedDocumentStore(transaction).documents(of: copies)
    let abbreviation = try OrganizationStore(transaction).agency(agency).abbreviation
    var rows: [RecordReference: RegisterRow] = [:]
    for copy in copies {
      guard let number = copy.number, let numberedAt = copy.numberedAt else { continue }
      let document = documents[copy.terms.source.record]
      let copied = document.map { [$0.line, $0.subject].filter { !$0.isEmpty }.joined(separator: ": ") } ?? ""
      rows[.documentCopy(copy.id)] = RegisterRow(
        copy: number, codeText: copy.codeText(abbreviation: abbreviation), day: numberedAt.day,
        form: copy.terms.form.label,
        copied: copied + (copy.terms.parts.isEmpty ? "" : " (\(CopyPart.told(copy.terms.parts)))"),
        signer: copy.signature?.name ?? "", recipients: RegisterRow.told(copy.terms.recipients),
        amount: copy.terms.amount,
        givenDay: copy.givenAt?.day, receipt: copy.receipt, note: copy.terms.purpose,
        path: DocumentCopyPaths.show(copy.id))
    }
    return rows
  }

  package func numberWasCancelled(
    of record: RecordReference, reason: String, by actor: Actor, in transaction: any Transaction
  ) throws {
    let store = DocumentCopyStore(transaction)
    let current = try store.lock(DocumentCopy.ID(record.number), visibleTo: actor)
    if current.state == .given {
      throw Refusal(.conflict, "Bản sao đã giao cho nơi nhận nên không hủy số được.")
    }
    var copy = try current.taking(.cancel)
    copy.endReason = reason
    try store.save(copy, from: current.version)
  }
}
