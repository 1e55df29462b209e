import Database
import Kernel
import VietnameseText

/// Keeps a list with its filters under a name (PL6-66).
package struct SaveSearch: Sendable {
  package var name: String
  package var list: String
  package var address: String
  package var isPinned: Bool

  package init(name: String, list: String, address: String, isPinned: Bool = false) {
    self.name = name
    self.list = list
    self.address = address
    self.isPinned = isPinned
  }

  @discardableResult
  package func perform(by actor: Actor, in transaction: any Transaction) throws -> SavedSearch {
    let store = SavedSearchStore(transaction)
    if let refusal = Refusal(Self.obstacles(name)) { throw refusal }
    guard try store.count(of: actor) < SavedSearch.countMax else {
      throw Refusal(
        .invalid, "Đã lưu \(SavedSearch.countMax) tìm kiếm. Hãy bỏ bớt rồi lưu thêm.", field: ListsPaths.Name.name)
    }
    try store.forgetRemoved(by: actor)
    let search = SavedSearch(
      id: try transaction.nextID(of: "saved_searches"), name: name, list: list, address: address, isPinned: isPinned)
    try store.add(search, sortKey: VietnameseOrder.sortKey(name), by: actor)
    return search
  }

  static func obstacles(_ name: String) -> [Refusal.Reason] {
    if name.isEmpty { return [.init("Chưa đặt tên cho tìm kiếm.", field: ListsPaths.Name.name)] }
    guard name.count > SavedSearch.nameLengthMax else { return [] }
    return [
      .init("Tên dài \(name.count) ký tự; tối đa \(SavedSearch.nameLengthMax).", field: ListsPaths.Name.name)
    ]
  }
}

/// Renames, pins, unpins, throws away or brings back a saved search.
package struct ChangeSavedSearch: Sendable {
  package enum Change: Sendable, Equatable {
    case rename(String)
    /// On «Việc của tôi», or not.
    case pin(Bool)
    case remove
    case restore
  }

  package var search: SavedSearch.ID
  package var change: Change

  package init(_ search: SavedSearch.ID, _ change: Change) {
    self.search = search
    self.change = change
  }

  @discardableResult
  package func perform(by actor: Actor, in transaction: any Transaction) throws -> SavedSearch {
    let store = SavedSearchStore(transaction)
    var search = try store.find(search, of: actor)
    switch change {
    case .rename(let name):
      if let refusal = Refusal(SaveSearch.obstacles(name)) { throw refusal }
      search.name = name
    case .pin(let isPinned): search.isPinned = isPinned
    case .remove: search.removedAt = transaction.now
    case .restore: search.removedAt = nil
    }
    try store.save(search, sortKey: VietnameseOrder.sortKey(search.name), by: actor)
    return search
  }
}
