import Access
import Database
import Documents
import Kernel
import Markup

/// Gathers what lies in a dossier, one page of it.
struct DossierContentsScreen: Sendable {
  static let rowsPerPage = 100

  var lines: [DossierLine]
  var hasMore: Bool
  /// Only over the first page.
  var expected: DossierExpectationsScreen?
  var parts: [Dossier] = []
  var today: Day

  static func read(
    _ head: FoundDossier, after ordinal: Int, _ directory: RecordDirectory, by actor: Actor,
    in transaction: any Transaction
  ) throws -> DossierContentsScreen {
    let found = try DossierContents(directory, transaction).lines(
      of: head.dossier, head.participants, after: ordinal, limit: rowsPerPage + 1, visibleTo: actor)
    let shown = Array(found.prefix(rowsPerPage))
    return DossierContentsScreen(
      lines: shown, hasMore: found.count > rowsPerPage,
      expected: ordinal > 0
        ? nil
        : try DossierExpectationsScreen.read(head, shown: shown, directory, by: actor, in: transaction),
      parts: ordinal > 0 ? [] : try SubDossierStore(transaction).list(of: head.dossier.id, visibleTo: actor),
      today: transaction.now.day)
  }

  func part(_ found: FoundDossier, input: FormInput, seal: FormSeal) -> DossierContentsPart {
    let dossier = found.dossier
    let mayFill = found.refusal(of: .fill) == nil
    var part = DossierContentsPart(
      rows: lines.map { line in
        .init(
          ordinal: "\(line.item.ordinal)", codeText: line.codeText, date: line.dateText, title: line.title,
          path: Self.path(line, in: dossier.id), author: line.author, pages: line.item.pagesText,
          further: (line.isFileHidden || line.item.isWithheld ? [] : line.item.file?.further ?? []).enumerated().map {
            index, file in
            .init(name: file.name, path: DossierPaths.further(dossier.id, line.item.id, index + 1))
          },
          takeOut: line.item.isWithheld
            ? .empty
            : (mayFill ? TakeOutForm.html(line, of: dossier.id, input: input, seal: seal) : .empty)
              + keeping(line, found),
          isKeptBack: line.item.isKeptBack, reading: Self.reading(line),
          isStruck: line.item.record != nil && (line.summary?.isWithheld ?? true))
      }, acts: unshown(input) + acts(found, input[DossierField.verdict].isEmpty ? input.ofUnnamed : FormInput(), seal),
      expected: expected?.part(found, input: input, seal: seal)
        ?? DossierExpectationsPart(rows: [], isComplete: true, acts: .empty),
      parts: expected == nil
        ? .empty : SubDossiersScreen.part(found, parts, today: today, input: input, seal: seal).html)
    part.mayFill = mayFill
    if hasMore, let last = lines.last {
      part.pager = Pager(
        older: DossierPaths.tab(dossier.id, .contents, after: last.item.ordinal), olderLabel: "Tiếp theo ›")
    }
    return part
  }

  /// A refused taking out whose line stands on another page is told over the list.
  private func unshown(_ input: FormInput) -> HTML {
    let isShown = input[DossierField.verdict] != "" || input == input.ofUnnamed
    return isShown || lines.contains { input.of(TakeOutForm.name($0.item.id)).isRefused } ? .empty : input.summary
  }

  /// Keeping a document back from readers, or showing it to them again.
  private func keeping(_ line: DossierLine, _ found: FoundDossier) -> HTML {
    let wanted: WantedRights = line.item.isKeptBack ? .show(line.item.id) : .keepBack(line.item.id)
    guard !line.isFileHidden, found.refusal(of: wanted.step) == nil else { return .empty }
    return Button(
      line.item.isKeptBack ? "Cho xem lại" : "Giữ riêng", style: .quiet,
      path: DossierPaths.rightsPreview(found.dossier.id, wanted)
    ).html
  }

