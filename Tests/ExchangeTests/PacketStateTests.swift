import Kernel
import Testing

@testable import Exchange

@Suite("DI-15 gói tin: trạng thái") struct PacketStateTests {
  private static func packet(_ state: Packet.State) -> Packet {
    Packet(
      id: .init(1), source: RecordReference(code: "issued", number: 5), sender: .init(11), agency: .init(12),
      sentAt: Instant(milliseconds: 0), sentBy: "Văn thư", state: state,
      incoming: state.isRegistered ? 8 : nil, arrivalNumber: state.isRegistered ? 12 : nil, unitName: "", reason: "",
      changedAt: Instant(milliseconds: 0), recall: nil)
  }

  @Test("only what waits is registered or sent back, and the refusal says why", arguments: Packet.State.allCases)
  func waits(state: Packet.State) {
    let packet = Self.packet(state)
    #expect((packet.obstacle == nil) == (state == .arrived))
    #expect(packet.isWaiting == (state == .arrived))
    if state.isRegistered { #expect(packet.obstacle?.message.contains("số đến 12") == true) }
  }

  @Test("each state has a word of its own") func hasWords() {
    #expect(Set(Packet.State.allCases.map(\.label)).count == Packet.State.allCases.count)
  }
}
