/// Sizes of files and disks as people say them: «412 KB», «1,2 MB», «3,4 GB».
package enum ByteText {
  package static func text(_ bytes: Int64) -> String {
    switch bytes {
    case ..<1_000_000: "\(max(bytes / 1000, bytes > 0 ? 1 : 0)) KB"
    case ..<1_000_000_000: "\(bytes / 1_000_000),\(bytes % 1_000_000 / 100_000) MB"
    default: "\(bytes / 1_000_000_000),\(bytes % 1_000_000_000 / 100_000_000) GB"
    }
  }
}
