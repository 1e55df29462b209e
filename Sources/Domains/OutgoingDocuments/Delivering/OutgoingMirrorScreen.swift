import Database
import Exchange
import IncomingDocuments
import Kernel
import Markup
import WebApp
import Work

/// How the lines of a document stand at the receivers (gương trạng thái): changes with every act there.
struct OutgoingMirror: Sendable, Equatable {
  /// Moment of the last change, and how many packets there are; how often work of units moved or was opened.
  let text: String

  init(_ packets: [Packet], _ items: [WorkItem]) {
    let moves = items.reduce(0) { $0 + $1.version + ($1.openedAt == nil ? 0 : 1) }
    text = "\(packets.map(\.changedAt.milliseconds).max() ?? 0)-\(packets.count)-\(moves)"
  }

  init(address text: String) { self.text = text }

  /// Of the element that a page shows anew when something changed.
  static func key(_ document: OutgoingDocument.ID) -> String { "outgoing-lines-\(document)" }

  /// What the page that was shown at `since` is told now.
  static func change(
    of document: OutgoingDocument.ID, since: OutgoingMirror, in transaction: any Transaction
  ) throws -> LiveProgress.Change {
    let items = try WorkStore(transaction).itemsLater(of: .outgoingDocument(document))
    let now = OutgoingMirror(
      try PacketStore(transaction).ofLater(.outgoingDocument(document)).get(), try items.get())
    return LiveProgress.Change(
      key: key(document), value: nil, max: 1, text: now.text, done: !since.text.isEmpty && now != since)
  }
}

/// Each recipient on its line, with what became of the document there.
extension OutgoingDocumentScreen {
  var mirror: OutgoingMirror { OutgoingMirror(packets, unitWork.items) }

  var mirrorKey: String? {
    packets.isEmpty && unitWork.items.isEmpty ? nil : OutgoingMirror.key(document.id)
  }

  var shownRecipients: [OutgoingDocumentPage.Recipient] {
    recipients.map { recipient in
      if let unit = recipient.unit, let found = UnitWork(of: unit, in: unitWork.items) {
        return shown(recipient, found)
      }
      let sent = packets.filter { $0.agency == recipient.agency }
      guard let packet = packets.first(where: { $0.id == recipient.packet }) else { return shown(recipient) }
      return .init(
        name: recipient.name, way: Self.way(recipient), state: StateMark(packet),
        line: Self.line(of: packet, before: sent.filter { $0.id < packet.id }))
    }
  }

  /// State, số đến, day and unit: what the issuer has a right to know (DI-15), and no word said there.
  private static func line(of packet: Packet, before: [Packet]) -> String {
    var parts = before.map { "đã trả lại \($0.changedAt.text): \($0.reason)" }
    parts.append("gửi \(packet.sentAt.text)")
    if let number = packet.arrivalNumber { parts.append("số đến \(number)") }
    if !packet.unitName.isEmpty { parts.append(packet.unitName) }
    if packet.state != .arrived {
      let reason = packet.reason.isEmpty ? "" : ": \(packet.reason)"
      // How far it was stays said after a recall; the moment of the last change is then the recall's.
      let when = packet.recall == nil ? " \(packet.changedAt.text)" : ""
      parts.append("\(packet.state.label.lowercased())\(when)\(reason)")
    }
    if let recall = packet.recall {
      parts.append("báo thu hồi \(recall.at.text)")
      if let confirmedAt = recall.confirmedAt { parts.append("nơi nhận xác nhận đã hủy \(confirmedAt.text)") }
    }
    return parts.joined(separator: "; ")
  }

  private static func way(_ recipient: OutgoingRecipient) -> String {
    recipient.way.label.lowercased() + (recipient.isInformed ? ", để biết" : "")
  }

  /// Of a unit of the agency: how far it is there, who has it, by when.
  private func shown(_ recipient: OutgoingRecipient, _ found: UnitWork) -> OutgoingDocumentPage.Recipient {
    var parts = [found.line]
    if document.state == .recalled, found.state != .recalled { parts.append("đã báo thu hồi") }
    let tone: StateMark.Tone =
      switch found.state {
      case .sent, .opened, .inProgress, .assigned: .plain
      case .done, .read: .done
      case .returned, .recalled: .wrong
      }
    return .init(
      name: recipient.name, way: Self.way(recipient), state: StateMark(found.state.label, tone),
      line: parts.joined(separator: "; "), deadline: unitWork.deadline(of: found))
  }

  private func shown(_ recipient: OutgoingRecipient) -> OutgoingDocumentPage.Recipient {
    var parts: [String] = []
    if let sentAt = recipient.sentAt {
      let proof = recipient.proof.isEmpty ? "" : ", \(recipient.proof)"
      let envelopes = recipient.envelopes.map { ", \($0) bì" } ?? ""
      parts.append("gửi \(sentAt.text)\(proof)\(envelopes)")
    }
    if let answeredAt = recipient.answeredAt {
      let answer = recipient.answer.isEmpty ? "" : ": \(recipient.answer)"
      parts.append("\(recipient.state.label.lowercased()) \(answeredAt.text)\(answer)")
    }
    if document.state == .recalled, recipient.unit != nil { parts.append("đã báo thu hồi") }
    let tone: StateMark.Tone =
      switch recipient.state {
      case .waiting: .look
      case .sent: .plain
      case .received, .returned: .done
      case .refused: .wrong
      }
    let isUnsent = document.state == .recalled && recipient.state == .waiting
    return .init(
      name: recipient.name, way: Self.way(recipient),
      state: isUnsent ? StateMark("Không gửi, đã thu hồi", .plain) : StateMark(recipient.state.label, tone),
      line: parts.joined(separator: "; "))
  }
}
