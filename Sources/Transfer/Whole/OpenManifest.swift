import FileVault
import Foundation
import Kernel

/// What an export says of itself: its form, how many rows of each kind, and their hashes. No times, no names of people.
struct OpenManifest: Codable, Equatable {
  struct Kind: Codable, Equatable {
    var name: String
    var rows: Int
    var sha256: String
  }

  static let fileName = "manifest.json"
  static let format = "chauban-open"

  var format = Self.format
  var version = 1
  var kinds: [Kind] = []
  var fileCount = 0
  var fileBytes: Int64 = 0

  /// Where a file lies below the folder.
  static func path(of hash: FileHash) -> String { "files/\(hash.text.prefix(2))/\(hash.text)" }

  func data() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    return try encoder.encode(self) + Data("\n".utf8)
  }

  /// Refuses a folder that is no finished export of this form.
  static func read(in folder: URL) throws -> OpenManifest {
    let file = folder.appending(path: fileName)
    guard let bytes = try? Data(contentsOf: file) else {
      throw Refusal(.invalid, "Thư mục không có \(fileName): không phải bản kết xuất, hoặc kết xuất chưa xong.")
    }
    guard let manifest = try? JSONDecoder().decode(OpenManifest.self, from: bytes), manifest.format == format else {
      throw Refusal(.invalid, "\(fileName) không phải của bản kết xuất Châu Bản.")
    }
    guard manifest.version == 1, manifest.kinds.map(\.name) == ExportedKind.all.map(\.name) else {
      throw Refusal(.invalid, "Bản kết xuất thuộc phiên bản khác của chương trình.")
    }
    return manifest
  }
}
