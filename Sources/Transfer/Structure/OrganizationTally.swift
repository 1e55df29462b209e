/// What a list of the body adds, changes and leaves, by kind of thing.
package struct OrganizationTally: Sendable, Equatable, Codable {
  /// Of one kind of thing.
  package struct Counts: Sendable, Equatable, Codable {
    package var added = 0
    package var changed = 0
    /// There already, and as the list has it.
    package var same = 0
  }

  package private(set) var agencies = Counts()
  package private(set) var units = Counts()
  package private(set) var people = Counts()
  package private(set) var posts = Counts()
  /// Rows by which nothing changes.
  package var sameRows = 0
  /// New people without a post: they can do nothing in the system yet.
  package var withoutPost = 0

  package init() {}

  package subscript(kind: OrganizationLineKind) -> Counts {
    get {
      switch kind {
      case .agency: agencies
      case .unit: units
      case .person: people
      case .post: posts
      }
    }
    set {
      switch kind {
      case .agency: agencies = newValue
      case .unit: units = newValue
      case .person: people = newValue
      case .post: posts = newValue
      }
    }
  }

  mutating func note(_ effect: OrganizationEffect, on kind: OrganizationLineKind) {
    switch effect {
    case .added: self[kind].added += 1
    case .changed: self[kind].changed += 1
    case .same: self[kind].same += 1
    }
  }

  /// From now on it counts what is done, not what would be.
  mutating func beginEntering() {
    for kind in OrganizationLineKind.allCases { (self[kind].added, self[kind].changed) = (0, 0) }
    withoutPost = 0
  }

  /// «thêm 3 cơ quan, 12 đơn vị; sửa 1 người».
  package var sentence: String {
    let parts = [("thêm", \Counts.added), ("sửa", \Counts.changed)].compactMap { verb, count -> String? in
      let kinds = OrganizationLineKind.allCases.filter { self[$0][keyPath: count] > 0 }
      let told = kinds.map { "\(self[$0][keyPath: count]) \($0.label)" }.joined(separator: ", ")
      return told.isEmpty ? nil : "\(verb) \(told)"
    }
    return parts.isEmpty ? "không có gì mới hay thay đổi" : parts.joined(separator: "; ")
  }
}

/// What a row does to one thing.
enum OrganizationEffect: Sendable, Equatable { case added, changed, same }

/// What a row of such a list describes, in the order in which rows build on each other. A post stands in the row of its
/// person.
package enum OrganizationLineKind: String, Sendable, CaseIterable {
  case agency, unit, person, post

  /// In a sentence: «3 cơ quan».
  package var label: String {
    switch self {
    case .agency: "cơ quan"
    case .unit: "đơn vị"
    case .person: "người"
    case .post: "chức danh"
    }
  }
}
