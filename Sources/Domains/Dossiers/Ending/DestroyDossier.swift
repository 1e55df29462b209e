import Access
import Audit
import Database
import FilePlans
import FileVault
import Jobs
import Kernel
import Work

/// Destroys a dossier (hủy hồ sơ, LT-03) by a decision, in small steps, each in a transaction of its own: first its own
/// words, then what lies in it, a thing at a time. Wherever it is stopped, the next step goes on. Whoever calls has looked
/// at the right to destroy; the actor is a job.
package struct DestroyDossier: Sendable {
  /// What became of one thing in it.
  package enum Outcome: Sendable, Equatable {
    /// Gone, with the hashes of files that nothing names any more.
    case destroyed([FileHash])
    /// It stays, because something else keeps it.
    case kept(why: String)
  }

  package var dossier: Dossier.ID
  package var basis: DisposalBasis
  package var matters: [any DisposableMatter]

  package init(_ dossier: Dossier.ID, _ basis: DisposalBasis, matters: [any DisposableMatter]) {
    self.dossier = dossier
    self.basis = basis
    self.matters = matters
  }

  /// Its title, notes, who took part, what the audit and other flows say of it: all at once, and nobody changes it from
  /// then on. Without effect when that was done. Gives the hashes of files that nothing names any more.
  package func begin(in transaction: any Transaction) throws -> [FileHash] {
    let store = DossierStore(transaction)
    guard let found = try store.findForJob(dossier, locked: true), found.state != .destroyed else { return [] }
    if let refusal = found.destructionRefusal { throw refusal }
    if let other = try SubDossierStore(transaction).kept(besides: found, today: transaction.now.day) {
      throw Refusal(
        .conflict,
        "Hồ sơ \(found.code.notation): hồ sơ \(other.notation) của cùng việc còn thời hạn bảo quản, nên chưa hủy được.")
    }
    if try !DossierItemStore(transaction).withheldHashes(in: dossier).isEmpty {
      throw Refusal(
        .conflict,
        "Hồ sơ \(found.code.notation): còn tài liệu đang niêm giữ vì nghi có dấu mật, nên chưa hủy được.")
    }
    let own = matters.filter { $0.code == RecordReference.dossierCode }
    if let why = try own.lazy.compactMap({ try $0.keeping(dossier.number, in: transaction) }).first {
      throw Refusal(.conflict, "Hồ sơ \(found.code.notation): \(why), nên chưa hủy được.")
    }
    let gone = try DossierParticipantStore(transaction).list(of: dossier).map(\.holder)
    try EndedDossierStore(transaction).veil(dossier, words: basis.words)
    let record = RecordReference.dossier(dossier)
    if !gone.isEmpty { try Access.revoke(gone, of: record, source: record, in: transaction) }
    try Work.forget(record, in: transaction)
    try JobStore(transaction).removeEnded(of: record)
    try Audit.eraseValuesForJob(of: record, reason: basis.decision, agency: basis.agency, in: transaction)
    if let remains = try store.findForJob(dossier) { try DossierIndexing.index(remains, in: transaction) }
    return try own.flatMap { try $0.destroy(dossier.number, basis, in: transaction) }
  }

  /// Takes the next thing out and destroys it, unless something else keeps it; nil when nothing is left.
  package func destroyNext(in transaction: any Transaction) throws -> Outcome? {
    guard let found = try DossierStore(transaction).findForJob(dossier, locked: true), found.state == .destroyed,
      let item = try DossierItemStore(transaction).list(of: dossier, limit: 1).first
    else { return nil }
    let freed = try DossierItemStore(transaction).remove(item)
    guard let record = item.record else { return .destroyed(freed) }
    if let why = try keeping(record, in: transaction) {
      try Access.revoke(of: record, source: .dossier(dossier), in: transaction)
      try Audit.recordSystem(
        .takenFrom(found.code.notation), on: record, agency: basis.agency, in: transaction)
      return .kept(why: why)
    }
    let hashes = try matters.filter { $0.code == record.code }.flatMap {
      try $0.destroy(record.number, basis, in: transaction)
    }
    try Access.revoke(of: record, source: .dossier(dossier), in: transaction)
    return .destroyed(hashes)
  }

  /// Why a document stays although this dossier goes; nil when nothing keeps it.
  private func keeping(_ record: RecordReference, in transaction: any Transaction) throws -> String? {
    if try EndedDossierStore(transaction).isKept(record) { return "còn nằm trong hồ sơ khác" }
    let own = matters.filter { $0.code == record.code }
    if own.isEmpty { return "không thuộc loại hủy theo hồ sơ" }
    return try own.lazy.compactMap { try $0.keeping(record.number, in: transaction) }.first
  }

  /// Writes down how it ended.
  package func finish(destroyed: Int, kept: Int, in transaction: any Transaction) throws {
    try Audit.recordSystem(
      .dossierDestroyed(basis.decision, destroyed: destroyed, kept: kept), on: .dossier(dossier),
      agency: basis.agency, in: transaction)
  }
}

extension Dossier {
  /// Why it cannot be destroyed as it stands; nil when it can: it is the archive's, or closed with a short retention, and
  /// no order keeps it.
  package var destructionRefusal: Refusal? {
    if let holdRefusal { return holdRefusal }
    switch state {
    case .archived: return nil
    case .closed where !isTransferred: return nil
    case .closed:
      return Refusal(
        .conflict,
        "Hồ sơ \(code.notation) bảo quản \(facts.retention.text.lowercased()), phải nộp lưu trước; chỉ xét hủy hồ sơ đã vào lưu trữ."
      )
    case .open, .submitted, .destroyed: return obstacle(to: .change) ?? obstacle(to: .reopen)
    }
  }
}
