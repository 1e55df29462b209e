import Database
import Kernel
import Markup

extension HandlingScreen {
  /// What notes that the sender was told of the receipt.
  func notice() throws -> HandlingPage {
    let notice = try ReceptionNoticeStore(transaction).findLater(document.id).get()
    if let refusal = AcknowledgeReceipt.obstacle(document, notice, for: actor) { throw refusal }
    let facts = document.facts
    var page = try page(
      "Báo nhận cho nơi gửi",
      "Văn bản điện tử được báo nhận ngay trong ngày đến (\(facts.arrivalDate.text)); ghi lại đã báo ngày nào, bằng cách nào.",
      action: IncomingDocumentPaths.notice(document.id), label: "Đã báo nhận")
    page.fields = [
      Field(
        "Đã báo qua", name: HandlingField.way, value: ReceptionNotice.Way(answering: facts.channel).rawValue,
        kind: .select(ReceptionNotice.Way.chosen.map { .init($0.rawValue, $0.label) }), focus: true, width: .half),
      Field(
        "Ngày báo", name: HandlingField.due, value: transaction.now.day.text, kind: .day, width: .half),
    ]
    return page
  }
}
