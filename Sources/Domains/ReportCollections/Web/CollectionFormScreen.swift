import Database
import Kernel
import Markup
import OutgoingDocuments
import VietnameseText
import WebApp

/// Gathers the form that makes or changes a collection.
struct CollectionFormScreen: Sendable {
  var document: OutgoingDocument
  /// The one that is changed; nil for a new one.
  var collection: ReportCollection?
  var earlier: [ReportCollection]
  var obstacle: String?
  var columnCount: Int
  var input: FormInput
  var preview: SheetForm?

  /// So many columns stand there to begin with.
  static let columnsAtFirst = 4

  /// - Parameter pattern: an earlier collection whose form is taken over.
  static func making(
    _ id: OutgoingDocument.ID, pattern: ReportCollection.ID?, by actor: Actor, in transaction: any Transaction
  ) throws -> CollectionFormScreen {
    let store = ReportCollectionStore(transaction)
    let document = try OutgoingDocumentStore(transaction).find(id, visibleTo: actor)
    guard try store.mayAsk(about: id, actor) else { throw MakeReportCollection.notAsker }
    let form = try pattern.map { try store.find($0, askedBy: actor).form }
    var screen = CollectionFormScreen(
      document: document, earlier: try store.earlier(askedBy: actor),
      columnCount: form?.columns.count ?? columnsAtFirst, input: form.map(SheetFormTyped.input) ?? FormInput())
    if let known = try store.find(ofDocument: id, askedBy: actor) {
      screen.obstacle = "Văn bản \(known.codeText) đã có biểu «\(known.form.title)»."
    } else if document.state != .numbered && document.state != .issued {
      screen.obstacle = "Văn bản đang ở trạng thái «\(document.state.label)» nên không hỏi thêm được."
    } else if try !SheetAnswerStore(transaction).places(of: id).contains(where: \.isInside) {
      screen.obstacle = MakeReportCollection.nobodyInside.message
    }
    return screen
  }

  static func changing(
    _ id: ReportCollection.ID, by actor: Actor, in transaction: any Transaction
  ) throws -> CollectionFormScreen {
    let collection = try ReportCollectionStore(transaction).find(id, askedBy: actor)
    return CollectionFormScreen(
      document: try OutgoingDocumentStore(transaction).find(collection.document, visibleTo: actor),
      collection: collection, earlier: [],
      obstacle: try ChangeReportCollection.obstacle(to: collection, in: transaction)?.message,
      columnCount: collection.form.columns.count, input: SheetFormTyped.input(of: collection.form))
  }

  func page(seal: FormSeal) -> CollectionFormPage {
    var page = CollectionFormPage(
      heading: collection == nil ? "Lập biểu thu báo cáo" : "Sửa biểu thu báo cáo",
      documentLine: "\(document.codeText): \(document.facts.subject)",
      documentPath: OutgoingDocumentPaths.show(document.id),
      due: (collection?.dueOn ?? document.facts.replyDueDate)?.textWithWeekday, columnCount: columnCount,
      earlier: earlier.map { .init($0.id.description, "\($0.form.title) (\($0.codeText))") }, obstacle: obstacle,
      action: collection.map { ReportCollectionPaths.change($0.id) } ?? ReportCollectionPaths.making(document.id),
      input: input, seal: seal)
    if let preview {
      page.preview = SheetTable(
        caption: preview.title, columns: preview.columns.map(SheetTable.Column.init),
        rows: Array(repeating: [], count: preview.isMany ? min(3, preview.rowsMax) : 1), isMany: preview.isMany)
      page.previewHint = preview.hint
    }
    return page
  }
}

/// What was typed into that form.
enum SheetFormTyped {
  /// Columns that were left blank are passed over; of the rest each keeps its place, so that reasons find it.
  static func form(_ typed: Form) -> SheetForm {
    let name = SheetFormField.self
    var form = SheetForm(
      title: typed[name.title], hint: typed.paragraphs(name.hint), rowsMax: typed.integer(name.rowsMax) ?? 0)
    let count = min(max(typed.integer(name.columnCount) ?? 0, 0), SheetForm.columnsMax + 1)
    for index in 0..<count {
      func value(_ part: SheetFormField.ColumnPart) -> String { typed[name.column(part, index)] }
      let column = SheetColumn(
        value(.title), SheetColumn.Kind(rawValue: value(.kind)) ?? .text, unit: value(.unit),
        required: typed.isOn(name.column(.required, index)), least: value(.least), most: value(.most),
        choices: choices(value(.choices)))
      let isBlank = column.title.isEmpty && column.unit.isEmpty && column.choices.isEmpty
      if !isBlank { form.columns.append(column) }
    }
    return form
  }

  /// The typed fields with their blank columns closed up.
  static func input(of form: SheetForm) -> FormInput {
    let name = SheetFormField.self
    var values = [name.title: form.title, name.hint: form.hint, name.rowsMax: String(form.rowsMax)]
    for (index, column) in form.columns.enumerated() {
      values[name.column(.title, index)] = column.title
      values[name.column(.kind, index)] = column.kind.rawValue
      values[name.column(.unit, index)] = column.unit
      values[name.column(.required, index)] = column.isRequired ? "1" : ""
      values[name.column(.least, index)] = shownBound(column.least, column.kind)
      values[name.column(.most, index)] = shownBound(column.most, column.kind)
      values[name.column(.choices, index)] = column.choices.joined(separator: "; ")
    }
    return FormInput(values: values)
  }

  /// What was typed and is no such value stands as it was typed.
  private static func shownBound(_ text: String, _ kind: SheetColumn.Kind) -> String {
    SheetCell.shown(text, kind)
  }

  private static func choices(_ typed: String) -> [String] {
    var seen: Set<String> = []
    return typed.split(separator: ";").map { String($0).normalizedLine }.filter {
      !$0.isEmpty && seen.insert(Folding.folded($0)).inserted
    }
  }
}
