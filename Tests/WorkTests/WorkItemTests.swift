import Kernel
import Testing

@testable import Work

@Suite("Who holds what: the life of a piece of work") struct WorkItemTests {
  /// Every state with every step: what the table names leads there, everything else is refused with the state's name.
  @Test("every step from every state is listed or refused", arguments: WorkItem.State.allCases, WorkItem.Step.allCases)
  func stepsAreListed(state: WorkItem.State, step: WorkItem.Step) throws {
    let expected: [WorkItem.Step: [WorkItem.State: WorkItem.State]] = [
      .accept: [.offered: .inProgress],
      .passOn: [.offered: .passedOn, .waiting: .passedOn, .inProgress: .passedOn, .passedOn: .passedOn],
      .finish: [.offered: .done, .waiting: .done, .inProgress: .done, .passedOn: .done],
      .giveBack: [.offered: .returned, .waiting: .returned, .inProgress: .returned],
      .recall: [.offered: .recalled, .waiting: .recalled, .inProgress: .recalled, .passedOn: .recalled],
      .reopen: [.done: .inProgress],
      .resume: [.passedOn: .inProgress],
      .handOver: [.offered: .offered, .inProgress: .offered],
      .handOverWaiting: [.waiting: .waiting],
      .handOverPassed: [.passedOn: .passedOn],
      .undo: [
        .offered: .recalled, .waiting: .recalled, .inProgress: .recalled, .passedOn: .recalled, .done: .recalled,
      ],
    ]
    let now = Instant(milliseconds: 1_800_000_000_000)
    let item = example(state)
    guard let after = expected[step]?[state] else {
      #expect(throws: Refusal.self) { try item.taking(step, at: now) }
      return
    }
    let next = try item.taking(step, at: now, outcome: "Đã trả lời")
    #expect(next.state == after)
    #expect((next.endedAt == nil) == after.isOpen)
    #expect(next.outcome == (after.isOpen ? (step == .reopen ? "" : item.outcome) : "Đã trả lời"))
    #expect((next.acceptedAt == now) == (step == .accept))
  }

  @Test("a branch is the item and all below it, not its neighbours") func branches() {
    let items = [item(8), item(16, under: 8), item(24), item(32, under: 16), item(40, under: 24)]
    #expect(Work.branch(of: items[0], in: items).map(\.id.number) == [8, 16, 32])
    #expect(Work.branch(of: items[2], in: items).map(\.id.number) == [24, 40])
    #expect(Work.branch(of: items[3], in: items).map(\.id.number) == [32])
  }

  @Test("a tree puts each item right under the one it was passed on from") func trees() {
    let items = [item(8), item(16, under: 8), item(24, under: 8), item(32, under: 16), item(40)]
    let tree = Work.tree(of: items)
    #expect(tree.map(\.item.id.number) == [8, 16, 32, 24, 40])
    #expect(tree.map(\.depth) == [0, 1, 2, 1, 0])
  }

  private func example(_ state: WorkItem.State) -> WorkItem {
    var item = item(8)
    item.state = state
    item.outcome = state.isOpen ? "" : "cũ"
    item.endedAt = state.isOpen ? nil : Instant(milliseconds: 1)
    return item
  }

  private func item(_ id: Int64, under parent: Int64? = nil) -> WorkItem {
    WorkItem(
      id: WorkItem.ID(id), subject: RecordReference(code: "paper", number: 1), kind: WorkKind(code: "test.handle"),
      agency: AgencyID(11), holder: .post(PostID(1009)), holderName: "Bùi Quốc Khánh, Chuyên viên", unit: nil,
      role: .lead, parent: parent.map { WorkItem.ID($0) }, givenBy: PostID(1008), giverName: "Hoàng Văn Thắng",
      givenAt: Instant(milliseconds: 0), instruction: "", dueAt: nil, state: .offered, openedAt: nil, openedBy: nil,
      acceptedAt: nil, endedAt: nil, outcome: "", version: 1)
  }
}
