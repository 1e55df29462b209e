import Database
import Kernel
import OutgoingDocuments
import Work

/// What a unit does in the example life with a document that was sent to it: by turns everything that can become of it.
struct ExampleUnitWork: Sendable {
  /// How far it gets.
  enum End: Sendable, CaseIterable { case untouched, opened, assigned, returned, inProgress, reported, done }

  private let unit: ExampleLife.HandlingUnit
  private let end: End

  /// - Parameter isOld: What is old has ended, one way or the other.
  init(_ index: Int, at unit: ExampleLife.HandlingUnit, isOld: Bool) {
    self.unit = unit
    let ends = isOld ? [End.done, .done, .done, .returned] : End.allCases
    end = ends[index / 2 % ends.count]
  }

  var unitName: String { unit.head.unitName }

  private typealias Happenings = @Sendable (any Transaction) throws -> [ExampleLife.Happening]

  /// From the issue on.
  func begin(_ id: OutgoingDocument.ID) -> [ExampleLife.Happening] {
    guard end != .untouched else { return [] }
    let opening: Happenings = { transaction in
      try NoteReadInside(id).perform(by: unit.head, in: transaction)
      return next(id)
    }
    return [ExampleLife.Happening(minutes: 45, act: opening)]
  }

  private func next(_ id: OutgoingDocument.ID) -> [ExampleLife.Happening] {
    switch end {
    case .untouched, .opened: return []
    case .returned:
      return [
        step(30, id, by: unit.head) { item, transaction in
          try ReturnUnitWork(item, on: id, reason: "nội dung không thuộc nhiệm vụ của đơn vị")
            .perform(by: unit.head, in: transaction)
        }
      ]
    case .assigned, .inProgress, .reported, .done:
      guard let officer = unit.officers.first else { return end == .done ? [close(id)] : [accept(id, by: unit.head)] }
      let assigning = step(20, id, by: unit.head) { item, transaction in
        try AssignUnitWork(
          item, on: id, to: officer.post, instruction: "Rà soát, tổng hợp, dự thảo nội dung trả lời của đơn vị."
        ).perform(by: unit.head, in: transaction)
      }
      return [assigning] + (end == .assigned ? [] : [accept(id, by: officer)])
    }
  }

  private func accept(_ id: OutgoingDocument.ID, by actor: Actor) -> ExampleLife.Happening {
    let reporting = step(600, id, by: actor) { item, transaction in
      try CompleteUnitWork(item, on: id, result: "Đã rà soát, tổng hợp xong số liệu của đơn vị")
        .perform(by: actor, in: transaction)
    }
    let closing = ExampleLife.Happening(minutes: 700) { _ in [close(id)] }
    return ExampleLife.Happening(minutes: 90) { transaction in
      _ = try step(0, id, by: actor) { item, transaction in
        try AcceptUnitWork(item, on: id).perform(by: actor, in: transaction)
      }.act(transaction)
      return end == .inProgress || actor == unit.head ? [] : [reporting] + (end == .done ? [closing] : [])
    }
  }

  private func close(_ id: OutgoingDocument.ID) -> ExampleLife.Happening {
    step(60, id, by: unit.head) { item, transaction in
      try CompleteUnitWork(item, on: id, result: "Đã thực hiện và gửi kết quả theo yêu cầu")
        .perform(by: unit.head, in: transaction)
    }
  }

  /// An act on what this actor holds of the document then; without effect when it was recalled meanwhile.
  private func step<Outcome>(
    _ minutes: Int, _ id: OutgoingDocument.ID, by actor: Actor,
    _ act: @escaping @Sendable (WorkItem.ID, any Transaction) throws -> Outcome
  ) -> ExampleLife.Happening {
    ExampleLife.Happening(minutes: minutes) { transaction in
      let held = try WorkStore(transaction).items(of: .outgoingDocument(id)).last {
        $0.isOpen && $0.kind == .handleOutgoing && $0.isHeld(by: actor)
      }
      if let held { _ = try act(held.id, transaction) }
      return []
    }
  }
}
