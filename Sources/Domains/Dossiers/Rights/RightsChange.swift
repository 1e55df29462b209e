import Kernel

/// A change of who may see or work in a dossier that waits for a second person, and what became of it (đề nghị thay đổi
/// quyền, PL6-33). Until somebody confirms it, nothing has changed.
package struct RightsChange: Sendable, Equatable, Identifiable {
  package typealias ID = Identifier<RightsChange>

  /// How far it is.
  package enum State: String, Sendable, CaseIterable {
    case waiting, confirmed, refused, takenBack

    /// The Vietnamese term.
    package var label: String {
      switch self {
      case .waiting: "Chờ xác nhận"
      case .confirmed: "Đã xác nhận"
      case .refused: "Không đồng ý"
      case .takenBack: "Đã rút lại"
      }
    }
  }

  /// At whose desk it lies.
  package enum Desk: String, Sendable, CaseIterable {
    /// The head of the dossier's unit.
    case unit
    /// A leader of the agency or its head of office: when the unit's head asks, and where there is none.
    case agency
  }

  /// What can be done to it.
  package enum Step: String, Sendable, CaseIterable { case confirm, refuse, takeBack }

  package static let wordsLengthMax = 500

  package let id: ID
  package var dossier: Dossier.ID
  package var agency: AgencyID
  package var wanted: WantedRights
  /// Whom or what it is about: «Lê Thị Mai, Chuyên viên», «Văn bản đến, số đến 152»; nothing of what a document says.
  package var subject: String
  package var reason: String
  package var state: State
  package var desk: Desk
  package var proposerPost: PostID
  package var proposerAccount: AccountID
  package var proposedBy: String
  package var proposedAt: Instant
  /// What whoever decided said.
  package var words: String
  package var decidedAt: Instant?
  package var decidedBy: String?
  package var version: Int

  /// «thêm Lê Thị Mai, Chuyên viên (chỉ xem)».
  package var text: String { wanted.text(subject) }

  /// Why this person may not take a step; nil when they may.
  package func refusal(of step: Step, by actor: Actor, in dossier: Dossier) -> Refusal? {
    switch step {
    case .confirm, .refuse: if let refusal = decidingRefusal(of: actor, in: dossier) { return refusal }
    case .takeBack:
      let isOwn = actor.account == proposerAccount || actor.post == proposerPost || actor.post == dossier.makerPost
      if !isOwn { return Refusal(.forbidden, "Chỉ người đề nghị (\(proposedBy)) hoặc người lập hồ sơ rút lại được.") }
    }
    guard state == .waiting else {
      let who = decidedBy.map { ", \($0)" } ?? ""
      return Refusal(.conflict, "Đề nghị này không còn chờ: \(state.label.lowercased())\(who). Hãy tải lại trang.")
    }
    return nil
  }

  /// Another person than who asked: the head of the dossier's unit, or whoever stands above it in the agency.
  private func decidingRefusal(of actor: Actor, in dossier: Dossier) -> Refusal? {
    if actor.account == proposerAccount {
      return Refusal(.forbidden, "Anh/chị là người đề nghị; người khác có thẩm quyền mới xác nhận được.")
    }
    let isAbove = actor.agency == dossier.agency && (actor.isLeader || actor.isHeadOfOffice)
    let isHead = desk == .unit && actor.unit == dossier.unit && actor.roles.contains(.unitHead)
    if isAbove || isHead { return nil }
    let who = desk == .unit ? "lãnh đạo \(dossier.unitName), lãnh đạo cơ quan" : "lãnh đạo cơ quan"
    return Refusal(.forbidden, "Chỉ \(who) hoặc chánh văn phòng xác nhận thay đổi quyền này.")
  }
}

/// What somebody wants changed in the rights of a dossier, as chosen in a form.
package struct WantedRights: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable {
    /// Somebody takes part, or does so in another way, or no longer.
    case add, role, end
    /// A document is for those alone who make the dossier, or for all who take part again (PL6-32).
    case keepBack, show
    /// Another makes the dossier from now on, and their unit answers for it.
    case maker
  }

  package var kind: Kind
  package var holder: Principal?
  package var role: DossierParticipant.Role?
  package var item: DossierItem.ID?

  package static func add(_ holder: Principal, as role: DossierParticipant.Role) -> WantedRights {
    WantedRights(kind: .add, holder: holder, role: role)
  }

  package static func role(_ holder: Principal, _ role: DossierParticipant.Role) -> WantedRights {
    WantedRights(kind: .role, holder: holder, role: role)
  }

  package static func end(_ holder: Principal) -> WantedRights { WantedRights(kind: .end, holder: holder) }

  package static func keepBack(_ item: DossierItem.ID) -> WantedRights { WantedRights(kind: .keepBack, item: item) }

  package static func show(_ item: DossierItem.ID) -> WantedRights { WantedRights(kind: .show, item: item) }

  package static func maker(_ post: PostID) -> WantedRights { WantedRights(kind: .maker, holder: .post(post)) }

  /// The step of the dossier that it is: what gives less is refused while an order keeps the dossier as it is.
  package var step: Dossier.Step {
    switch kind {
    case .add, .show: .share
    case .role: role == .contributor ? .share : .unshare
    case .end, .keepBack: .unshare
    case .maker: .change
    }
  }

  /// One waits at a time for each of these.
  var key: String { kind == .maker ? "maker" : holder?.token ?? item.map { "i\($0)" } ?? "" }

  func text(_ subject: String) -> String {
    let role = role?.label.lowercased() ?? ""
    return switch kind {
    case .add: "thêm \(subject) (\(role))"
    case .role: "\(subject) từ nay \(role)"
    case .end: "\(subject) thôi tham gia"
    case .keepBack: "giữ riêng «\(subject)» cho người lập và cùng lập"
    case .show: "cho mọi người tham gia xem lại «\(subject)»"
    case .maker: "đổi người lập hồ sơ sang \(subject)"
    }
  }
}

/// Who takes part in a dossier and what in it is kept back: all that its own rights follow from.
struct RightsCircle: Sendable, Equatable {
  var participants: [DossierParticipant]
  var keptBack: Set<DossierItem.ID>

  /// As it would be.
  func after(_ wanted: WantedRights, name: String, by who: String, at now: Instant) -> RightsCircle {
    var next = self
    switch wanted.kind {
    case .add:
      guard let holder = wanted.holder, let role = wanted.role else { return self }
      next.participants.append(.init(holder: holder, name: name, role: role, addedAt: now, addedBy: who))
    case .role:
      for index in next.participants.indices where next.participants[index].holder == wanted.holder {
        next.participants[index].role = wanted.role ?? next.participants[index].role
      }
    // Whoever makes it is no longer among those who only take part.
    case .end, .maker: next.participants.removeAll { $0.holder == wanted.holder }
    case .keepBack: if let item = wanted.item { next.keptBack.insert(item) }
    case .show: if let item = wanted.item { next.keptBack.remove(item) }
    }
    return next
  }
}
