import Database
import Dossiers
import Kernel
import Markup
import WebApp

/// Gathers places and what is in them.
struct PlaceScreen {
  static let rowsMax = 50

  var actor: Actor
  var seal: FormSeal
  var creating: FormSeal
  var transaction: any Transaction

  private var places: ShelfPlaceStore { ShelfPlaceStore(transaction) }
  private var papers: DossierPaperStore { DossierPaperStore(transaction) }

  /// The stores, or what a search finds.
  func stores(_ query: Form, _ input: FormInput) throws -> PlacePage {
    guard PaperAccess.mayEnter(actor) else { throw PaperAccess.notEntered }
    let words = query[PaperField.search]
    let key = Int64(query[PaperField.after]) ?? 0
    let found =
      try words.isEmpty
      ? places.list(in: nil, after: key, limit: Self.rowsMax + 1, visibleTo: actor)
      : places.search(words, limit: Self.rowsMax, visibleTo: actor)
    var page = PlacePage(
      title: PlacePage.title,
      empty: words.isEmpty
        ? ("Chưa có kho nào", "Lập kho, rồi thêm giá và hộp; hồ sơ giấy xếp vào hộp.")
        : ("Không có chỗ nào mang nhãn «\(words)»", "Thử ít chữ hơn, ví dụ chỉ số của hộp."))
    page.searchText = words
    page.rows = try found.prefix(Self.rowsMax).map { try row($0, withPath: !words.isEmpty) }
    if words.isEmpty, found.count > Self.rowsMax {
      page.pager = Pager(
        older: "\(PaperPaths.places)?\(PaperField.after)=\(found[Self.rowsMax - 1].id)", olderLabel: "Tiếp theo ›")
    }
    page.acts = [Button("Sổ mượn hồ sơ", path: PaperPaths.loans)]
    if PaperAccess.mayMake(actor) {
      page.forms = input.summary + PlaceForms(place: nil, input: input, seal: seal, creating: creating).html
    }
    return page
  }

  private func row(_ place: ShelfPlace, withPath: Bool = false) throws -> PlacePage.Row {
    let note = withPath ? try places.path(of: place.id).text : place.note
    let count = try count(in: place)
    return PlacePage.Row(
      path: PaperPaths.place(place.id), name: place.name, text: note, size: size(place, count),
      state: try state(place, count))
  }

  /// Dossiers in a box, boxes in anything else.
  private func count(in place: ShelfPlace) throws -> Int {
    place.kind == .box ? try papers.count(in: place.id) : try places.boxCount(in: place.id)
  }

  private func size(_ place: ShelfPlace, _ count: Int) -> String {
    if place.kind == .box { return "\(count) hồ sơ" }
    guard let capacity = place.capacity else { return "\(count) hộp" }
    return place.measure == .boxes ? "\(count)/\(capacity) hộp" : "\(count) hộp, \(capacity) mét giá"
  }

  private func state(_ place: ShelfPlace, _ count: Int) throws -> StateMark? {
    if place.kind == .box {
      let out = try papers.outCount(in: place.id)
      if out > 0 { return StateMark("\(out) hồ sơ đang cho mượn", .look) }
    }
    if place.isFull { return StateMark("Đầy", .look) }
    guard place.measure == .boxes, let capacity = place.capacity, place.kind != .box, count >= capacity else {
      return nil
    }
    return StateMark("Đầy", .look)
  }

