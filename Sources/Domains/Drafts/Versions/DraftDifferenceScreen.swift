import Database
import Documents
import FileVault
import Kernel
import Markup
import Papers
import VietnameseText
import WebApp

/// Gathers what changed between two versions: which, their files, and what their pages said.
struct DraftDifferenceScreen: Sendable {
  let draft: Draft
  let versions: [DraftVersion]
  let pair: DraftPair
  let texts: [DraftFile.ID: String]

  /// - Parameters:
  ///   - old: number of the earlier version; nil for the one before `new`.
  ///   - new: nil for the newest.
  init(
    _ id: Draft.ID, from old: Int?, to new: Int?, by actor: Actor, in transaction: any Transaction
  ) throws {
    draft = try DraftStore(transaction).find(id, visibleTo: actor)
    versions = try DraftVersionStore(transaction).list(of: id)
    let new = new ?? draft.latestVersion
    let old = old ?? new - 1
    guard old < new, let before = versions.first(where: { $0.number == old }),
      let after = versions.first(where: { $0.number == new })
    else { throw Refusal(.notFound, "Dự thảo không có hai bản này để so sánh.") }
    pair = DraftPair(old: before, new: after)
    let compared = pair.files.flatMap { [$0.old, $0.new] }.compactMap { $0?.id }
    texts = try DraftVersionStore(transaction).texts(of: compared)
  }

  /// Opens the files and compares them: away from the database.
  func page(vault: FileVault) async throws -> DraftDifferencePage {
    let reading = DraftTexts(vault: vault)
    func paragraphs(_ file: DraftFile) async throws -> [String] {
      try await reading.paragraphs(of: file, stored: texts[file.id] ?? "")
    }
    var (comparisons, annexes) = ([Comparison](), [String]())
    for (index, file) in pair.files.enumerated() {
      switch (file.old, file.new) {
      case (let old?, let new?):
        guard index == 0 || Self.hasWords(old), index == 0 || Self.hasWords(new) else {
          annexes.append("Đổi phụ lục «\(file.name)»; hệ thống không so được nội dung của tệp này.")
          continue
        }
        let difference = TextDifference(from: try await paragraphs(old), to: try await paragraphs(new))
        if index > 0 { annexes.append("Sửa phụ lục «\(file.name)».") }
        comparisons.append(Comparison(index == 0 ? "Văn bản" : "Phụ lục «\(file.name)»", difference))
      case (nil, _?): annexes.append("Thêm phụ lục «\(file.name)».")
      case (_?, nil): annexes.append("Bỏ phụ lục «\(file.name)».")
      case (nil, nil): continue
      }
    }
    func line(_ version: DraftVersion) -> String { "\(version.authorName), \(version.madeAt.text)" }
    let (old, new) = (pair.old.number, pair.new.number)
    return DraftDifferencePage(
      subject: draft.facts.subject, old: old, new: new, lines: (line(pair.old), line(pair.new)),
      comparisons: comparisons, annexes: annexes,
      olds: Chips(
        label: "Bản đem so với bản \(new)",
        versions.filter { $0.number < new }.map {
          .init(
            "so với bản \($0.number)", path: DraftPaths.difference(draft.id, $0.number, new), selected: $0.number == old
          )
        }),
      news: Chips(
        label: "Bản được so",
        versions.filter { $0.number > 1 }.map { version in
          .init(
            "Bản \(version.number)",
            path: DraftPaths.difference(draft.id, min(old, version.number - 1), version.number),
            selected: version.number == new)
        }),
      draftPath: DraftPaths.show(draft.id))
  }

  private static func hasWords(_ file: DraftFile) -> Bool { file.kind.family == .word || file.kind.family == .pdf }
}

extension Comparison {
  /// A difference as it is shown.
  init(_ caption: String, _ difference: TextDifference) {
    func change(_ change: TextDifference.Change) -> Change {
      switch change {
      case .kept: .kept
      case .added: .added
      case .removed: .removed
      }
    }
    func kind(_ kind: TextDifference.Paragraph.Kind) -> Paragraph.Kind {
      switch kind {
      case .kept: .kept
      case .changed: .changed
      case .added: .added
      case .removed: .removed
      }
    }
    self.init(
      caption,
      difference.paragraphs.map { paragraph in
        Paragraph(kind(paragraph.kind), paragraph.pieces.map { Piece(change($0.change), $0.text) })
      })
  }
}
