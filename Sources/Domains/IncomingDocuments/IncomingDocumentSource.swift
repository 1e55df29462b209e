import Access
import Database
import Documents
import Kernel

/// Tells search and lists of other domains about incoming documents.
package struct IncomingDocumentSource: RecordSource {
  package let code = RecordReference.incomingDocumentCode
  package let filedFrom: String? = IncomingDocumentPaths.list

  package init() {}

  package func summaries(
    of numbers: [Int64], visibleTo actor: Actor, in transaction: any Transaction
  ) throws -> [RecordSummary] {
    let types = DocumentTypeStore(transaction)
    return try IncomingDocumentStore(transaction).list(numbers, visibleTo: actor).map { document in
      let facts = document.facts
      var summary = RecordSummary(
        reference: .incomingDocument(document.id), kindLabel: "Văn bản đến",
        number: "Số đến \(document.arrivalNumber)", notation: facts.codeText, date: facts.issuedDate,
        issuer: facts.issuerName, subject: facts.subject, stateLabel: document.stateLabel,
        urgencyLabel: facts.urgency == .normal ? "" : facts.urgency.mark, path: IncomingDocumentPaths.show(document.id))
      summary.isWithheld = document.state == .quarantined
      let type = try DocumentType.known(facts.typeKey) ?? types.find(facts.typeKey)
      summary.filing = RecordFiling(
        typeName: type?.name ?? "", pageCount: facts.pageCount ?? 0, direction: .incoming)
      summary.blocksClosing = IncomingProgress.settled.contains(document.progress) ? nil : "chưa giải quyết xong"
      return summary
    }
  }
}

/// Tells notifications about papers that wait for registration: to the registry alone, until they have a number.
package struct WaitingPaperSource: RecordSource {
  package let code = RecordReference.waitingPaperCode

  package init() {}

  package func summaries(
    of numbers: [Int64], visibleTo actor: Actor, in transaction: any Transaction
  ) throws -> [RecordSummary] {
    try WaitingPaperStore(transaction).list(numbers, visibleTo: actor).map { paper in
      let subject = paper.glance?.subject ?? ""
      return RecordSummary(
        reference: .waitingPaper(paper.id), kindLabel: "Tệp chờ vào sổ", notation: paper.glance?.codeText ?? "",
        issuer: paper.glance?.issuer ?? "", subject: subject.isEmpty ? paper.fileName : subject,
        path: IncomingDocumentPaths.paperAct(paper.id, .register))
    }
  }
}
