import Kernel

/// A dossier that a plan expects (hồ sơ trong danh mục, HS-02): what is opened from it takes its number, title and term.
package struct FilePlanEntry: Sendable, Equatable, Identifiable {
  package typealias ID = Identifier<FilePlanEntry>

  package var id: ID
  package var plan: FilePlan.ID
  package var heading: FilePlanHeading.ID
  /// Order under its heading.
  package var place: Int
  package var facts: Facts
  /// Given when the round is issued.
  package var number: Int?
  /// «01.TCCB»; nil until it is issued.
  package var notation: String?
  /// 0 for the plan itself; of what was added later («bổ sung»), which addition.
  package var round: Int
  package var addedBy: String
  package var addedAt: Instant
  package var version: Int
  /// Who forms it since the one named handed it over (HS-11): the plan that was put forward or issued stays as it is.
  package var follower: FilePlanMaker?

  /// Who forms it now.
  package var currentMaker: FilePlanMaker { follower ?? facts.maker }

  /// What is laid down, with who forms it now.
  var currentFacts: Facts {
    var facts = facts
    facts.maker = currentMaker
    return facts
  }

  /// As a page says it: «Bùi Quốc Khánh, nay Đỗ Thị Hồng Nhung».
  package var makerText: String { facts.maker.name + (follower.map { ", nay \($0.name)" } ?? "") }

  /// What is laid down of it.
  package struct Facts: Sendable, Equatable {
    package var title: String
    package var retention: RetentionPeriod
    package var maker: FilePlanMaker
    package var note: String

    package init(title: String, retention: RetentionPeriod, maker: FilePlanMaker, note: String = "") {
      self.title = title
      self.retention = retention
      self.maker = maker
      self.note = note
    }

    /// Everything that is wrong with it.
    func obstacles() -> [Refusal.Reason] {
      var reasons: [Refusal.Reason] = []
      if title.isEmpty { reasons.append(.init("Nhập tiêu đề hồ sơ.", field: FilePlanField.title)) }
      if title.count > FilePlanEntry.titleLengthMax {
        reasons.append(
          .init("Tiêu đề hồ sơ dài nhất \(FilePlanEntry.titleLengthMax) ký tự.", field: FilePlanField.title))
      }
      if note.count > FilePlanEntry.noteLengthMax {
        reasons.append(.init("Ghi chú dài nhất \(FilePlanEntry.noteLengthMax) ký tự.", field: FilePlanField.note))
      }
      return reasons
    }
  }

  package static let titleLengthMax = 1000
  package static let noteLengthMax = 500

  /// As printed: below ten with a zero (HS-02).
  package static func notation(_ number: Int, _ abbreviation: String) -> String {
    "\(number < 10 ? "0" : "")\(number).\(abbreviation)"
  }
}

/// Who is to form a dossier (người lập): one post, or a unit that will say who.
package struct FilePlanMaker: Sendable, Equatable {
  package var unit: UnitID
  /// Nil when the whole unit is named.
  package var post: PostID?
  /// As it stands on the plan: the person, or the unit.
  package var name: String

  package init(unit: UnitID, post: PostID? = nil, name: String) {
    self.unit = unit
    self.post = post
    self.name = name
  }
}
