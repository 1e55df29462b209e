import Database
import Kernel
import Markup
import OutgoingDocuments
import WebApp

/// Gathers the list of collections, newest first.
enum CollectionListScreen {
  static let rowsPerPage = 50
  private static let state = "tinh-trang"
  private static let before = "truoc"

  private static func path(_ shown: ReportCollection.State?, before key: ReportCollection.ID? = nil) -> String {
    let fields = [shown.map { "\(state)=\($0.rawValue)" }, key.map { "\(before)=\($0)" }].compactMap(\.self)
    return ReportCollectionPaths.list + (fields.isEmpty ? "" : "?" + fields.joined(separator: "&"))
  }

  static func read(_ query: Form, by actor: Actor, in transaction: any Transaction) throws -> CollectionListPage {
    let shown = ReportCollection.State(rawValue: query[state])
    let found = try ReportCollectionStore(transaction).list(
      shown, before: ReportCollection.ID(query[before]), limit: rowsPerPage + 1, askedBy: actor)
    let listed = found.prefix(rowsPerPage)
    let counts = try SheetAnswerStore(transaction).counts(of: listed.map(\.document))
    var page = CollectionListPage(
      chips: Chips(
        label: "Tình trạng",
        [.init("Tất cả", path: path(nil), selected: shown == nil)]
          + ReportCollection.State.allCases.map { .init($0.label, path: path($0), selected: $0 == shown) }),
      rows: listed.map { row($0, counts[$0.document] ?? (0, 0)) }, isFiltered: shown != nil)
    if found.count > rowsPerPage { page.pager = Pager(older: listed.last.map { path(shown, before: $0.id) }) }
    return page
  }

  private static func row(
    _ collection: ReportCollection, _ count: (sent: Int, asked: Int)
  ) -> CollectionListPage.Row {
    .init(
      path: ReportCollectionPaths.show(collection.id), title: collection.form.title, codeText: collection.codeText,
      documentPath: OutgoingDocumentPaths.show(collection.document), due: collection.dueOn.textWithWeekday,
      state: StateMark(collection.state.label, collection.state == .closed ? .done : .look),
      sent: "\(count.sent)/\(count.asked) nơi đã gửi")
  }
}
