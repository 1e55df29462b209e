import FileVault
import Foundation
import Papers

/// The files of a package in the order in which they were written, with what a table of contents says of each.
struct PackageFolder {
  struct Entry {
    /// From the package's own folder.
    var path: String
    var file: URL
    var hash: FileHash
    var bytes: Int64
    var mediaType: String
    /// Key in METS.
    let id = "ID-\(UUID().uuidString)"
  }

  /// Where what is made for the package is written.
  let scratch: URL
  private(set) var entries: [Entry] = []

  init(scratch: URL) { self.scratch = scratch }

  /// Puts in what was made just now.
  @discardableResult mutating func add(_ path: String, _ data: Data, mediaType: String = "application/xml") throws
    -> Entry
  {
    let file = scratch.appending(path: "part-\(entries.count)")
    try data.write(to: file)
    let entry = Entry(path: path, file: file, hash: FileHash(of: data), bytes: Int64(data.count), mediaType: mediaType)
    entries.append(entry)
    return entry
  }

  /// Puts in a file of the vault as it is.
  @discardableResult mutating func add(_ path: String, _ kept: PackagedFile, in vault: FileVault) -> Entry {
    let entry = Entry(
      path: path, file: vault.url(of: kept.hash), hash: kept.hash, bytes: kept.bytes,
      mediaType: kept.kind.mediaType)
    entries.append(entry)
    return entry
  }

  /// Writes all of it below a folder of this name, after files that were made elsewhere. Blocks its thread.
  func write(below name: String, beside made: [(path: String, file: URL)] = [], to target: URL) throws {
    let all = made + entries.map { (path: $0.path, file: $0.file) }
    try ZIPWriting.write(all.map { ("\(name)/\($0.path)", $0.file) }, to: target)
  }
}

/// Names of a document's files in a package.
enum PackagedNames {
  /// `0000012-1.pdf`: ordinal of the document, place of the file in it.
  static func file(_ document: PackagedDocument, _ place: Int, _ file: PackagedFile) -> String {
    "\(padded(document.ordinal))-\(place).\(file.kind.fileExtension ?? "bin")"
  }

  /// Seven digits, as `docCode` ends.
  static func padded(_ ordinal: Int) -> String {
    let digits = "\(ordinal)"
    return String(repeating: "0", count: max(0, 7 - digits.count)) + digits
  }
}
