/// One column of a list, as its readers may choose it (PL6-65).
package struct ListColumn: Sendable, Equatable {
  /// Stored with the choice, so that it never changes its meaning.
  package var id: String
  package var label: String
  /// Its share of a printed page's width.
  package var width: Double
  /// Shown to those who chose nothing.
  package var isUsual: Bool
  /// Cannot be left out: the link that opens the row.
  package var isFixed: Bool

  package init(_ id: String, _ label: String, width: Double = 20, isUsual: Bool = true, isFixed: Bool = false) {
    self.id = id
    self.label = label
    self.width = width
    self.isUsual = isUsual
    self.isFixed = isFixed
  }
}

/// The columns a person reads in a list, in their order.
package struct ColumnChoice: Sendable, Equatable {
  package private(set) var ids: [String]
  /// Every column of the list, in the usual order.
  private let all: [ListColumn]

  /// - Parameter stored: what was chosen before; nil for the usual columns. Columns that are gone are left out, fixed
  ///   ones stay.
  package init(of all: [ListColumn], stored: [String]? = nil) {
    self.all = all
    var ids: [String] = []
    for id in stored ?? all.filter(\.isUsual).map(\.id)
    where all.contains(where: { $0.id == id }) && !ids.contains(id) { ids.append(id) }
    for column in all where column.isFixed && !ids.contains(column.id) { ids.insert(column.id, at: 0) }
    self.ids = ids
  }

  package var columns: [ListColumn] { ids.compactMap { id in all.first { $0.id == id } } }

  /// Shown ones in their order, then the others in the usual order: what the form of the choice lists.
  var everyColumn: [(column: ListColumn, isShown: Bool)] {
    columns.map { ($0, true) } + all.filter { !ids.contains($0.id) }.map { ($0, false) }
  }

  var isUsual: Bool { self == ColumnChoice(of: all) }

  mutating func show(_ id: String) { self = ColumnChoice(of: all, stored: ids + [id]) }

  mutating func hide(_ id: String) { self = ColumnChoice(of: all, stored: ids.filter { $0 != id }) }

  /// One place towards the front (-1) or the back (1).
  mutating func move(_ id: String, by step: Int) {
    guard let from = ids.firstIndex(of: id), ids.indices.contains(from + step) else { return }
    ids.swapAt(from, from + step)
  }
}
