import Database
import Kernel

/// Tells people what happened to their work, inside the transaction in which it happens: no act without its
/// notification, no notification without its act. One statement, however many are told.
package enum Notifications {
  /// How long it is offered to undo a send, whatever was sent.
  package static let undoShown: Duration = .seconds(10)

  /// How long the act itself allows it: three seconds more for the line's travel. E-mail waits so long, and what is taken
  /// back meanwhile was never told.
  package static let undoTime: Duration = undoShown + .seconds(3)

  /// Tells one thing to posts and desks. Who acts is not told of their own act.
  ///
  /// - Parameter actor: who acts; nil when the system tells.
  package static func tell(
    _ event: NotificationEvent, _ principals: [Principal], on subject: RecordReference, _ words: String = "",
    by actor: Actor? = nil, source: Int64 = 0, in transaction: any Transaction
  ) throws {
    try tell(event, principals.map { Telling($0, words, source: source) }, on: subject, by: actor, in: transaction)
  }

  /// The same with words for each.
  package static func tell(
    _ event: NotificationEvent, _ tellings: [Telling], on subject: RecordReference, by actor: Actor? = nil,
    in transaction: any Transaction
  ) throws {
    var seen: Set<Principal> = actor.map { [.post($0.post)] } ?? []
    let told = tellings.filter { seen.insert($0.principal).inserted }
    guard !told.isEmpty else { return }
    try NotificationStore(transaction).add(event, told, on: subject, by: actor)
  }

  /// Forgets what was told of these pieces of work within the time of undo: nobody is told that what they never saw
  /// was taken back.
  ///
  /// - Parameter instant: forgets what was told from then on, however long ago that is.
  package static func takeBack(
    sources: [Int64], since instant: Instant? = nil, on subject: RecordReference, in transaction: any Transaction
  ) throws {
    guard !sources.isEmpty else { return }
    try NotificationStore(transaction).remove(
      sources: sources, of: subject, toldAfter: instant ?? transaction.now - undoTime)
  }

  /// Forgets every notification about a record that is destroyed.
  package static func forget(_ subject: RecordReference, in transaction: any Transaction) throws {
    try NotificationStore(transaction).removeAll(of: subject)
  }
}
