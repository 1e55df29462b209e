import Documents
import FileVault
import Foundation
import Kernel
import Papers

/// The lines of a page as they are chosen for an extract: what stands side by side is one, and two that follow each
/// other share the edge between them.
struct CopyRows: Sendable {
  struct Line: Sendable, Equatable {
    var part: CopyPart
    /// What stands in it; empty for a stretch without words (a figure, a signature).
    var text: String
  }

  /// From here on a stretch between two lines is one of its own.
  private static let stretchMin = 0.045
  private static let pad = 0.004

  let lines: [Line]

  init(_ page: PageText) {
    let rows = Self.rows(of: page)
    var lines: [Line] = []
    for (index, row) in rows.enumerated() {
      let before = index == 0 ? nil : rows[index - 1]
      let after = index + 1 < rows.count ? rows[index + 1] : nil
      let top = Self.edge(before?.bottom, row.top) ?? max(0, row.top - Self.pad)
      let bottom = Self.edge(row.bottom, after?.top) ?? min(1, row.bottom + Self.pad)
      if let before, row.top - before.bottom >= Self.stretchMin {
        lines.append(
          Line(part: CopyPart(page: page.page, top: before.bottom + Self.pad, bottom: row.top - Self.pad), text: ""))
      }
      lines.append(Line(part: CopyPart(page: page.page, top: top, bottom: bottom), text: row.text))
    }
    self.lines = lines
  }

  /// In the middle between two lines that follow each other.
  private static func edge(_ bottom: Double?, _ top: Double?) -> Double? {
    guard let bottom, let top, top - bottom < stretchMin else { return nil }
    return (bottom + top) / 2
  }

  private struct Row {
    var top: Double
    var bottom: Double
    var pieces: [(left: Double, text: String)]

    var text: String { pieces.sorted { $0.left < $1.left }.map(\.text).joined(separator: "   ") }
  }

  private static func rows(of page: PageText) -> [Row] {
    let lines = Dictionary(grouping: page.words) { [$0.block, $0.line] }.values.map { words -> Row in
      let top = words.map(\.box.top).min() ?? 0
      let bottom = words.map { $0.box.top + $0.box.height }.max() ?? 0
      let left = words.map(\.box.left).min() ?? 0
      return Row(top: top, bottom: bottom, pieces: [(left, words.map(\.text).joined(separator: " "))])
    }.sorted { $0.top < $1.top }
    var rows: [Row] = []
    for line in lines {
      guard let last = rows.last else {
        rows.append(line)
        continue
      }
      let shared = min(last.bottom, line.bottom) - line.top
      if shared > 0.4 * min(last.bottom - last.top, line.bottom - line.top) {
        rows[rows.count - 1].bottom = max(last.bottom, line.bottom)
        rows[rows.count - 1].pieces += line.pieces
      } else {
        rows.append(line)
      }
    }
    return rows
  }
}

/// Reads where the lines of a file stand: as its reading kept it, else from its text layer.
struct CopyRowsReading: Sendable {
  let reader: PaperReader

  /// So many pages offer their lines; of a longer document the others are taken whole.
  static let pagesMax = 40

  func pages(of file: CopiedFile) async throws -> [Int: CopyRows] {
    var found: [Int: CopyRows] = [:]
    let count = min(file.pageCount, Self.pagesMax)
    guard count > 0 else { return found }
    for page in 1...count {
      if let kept = await KeptPageWords(vault: reader.vault).read(page, of: file.hash) { found[page] = CopyRows(kept) }
    }
    guard found.count < count else { return found }
    do {
      let view = try await reader.view(of: reader.vault.url(of: file.hash), kind: file.kind, hash: file.hash)
      for page in try await PDFTool(runner: reader.runner).text(of: view, pages: 1...count)
      where found[page.page] == nil && !page.words.isEmpty { found[page.page] = CopyRows(page) }
    } catch is any FileTrouble {
      return found
    }
    return found
  }

  /// What is wrong with a scan that becomes an electronic copy (COPY-05).
  func scanFaults(of file: CopiedFile) async throws -> [String] {
    do {
      let view = try await reader.view(of: reader.vault.url(of: file.hash), kind: file.kind, hash: file.hash)
      return try await ScanQuality(runner: reader.runner).faults(of: view)
    } catch let trouble as any FileTrouble {
      return [trouble.refusal(named: file.name).message]
    }
  }
}
