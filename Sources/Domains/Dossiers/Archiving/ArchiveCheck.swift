import Access
import Database
import FilePlans
import FileVault
import Kernel
import Papers

/// A dossier held against the year's plan and against itself, before the archive takes it over (HS-08).
package struct ArchiveCheck: Sendable, Equatable {
  /// One thing that was compared.
  package struct Point: Sendable, Equatable {
    /// «Tiêu đề».
    package var name: String
    /// What the plan says, or what is expected.
    package var expected: String
    package var found: String
    /// Why it is not as expected; nil when it is.
    package var difference: String?
  }

  package var points: [Point]

  package var differences: [Point] { points.filter { $0.difference != nil } }

  init(_ dossier: Dossier, _ entry: FilePlanEntry?, gaps: Int, _ lines: [DossierLine], damaged: Set<FileHash>) {
    points = Self.againstPlan(dossier, entry, gaps: gaps) + Self.ofContents(dossier, lines, damaged)
  }

  private static func againstPlan(_ dossier: Dossier, _ entry: FilePlanEntry?, gaps: Int) -> [Point] {
    let facts = dossier.facts
    guard let entry else {
      return [
        Point(
          name: "Danh mục hồ sơ", expected: "Có trong danh mục năm \(dossier.code.year)",
          found: "Số \(dossier.code.notation) ngoài danh mục", difference: "hồ sơ không nằm trong danh mục đã ban hành")
      ]
    }
    let planned = entry.facts
    let isSameMaker = planned.maker.post.map { $0 == dossier.makerPost } ?? (planned.maker.unit == dossier.unit)
    return [
      Point(
        name: "Danh mục hồ sơ", expected: "Có trong danh mục năm \(dossier.code.year)",
        found: "Có, số \(entry.notation ?? "")"),
      Point(
        name: "Số, ký hiệu", expected: entry.notation ?? "", found: dossier.code.notation,
        difference: entry.notation != dossier.code.notation
          ? "số trên hồ sơ khác số trong danh mục" : gaps > 0 ? "danh mục thiếu \(gaps) số đứng trước" : nil),
      Point(
        name: "Tiêu đề", expected: planned.title, found: facts.title,
        difference: planned.title == facts.title ? nil : "tiêu đề khác danh mục"),
      Point(
        name: "Thời hạn bảo quản", expected: planned.retention.text, found: facts.retention.text,
        difference: planned.retention == facts.retention ? nil : "thời hạn khác danh mục"),
      Point(
        name: "Người lập", expected: planned.maker.name, found: "\(dossier.makerName), \(dossier.unitName)",
        difference: isSameMaker ? nil : "người lập khác danh mục"),
    ]
  }

  private static func ofContents(_ dossier: Dossier, _ lines: [DossierLine], _ damaged: Set<FileHash>) -> [Point] {
    let unreadable = lines.filter { line in
      if let file = line.item.file {
        return line.item.isWithheld || line.reading?.state == .unreadable || !damaged.isDisjoint(with: file.hashes)
      }
      return line.summary.map(\.isWithheld) ?? true
    }
    let uncounted = lines.filter { line in
      line.item.pageCount == 0 && (line.item.file.map { $0.kind.family == .pdf } ?? true)
    }
    let pages = lines.reduce(0) { $0 + $1.item.pageCount }
    let isInOrder = lines.enumerated().allSatisfy { $1.item.ordinal == $0 + 1 }
    func places(_ lines: [DossierLine]) -> String { lines.map { "\($0.item.ordinal)" }.joined(separator: ", ") }
    return [
      Point(
        name: "Tệp đọc được", expected: "\(lines.count) mục", found: "\(lines.count - unreadable.count) mục",
        difference: unreadable.isEmpty ? nil : "không đọc được mục \(places(unreadable))"),
      Point(
        name: "Số trang", expected: "Mục nào cũng có số trang", found: "\(pages) trang",
        difference: uncounted.isEmpty ? nil : "chưa có số trang ở mục \(places(uncounted))"),
      Point(
        name: "Mục lục văn bản", expected: "\(dossier.itemCount) mục, \(dossier.pageTotal) trang",
        found: "\(lines.count) mục, \(pages) trang",
        difference: isInOrder && lines.count == dossier.itemCount && pages == dossier.pageTotal && !lines.isEmpty
          ? nil : "mục lục không khớp với thành phần"),
    ]
  }
}

extension ArchiveCheck {
  /// Reads what is compared: the plan's entry, the numbers before it, what lies in the dossier, damage found in the vault.
  package static func read(
    _ dossier: Dossier, _ directory: RecordDirectory, by actor: Actor, in transaction: any Transaction
  ) throws -> ArchiveCheck {
    let lines = try DossierContents(directory, transaction).all(of: dossier, visibleTo: actor)
    let plans = FilePlanStore(transaction)
    let entry =
      try dossier.planEntry.map { try plans.find($0, visibleTo: actor).entry }
      ?? plans.entry(dossier.code.notation, in: dossier.code.year, of: dossier.agency)
    let damaged = try StoredFileStore(transaction).damaged(among: lines.flatMap { $0.item.file?.hashes ?? [] })
    return ArchiveCheck(
      dossier, entry, gaps: try entry.map { try plans.gaps(before: $0) } ?? 0, lines, damaged: damaged)
  }
}
