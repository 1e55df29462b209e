import Audit
import Database
import Kernel

/// Opens a book, at number 1 or after a paper book that reached some number. That is how an office starts in mid-year.
package struct OpenRegister: Sendable {
  package var kind: RegisterKind
  package var year: Int
  package var name: String
  /// «Sổ giấy đến số 1247»; 0 when the book begins at 1.
  package var paperThrough: Int
  /// Needed when it does not begin at 1.
  package var reason: String

  /// A paper book with more numbers in a year is a slip of the finger.
  static let paperNumberMax = 9_999_999

  package init(_ kind: RegisterKind, year: Int, name: String = "", paperThrough: Int = 0, reason: String = "") {
    self.kind = kind
    self.year = year
    self.name = name.isEmpty ? kind.bookName : name.normalizedLine
    self.paperThrough = paperThrough
    self.reason = reason.normalizedLine
  }

  package func obstacles(at now: Instant) -> [Refusal.Reason] {
    var reasons: [Refusal.Reason] = []
    if year > now.day.year || year < now.day.year - 1 {
      reasons.append(
        .init(
          "Chỉ mở được sổ năm \(now.day.year) hoặc năm \(now.day.year - 1). Sổ năm mới tự mở ở văn bản đầu tiên.",
          field: "nam"))
    }
    if name.count > RegisterBook.nameLengthMax {
      reasons.append(.init("Tên sổ dài quá \(RegisterBook.nameLengthMax) ký tự.", field: "ten-so"))
    }
    if !(0...Self.paperNumberMax).contains(paperThrough) {
      reasons.append(.init("Số cuối của sổ giấy phải từ 0 đến \(Self.paperNumberMax).", field: "so-giay"))
    }
    if paperThrough > 0, reason.isEmpty {
      reasons.append(.init("Sổ không bắt đầu từ số 1 thì cần ghi lý do, ví dụ «sổ giấy đến số 1247».", field: "ly-do"))
    }
    if reason.count > 500 { reasons.append(.init("Lý do dài quá 500 ký tự.", field: "ly-do")) }
    return reasons
  }

  @discardableResult
  package func perform(by actor: Actor, in transaction: any Transaction) throws -> RegisterBook {
    guard RegistersAccess.mayKeep(actor) else { throw RegistersAccess.notKeeper }
    if let refusal = Refusal(obstacles(at: transaction.now)) { throw refusal }
    let store = RegisterStore(transaction)
    let why = reason.isEmpty ? nil : reason
    let isNew = try store.open(actor.agency, kind, year: year, name: name, paperThrough: paperThrough, reason: why)
    guard var book = try store.find(ownedBy: actor.agency, kind, year: year, name: name) else {
      throw RegistersAccess.notFound
    }
    if !isNew {
      book = try store.lock(book.id, visibleTo: actor)
      try refuseUnlessFresh(book)
      if try NumberStore(transaction).firstMonth(of: book.id) != nil {
        throw Refusal(
          .conflict, "\(book.title) đã có số nhập từ sổ cũ, không đổi được số bắt đầu.", field: "nam")
      }
      try store.begin(book, afterPaper: paperThrough, reason: why)
    }
    book.paperThrough = paperThrough
    book.lastNumber = paperThrough
    book.openingReason = why
    try Audit.record(.registerOpened(book), on: .register(book.id), by: actor, in: transaction)
    return book
  }

  /// A book that gave numbers cannot begin elsewhere any more.
  private func refuseUnlessFresh(_ book: RegisterBook) throws {
    if !book.isOpen { throw Refusal(.conflict, "\(book.title) đã khóa.", field: "nam") }
    if !book.isEmpty {
      throw Refusal(
        .conflict, "\(book.title) đã mở và đã cấp đến số \(book.lastNumber), không đổi được số bắt đầu.", field: "nam")
    }
  }
}
