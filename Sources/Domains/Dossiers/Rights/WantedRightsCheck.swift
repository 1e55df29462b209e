import Access
import Database
import Kernel
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
    }
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
    guard let record = line.record else {
      throw Refusal(
        .invalid, "Chỉ giữ riêng được văn bản của hệ thống; tài liệu kèm hồ sơ thì ai xem được hồ sơ đều xem được.")
    }
    if line.isKeptBack == (kind == .keepBack) {
      throw Refusal(
        .conflict,
        line.isKeptBack ? "Văn bản này đã được giữ riêng." : "Mọi người tham gia hồ sơ đang xem được văn bản này.")
    }
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
