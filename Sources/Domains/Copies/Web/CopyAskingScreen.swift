import Database
import Documents
import Kernel
import Markup
import Organization

/// Gathers the form that asks for a copy of one document.
struct CopyAskingScreen: Sendable {
  var document: CopiedDocument
  var files: [CopiedFile]
  var chosenFile: Int64?
  var form: CopyForm
  var deciders: [Field.Choice]
  var earlier: [CopyAskingPage.Earlier]
  var rows: [Int: CopyRows] = [:]
  var chosen: Set<String> = []
  var input = FormInput()

  /// The file that is shown: the chosen one, else the first that can be copied.
  var file: CopiedFile? {
    files.first { $0.id == chosenFile } ?? files.first { $0.obstacle == nil } ?? files.first { $0.pageCount > 0 }
  }

  static func read(
    _ record: RecordReference, file: Int64?, form: CopyForm?, by actor: Actor, in transaction: any Transaction
  ) throws -> CopyAskingScreen {
    let (document, files) = try CopiedDocumentStore(transaction).find(record, visibleTo: actor)
    let signers = try CopySigners(of: actor.agency, in: transaction)
    let copies = try DocumentCopyStore(transaction).copies(of: record, visibleTo: actor)
    let abbreviation = try OrganizationStore(transaction).agency(actor.agency).abbreviation
    var screen = CopyAskingScreen(
      document: document, files: files, chosenFile: file, form: form ?? .fullCopy,
      deciders: signers.all.map { .init($0.post.description, $0.name) },
      earlier: copies.map { copy in
        let code = copy.codeText(abbreviation: abbreviation)
        return .init(
          line: [copy.terms.form.label, code, copy.askedAt.day.text].filter { !$0.isEmpty }.joined(separator: ", "),
          path: DocumentCopyPaths.show(copy.id), state: StateMark(copy))
      })
    if signers.all.isEmpty { screen.document.obstacles.append(CopySigners.none) }
    // What the file says of itself proposes the form.
    if form == nil, screen.file?.mark == .fullCopy { screen.form = .recopy }
    return screen
  }

  func page(seal: FormSeal) -> CopyAskingPage {
    let record = document.record
    let file = file
    return CopyAskingPage(
      title: "Sao \(document.codeText.isEmpty ? "văn bản" : document.codeText)", documentLine: document.line,
      documentPath: document.path, obstacles: document.obstacles,
      forms: Tabs(
        label: "Hình thức sao",
        CopyForm.allCases.map {
          .init($0.label, path: DocumentCopyPaths.new(record, file: chosenFile, form: $0), selected: $0 == form)
        }), files: fileTabs, form: form,
      markLine: file?.mark.map { "Trong tệp có chữ «\($0.title)»: tệp này là bản \($0.label.lowercased())." },
      asksVouching: form == .recopy && file?.mark == nil, viewer: viewer, sheets: sheets, chosen: chosen,
      ways: CopyWay.all.filter { form.obstacle(to: $0) == nil }.map { .init($0.text, $0.label) },
      deciders: [.init("", "Chọn người quyết định")] + deciders, earlier: earlier,
      action: DocumentCopyPaths.new(record, file: file?.id), input: input, seal: seal)
  }

  private var fileTabs: Tabs? {
    guard files.count > 1 else { return nil }
    return Tabs(
      label: "Tệp cần sao",
      files.map {
        .init(
          $0.name, path: DocumentCopyPaths.new(document.record, file: $0.id, form: form), selected: $0.id == file?.id)
      })
  }

  private var sheets: [CopyAskingPage.Sheet] {
    guard form == .extractCopy, let file, file.pageCount > 0 else { return [] }
    return (1...file.pageCount).map { page in
      .init(page: page, lines: (rows[page]?.lines ?? []).map { ($0.part.text, $0.text) })
    }
  }

  private var viewer: PageViewer {
    guard let file, file.pageCount > 0, file.kind.isShown else {
      return PageViewer(name: "Văn bản", images: [], emptyLine: "Văn bản không có trang để xem.")
    }
    let source = CopySource(document.record, file: file.id)
    return PageViewer(
      name: document.codeText,
      images: (1...file.pageCount).map {
        .init(
          page: $0, path: DocumentCopyPaths.sourcePage(source, $0),
          thumbnailPath: DocumentCopyPaths.sourcePage(source, $0, small: true))
      })
  }
}
