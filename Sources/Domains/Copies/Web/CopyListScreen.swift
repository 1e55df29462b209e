import Database
import Kernel
import Markup
import Organization
import Registers
import WebApp

/// Gathers the list of copies for one address.
enum CopyListScreen {
  private typealias Name = CopyListName

  static func read(_ query: Form, by actor: Actor, in transaction: any Transaction) throws -> CopyListPage {
    let filter = DocumentCopyFilter(
      form: CopyForm(rawValue: query[Name.form]), state: DocumentCopy.State(rawValue: query[Name.state]))
    let slice = try DocumentCopyStore(transaction).newest(filter, page: page(query), visibleTo: actor)
    let documents = try CopiedDocumentStore(transaction).documents(of: slice.copies)
    let organization = OrganizationStore(transaction)
    let abbreviation = slice.copies.isEmpty ? "" : try organization.agency(actor.agency).abbreviation
    let book = try RegisterStore(transaction).books(visibleTo: actor).first { $0.kind == .copy }
    return CopyListPage(
      chips: chips(filter), form: filter.form?.rawValue ?? "", state: filter.state?.rawValue ?? "",
      lines: slice.copies.map { line($0, documents[$0.terms.source.record], abbreviation) },
      pager: pager(slice, query), bookPath: book.map { RegistersPaths.book($0.id) })
  }

  private static func page(_ query: Form) -> KeysetPage {
    if let key = Int64(query["truoc"]) { return .before(key) }
    if let key = Int64(query["sau"]) { return .after(key) }
    return .newest
  }

  static func line(
    _ copy: DocumentCopy, _ document: CopiedDocument?, _ abbreviation: String
  ) -> CopyListPage.Line {
    .init(
      id: copy.id.description, path: DocumentCopyPaths.show(copy.id),
      codeText: copy.codeText(abbreviation: abbreviation), form: copy.terms.form.label,
      copied: document?.line ?? "", subject: document?.subject ?? "Văn bản không còn", asker: copy.askerName,
      decider: copy.deciderName, state: StateMark(copy), day: (copy.numberedAt ?? copy.askedAt).day.text,
      isStruck: copy.state == .cancelled)
  }

  private static func chips(_ filter: DocumentCopyFilter) -> Chips {
    let list = DocumentCopyPaths.list
    func chip(_ state: DocumentCopy.State) -> Chips.Chip {
      .init(
        state.label, path: "\(list)?\(Name.state)=\(state.rawValue)", selected: filter.state == state)
    }
    return Chips(
      label: "Lọc nhanh",
      [.init("Tất cả", path: list, selected: filter.isEmpty)] + [.asked, .approved, .numbered, .given].map(chip))
  }

  /// Keeps every filter of the address, so that paging and the back button never lose them.
  private static func pager(_ slice: DocumentCopySlice, _ query: Form) -> Pager {
    let kept = query.fields.filter { !["truoc", "sau"].contains($0.name) && !$0.value.isEmpty }
      .map { "\($0.name)=\(Form.encoded($0.value))" }
    func path(_ page: KeysetPage?) -> String? {
      switch page {
      case .before(let id): DocumentCopyPaths.list + "?" + (kept + ["truoc=\(id)"]).joined(separator: "&")
      case .after(let id): DocumentCopyPaths.list + "?" + (kept + ["sau=\(id)"]).joined(separator: "&")
      case .newest, nil: nil
      }
    }
    return Pager(newer: path(slice.newer), older: path(slice.older))
  }
}

extension StateMark {
  /// Where a copy stands.
  init(_ copy: DocumentCopy) {
    let tone: Tone =
      switch copy.state {
      case .asked, .approved: .look
      case .numbered: copy.trouble == nil ? .plain : .wrong
      case .given: .done
      case .refused, .withdrawn, .cancelled: .wrong
      }
    self.init(copy.state.label, tone)
  }
}
