import Foundation
import Kernel
import Testing

@testable import Papers

@Suite("Công cụ chạy trong giới hạn") struct ToolRunnerTests {
  static let shell = Tool(["sh"], package: "dash", title: "sh", purpose: "thử")

  @Test func missingToolNamesItsPackage() async throws {
    try await SelfMadeFiles.use { files, runner in
      var bare = runner
      bare.searchPath = [files.folder.path(percentEncoded: false)]
      let pdf = try files.pdf("a.pdf", pages: ["mot"])
      await #expect(throws: Tool.pdfInfo.missing) { _ = try await PDFTool(runner: bare).inspect(pdf) }
      #expect(Tool.pdfInfo.missing.kind == .unavailable)
      #expect(Tool.pdfInfo.missing.message.contains("«poppler-utils»"))
      let inventory = await ToolInventory.taken(with: bare)
      #expect(inventory.lines.allSatisfy { $0.path == nil && $0.remedy?.contains($0.tool.package) == true })
    }
  }

  @Test func inventoryFindsEveryTool() async throws {
    try await SelfMadeFiles.use { _, runner in
      let inventory = await ToolInventory.taken(with: runner)
      for line in inventory.lines where line.tool != .sandbox {
        #expect(line.path != nil && line.remedy == nil, "\(line.tool.name): \(line.remedy ?? "")")
      }
      #expect(inventory.lines.first { $0.tool == .pdfInfo }?.version?.first?.isNumber == true)
      #expect(inventory.lines.first { $0.tool == .tesseract }?.version?.first?.isNumber == true)
    }
  }

  enum Wrong: String, CaseIterable { case time, output, file, crash, status, memory }

  @Test(arguments: Wrong.allCases) func endsWhatGoesWrong(_ wrong: Wrong) async throws {
    let limits = ToolLimits(
      time: .seconds(wrong == .time ? 1 : 60), memoryBytes: 1 << 28, outputBytes: 4096, fileBytes: 4096)
    let commands: [Wrong: String] = [
      .time: "sleep 30 & sleep 30", .output: "yes", .file: "yes > big", .crash: "kill -SEGV $$",
      .status: "echo hỏng >&2; exit 7", .memory: "awk 'BEGIN { s = \"x\"; while (1) s = s s }'",
    ]
    try await SelfMadeFiles.use { _, runner in
      let failure = await #expect(throws: ToolFailure.self) {
        try await runner.withFolder { folder in
          _ = try await runner.run(Self.shell, ["-c", commands[wrong] ?? ""], in: folder, limits: limits)
        }
      }
      switch (wrong, failure) {
      case (.time, .timedOut), (.output, .outputTooLarge), (.file, .outputTooLarge), (.memory, .failed),
        (.crash, .crashed(_, signal: 11)), (.status, .failed(_, status: 7, message: "hỏng")):
        break
      default: Issue.record("\(wrong) kết thúc bằng \(String(describing: failure))")
      }
    }
  }

  @Test func leavesNothingBehindAndHasACleanEnvironment() async throws {
    try await SelfMadeFiles.use { files, runner in
      let said = try await runner.withFolder { folder in
        try await runner.run(Self.shell, ["-c", "echo $OMP_THREAD_LIMIT; nice; touch here; env"], in: folder)
      }
      #expect(said.text.hasPrefix("1\n10\n"))
      #expect(!said.text.contains("CHAUBAN") && !said.text.contains("SHELL="))
      #expect(try FileManager.default.contentsOfDirectory(atPath: files.folder.path).isEmpty)
    }
  }

  @Test func sweepsWhatAKilledProcessLeft() async throws {
    try await SelfMadeFiles.use { files, runner in
      let left = files.folder.appending(path: "tool-left", directoryHint: .isDirectory)
      try FileManager.default.createDirectory(at: left, withIntermediateDirectories: true)
      try runner.removeLeftovers()
      #expect(FileManager.default.fileExists(atPath: left.path))
      try runner.removeLeftovers(now: Date(timeIntervalSinceNow: 7200))
      #expect(!FileManager.default.fileExists(atPath: left.path))
    }
  }

  @Test func sandboxHasNoNetworkAndNoWritableDisk() async throws {
    try await SelfMadeFiles.use { files, runner in
      guard case .bubblewrap = runner.sandbox else { return }
      let outside = files.folder.appending(path: "outside").path(percentEncoded: false)
      let said = try await runner.withFolder { folder in
        try await runner.run(
          Self.shell, ["-c", "touch '\(outside)' 2>/dev/null && echo wrote; cat /proc/net/dev | wc -l"],
          in: folder)
      }
      #expect(!said.text.contains("wrote"))
      #expect(said.text.hasSuffix("3\n"), "chỉ có lo: \(said.text)")
    }
  }

  @Test func worksWithoutSandbox() async throws {
    try await SelfMadeFiles.use { files, _ in
      let runner = ToolRunner(sandbox: .none(reason: "thử"), scratch: files.folder)
      let pdf = try files.pdf("a.pdf", pages: ["mot", "hai"])
      #expect(try await PDFTool(runner: runner).inspect(pdf).pageCount == 2)
    }
  }
}
