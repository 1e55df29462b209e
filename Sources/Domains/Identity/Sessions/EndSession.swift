import Audit
import Database
import Kernel

/// Signs out of this session.
struct SignOut: Sendable {
  var session: SessionID

  func perform(by actor: Actor, in transaction: any Transaction) throws {
    try SessionStore(transaction).end(session)
    try Audit.record(.signedOut, on: .account(actor.account), by: actor, in: transaction)
  }
}

/// Ends one of my sessions, on a machine I left.
struct EndSession: Sendable {
  var session: SessionID

  func perform(by actor: Actor, in transaction: any Transaction) throws {
    let store = SessionStore(transaction)
    guard let line = try store.sessions(of: actor.account).first(where: { $0.id == session }) else {
      throw Refusal(.notFound, "Phiên này đã kết thúc.")
    }
    try store.end(session)
    try Audit.record(.sessionEnded(openedAt: line.openedAt), on: .account(actor.account), by: actor, in: transaction)
  }
}

/// Signs out everywhere but here. Gives how many sessions ended.
struct EndOtherSessions: Sendable {
  var kept: SessionID

  func perform(by actor: Actor, in transaction: any Transaction) throws -> Int {
    let count = try SessionStore(transaction).endAll(of: actor.account, except: kept)
    try Audit.record(.otherSessionsEnded(count), on: .account(actor.account), by: actor, in: transaction)
    return count
  }
}
