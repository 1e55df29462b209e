import Database
import IncomingDocuments
import Kernel
import OutgoingDocuments
import Work

/// A place as one actor meets it: which side they stand on.
struct FoundPlace {
  var collection: ReportCollection
  var place: AskedPlace
  var side: ReportCollectionAccess.Side

  /// The place, or the refusal of what does not exist for this actor. A unit of the asking agency that is asked itself
  /// answers; who stands on the asking side only sees.
  static func find(
    _ recipient: OutgoingRecipient.ID, by actor: Actor, in transaction: any Transaction
  ) throws -> FoundPlace {
    let store = SheetAnswerStore(transaction)
    if let (collection, place) = try store.find(recipient, answeredBy: actor) {
      let mayAnswer = try mayAnswer(place, actor, in: transaction)
      return FoundPlace(collection: collection, place: place, side: mayAnswer ? .answerer : .reader)
    }
    guard let (collection, place) = try store.find(recipient, askedBy: actor) else {
      throw ReportCollectionStore.missing
    }
    return FoundPlace(collection: collection, place: place, side: .asker)
  }

  /// The same for an act, held until the transaction ends.
  static func lock(
    _ recipient: OutgoingRecipient.ID, _ step: ReportCollection.Step, by actor: Actor,
    in transaction: any Transaction
  ) throws -> FoundPlace {
    try ReportCollectionStore(transaction).hold(find(recipient, by: actor, in: transaction).collection.id)
    let found = try find(recipient, by: actor, in: transaction)
    guard ReportCollectionAccess.may(step, found.side) else {
      throw step == .giveBack ? MakeReportCollection.notAsker : ReportCollectionAccess.notAnswerer
    }
    if let obstacle = found.obstacle(to: step) { throw obstacle }
    return found
  }

  /// The refusal of a step at this place as things stand; nil when it may be taken.
  func obstacle(to step: ReportCollection.Step) -> Refusal? {
    if let obstacle = collection.obstacle(to: step) { return obstacle }
    if place.isRecalled { return Refusal(.conflict, "Nơi gửi đã thu hồi văn bản nên không nhận số liệu nữa.") }
    return nil
  }

  /// The registry of the agency, whoever holds work on the document there (a unit's desk is its head and clerk).
  private static func mayAnswer(
    _ place: AskedPlace, _ actor: Actor, in transaction: any Transaction
  ) throws -> Bool {
    guard let incoming = place.incoming else { return true }
    let document = try IncomingDocumentStore(transaction).find(.init(incoming), visibleTo: actor)
    guard document.state == .registered else { return false }
    if actor.isRegistryClerk { return true }
    return try WorkStore(transaction).items(of: .incomingDocument(.init(incoming))).contains {
      $0.role != .inform && $0.state != .returned && $0.state != .recalled && actor.principals.contains($0.holder)
    }
  }
}
