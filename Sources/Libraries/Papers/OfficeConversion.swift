import Foundation

/// Converts Office files with LibreOffice, without a screen and with a profile of its own each time, so that several
/// conversions do not meet.
package struct OfficeConversion: Sendable {
  package enum Format: String, Sendable, CaseIterable {
    case pdf, docx, doc

    var filter: String {
      switch self {
      case .pdf: "pdf"
      case .docx: "docx:MS Word 2007 XML"
      case .doc: "doc:MS Word 97"
      }
    }
  }

  package var runner: ToolRunner

  package init(runner: ToolRunner) { self.runner = runner }

  /// Converts a .doc, .docx, .xls, .xlsx or text file for view: 1…3 s. Throws `Refusal(.unavailable)` without
  /// LibreOffice, `ToolFailure` when it does not get through.
  package func convert(
    _ file: URL, kind: FileKind, to format: Format, target: URL, limits: ToolLimits = .office
  ) async throws {
    try await convert(file, ending: kind.fileExtension ?? "bin", to: format, target: target, limits: limits)
  }

  /// Converts a flat ODT text (a printed form).
  package func convertForm(
    _ flatText: URL, to format: Format, target: URL, limits: ToolLimits = .office
  ) async throws {
    try await convert(flatText, ending: "fodt", to: format, target: target, limits: limits)
  }

  // The file is given under its true ending: LibreOffice chooses its filter by it, and stored files have none.
  private func convert(
    _ file: URL, ending: String, to format: Format, target: URL, limits: ToolLimits
  ) async throws {
    try await runner.withFolder { folder in
      let input = folder.appending(path: "paper.\(ending)")
      try FileManager.default.copyItem(at: file, to: input)
      try writeProfile(in: folder)
      let profile = folder.appending(path: "profile", directoryHint: .isDirectory).absoluteString
      let said = try await runner.run(
        .office,
        [
          "-env:UserInstallation=\(profile)", "--headless", "--norestore", "--nologo", "--nolockcheck",
          "--nodefault", "--convert-to", format.filter, "--outdir", "out", "paper.\(ending)",
        ], in: folder, limits: limits)
      let output = folder.appending(path: "out/paper.\(format.rawValue)")
      guard FileManager.default.fileExists(atPath: output.path(percentEncoded: false)) else {
        throw ToolFailure.madeNothing(.office, message: said.errorText)
      }
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      try? FileManager.default.removeItem(at: target)
      try FileManager.default.moveItem(at: output, to: target)
    }
  }

  /// Settings that a hostile file must not find otherwise: no macros, no updating of links.
  private func writeProfile(in folder: URL) throws {
    let user = folder.appending(path: "profile/user", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: user, withIntermediateDirectories: true)
    let settings = """
      <?xml version="1.0" encoding="UTF-8"?>
      <oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" \
      xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
      <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" \
      oor:op="fuse"><value>true</value></prop></item>
      <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" \
      oor:op="fuse"><value>3</value></prop></item>
      <item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" \
      oor:op="fuse"><value>2</value></prop></item>
      <item oor:path="/org.openoffice.Office.Calc/Content/Update"><prop oor:name="Link" \
      oor:op="fuse"><value>2</value></prop></item>
      </oor:items>
      """
    try Data(settings.utf8).write(to: user.appending(path: "registrymodifications.xcu"))
  }
}
