import FileVault
import Foundation
import Kernel
import Papers
import WebApp

/// A file that came with a form, judged by its bytes and lying in staging.
struct Upload: Sendable {
  var name: String
  var kind: FileKind
  var staged: StagedFile
  var pageCount: Int?
  /// What opening it told; nil for what is no PDF, or was not opened.
  var facts: PDFFacts?
}

/// A multipart form as it was read: its fields, the files taken, the reasons of those refused.
struct UploadedForm: Sendable {
  var form = Form()
  var files: [Upload] = []
  var refusals: [String] = []
  /// Names under which files were sent.
  var fileFields: Set<String> = []

  /// No file was chosen, or none came along.
  var isWithoutFiles: Bool { files.isEmpty && refusals.isEmpty }
}

/// Takes in files: streams each to staging, judges it, opens it once. What is refused leaves nothing behind.
struct UploadDesk: Sendable {
  /// Limits of one upload.
  struct Limits: Sendable {
    var fileBytesMax: Int64 = 200 << 20
    var filesMax = 50
  }

  let vault: FileVault
  let runner: ToolRunner
  var limits = Limits()

  /// Judges a staged file by its bytes and opens PDF files once: an encrypted or broken one is refused here.
  func judge(_ staged: StagedFile, named name: String) async throws -> Upload {
    let url = vault.url(of: staged)
    let verdict = try FileVerdict.judging(url)
    if let refusal = verdict.refusal(named: name) { throw refusal }
    var upload = Upload(name: name, kind: verdict.kind, staged: staged)
    guard verdict.kind == .pdf else { return upload }
    do {
      upload.facts = try await PDFTool(runner: runner).inspect(url)
      upload.pageCount = upload.facts?.pageCount
    } catch let trouble as any FileTrouble {
      throw trouble.refusal(named: name)
    } catch let refusal as Refusal where refusal.kind == .unavailable {
      // Without poppler the file is taken all the same; it is read when the tool is back.
    }
    return upload
  }

  /// Runs what needs staged files and then forgets them, whatever happened: they were refused, or the vault has them.
  func releasing<Answer>(_ files: [Upload], _ body: () async throws -> Answer) async throws -> Answer {
    do {
      let answer = try await body()
      await discard(files)
      return answer
    } catch {
      await discard(files)
      throw error
    }
  }

  /// Forgets staged files.
  func discard(_ files: [Upload]) async {
    for file in files { try? await vault.discard(file.staged) }
  }
}
