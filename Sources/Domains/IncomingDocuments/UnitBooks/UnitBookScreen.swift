import Database
import Kernel
import Markup
import Organization
import Registers
import Work

/// Gathers the books of units.
struct UnitBookScreen {
  static let rowsPerPage = 200
  /// What is printed at once.
  static let printedMax = 5000

  let actor: Actor
  let transaction: any Transaction

  func list(seal: FormSeal) throws -> UnitBooksPage {
    let maySwitch = UnitBookAccess.maySwitch(actor)
    let units = try OrganizationStore(transaction).units(of: actor.agency).filter {
      $0.isOpen(on: transaction.now.day) && (maySwitch || UnitBookAccess.mayRead($0.id, of: $0.agency, actor))
    }
    let books = try UnitBookStore(transaction).books(of: units.map(\.id))
    return UnitBooksPage(
      lines: units.compactMap { unit in
        let book = books[unit.id]
        guard maySwitch || book != nil else { return nil }
        let state =
          book.map { book in
            book.closedAt.map { "đã tắt \($0.day.text)" } ?? "đang dùng từ \(book.openedAt.day.text)"
          } ?? "không dùng"
        return .init(
          unit: unit.name, state: state, isOn: book?.isOpen ?? false,
          bookPath: book == nil || !UnitBookAccess.mayRead(unit.id, of: unit.agency, actor)
            ? nil : IncomingDocumentPaths.unitBook(unit.id),
          switchPath: maySwitch ? IncomingDocumentPaths.unitBookSwitch(unit.id) : nil)
      }, seal: seal)
  }

  func book(_ id: UnitID, year: Int?, after number: Int, limit: Int) throws -> UnitBookPage {
    let unit = try OrganizationStore(transaction).unit(id)
    guard UnitBookAccess.mayRead(id, of: unit.agency, actor) else { throw UnitBookAccess.notReader }
    let store = UnitBookStore(transaction)
    guard let book = try store.find(id) else { throw Refusal(.notFound, "\(unit.name) không dùng sổ nội bộ.") }
    let now = transaction.now.day.year
    let year = year ?? now
    let entries = try store.entries(of: id, year: year, after: number, limit: limit + 1)
    let shown = Array(entries.prefix(limit))
    let path = IncomingDocumentPaths.unitBook(id)
    return UnitBookPage(
      unit: unit.name, year: year, lines: try lines(shown, of: unit), closed: book.closedAt?.text,
      years: Chips(
        label: "Năm",
        (book.openedAt.day.year...now).map { .init("\($0)", path: "\(path)?nam=\($0)", selected: $0 == year) }),
      printPath: "\(path)/in?nam=\(year)",
      pager: Pager(
        older: entries.count > limit ? "\(path)?nam=\(year)&sau=\(shown.last?.number ?? 0)" : nil,
        olderLabel: "Số tiếp theo ›"))
  }

  /// What the unit may see no longer keeps its number and nothing else.
  private func lines(_ entries: [UnitBookEntry], of unit: OrganizationalUnit) throws -> [UnitBookPage.Line] {
    let documents = try IncomingDocumentStore(transaction).list(entries.map(\.record.number), visibleTo: actor)
    let known = Dictionary(uniqueKeysWithValues: documents.map { ($0.id.number, $0) })
    return try entries.map { entry in
      let day = entry.takenAt.day.text
      guard let document = known[entry.record.number], document.state != .quarantined else {
        return .init(
          number: entry.number, day: day, arrivalNumber: "", codeText: "", issuer: "",
          subject: "(không còn giao cho đơn vị)", officers: "", path: nil)
      }
      let officers = try WorkStore(transaction).items(of: entry.record).filter { item in
        guard item.unit == unit.id, item.holder != .unit(unit.id), item.role != .inform else { return false }
        return ![.returned, .recalled].contains(item.state)
      }
      return .init(
        number: entry.number, day: day, arrivalNumber: "\(document.arrivalNumber)", codeText: document.facts.codeText,
        issuer: document.facts.issuerName, subject: document.facts.subject,
        officers: officers.map(\.holderName).joined(separator: "; "), path: IncomingDocumentPaths.show(document.id))
    }
  }

  func form(_ id: UnitID, year: Int?, systemName: String) throws -> UnitBookForm {
    let page = try book(id, year: year, after: 0, limit: Self.printedMax)
    return UnitBookForm(
      agencyName: try OrganizationStore(transaction).agencyName(actor.agency), page: page,
      provenance: "\(actor.titleOnRecord), in lúc \(transaction.now.text) từ \(systemName)")
  }
}