  /// How far its file is read, or that it is withheld; nil when there is nothing to say.
  private static func reading(_ line: DossierLine) -> DossierContentsPart.Reading? {
    if line.item.isWithheld { return .withheld }
    guard !line.isFileHidden, let reading = line.reading else { return nil }
    switch reading.state {
    case .waiting: return .waiting
    case .unreadable: return .unreadable(reading.words)
    case .read, .empty: return nil
    }
  }

  static func path(_ line: DossierLine, in dossier: Dossier.ID) -> String? {
    if line.isFileHidden { return nil }
    return line.item.file == nil ? line.summary?.path : DossierPaths.viewing(dossier, line.item.id)
  }

  private func acts(_ found: FoundDossier, _ input: FormInput, _ seal: FormSeal) -> HTML {
    let dossier = found.dossier
    // Nothing to print before there is a line.
    let printing: HTML =
      lines.isEmpty
      ? .empty
      : """
      <div class="acts">\(["pdf", "docx"].map { Button(
        "In mục lục (\($0.uppercased()))", path: DossierPaths.printed(dossier.id, .contents, $0)).html })</div>
      """
    if let refusal = found.refusal(of: .fill) {
      return "\(Notice(.caution, refusal.message).html)\(printing)"
    }
    let name = DossierField.self
    let content: HTML = """
      \(ActForm(action: DossierPaths.act(dossier.id, .addFiles), seal: seal, carriesFiles: true, content: """
        \(FieldGroup(fields: [
          Field("Tệp", name: name.file, kind: .file(accept: "", multiple: true),
            hint: "Ảnh, PDF, Word, Excel, ghi âm, ghi hình, thư điện tử. Thả tệp vào trang này cũng được.", required: true),
          Field("Là tài liệu gì", name: name.title, hint: "Để trống: lấy tên tệp; thư điện tử lấy tiêu đề thư.",
            lengthMax: DossierFile.titleLengthMax),
          Field("Ngày của tài liệu", name: name.startedOn, kind: .day, hint: "Để trống: hôm nay; thư lấy ngày gửi.", width: .half),
          Field(Secrecy.vouchLabel, name: name.vouched, kind: .checkbox, required: true, width: .half),
        ].map(input.filling)).html)
        <div class="acts">\(Button("Thêm vào hồ sơ", style: .primary).html)</div>
        """).html)
      """
    let dialog = Dialog(
      id: "them-tai-lieu", title: "Thêm tài liệu không có số", input: input,
      pagePath: DossierPaths.tab(dossier.id, .contents), content: content
    ).html(opener: "Thêm tài liệu", key: "t")
    let filling = Button(
      "Đưa văn bản vào", style: .primary, path: DossierPaths.act(dossier.id, .addRecords), key: "v")
    let drafting = Button(
      "Soạn văn bản", path: FramePaths.drafting(from: RecordReference.dossier(dossier.id).text), key: "s")
    return "<div class=\"acts\">\(filling.html)\(dialog)\(drafting.html)</div>\(printing)"
  }
}

/// The form that takes one thing out of a dossier.
enum TakeOutForm {
  /// What the form of one thing is called where it is refused.
  static func name(_ item: DossierItem.ID) -> String { "dua-ra-\(item)" }

  static func html(_ line: DossierLine, of dossier: Dossier.ID, input: FormInput, seal: FormSeal) -> HTML {
    let id = name(line.item.id)
    let own = input.of(id)
    return Dialog(
      id: id, title: "Đưa ra khỏi hồ sơ: \(line.title)", input: own, pagePath: DossierPaths.contents(dossier),
      content: ActForm(
        action: DossierPaths.takingOut(dossier, line.item.id), seal: seal,
        content: """
          \(FieldGroup(fields: [
            own.filling(Field("Lý do", name: DossierField.reason, required: true,
              lengthMax: TakeOutOfDossier.reasonLengthMax, id: "f-\(id)"))
          ]).html)<div class="acts">\(Button("Đưa ra", style: .grave).html)</div>
          """
      ).html
    ).html(opener: "Đưa ra", style: .quiet)
  }
}
