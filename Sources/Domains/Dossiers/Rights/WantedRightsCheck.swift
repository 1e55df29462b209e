import Access
import Database
import Kernel
import Organization
import Work

extension WantedRights {
  /// What it is about, by name; refuses with what stands against it now. Asked when it is proposed and again when it is
  /// confirmed.
  func subject(
    in found: FoundDossier, _ directory: RecordDirectory, by actor: Actor, in transaction: any Transaction
  ) throws -> String {
    if let refusal = found.dossier.obstacle(to: step) { throw refusal }
    switch kind {
    case .add: return try newcomer(found, in: transaction)
    case .role, .end: return try participant(found, in: transaction)
    case .keepBack, .show: return try document(found, directory, by: actor, in: transaction)
    case .maker: return try successor(found, in: transaction)
    }
  }

  /// The dossier as it would stand: another maker brings their unit along.
  func dossier(after dossier: Dossier, in transaction: any Transaction) throws -> Dossier {
    guard kind == .maker, let holder, let choice = HolderChoice(holder) else { return dossier }
    let found = try choice.holder(in: dossier.agency, transaction)
    guard let unit = found.unit, let post = found.principal.post else { throw DossierStore.missing }
    var next = dossier
    (next.makerPost, next.makerName, next.unit) = (post, found.name, unit)
    next.unitName = try OrganizationStore(transaction).unit(unit).name
    return next
  }

  private func successor(_ found: FoundDossier, in transaction: any Transaction) throws -> String {
    guard let holder, holder.post != nil, let choice = HolderChoice(holder) else {
      throw Refusal(.invalid, "Chọn cá nhân làm người lập hồ sơ.", field: DossierField.participant)
    }
    let name = try choice.holder(in: found.dossier.agency, transaction).name
    if holder == .post(found.dossier.makerPost) {
      throw Refusal(.conflict, "\(name) đang là người lập hồ sơ này.", field: DossierField.participant)
    }
    return name
  }

  private func newcomer(_ found: FoundDossier, in transaction: any Transaction) throws -> String {
    guard let holder, let choice = HolderChoice(holder) else {
      throw Refusal(.invalid, "Chọn đơn vị hoặc cá nhân tham gia hồ sơ.", field: DossierField.participant)
    }
    let name = try choice.holder(in: found.dossier.agency, transaction).name
    if holder == .post(found.dossier.makerPost) {
      throw Refusal(.invalid, "\(name) là người lập hồ sơ này.", field: DossierField.participant)
    }
    if found.participants.contains(where: { $0.holder == holder }) {
      throw Refusal(.conflict, "\(name) đã tham gia hồ sơ này.", field: DossierField.participant)
    }
    return name
  }

  private func participant(_ found: FoundDossier, in transaction: any Transaction) throws -> String {
    guard let holder, let participant = found.participants.first(where: { $0.holder == holder }) else {
      throw Refusal(.conflict, "Người này không còn trong danh sách tham gia hồ sơ.")
    }
    guard kind == .role else { return participant.name }
    if participant.role == role {
      throw Refusal(.conflict, "\(participant.name) đã tham gia với vai trò «\(participant.role.label)».")
    }
    // Who left their post is given nothing more; less they can be given.
    if role == .contributor, let choice = HolderChoice(holder) {
      _ = try choice.holder(in: found.dossier.agency, transaction)
    }
    return participant.name
  }

  private func document(
    _ found: FoundDossier, _ directory: RecordDirectory, by actor: Actor, in transaction: any Transaction
  ) throws -> String {
    guard let item else { throw Refusal(.notFound, "Không tìm thấy văn bản này trong hồ sơ.") }
    let line = try DossierItemStore(transaction).find(item, in: found.dossier.id)
    if line.isKeptBack == (kind == .keepBack) {
      let what = line.record == nil ? "tài liệu" : "văn bản"
      throw Refusal(
        .conflict,
        line.isKeptBack
          ? "\(what.capitalizedFirst) này đã được giữ riêng." : "Mọi người tham gia hồ sơ đang xem được \(what) này.")
    }
    // What the proposal says stands where readers see it: nothing of what a file of the dossier's own is called.
    guard let record = line.record else { return "tài liệu số thứ tự \(line.ordinal)" }
    return try directory.summaries(of: [record], visibleTo: actor, in: transaction)[record]?.bookName
      ?? "văn bản số thứ tự \(line.ordinal)"
  }
}

extension HolderChoice {
  /// The same as a principal.
  var principal: Principal {
    switch self {
    case .unit(let unit): .unit(unit)
    case .post(let post): .post(post)
    }
  }

  /// Nil for a desk of a whole agency.
  init?(_ principal: Principal) {
    if let post = principal.post {
      self = .post(post)
    } else if let unit = principal.unit {
      self = .unit(unit)
    } else {
      return nil
    }
  }
}
