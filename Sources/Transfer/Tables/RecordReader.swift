import Foundation
import Kernel

/// Cuts a file into records, one after the other, in bounded memory: lines, or lines in which quoted fields may hold line
/// breaks (RFC 4180).
struct RecordReader {
  /// A longer record is no row of a table.
  static let recordBytesMax = 16 << 20
  private static let pieceBytes = 1 << 20

  private let handle: FileHandle
  /// Nil: quotes mean nothing.
  private let delimiter: UInt8?
  private var buffer: [UInt8] = []
  /// Where the next record begins in the buffer, and where the buffer begins in the file.
  private var next = 0
  private var bufferStart: Int
  private var isAtEnd = false

  init(_ file: URL, delimiter: UInt8?, from offset: Int = 0) throws {
    handle = try FileHandle(forReadingFrom: file)
    self.delimiter = delimiter
    bufferStart = offset
    try handle.seek(toOffset: UInt64(offset))
  }

  func close() { try? handle.close() }

  /// Goes on with the record that begins there.
  mutating func move(to offset: Int) throws {
    if offset >= bufferStart, offset < bufferStart + buffer.count {
      next = offset - bufferStart
      return
    }
    try handle.seek(toOffset: UInt64(offset))
    buffer = []
    (next, bufferStart, isAtEnd) = (0, offset, false)
  }

  /// The next record without its line end, and where it begins; nil at the end. Empty lines are records too.
  mutating func record() throws -> (offset: Int, bytes: [UInt8])? {
    var scan = Scan(isQuoting: delimiter != nil, delimiter: delimiter ?? 0)
    var place = next
    while true {
      while place < buffer.count {
        if scan.ends(at: buffer[place]) { return take(upTo: place) }
        place += 1
      }
      guard !isAtEnd, buffer.count - next <= Self.recordBytesMax else { break }
      buffer.removeFirst(next)
      bufferStart += next
      place -= next
      next = 0
      let piece = try handle.read(upToCount: Self.pieceBytes) ?? Data()
      isAtEnd = piece.isEmpty
      buffer.append(contentsOf: piece)
    }
    guard isAtEnd else {
      throw Refusal(.invalid, "Tệp có một dòng dài quá \(Self.recordBytesMax >> 20) MB nên không phải bảng dữ liệu.")
    }
    if scan.isInQuotes { throw Refusal(.invalid, "Tệp có dấu nháy kép mở mà không đóng ở dòng cuối.") }
    return next < buffer.count ? take(upTo: buffer.count) : nil
  }

  private mutating func take(upTo end: Int) -> (offset: Int, bytes: [UInt8]) {
    var bytes = Array(buffer[next..<end])
    if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
    let offset = bufferStart + next
    next = min(end + 1, buffer.count)
    return (offset, bytes)
  }

  /// Follows quotes: a line end inside them ends nothing.
  private struct Scan {
    private enum State { case fieldStart, plain, quoted, quoteInQuoted }

    let isQuoting: Bool
    let delimiter: UInt8
    private var state = State.fieldStart

    init(isQuoting: Bool, delimiter: UInt8) {
      self.isQuoting = isQuoting
      self.delimiter = delimiter
    }

    var isInQuotes: Bool { state == .quoted }

    mutating func ends(at byte: UInt8) -> Bool {
      if !isQuoting { return byte == UInt8(ascii: "\n") }
      switch (state, byte) {
      case (.quoted, UInt8(ascii: "\"")): state = .quoteInQuoted
      case (.quoted, _): break
      case (.quoteInQuoted, UInt8(ascii: "\"")): state = .quoted
      case (.fieldStart, UInt8(ascii: "\"")): state = .quoted
      case (_, UInt8(ascii: "\n")): return true
      case (_, delimiter): state = .fieldStart
      default: state = .plain
      }
      return false
    }
  }
}

/// The fields of one delimited record.
enum DelimitedRecord {
  /// Nil when the bytes are no UTF-8.
  static func fields(_ bytes: [UInt8], delimiter: UInt8) -> [String]? {
    var fields: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      if isQuoted {
        if byte != UInt8(ascii: "\"") {
          field.append(byte)
        } else if place + 1 < bytes.count, bytes[place + 1] == byte {
          field.append(byte)
          place += 1
        } else {
          isQuoted = false
        }
      } else if byte == delimiter {
        guard let text = String(validating: field, as: UTF8.self) else { return nil }
        fields.append(text)
        field = []
      } else if byte == UInt8(ascii: "\""), field.isEmpty {
        isQuoted = true
      } else {
        field.append(byte)
      }
      place += 1
    }
    guard let last = String(validating: field, as: UTF8.self) else { return nil }
    return fields + [last]
  }
}
