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
    try await convert(
      file, ending: kind.fileExtension ?? "bin", to: format.rawValue, by: format.filter, target: target, limits: limits)
  }

  /// Writes the first sheet of an Excel file as comma-separated text in UTF-8, days as they are shown.
  package func convertSheet(_ file: URL, kind: FileKind, target: URL, limits: ToolLimits = .office) async throws {
    // Separator, quote, UTF-8, first line, no column formats, language, no quoting of texts, as shown, no formulas,
    // spaces kept. Days come out as the profile's locale writes them.
    try await convert(
      file, ending: kind.fileExtension ?? "xlsx", to: "csv",
      by: "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false", target: target,
      limits: limits)
  }

  /// Converts a flat ODT text (a printed form).
  package func convertForm(
    _ flatText: URL, to format: Format, target: URL, limits: ToolLimits = .office
  ) async throws {
    try await convert(
      flatText, ending: "fodt", to: format.rawValue, by: format.filter, target: target, limits: limits)
  }

  // The file is given under its true ending: LibreOffice chooses its filter by it, and stored files have none.
  private func convert(
    _ file: URL, ending: String, to result: String, by filter: String, target: URL, limits: ToolLimits
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
          "--nodefault", "--convert-to", filter, "--outdir", "out", "paper.\(ending)",
        ], in: folder, limits: limits)
      let output = folder.appending(path: "out/paper.\(result)")
      guard FileManager.default.fileExists(atPath: output.path(percentEncoded: false)) else {
        throw ToolFailure.madeNothing(.office, message: said.errorText)
      }
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      try? FileManager.default.removeItem(at: target)
      try FileManager.default.moveItem(at: output, to: target)
    }
  }

  /// Settings that a hostile file must not find otherwise: no macros, no updating of links. Vietnamese days: in another
  /// locale 05/11 would become 11/05.
  private func writeProfile(in folder: URL) throws {
    let user = folder.appending(path: "profile/user", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: user, withIntermediateDirectories: true)
    let settings = """
      <?xml version="1.0" encoding="UTF-8"?>
      <oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" \
      xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
      <item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" \
      oor:op="fuse"><value>vi-VN</value></prop></item>
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
