import Foundation
import Kernel
import Testing

@testable import Papers

@Suite("PL6-55 nhãn có mã QR") struct LabelSheetTests {
  /// An independent reader, as a telephone, reads the printed page.
  @Test("every code on the printed sheet says its address, on more pages than one") func isRead() async throws {
    let runner = await ToolRunner.detected()
    let labels = (1...12).map { number in
      LabelSheet.Label(
        kind: "Hồ sơ, Vụ Khoáng sản", title: "G09.2026.\(number).KS",
        lines: [String(repeating: "Nghiêng ngả khuỷu ưỡn & <b> ẵ ỗ ợ ", count: 6), "Hộp \(number)", ""],
        address: "https://chauban.example.gov.vn/ho-so/\(number)00000000\(number)")
    }
    try await runner.withFolder { folder in
      let sheet = folder.appending(path: "sheet.pdf")
      try await LabelSheet(labels).write(with: runner, to: sheet)
      #expect(try await PDFTool(runner: runner).inspect(sheet).pageCount == 2)
      _ = try await runner.run(.pdfImage, ["-r", "150", "-png", "sheet.pdf", "page"], in: folder)
      let pages = try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))
        .filter { $0.hasPrefix("page") }.sorted()
      let reader = Tool(["zbarimg"], package: "zbar-tools", title: "ZBar", purpose: "đọc được mã QR")
      let said = try await runner.run(reader, ["--quiet", "--raw"] + pages, in: folder)
      #expect(Set(said.text.split(separator: "\n").map(String.init)) == Set(labels.map(\.address)))
    }
  }

  @Test("without the tool it says which package to install") func saysWhatIsMissing() async throws {
    let runner = ToolRunner(searchPath: ["/nowhere"], sandbox: .none(reason: "test"))
    let refusal = await #expect(throws: Refusal.self) {
      try await runner.withFolder { folder in
        let label = LabelSheet.Label(kind: "", title: "a", lines: [], address: "https://a.example")
        try await LabelSheet([label]).write(with: runner, to: folder.appending(path: "a.pdf"))
      }
    }
    #expect(refusal?.message.contains("qrencode") == true)
  }
}
