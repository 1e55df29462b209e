/// The directory of an OLE2 file (Word and Excel before 2007, and every Office file with a password).
struct CompoundFile {
  private struct Stream {
    var name: String
    var start: Int
    var bytes: Int
  }

  private var source: ByteSource
  private var sectorBytes: Int
  private var streams: [Stream] = []

  static func verdict(of source: ByteSource) throws -> FileVerdict {
    guard let file = try CompoundFile(source) else { return FileVerdict(kind: .otherOffice, flaw: .damaged) }
    return try file.verdict()
  }

  /// Nil when the header or the directory cannot be read.
  private init?(_ source: ByteSource) throws {
    self.source = source
    let header = try source.bytes(at: 0, count: 512)
    guard header.count == 512, let shift = header.number16(at: 30), shift == 9 || shift == 12,
      var sector = header.number32(at: 48)
    else { return nil }
    sectorBytes = 1 << shift
    // A directory of real documents is a few sectors long; the bound stops circles.
    for _ in 0..<256 where sector < 0xFFFF_FFFA {
      let bytes = try source.bytes(at: (sector + 1) << shift, count: sectorBytes)
      guard bytes.count == sectorBytes else { return nil }
      for entry in stride(from: 0, to: sectorBytes, by: 128) { append(bytes, at: entry) }
      guard let next = try next(after: sector, header: header) else { break }
      sector = next
    }
  }

  private mutating func append(_ bytes: [UInt8], at entry: Int) {
    guard let nameBytes = bytes.number16(at: entry + 64), (2...64).contains(nameBytes), bytes[entry + 66] != 0,
      let start = bytes.number32(at: entry + 116), let size = bytes.number32(at: entry + 120)
    else { return }
    let units = stride(from: entry, to: entry + nameBytes - 2, by: 2).compactMap { bytes.number16(at: $0) }
    streams.append(Stream(name: String(decoding: units.map(UInt16.init), as: UTF16.self), start: start, bytes: size))
  }

  /// The chain is followed through the first 109 sectors of the allocation table, enough for some 7 MB of directory.
  private func next(after sector: Int, header: [UInt8]) throws -> Int? {
    let perSector = sectorBytes / 4
    guard sector / perSector < 109, let table = header.number32(at: 76 + 4 * (sector / perSector)),
      table < 0xFFFF_FFFA
    else { return nil }
    let place = (table + 1) * sectorBytes + 4 * (sector % perSector)
    return try source.bytes(at: place, count: 4).number32(at: 0)
  }

  private func verdict() throws -> FileVerdict {
    let names = Set(streams.map(\.name))
    if names.contains("EncryptedPackage") { return FileVerdict(kind: .encryptedOffice) }
    if let word = streams.first(where: { $0.name == "WordDocument" }) {
      // Bit 8 of the flags at byte 10 of the file information block: encrypted.
      let block = try source.bytes(at: (word.start + 1) * sectorBytes, count: 32)
      let isEncrypted = word.bytes >= 4096 && (block.number16(at: 10) ?? 0) & 0x0100 != 0
      return FileVerdict(kind: .doc, flaw: isEncrypted ? .encrypted : nil)
    }
    if names.contains("Workbook") || names.contains("Book") { return FileVerdict(kind: .xls) }
    if names.contains("__properties_version1.0") { return FileVerdict(kind: .msg) }
    return FileVerdict(kind: .otherOffice)
  }
}
