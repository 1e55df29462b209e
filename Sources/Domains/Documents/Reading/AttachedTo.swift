import Kernel
import VietnameseText

/// «… năm 2026 của Bộ Xây dựng)».
private let issuerAfterYear = Pattern(/năm \d{4} của ([^)]+)\)|\d{4} của ([^)]+)\)/)

/// What an annex says of the paper it belongs to: `(Kèm theo Công văn số … của Bộ Nội vụ)`.
enum AttachedTo {
  static func agency(_ lines: [ReadLine]) -> (name: String, lines: [ReadLine])? {
    guard let first = lines.firstIndex(where: { Folding.folded($0.text).contains("kem theo") }) else { return nil }
    let found = Array(lines[first...].prefix(4))
    let text = found.map(\.text).joined(separator: " ")
    guard let match = text.firstMatch(of: issuerAfterYear.regex) else { return nil }
    let name = String(match.1 ?? match.2 ?? "")
    return AgencyNames.beginsName(name) ? (name, found) : nil
  }
}
