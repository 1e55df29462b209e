import Exchange
import Kernel

/// A recipient of an issued document, for reports: whether it has it (DI-15).
package struct ReportedPlace: Sendable {
  package var recipient: OutgoingRecipient
  /// An agency of the installation gave it a number, a unit opened it, a place outside said so.
  package var isReceived: Bool

  init(_ recipient: OutgoingRecipient, _ packets: [Packet.ID: Packet]) {
    self.recipient = recipient
    isReceived =
      recipient.packet.map { packets[$0]?.state.isRegistered == true }
      ?? [.received, .returned].contains(recipient.state)
  }
}