  /// One place.
  func page(_ id: ShelfPlace.ID, _ query: Form, _ input: FormInput) throws -> PlacePage {
    guard PaperAccess.mayEnter(actor) else { throw PaperAccess.notEntered }
    let place = try places.find(id, visibleTo: actor)
    let key = Int64(query[PaperField.after]) ?? 0
    var page = PlacePage(
      title: place.name,
      empty: place.kind == .box
        ? ("Hộp chưa có hồ sơ nào", "Ghi mã hồ sơ ở dưới để xếp vào hộp.")
        : ("Chưa có gì trong «\(place.name)»", "Thêm giá hoặc hộp ở dưới."))
    page.isBox = place.kind == .box
    page.trail =
      [(PlacePage.title, PaperPaths.places)]
      + (try places.path(of: id).places.dropLast().map { ($0.name, PaperPaths.place($0.id)) })
    let count = try count(in: place)
    page.state = try state(place, count)
    page.facts = [
      .init("Bên trong", text: size(place, count)), .init("Ghi chú", text: place.note),
      .init("Thuộc", text: place.unit == nil ? "" : "tủ của đơn vị"),
    ]
    let last = try page.isBox ? fillBox(&page, place, after: key) : fillPlace(&page, place, after: key)
    if let last {
      page.pager = Pager(
        older: "\(PaperPaths.place(id))?\(PaperField.after)=\(last)", olderLabel: "Tiếp theo ›")
    }
    if PaperAccess.mayKeep(place, actor) {
      page.labelsPath = page.rows.isEmpty ? nil : PaperPaths.labels(id)
      page.forms =
        input.summary
        + PlaceForms(place: place, parents: try parents(of: place), input: input, seal: seal, creating: creating).html
    }
    return page
  }

  /// The key after which there is more.
  private func fillPlace(_ page: inout PlacePage, _ place: ShelfPlace, after key: Int64) throws -> Int64? {
    let found = try places.list(in: place.id, after: key, limit: Self.rowsMax + 1, visibleTo: actor)
    page.rows = try found.prefix(Self.rowsMax).map { inner in
      var row = try row(inner)
      if PaperAccess.mayKeep(place, actor) {
        row.box = Self.tick(PaperField.box, "\(inner.id)", inner.name)
      }
      return row
    }
    return found.count > Self.rowsMax ? found[Self.rowsMax - 1].id.number : nil
  }

  private func fillBox(_ page: inout PlacePage, _ box: ShelfPlace, after key: Int64) throws -> Int64? {
    let found = try papers.list(in: box.id, after: key, limit: Self.rowsMax + 1)
    let byID = try DossierStore(transaction).byID(found.prefix(Self.rowsMax).map(\.dossier), visibleTo: actor)
    let lent = try DossierLoanStore(transaction).holding(among: found.map(\.dossier))
    page.rows = found.prefix(Self.rowsMax).compactMap { paper in
      guard let dossier = byID[paper.dossier] else { return nil }
      return PlacePage.Row(
        box: PaperAccess.mayKeep(box, actor)
          ? Self.tick(PaperField.dossier, "\(dossier.id)", dossier.code.notation) : .empty,
        path: PaperPaths.paper(dossier.id), name: dossier.code.text, text: dossier.facts.title,
        size: paper.sheets.map { "\($0)" } ?? "",
        state: lent[dossier.id].map { loan in
          StateMark(
            loan.state == .out ? "\(loan.borrower) mượn đến \(loan.untilOn.text)" : "chờ giao cho \(loan.borrower)",
            .look)
        })
    }
    page.acts = ["pdf", "docx", "xlsx"].map {
      Button("In mục lục hộp (\($0.uppercased()))", style: .quiet, path: PaperPaths.contents(box.id, $0))
    }
    return found.count > Self.rowsMax ? found[Self.rowsMax - 1].dossier.number : nil
  }

  /// A tick box in front of something.
  static func tick(_ name: String, _ value: String, _ label: String) -> HTML {
    """
    <label class="pick"><input type="checkbox" name="\(name)" value="\(value)"><span class="for-ear">Chọn \(label)</span></label>
    """
  }

  /// Stores and shelves into which it could go.
  private func parents(of place: ShelfPlace) throws -> [Field.Choice] {
    guard place.kind != .store else { return [] }
    var choices: [Field.Choice] = []
    for store in try places.list(in: nil, limit: 100, visibleTo: actor) where store.unit == place.unit {
      choices.append(.init("\(store.id)", store.name))
      guard place.kind == .box else { continue }
      choices += try places.list(in: store.id, limit: 200, visibleTo: actor).filter { $0.kind == .shelf }.map {
        .init("\($0.id)", "\(store.name) / \($0.name)")
      }
    }
    return choices
  }
}
