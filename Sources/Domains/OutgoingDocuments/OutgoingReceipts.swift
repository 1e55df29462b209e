import Database
import Exchange
import IncomingDocuments
import Kernel
import Work

/// Ký nhận (column 9 of form 6.1): who took a document over at each place and when, or the proof of sending.
struct OutgoingReceipts {
  private var packets: [Packet.ID: Packet]
  /// When the receivers registered it, by their records.
  private var registeredAt: [Int64: Instant]
  private var items: [OutgoingDocument.ID: [WorkItem]]

  /// Of documents of a book that is shown or printed: the right to the whole book has been checked.
  init(
    of documents: [OutgoingDocument], _ recipients: [OutgoingDocument.ID: [OutgoingRecipient]],
    in transaction: any Transaction
  ) throws {
    let work = WorkStore(transaction)
    // Asked together: one way to the database for all.
    let asked = try documents.filter { recipients[$0.id]?.contains { $0.unit != nil } == true }.map {
      ($0.id, try work.itemsLater(of: .outgoingDocument($0.id)))
    }
    packets = try PacketStore(transaction).receipts(of: documents.map(\.id.number))
    registeredAt = try IncomingDocumentStore(transaction).registrations(of: packets.values.compactMap(\.incoming))
    items = Dictionary(uniqueKeysWithValues: try asked.map { ($0.0, try $0.1.get()) })
  }

  /// Of the places of one document, in their order; what is the same for several stands once.
  func all(of places: [OutgoingRecipient]) -> [String] {
    var seen: Set<String> = []
    return places.flatMap { [$0.proof, confirmation(of: $0)] }.filter { !$0.isEmpty && seen.insert($0).inserted }
  }

  /// «Cục Địa chất miền Bắc: số đến 2, 09:15 05/11/2026»; empty while nobody has confirmed.
  private func confirmation(of place: OutgoingRecipient) -> String {
    if let packet = place.packet.flatMap({ packets[$0] }), let number = packet.arrivalNumber {
      // What had come on paper before was in the book already; then the copy sent here was taken in with it.
      let at = packet.incoming.flatMap { registeredAt[$0] }.map { max($0, packet.sentAt) }
      return "\(place.name): số đến \(number)" + (at.map { ", \($0.text)" } ?? "")
    }
    if let unit = place.unit, let item = UnitWork(of: unit, in: items[place.document] ?? [])?.item,
      let openedAt = item.openedAt
    {
      return "\(place.name): \(item.openedBy ?? ""), \(openedAt.text)"
    }
    guard place.state == .received, let answeredAt = place.answeredAt else { return "" }
    return "\(place.name): \(place.answer.isEmpty ? "đã nhận" : place.answer), \(answeredAt.text)"
  }
}
