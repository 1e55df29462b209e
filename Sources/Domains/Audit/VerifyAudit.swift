import Database
import Kernel

/// Proves the chain of the audit trail from its first link, for `chauban verify`. Blocking; memory is bounded.
package struct VerifyAudit {
  /// What does not agree.
  package enum Fault: Sendable, Equatable {
    /// Link `number` is not there, though later ones or the chain's end say so.
    case missingLink(number: Int64)
    /// The entry that link `number` seals is gone.
    case missingEntry(number: Int64, entry: Int64)
    /// Who, when, where, what act, or the link itself was changed.
    case alteredEntry(number: Int64, entry: Int64)
    /// The sentence or the values before and after were changed.
    case alteredValues(number: Int64, entry: Int64)
    /// Values were erased without the act that may do so.
    case erasedWithoutAct(number: Int64, entry: Int64)
    /// The row that closes a day does not agree with the chain.
    case alteredClosing(Day)
    /// The chain ends elsewhere than its head says.
    case cutEnd(number: Int64)
    /// An entry that neither has a seal nor waits for one.
    case unaccountedEntry(Int64)

    /// One sentence for people.
    package var text: String {
      switch self {
      case .missingLink(let number): "Thiếu mắt xích số \(number) của nhật ký."
      case .missingEntry(let number, let entry): "Dòng nhật ký \(entry) (mắt xích \(number)) đã bị xóa."
      case .alteredEntry(let number, let entry): "Dòng nhật ký \(entry) (mắt xích \(number)) đã bị sửa."
      case .alteredValues(let number, let entry): "Nội dung của dòng nhật ký \(entry) (mắt xích \(number)) đã bị sửa."
      case .erasedWithoutAct(let number, let entry):
        "Nội dung của dòng nhật ký \(entry) (mắt xích \(number)) bị hủy mà không có quyết định."
      case .alteredClosing(let day): "Dòng khóa sổ nhật ký ngày \(day.text) không khớp."
      case .cutEnd(let number): "Nhật ký bị cắt sau mắt xích số \(number)."
      case .unaccountedEntry(let entry): "Dòng nhật ký \(entry) không có trong chuỗi niêm phong."
      }
    }
  }

  package struct Report: Sendable, Equatable {
    /// Links found in order.
    package var links: Int64 = 0
    package var erased = 0
    package var closings = 0
    /// Entries of the last moments that wait for their seal.
    package var unsealed = 0
    /// The first thing wrong; nil when the whole chain holds.
    package var fault: Fault?
    package var lastHash = AuditChain.origin
  }

  private static let pageSize = 500
  private let database: any Database

  package init(database: any Database) { self.database = database }

  package func run() throws -> Report {
    var report = Report()
    while report.fault == nil {
      let isEnd = try database.readNow { try checkPage(&report, SealStore($0)) }
      if isEnd { break }
    }
    return report
  }

  /// True when the chain's end was reached; the end is compared in the same snapshot as the last page.
  private func checkPage(_ report: inout Report, _ store: SealStore) throws -> Bool {
    let links = try store.linksForVerification(after: report.links, limit: Self.pageSize)
    let first = report.links
    var hashes: [Int64: String] = first == 0 ? [0: AuditChain.origin] : [:]
    for link in links {
      if let fault = Self.fault(of: link, after: report) {
        report.fault = fault
        return true
      }
      report.links = link.number
      report.lastHash = link.hash
      report.erased += link.entry?.values == nil ? 1 : 0
      hashes[link.number] = link.hash
    }
    let pageStart = first == 0 ? 0 : first + 1
    for closing in try store.closings(from: pageStart, through: report.links) {
      guard hashes[closing.lastNumber] == closing.lastHash else {
        report.fault = .alteredClosing(closing.day)
        return true
      }
      report.closings += 1
    }
    guard links.count < Self.pageSize else { return false }
    report.fault = try Self.faultAtEnd(report, store)
    report.unsealed = try store.unsealedCount()
    return true
  }

  private static func fault(of link: AuditChain.Link, after report: Report) -> Fault? {
    guard link.number == report.links + 1 else { return .missingLink(number: report.links + 1) }
    guard let entry = link.entry else { return .missingEntry(number: link.number, entry: link.entryID) }
    let hash = AuditChain.hash(after: report.lastHash, number: link.number, entry: entry, id: link.entryID)
    guard hash == link.hash else { return .alteredEntry(number: link.number, entry: link.entryID) }
    if let values = entry.values {
      return values.digest == entry.valuesDigest ? nil : .alteredValues(number: link.number, entry: link.entryID)
    }
    return link.hasErasure ? nil : .erasedWithoutAct(number: link.number, entry: link.entryID)
  }

  private static func faultAtEnd(_ report: Report, _ store: SealStore) throws -> Fault? {
    let head = try store.head()
    if head.number > report.links { return .missingLink(number: report.links + 1) }
    guard head.number == report.links, head.hash == report.lastHash else { return .cutEnd(number: head.number) }
    if let closing = try store.lastClosing(), closing.lastNumber > report.links {
      return .missingLink(number: report.links + 1)
    }
    return try (store.firstUnaccounted() ?? store.firstLostUnsealed()).map { .unaccountedEntry($0) }
  }
}
