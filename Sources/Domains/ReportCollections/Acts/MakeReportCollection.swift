import Audit
import Database
import Documents
import Kernel
import Notifications
import OutgoingDocuments

/// Asks the recipients of a document for numbers and texts (lập biểu thu báo cáo), before it is issued or after. Those who
/// have the document already are told.
package struct MakeReportCollection: Sendable {
  package var document: OutgoingDocument.ID
  package var form: SheetForm
  /// By when; only for a document that was given no day to be answered by.
  package var dueOn: Day?

  package init(_ document: OutgoingDocument.ID, _ form: SheetForm, dueOn: Day? = nil) {
    self.document = document
    self.form = form
    self.dueOn = dueOn
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws -> ReportCollection {
    let store = ReportCollectionStore(transaction)
    let current = try OutgoingDocumentStore(transaction).find(document, visibleTo: actor)
    guard try store.mayAsk(about: document, actor) else { throw Self.notAsker }
    try Secrecy.refuseMarked(form.words)
    var reasons = form.obstacles()
    if current.facts.replyDueDate == nil, dueOn == nil {
      reasons.append(.init("Nhập hạn gửi số liệu: văn bản chưa ghi hạn trả lời.", field: SheetFormField.dueOn))
    }
    if let refusal = Refusal(reasons) { throw refusal }
    let asking = try SetReplyDueDate(document, dueOn: dueOn).perform(by: actor, in: transaction)
    let places = try SheetAnswerStore(transaction).places(of: document)
    guard places.contains(where: \.isInside) else { throw Self.nobodyInside }
    let collection = ReportCollection(
      id: try transaction.nextID(ReportCollection.ID.self, of: "report_collections"), document: document,
      agency: asking.agency, form: form.settled(), state: .open, madeAt: transaction.now, madeBy: actor.nameOnRecord,
      makerPost: actor.post, version: 1, codeText: asking.codeText, subject: asking.facts.subject,
      documentState: asking.state, dueOn: asking.facts.replyDueDate ?? transaction.now.day)
    try store.add(collection)
    for record in [RecordReference.reportCollection(collection.id), .outgoingDocument(document)] {
      try Audit.record(
        .collectionMade(collection.form.title, columns: collection.form.columns.count), on: record, by: actor,
        in: transaction)
    }
    let words = "Biểu thu báo cáo «\(collection.form.title)», hạn \(collection.dueOn.text)"
    for place in places where place.isSent && place.isInside {
      let desk = try PlaceDesk(of: place, asking: document, in: transaction)
      try Notifications.tell(
        .workGiven, desk.principals, on: desk.record, words, by: actor, source: place.recipient.number, in: transaction)
    }
    return collection
  }

  static let notAsker = Refusal(
    .forbidden, "Chỉ cơ quan ban hành văn bản và đơn vị soạn thảo được lập biểu thu báo cáo.")

  static let nobodyInside = Refusal(
    .conflict,
    "Không nơi nhận nào của văn bản ở trong hệ thống nên không nơi nào điền được biểu. Thu bằng công văn như thường lệ."
  )
}

/// Changes the form while nobody has begun to fill it in (sửa biểu).
package struct ChangeReportCollection: Sendable {
  package var collection: ReportCollection.ID
  package var form: SheetForm
  package var formVersion: Int

  package init(_ collection: ReportCollection.ID, _ form: SheetForm, formVersion: Int) {
    self.collection = collection
    self.form = form
    self.formVersion = formVersion
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws -> ReportCollection {
    let store = ReportCollectionStore(transaction)
    var current = try store.lock(collection, askedBy: actor)
    if let obstacle = try Self.obstacle(to: current, in: transaction) { throw obstacle }
    try Secrecy.refuseMarked(form.words)
    if let refusal = Refusal(form.obstacles()) { throw refusal }
    current.form = form.settled()
    try store.save(current, from: formVersion)
    try Audit.record(
      .collectionChanged(current.form.title), on: .reportCollection(collection), by: actor, in: transaction)
    return current
  }

  /// Why its form stays as it is, for the page and the act alike.
  static func obstacle(to collection: ReportCollection, in transaction: any Transaction) throws -> Refusal? {
    if let obstacle = collection.obstacle(to: .change) { return obstacle }
    return try SheetAnswerStore(transaction).firstBegun(collection.id).map {
      Refusal(
        .conflict,
        "\($0.by) đã bắt đầu điền lúc \($0.at.text), nên cột của biểu giữ nguyên để số liệu không lệch. Cần biểu khác thì hỏi bằng văn bản khác."
      )
    }
  }
}
