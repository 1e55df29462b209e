import Audit
import Database
import Jobs
import Kernel

/// Asks for a volume of a book in the decree's form (in sổ). The files are made in the background and kept (DEN-09).
package struct PrintRegister: Sendable {
  package enum Range: Sendable, Equatable {
    case numbers(from: Int, to: Int)
    case days(from: Day, to: Day)
  }

  package var book: RegisterBook.ID
  package var range: Range
  /// Quyển số.
  package var volume: Int
  /// From which system, printed at the foot of every page (PL6-6a).
  package var systemName: String

  package init(_ book: RegisterBook.ID, _ range: Range, volume: Int, systemName: String) {
    self.book = book
    self.range = range
    self.volume = volume
    self.systemName = systemName
  }

  func obstacles() -> [Refusal.Reason] {
    var reasons: [Refusal.Reason] = []
    switch range {
    case .numbers(let from, let to):
      if from < 1 || from > to {
        reasons.append(.init("Khoảng số cần đi từ số nhỏ đến số lớn.", field: "den-so"))
      }
    case .days(let from, let to):
      if from > to { reasons.append(.init("Ngày cuối cần không sớm hơn ngày đầu.", field: "den-ngay")) }
    }
    if !(1...RegisterPrint.volumeMax).contains(volume) {
      reasons.append(.init("Quyển số phải từ 1 đến \(RegisterPrint.volumeMax).", field: "quyen"))
    }
    return reasons
  }

  @discardableResult
  package func perform(by actor: Actor, in transaction: any Transaction) throws -> RegisterPrint.ID {
    if let refusal = Refusal(obstacles()) { throw refusal }
    let book = try RegisterStore(transaction).find(book, visibleTo: actor)
    let store = RegisterPrintStore(transaction)
    let extent =
      switch range {
      case .numbers(let from, let to): try store.extent(of: book.id, numbers: from...to)
      case .days(let from, let to): try store.extent(of: book.id, days: from...to)
      }
    guard let extent else {
      throw Refusal(.invalid, "Khoảng này chưa có số nào trong sổ, nên không có gì để in.", field: field)
    }
    guard extent.count <= RegisterPrint.rowsMax else {
      throw Refusal(
        .invalid, "Khoảng này có \(extent.count) dòng; một quyển in nhiều nhất \(RegisterPrint.rowsMax) dòng.",
        field: field)
    }
    let id = try store.add(
      extent, of: book.id, volume: volume,
      provenance: Provenance.text(by: actor, at: transaction.now, systemName: systemName), by: actor)
    try Jobs.add(
      MakeRegisterPrint.self, payload: MakeRegisterPrint.Payload(print: id), in: transaction,
      subject: .registerPrint(id), shownTitle: "In \(book.title), quyển số \(volume)")
    try Audit.record(
      .registerPrinted(book, extent.numbers, volume: volume), on: .register(book.id), by: actor, in: transaction)
    return id
  }

  private var field: String {
    switch range {
    case .numbers: "den-so"
    case .days: "den-ngay"
    }
  }
}

/// The mark of printed copies: who, when, from which system (PL6-6a).
enum Provenance {
  static func text(by actor: Actor, at instant: Instant, systemName: String) -> String {
    "\(actor.titleOnRecord), in lúc \(instant.text) từ \(systemName)"
  }
}
