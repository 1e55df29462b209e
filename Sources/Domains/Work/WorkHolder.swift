import Kernel

/// To whom work is given: resolved, with the names of the moment.
package struct WorkHolder: Hashable, Sendable {
  package var principal: Principal
  /// «Vụ Khoáng sản», «Nguyễn Văn An, Chuyên viên».
  package var name: String
  /// The unit that answers for it.
  package var unit: UnitID?
  package var agency: AgencyID

  package init(_ principal: Principal, name: String, unit: UnitID?, agency: AgencyID) {
    self.principal = principal
    self.name = name
    self.unit = unit
    self.agency = agency
  }
}

/// In whose name work is given: with whom it ends, comes back and can be taken back.
package struct WorkGiver: Sendable, Equatable {
  package var post: PostID
  package var name: String

  package init(_ post: PostID, name: String) {
    self.post = post
    self.name = name
  }
}

/// What is given to one holder in one act.
package struct WorkOrder: Sendable {
  package var holder: WorkHolder
  package var kind: WorkKind
  package var role: WorkRole
  package var instruction: String
  package var dueAt: Instant?
  package var needsReply: Bool
  /// An opinion or a decision is given without being accepted first.
  package var isAccepted: Bool

  package init(
    to holder: WorkHolder, kind: WorkKind, role: WorkRole, instruction: String = "", dueAt: Instant? = nil,
    needsReply: Bool = false, isAccepted: Bool = true
  ) {
    self.holder = holder
    self.kind = kind
    self.role = role
    self.instruction = instruction
    self.dueAt = dueAt
    self.needsReply = needsReply
    self.isAccepted = isAccepted
  }

  /// Where it begins: what is to be read or decided is not accepted first.
  var firstState: WorkItem.State {
    switch role {
    case .lead, .coordinate: isAccepted ? .offered : .waiting
    case .inform, .decide: .waiting
    }
  }
}
