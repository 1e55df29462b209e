import Database
import Kernel
import VietnameseText

extension ShelfPlace.Kind: SQLConvertible {}
extension ShelfPlace.Measure: SQLConvertible {}

/// All SQL on places where papers stand. What an actor may not see is not found.
package struct ShelfPlaceStore {
  let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  private static let columns: SQL = """
    shelf_places.id, shelf_places.agency_id, shelf_places.parent_id, shelf_places.unit_id, shelf_places.kind,
    shelf_places.name, shelf_places.capacity, shelf_places.measure, shelf_places.is_full, shelf_places.note,
    shelf_places.version
    """

  static let missing = Refusal(.notFound, "Không tìm thấy chỗ để tài liệu này.")

  private static func visible(to actor: Actor) -> SQL {
    if PaperAccess.seesArchive(actor) { return "shelf_places.agency_id = \(actor.agency)" }
    guard PaperAccess.keepsCabinet(actor) else { return "1 = 0" }
    return "shelf_places.agency_id = \(actor.agency) AND shelf_places.unit_id = \(actor.unit)"
  }

  /// The place, or the refusal of what does not exist for this actor.
  package func find(_ id: ShelfPlace.ID, visibleTo actor: Actor, lock: Bool = false) throws -> ShelfPlace {
    let rows = try transaction.rows(
      """
      SELECT \(Self.columns) FROM shelf_places WHERE id = \(id) AND \(Self.visible(to: actor))
      \(lock ? transaction.rowLock : "")
      """)
    guard let row = rows.first else { throw Self.missing }
    return try ShelfPlace(row)
  }

  /// The place with those it stands in, whoever asks: its name is told to whoever sees what lies in it.
  func path(of id: ShelfPlace.ID) throws -> PlacePath {
    var places: [ShelfPlace] = []
    var next: ShelfPlace.ID? = id
    while let one = next, places.count < ShelfPlace.Kind.allCases.count {
      guard let row = try transaction.rows("SELECT \(Self.columns) FROM shelf_places WHERE id = \(one)").first else {
        break
      }
      let place = try ShelfPlace(row)
      places.insert(place, at: 0)
      next = place.parent
    }
    return PlacePath(places: places)
  }

  /// Stores, or what stands in a place, by key: as they were made. After a key.
  func list(in parent: ShelfPlace.ID?, after key: Int64 = 0, limit: Int, visibleTo actor: Actor) throws -> [ShelfPlace]
  {
    let inside: SQL = parent.map { "shelf_places.parent_id = \($0)" } ?? "shelf_places.kind = 'store'"
    return try transaction.rows(
      """
      SELECT \(Self.columns) FROM shelf_places WHERE \(inside) AND \(Self.visible(to: actor)) AND id > \(key)
      ORDER BY id LIMIT \(limit)
      """
    ).map(ShelfPlace.init)
  }

  /// Places whose label has these words, diacritics or not.
  package func search(_ words: String, kind: ShelfPlace.Kind? = nil, limit: Int, visibleTo actor: Actor) throws
    -> [ShelfPlace]
  {
    let folded = Folding.folded(words.normalizedLine)
    guard !folded.isEmpty else { return [] }
    let ofKind: SQL = kind.map { "AND kind = \($0)" } ?? ""
    let pattern = "%" + folded.replacing("%", with: "").replacing("_", with: "") + "%"
    return try transaction.rows(
      """
      SELECT \(Self.columns) FROM shelf_places WHERE \(Self.visible(to: actor)) \(ofKind)
      AND folded LIKE \(pattern) ORDER BY folded, id LIMIT \(limit)
      """
    ).map(ShelfPlace.init)
  }

  /// The one box that is meant by «Hộp 12» or «Kho 1 / Giá 2 / Hộp 12»; a refusal that names the others when several are.
  package func box(labelled text: String, visibleTo actor: Actor) throws -> ShelfPlace {
    let parts = text.split(separator: "/").map { Folding.folded(String($0).normalizedLine) }.filter { !$0.isEmpty }
    guard let name = parts.last else {
      throw Refusal(.invalid, "Ghi nhãn của hộp, ví dụ «Hộp 12».", field: PaperField.box)
    }
    let found = try transaction.rows(
      """
      SELECT \(Self.columns) FROM shelf_places WHERE \(Self.visible(to: actor)) AND kind = \(ShelfPlace.Kind.box)
      AND folded = \(name) ORDER BY id LIMIT 20
      """
    ).map(ShelfPlace.init)
    let paths = try found.map { try path(of: $0.id) }.filter { path in
      let names = path.places.dropLast().map { Folding.folded($0.name) }
      return parts.dropLast().allSatisfy { names.contains($0) }
    }
    if paths.count == 1, let box = paths[0].places.last { return box }
    guard let first = paths.first else {
      throw Refusal(
        .invalid, "Không có hộp nào mang nhãn «\(text)». Lập hộp ở trang kho rồi xếp.", field: PaperField.box)
    }
    let names = paths.prefix(5).map(\.text).joined(separator: "; ")
    throw Refusal(
      .invalid, "Có \(paths.count) hộp mang nhãn này: \(names). Ghi cả đường dẫn, ví dụ «\(first.text)».",
      field: PaperField.box)
  }

  func add(_ place: ShelfPlace, by name: String) throws {
    try refusingTwice {
      try transaction.run(
        """
        INSERT INTO shelf_places (id, agency_id, parent_id, unit_id, kind, name, folded, capacity, measure, is_full,
          note, made_at, made_by, version)
        VALUES (\(place.id), \(place.agency), \(place.parent), \(place.unit), \(place.kind), \(place.name),
          \(Folding.folded(place.name)), \(place.capacity), \(place.measure), \(place.isFull), \(place.note),
          \(transaction.now), \(name), \(place.version))
        """)
    }
  }

  func save(_ place: ShelfPlace, from version: Int) throws {
    let changed = try refusingTwice {
      try transaction.run(
        """
        UPDATE shelf_places SET parent_id = \(place.parent), name = \(place.name),
          folded = \(Folding.folded(place.name)), capacity = \(place.capacity), measure = \(place.measure),
          is_full = \(place.isFull), note = \(place.note), version = version + 1
        WHERE id = \(place.id) AND version = \(version)
        """)
    }
    guard changed == 1 else {
      throw Refusal(.conflict, "«\(place.name)» vừa được người khác sửa. Hãy tải lại trang; chưa có gì bị ghi đè.")
    }
  }

  func remove(_ id: ShelfPlace.ID) throws { try transaction.run("DELETE FROM shelf_places WHERE id = \(id)") }

  @discardableResult private func refusingTwice<Answer>(_ body: () throws -> Answer) throws -> Answer {
    let twice = Refusal(.invalid, "Ở đây đã có chỗ mang tên này.", field: PaperField.name)
    return try refusing("shelf_places_root_name", as: twice) { try refusing("shelf_places_name", as: twice, body) }
  }

  /// Boxes in it and in its shelves.
  func boxCount(in id: ShelfPlace.ID) throws -> Int {
    let direct: Int = try transaction.rows(
      "SELECT COUNT(*) AS n FROM shelf_places WHERE parent_id = \(id) AND kind = \(ShelfPlace.Kind.box)")[0].get("n")
    let deeper: Int = try transaction.rows(
      """
      SELECT COUNT(*) AS n FROM shelf_places AS boxes JOIN shelf_places AS shelves ON boxes.parent_id = shelves.id
      WHERE shelves.parent_id = \(id) AND boxes.kind = \(ShelfPlace.Kind.box)
      """)[0].get("n")
    return direct + deeper
  }

  /// Whether something stands or lies in it.
  func isUsed(_ id: ShelfPlace.ID) throws -> Bool {
    try !transaction.rows("SELECT 1 AS found FROM shelf_places WHERE parent_id = \(id) LIMIT 1").isEmpty
      || !transaction.rows("SELECT 1 AS found FROM dossier_papers WHERE place_id = \(id) LIMIT 1").isEmpty
  }
}

extension ShelfPlace {
  init(_ row: Row) throws {
    self.init(
      id: try row.get("id"), agency: try row.get("agency_id"), parent: try row.find("parent_id"),
      unit: try row.find("unit_id"), kind: try row.get("kind"), name: try row.get("name"),
      capacity: try row.find("capacity"), measure: try row.get("measure"), isFull: try row.get("is_full"),
      note: try row.get("note"), version: try row.get("version"))
  }
}
