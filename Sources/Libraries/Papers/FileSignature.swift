/// The first bytes of the kinds that matter here.
enum FileSignature {
  /// `.otherZip` and `.otherOffice` mean: look into its directory. `isWhole`: the head is all there is.
  static func kind(ofHead head: [UInt8], isWhole: Bool) -> FileKind {
    if head.isEmpty { return .empty }
    for (bytes, kind) in signatures where head.starts(with: bytes) { return kind }
    // A PDF may have up to a kilobyte of something before it.
    if Array(head.prefix(1024)).contains("%PDF-") { return .pdf }
    if isMZ(head) { return .executable }
    if let recording = recordingKind(of: head) { return recording }
    if MailHead(head) != nil { return .eml }
    return textKind(of: head, isWhole: isWhole)
  }

  private static let signatures: [([UInt8], FileKind)] = [
    (Array("%PDF-".utf8), .pdf),
    ([0x50, 0x4B, 0x03, 0x04], .otherZip),
    ([0x50, 0x4B, 0x05, 0x06], .otherZip),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .otherOffice),
    ([0xFF, 0xD8, 0xFF], .jpeg),
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .png),
    ([0x49, 0x49, 0x2A, 0x00], .tiff),
    ([0x4D, 0x4D, 0x00, 0x2A], .tiff),
    ([0x7F, 0x45, 0x4C, 0x46], .executable),
    ([0xCA, 0xFE, 0xBA, 0xBE], .executable),
    ([0xCF, 0xFA, 0xED, 0xFE], .executable),
    ([0x4C, 0x00, 0x00, 0x00, 0x01, 0x14, 0x02, 0x00], .executable),
    (Array("#!".utf8), .executable),
    (Array("{\\rtf".utf8), .rtf),
    (Array("ID3".utf8), .mp3),
    (Array("OggS".utf8), .ogg),
  ]

  private static func recordingKind(of head: [UInt8]) -> FileKind? {
    guard head.count >= 12 else { return nil }
    if head.starts(with: "RIFF".utf8), head[8..<12].elementsEqual("WAVE".utf8) { return .wav }
    if head.starts(with: [0x1A, 0x45, 0xDF, 0xA3]) { return Array(head.prefix(64)).contains("webm") ? .webm : nil }
    // A frame of MPEG sound, layer III, without a tag before it.
    if head[0] == 0xFF, head[1] & 0xE6 == 0xE2 { return .mp3 }
    guard head[4..<8].elementsEqual("ftyp".utf8) else { return nil }
    switch String(decoding: head[8..<12], as: UTF8.self) {
    case "qt  ": return .mov
    case "heic", "heix", "heim", "heis", "hevc", "mif1", "msf1": return .heic
    default: return .mp4
    }
  }

  private static func isMZ(_ head: [UInt8]) -> Bool {
    guard head.starts(with: Array("MZ".utf8)) else { return false }
    return head.contains(0)
  }

  private static func textKind(of head: [UInt8], isWhole: Bool) -> FileKind {
    let controls = head.contains { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0C && $0 != 0x0D }
    guard !controls, let text = utf8Text(head, isWhole: isWhole) else { return .unknown }
    let start = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }.prefix(2000).lowercased()
    let tags = ["<!doctype html", "<html", "<head", "<body", "<script", "<svg", "<iframe"]
    if tags.contains(where: start.hasPrefix) { return .html }
    if start.hasPrefix("<?xml") || start.hasPrefix("<!--") { return start.contains("<html") ? .html : .xml }
    return .text
  }

  /// The head may end inside a letter of up to four bytes.
  private static func utf8Text(_ head: [UInt8], isWhole: Bool) -> String? {
    for cut in 0...(isWhole ? 0 : 3) where cut < head.count {
      if let text = String(validating: head.dropLast(cut), as: UTF8.self) { return text }
    }
    return nil
  }
}
