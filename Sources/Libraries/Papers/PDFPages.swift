import Foundation

/// One page for a new PDF: taken from a file, turned clockwise by quarters.
package struct PDFPagePick: Sendable, Equatable {
  package var file: URL
  /// From 1.
  package var page: Int
  /// Clockwise quarter turns, added to the turn the page already has.
  package var quarterTurns: Int

  package init(_ file: URL, page: Int, quarterTurns: Int = 0) {
    self.file = file
    self.page = page
    self.quarterTurns = quarterTurns
  }
}

extension PDFTool {
  /// Makes a PDF of these pages in this order: turning, splitting, joining and reordering are all this. Digital
  /// signatures do not survive it, so it is for scans before they are saved, never for an issued file.
  package func assemble(_ picks: [PDFPagePick], to target: URL) async throws {
    var runs: [(file: URL, pages: [Int])] = []
    for pick in picks {
      if runs.last?.file == pick.file {
        runs[runs.count - 1].pages.append(pick.page)
      } else {
        runs.append((pick.file, [pick.page]))
      }
    }
    let pages = runs.flatMap { [path($0.file), $0.pages.map(String.init).joined(separator: ",")] }
    let turns = [90, 180, 270].compactMap { angle -> String? in
      let numbers = picks.indices.filter { (picks[$0].quarterTurns % 4 + 4) % 4 * 90 == angle }.map { "\($0 + 1)" }
      return numbers.isEmpty ? nil : "--rotate=+\(angle):\(numbers.joined(separator: ","))"
    }
    try await qpdf(["--empty", "--pages"] + pages + ["--"] + turns, to: target)
  }

  /// A file for each page, in their order, in `folder`.
  package func split(_ file: URL, in folder: URL) async throws -> [URL] {
    try await reading {
      let parts = folder.appending(path: "pages", directoryHint: .isDirectory)
      try FileManager.default.createDirectory(at: parts, withIntermediateDirectories: true)
      _ = try await runner.run(
        .qpdf, ["--split-pages", path(file), path(parts.appending(path: "page-%d.pdf"))], in: folder, accepting: [0, 3])
      return try FileManager.default.contentsOfDirectory(at: parts, includingPropertiesForKeys: nil)
        .sorted { $0.lastPathComponent < $1.lastPathComponent }
    }
  }

  /// Rewrites the file so that a browser can show its first page before the last has arrived.
  package func linearise(_ file: URL, to target: URL) async throws {
    try await qpdf(["--linearize", path(file)], to: target)
  }

  /// Whether qpdf finds the structure sound. A file with warnings may still be read well.
  package func check(_ file: URL) async throws -> (isSound: Bool, messages: String) {
    let said = try await runner.withFolder { folder in
      try await runner.run(.qpdf, ["--check", path(file)], in: folder, accepting: [0, 2, 3])
    }
    return (said.status == 0, said.errorText)
  }

  /// Lays the pages of `overlay` over those of `file`, one over one; its pages from `repeatingFrom` on are repeated
  /// over all further ones.
  package func overlay(_ overlay: URL, on file: URL, repeatingFrom: Int, to target: URL) async throws {
    try await qpdf(
      [path(file), "--overlay", path(overlay), "--from=1-\(repeatingFrom - 1)", "--repeat=\(repeatingFrom)-z", "--"],
      to: target)
  }

  /// Lays the pages of `overlay`, in their order, over these pages of `file`; the others stay bare.
  package func overlay(_ overlay: URL, pages: [Int], on file: URL, to target: URL) async throws {
    let places = pages.map(String.init).joined(separator: ",")
    try await qpdf(
      [path(file), "--overlay", path(overlay), "--to=\(places)", "--from=1-\(pages.count)", "--"], to: target)
  }

  // qpdf ends with 3 when it wrote the file but had to repair something.
  private func qpdf(_ arguments: [String], to target: URL) async throws {
    try await reading {
      try await runner.withFolder { folder in
        _ = try await runner.run(.qpdf, arguments + ["out.pdf"], in: folder, accepting: [0, 3])
        try replace(target, with: folder.appending(path: "out.pdf"))
      }
    }
  }
}
