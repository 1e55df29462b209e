import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Papers
import WebApp

/// Answers with a form or list that was made for this request: a PDF is shown, anything else is taken along. That it was
/// printed is written down before.
package struct PrintedFile: Sendable {
  private let name: String
  private let runner: ToolRunner

  /// - Parameter name: of the file, without its ending.
  package init(named name: String, _ runner: ToolRunner) {
    self.name = name
    self.runner = runner
  }

  /// - Parameters:
  ///   - ending: «pdf», «docx», or «xlsx» of what is a list.
  ///   - list: writes the list as an Excel file; only that is asked of it.
  package func answer(
    _ form: @autoclosure () -> PrintedForm, as ending: String, list: (URL) async throws -> Void = { _ in }
  ) async throws -> Response {
    try await answer(ending) { target in
      if let format = OfficeConversion.Format(rawValue: ending) {
        try await OfficeConversion(runner: runner).write(form(), as: format, to: target)
      } else {
        try await list(target)
      }
    }
  }

  /// The same of a file that is written in another way.
  package func answer(_ ending: String, _ write: (URL) async throws -> Void) async throws -> Response {
    let bytes = try await runner.withFolder { folder in
      let target = folder.appending(path: "printed.\(ending)")
      try await write(target)
      return [UInt8](try Data(contentsOf: target))
    }
    let full = "\(name).\(ending)"
    return Response(
      status: .ok,
      headers: [
        .contentType: (FileKind(rawValue: ending) ?? .unknown).mediaType, .cacheControl: "private, no-store",
        .contentDisposition: ending == "pdf" ? FileAnswer.inline(named: full) : FileAnswer.attachment(named: full),
      ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }
}
