import Audit
import Database
import Documents
import Kernel

/// Makes a place: a store, a shelf in it, a box (lập kho, giá, hộp).
package struct AddShelfPlace: Sendable {
  package var parent: ShelfPlace.ID?
  package var kind: ShelfPlace.Kind
  package var name: String
  package var capacity: Int?
  package var measure: ShelfPlace.Measure
  package var note: String

  package init(
    _ kind: ShelfPlace.Kind, in parent: ShelfPlace.ID?, name: String, capacity: Int? = nil,
    measure: ShelfPlace.Measure = .boxes, note: String = ""
  ) {
    self.parent = parent
    self.kind = kind
    self.name = name.normalizedLine
    self.capacity = capacity
    self.measure = measure
    self.note = note.normalizedLine
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws -> ShelfPlace {
    let store = ShelfPlaceStore(transaction)
    guard PaperAccess.mayMake(actor) else { throw PaperAccess.notKeeper }
    let outer = try parent.map { try store.find($0, visibleTo: actor, lock: true) }
    if let outer, !PaperAccess.mayKeep(outer, actor) { throw PaperAccess.notKeeper }
    try Secrecy.refuseMarked([name, note])
    let place = ShelfPlace(
      id: try transaction.nextID(ShelfPlace.ID.self, of: "shelf_places"), agency: actor.agency, parent: parent,
      unit: outer.map(\.unit) ?? PaperAccess.cabinet(of: actor), kind: kind, name: name, capacity: capacity,
      measure: measure, isFull: false, note: note, version: 1)
    var reasons = place.obstacles()
    if outer.map({ !$0.kind.holds.contains(kind) }) ?? (kind != .store) {
      reasons.append(.init("\(kind.label) không đặt được ở đây.", field: PaperField.kind))
    }
    if kind == .box, let outer { reasons += try ChangeShelfPlace.room(for: outer, in: store) }
    if let refusal = Refusal(reasons) { throw refusal }
    try store.add(place, by: actor.titleOnRecord)
    try Audit.record(.placeMade(store.path(of: place.id).text), on: .shelfPlace(place.id), by: actor, in: transaction)
    return place
  }
}

/// Sets a place right, moves it into another, marks it full (sửa, chuyển, ghi đầy).
package struct ChangeShelfPlace: Sendable {
  package var place: ShelfPlace.ID
  package var name: String
  /// Nil: where it is.
  package var parent: ShelfPlace.ID?
  package var capacity: Int?
  package var measure: ShelfPlace.Measure
  package var isFull: Bool
  package var note: String
  package var formVersion: Int

  package init(
    _ place: ShelfPlace.ID, name: String, parent: ShelfPlace.ID? = nil, capacity: Int?,
    measure: ShelfPlace.Measure = .boxes, isFull: Bool, note: String = "", formVersion: Int
  ) {
    self.place = place
    self.name = name.normalizedLine
    self.parent = parent
    self.capacity = capacity
    self.measure = measure
    self.isFull = isFull
    self.note = note.normalizedLine
    self.formVersion = formVersion
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws -> ShelfPlace {
    let store = ShelfPlaceStore(transaction)
    let old = try store.find(place, visibleTo: actor, lock: true)
    guard PaperAccess.mayKeep(old, actor) else { throw PaperAccess.notKeeper }
    try Secrecy.refuseMarked([name, note])
    let before = try store.path(of: old.id).text
    var next = old
    (next.name, next.capacity, next.measure, next.isFull, next.note) = (name, capacity, measure, isFull, note)
    var reasons = next.obstacles()
    if let parent, parent != old.parent {
      let outer = try store.find(parent, visibleTo: actor, lock: true)
      if !outer.kind.holds.contains(old.kind) || outer.unit != old.unit {
        reasons.append(.init("\(old.kind.label) không đặt được ở «\(outer.name)».", field: PaperField.parent))
      } else if old.kind == .box {
        reasons += try Self.room(for: outer, in: store)
      }
      next.parent = parent
    }
    if let refusal = Refusal(reasons) { throw refusal }
    try store.save(next, from: formVersion)
    let after = try store.path(of: old.id).text
    let words = before == after ? after : "\(before) thành \(after)"
    try Audit.record(.placeChanged(words), on: .shelfPlace(place), by: actor, in: transaction)
    return next
  }

  /// Why one box more finds no room in a store or shelf.
  static func room(for outer: ShelfPlace, in store: ShelfPlaceStore) throws -> [Refusal.Reason] {
    if outer.isFull {
      return [.init("«\(outer.name)» đã ghi là đầy. Chọn chỗ khác, hoặc bỏ dấu đầy.", field: PaperField.parent)]
    }
    guard outer.measure == .boxes, let most = outer.capacity else { return [] }
    let count = try store.boxCount(in: outer.id)
    guard count >= most else { return [] }
    return [.init("«\(outer.name)» chứa \(most) hộp và đã có \(count). Chọn chỗ khác.", field: PaperField.parent)]
  }
}

/// Takes an empty place away (bỏ chỗ còn trống).
package struct RemoveShelfPlace: Sendable {
  package var place: ShelfPlace.ID
  package var formVersion: Int

  package init(_ place: ShelfPlace.ID, formVersion: Int) {
    self.place = place
    self.formVersion = formVersion
  }

  /// Gives what it was.
  @discardableResult package func perform(by actor: Actor, in transaction: any Transaction) throws -> ShelfPlace {
    let store = ShelfPlaceStore(transaction)
    let old = try store.find(place, visibleTo: actor, lock: true)
    guard PaperAccess.mayKeep(old, actor) else { throw PaperAccess.notKeeper }
    guard old.version == formVersion else {
      throw Refusal(.conflict, "«\(old.name)» vừa được người khác sửa. Hãy tải lại trang.")
    }
    if try store.isUsed(place) {
      throw Refusal(.conflict, "«\(old.name)» còn có hộp hoặc hồ sơ bên trong; chuyển đi hết rồi mới bỏ được.")
    }
    try Audit.record(.placeRemoved(store.path(of: place).text), on: .shelfPlace(place), by: actor, in: transaction)
    try store.remove(place)
    return old
  }
}
