import Foundation

/// Which tools this machine has: for `chauban check` and the health page.
package struct ToolInventory: Sendable {
  package struct Line: Sendable, Equatable {
    package var tool: Tool
    /// Nil when it is not installed.
    package var path: String?
    package var version: String?
    /// What to do, in Vietnamese; nil when all is well.
    package var remedy: String?

    package init(tool: Tool, path: String? = nil, version: String? = nil, remedy: String? = nil) {
      self.tool = tool
      self.path = path
      self.version = version
      self.remedy = remedy
    }
  }

  package var lines: [Line]

  /// Nothing is missing.
  package var isComplete: Bool { lines.allSatisfy { $0.remedy == nil } }

  package static let tools: [Tool] = [
    .pdfInfo, .pdfText, .pdfImage, .qpdf, .tesseract, .office, .imageMagick, .qrCode, .unzip, .curl, .sandbox,
  ]

  /// Looks for every tool and asks it for its version (under a second for all; LibreOffice is the slow one).
  package static func taken(with runner: ToolRunner) async -> ToolInventory {
    var lines: [Line] = []
    for tool in tools { lines.append(await line(of: tool, with: runner)) }
    lines.append(
      await line(
        of: Tool(
          ["tesseract"], package: "tesseract-ocr-vie", title: "Tesseract: tiếng Việt",
          purpose: "nhận dạng được chữ tiếng Việt", versionArguments: ["--list-langs"]),
        saying: "vie", with: runner))
    lines.append(
      await line(
        of: Tool(
          ["fc-match"], package: "fonts-croscore", title: "Phông chữ Tinos", purpose: "in được chữ Việt đúng phông",
          versionArguments: ["Tinos:style=Regular", "family"]),
        saying: "Tinos", with: runner))
    return ToolInventory(lines: lines)
  }

  private static func line(of tool: Tool, with runner: ToolRunner) async -> Line {
    guard let path = tool.path(in: runner.searchPath) else {
      return Line(tool: tool, remedy: "Chưa \(tool.purpose). Cài gói «\(tool.package)».")
    }
    var line = Line(tool: tool, path: path)
    if tool == .sandbox {
      // Inside itself bwrap may not start; its version says nothing that its trial does not.
      if case .none(let reason) = runner.sandbox {
        line.remedy = "Các công cụ chạy không cách ly: \(reason). Cho phép không gian tên (namespace) trên máy chủ."
      }
      return line
    }
    do {
      line.version = try await version(of: tool, with: runner)
    } catch let failure as ToolFailure {
      line.remedy = failure.message
    } catch {
      line.remedy = "Không hỏi được phiên bản: \(error)"
    }
    return line
  }

  private static func version(of tool: Tool, with runner: ToolRunner) async throws -> String? {
    let said = try await runner.withFolder { folder in
      try await runner.run(
        tool, tool.versionArguments, in: folder, limits: tool == .office ? .office : .usual, accepting: [0, 1, 99])
    }
    let text = said.text.isEmpty ? said.errorText : said.text
    let firstLine = text.split(separator: "\n").first { $0.contains(where: \.isNumber) }
    return firstLine.flatMap { line in
      line.split(separator: " ").first { word in
        word.first?.isNumber == true && word.contains(".")
      }
    }.map(String.init)
  }

  /// A part that comes in a package of its own: the tool must name it on a line when asked.
  private static func line(of part: Tool, saying word: Substring, with runner: ToolRunner) async -> Line {
    let remedy = "Chưa \(part.purpose). Cài gói «\(part.package)»."
    guard let path = part.path(in: runner.searchPath) else { return Line(tool: part, remedy: remedy) }
    let said = try? await runner.withFolder { folder in
      try await runner.run(part, part.versionArguments, in: folder)
    }
    let lines = said.map { ($0.text + "\n" + $0.errorText).split(separator: "\n") } ?? []
    return Line(tool: part, path: path, remedy: lines.contains(word) ? nil : remedy)
  }
}
