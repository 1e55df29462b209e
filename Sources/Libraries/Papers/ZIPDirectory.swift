/// The list of contents of a ZIP file, read without unpacking anything: enough to tell Word from Excel from other, and
/// to refuse what would unpack to more than is sane.
struct ZIPDirectory {
  struct Entry: Equatable {
    var name: String
    var packedBytes: Int
    var unpackedBytes: Int
    var offset: Int
    var isEncrypted: Bool
  }

  struct Limits {
    var entries = 2000
    var unpackedBytes = 200 << 20
    var ratio = 200
    /// Below this, a high ratio is only a small file that packs well.
    var ratioMattersFromBytes = 5 << 20

    /// An attachment.
    static let letter = Limits()
    /// The files of an old book.
    static let book = Limits(entries: 20_000, unpackedBytes: 3 << 30)
  }

  var entries: [Entry]

  static func verdict(of source: ByteSource, limits: Limits = .letter) throws -> FileVerdict {
    let tail = try source.bytes(at: max(0, source.count - 65_557), count: 65_557)
    guard let end = tail.lastIndex(of: [0x50, 0x4B, 0x05, 0x06]), let count = tail.number16(at: end + 10),
      let bytes = tail.number32(at: end + 12), let start = tail.number32(at: end + 16)
    else { return FileVerdict(kind: .otherZip, flaw: .truncated) }
    // 0xFFFF and 0xFFFFFFFF announce ZIP64, which no honest letter needs.
    if count > limits.entries || count == 0xFFFF || start == 0xFFFF_FFFF || bytes > limits.entries << 11 {
      return FileVerdict(kind: .otherZip, flaw: .bomb("tệp nén có quá \(limits.entries) mục"))
    }
    guard start + bytes <= source.count,
      let directory = Self(try source.bytes(at: start, count: bytes), count: count)
    else { return FileVerdict(kind: .otherZip, flaw: .damaged) }
    return FileVerdict(kind: directory.kind, flaw: directory.flaw(fileBytes: source.count, limits: limits))
  }

  /// Nil when the bytes are not that many entries.
  init?(_ bytes: [UInt8], count: Int) {
    entries = []
    var place = 0
    for _ in 0..<count {
      guard bytes.number32(at: place) == 0x0201_4B50, let flags = bytes.number16(at: place + 8),
        let packed = bytes.number32(at: place + 20), let unpacked = bytes.number32(at: place + 24),
        let nameLength = bytes.number16(at: place + 28), let extraLength = bytes.number16(at: place + 30),
        let commentLength = bytes.number16(at: place + 32), let offset = bytes.number32(at: place + 42),
        place + 46 + nameLength <= bytes.count
      else { return nil }
      let name = String(decoding: bytes[(place + 46)..<(place + 46 + nameLength)], as: UTF8.self)
      entries.append(
        Entry(
          name: name, packedBytes: packed, unpackedBytes: unpacked, offset: offset, isEncrypted: flags & 1 == 1))
      place += 46 + nameLength + extraLength + commentLength
    }
  }

  private var kind: FileKind {
    let names = Set(entries.map(\.name))
    guard names.contains("[Content_Types].xml") else { return .otherZip }
    if names.contains("word/document.xml") { return .docx }
    if names.contains("xl/workbook.xml") { return .xlsx }
    return names.contains { $0.hasPrefix("word/document") } ? .docx : .otherOffice
  }

  func flaw(fileBytes: Int, limits: Limits = .letter) -> FileVerdict.Flaw? {
    if entries.contains(where: \.isEncrypted) { return .encrypted }
    let unpacked = entries.reduce(0) { $0 + $1.unpackedBytes }
    let packed = entries.reduce(0) { $0 + $1.packedBytes }
    if unpacked > limits.unpackedBytes {
      return .bomb("giải nén ra \(unpacked / 1_048_576) MB, nhiều hơn \(limits.unpackedBytes / 1_048_576) MB")
    }
    if unpacked > limits.ratioMattersFromBytes && unpacked > packed * limits.ratio {
      return .bomb("giải nén ra lớn gấp hơn \(limits.ratio) lần")
    }
    // Entries that share their bytes unpack the same megabytes many times over.
    if packed > fileBytes || Set(entries.map(\.offset)).count < entries.count {
      return .bomb("các mục trong tệp nén chồng lên nhau")
    }
    if entries.contains(where: { $0.name.hasPrefix("/") || $0.name.split(separator: "/").contains("..") }) {
      return .bomb("tên mục trong tệp nén trỏ ra ngoài tệp")
    }
    return nil
  }
}
