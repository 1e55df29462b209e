import Access
import Database
import Kernel
import Organization
import Work

/// Which words a reader may read, of things that are somebody else's: number and subject are theirs who may see the
/// record; that there is such a thing, its kind and its deadline are not hidden from who hands it over.
struct ReadableWords {
  static let hidden = "(nội dung không thuộc quyền xem của anh/chị)"
  static let withheld = "(nghi có dấu mật, chờ xử lý)"

  private let seen: Set<RecordReference>
  private let withheld: Set<RecordReference>

  init(
    of records: [RecordReference], for reader: Actor, agency: AgencyID, _ directory: RecordDirectory,
    in transaction: any Transaction
  ) throws {
    let records = Array(Set(records))
    seen = try Access.seen(records, by: reader, in: transaction)
    // What is withheld the registry knows, whoever asks.
    var registry = reader
    (registry.agency, registry.roles) = (agency, [.registryClerk])
    withheld = Set(
      try directory.summaries(of: records, visibleTo: registry, in: transaction).filter(\.value.isWithheld).keys)
  }

  /// Nil when the words may be read as they are.
  func instead(of record: RecordReference?, isParty: Bool = false) -> String? {
    guard let record else { return nil }
    if withheld.contains(record) { return Self.withheld }
    return isParty || seen.contains(record) ? nil : Self.hidden
  }
}
