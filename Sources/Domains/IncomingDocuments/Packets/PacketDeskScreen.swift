import Database
import Documents
import Exchange
import Kernel
import Markup
import WorkCalendar

/// What waits in the intake and in «Việc của tôi»: packets, and recalls that the issuer waits to hear of.
package struct PacketDesk: MyWorkDesk {
  package init() {}

  package func countLater(of actor: Actor, in transaction: any Transaction) throws -> Later<Int> {
    let store = PacketStore(transaction)
    let waiting = try store.waitingCountLater(visibleTo: actor)
    let recalled = try store.recalledCountLater(visibleTo: actor)
    return waiting.map { try $0 + recalled.get() }
  }

  package func group(of actor: Actor, count: Int, in transaction: any Transaction) throws -> MyWorkPage.Group {
    let lines = try PacketLine.read(of: actor, in: transaction)
    return MyWorkPage.Group(
      title: "Gửi đến trong hệ thống",
      items: lines.map { line in
        var item = MyWorkPage.Item(
          id: "goi-\(line.packet.id)", path: line.path, asked: line.packet.isWaiting ? "Vào sổ" : "Xác nhận đã hủy",
          codeText: line.facts.codeText, subject: line.facts.subject, sender: line.facts.issuerName)
        item.previewPath = IncomingDocumentPaths.packetPreview(line.packet.id)
        item.urgency = UrgencyMark(line.facts.urgency)
        item.deadline = line.deadline
        return item
      }, total: count, morePath: IncomingDocumentPaths.waiting)
  }
}

/// One packet as lists show it.
struct PacketLine: Sendable {
  var packet: Packet
  var facts: IssuedContent.Facts
  var deadline: DeadlineMark?

  /// What was recalled and has a number is confirmed on the page of its document.
  var path: String {
    packet.incoming.map { IncomingDocumentPaths.show(.init($0)) } ?? IncomingDocumentPaths.packet(packet.id)
  }

  /// Recalls first: whoever reads on in what was recalled should stop; then urgent ones, then as they came.
  static func read(of actor: Actor, in transaction: any Transaction) throws -> [PacketLine] {
    let store = PacketStore(transaction)
    let packets = try store.recalled(visibleTo: actor) + store.waiting(visibleTo: actor)
    guard !packets.isEmpty else { return [] }
    let contents = try store.contents(of: packets.map(\.source))
    let duty = try RegistryDuty(of: actor.agency, in: transaction)
    let lines = packets.compactMap { packet -> PacketLine? in
      guard let facts = contents[packet.source]?.facts else { return nil }
      return PacketLine(
        packet: packet, facts: facts,
        deadline: packet.isWaiting
          ? DeadlineMark(.register, duty.limits(of: packet, urgency: facts.urgency), duty, now: transaction.now) : nil)
    }
    return lines.filter { $0.packet.recall != nil }
      + lines.filter { $0.packet.recall == nil && $0.facts.urgency != .normal }
      + lines.filter { $0.packet.recall == nil && $0.facts.urgency == .normal }
  }
}

extension WaitingPapersPage.Sent {
  init(_ line: PacketLine) {
    let facts = line.facts
    self.init(
      id: line.packet.id.description, path: line.path, codeText: facts.codeText, subject: facts.subject,
      sender: facts.issuerName, line: "gửi \(line.packet.sentAt.text), \(line.packet.sentBy)",
      urgency: UrgencyMark(facts.urgency), state: StateMark(line.packet), deadline: line.deadline,
      asked: line.packet.isWaiting ? "Vào sổ" : "Xác nhận đã hủy")
  }
}
