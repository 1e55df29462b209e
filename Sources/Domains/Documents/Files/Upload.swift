import FileVault
import Foundation
import Kernel
import Papers
import WebApp

/// A file that came with a form, judged by its bytes and lying in staging.
package struct Upload: Sendable {
  package var name: String
  package var kind: FileKind
  package var staged: StagedFile
  package var pageCount: Int?
  /// What opening it told; nil for what is no PDF, or was not opened.
  package var facts: PDFFacts?
  /// What an e-mail says of itself.
  package var mail: MailHead?
  /// Name of the form's field it came under.
  package var field = ""

  package init(name: String, kind: FileKind, staged: StagedFile, pageCount: Int? = nil) {
    self.name = name
    self.kind = kind
    self.staged = staged
    self.pageCount = pageCount
  }

  /// As it stands once the vault has it.
  package var kept: KeptFile { KeptFile(name: name, kind: kind, stored: staged.stored, pageCount: pageCount) }
}

/// A multipart form as it was read: its fields, the files taken, the reasons of those refused.
package struct UploadedForm: Sendable {
  package var form = Form()
  package var files: [Upload] = []
  package var refusals: [String] = []
  /// Names under which files were sent.
  package var fileFields: Set<String> = []

  /// No file was chosen, or none came along.
  package var isWithoutFiles: Bool { files.isEmpty && refusals.isEmpty }
}

/// Takes in files: streams each to staging, judges it, opens it once. What is refused leaves nothing behind.
package struct UploadDesk: Sendable {
  /// Limits of one upload.
  package struct Limits: Sendable {
    package var fileBytesMax: Int64
    package var filesMax: Int

    package init(fileBytesMax: Int64 = 200 << 20, filesMax: Int = 50) {
      self.fileBytesMax = fileBytesMax
      self.filesMax = filesMax
    }
  }

  package let vault: FileVault
  package let runner: ToolRunner
  package var limits: Limits
  /// Kinds of files that are taken here.
  package var families: Set<FileKind.Family>

  package init(
    vault: FileVault, runner: ToolRunner, limits: Limits = Limits(),
    taking families: Set<FileKind.Family> = FileKind.Family.papers
  ) {
    self.vault = vault
    self.runner = runner
    self.limits = limits
    self.families = families
  }

  /// Judges a staged file by its bytes and opens PDF files once: an encrypted or broken one is refused here.
  package func judge(_ staged: StagedFile, named name: String) async throws -> Upload {
    let url = vault.url(of: staged)
    let verdict = try FileVerdict.judging(url)
    if let refusal = verdict.refusal(named: name, taking: families) { throw refusal }
    var upload = Upload(name: name, kind: verdict.kind, staged: staged)
    if verdict.kind == .eml { upload.mail = try MailHead.read(url) }
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
  package func releasing<Answer>(_ files: [Upload], _ body: () async throws -> Answer) async throws -> Answer {
    do {
      let answer = try await body()
      await discard(files)
      return answer
    } catch {
      await discard(files)
      throw error
    }
  }

  /// Brings received files into the vault.
  package func keep(_ files: [Upload]) async throws -> [KeptFile] {
    for file in files { try await vault.keep(file.staged) }
    return files.map(\.kept)
  }

  /// Forgets staged files.
  package func discard(_ files: [Upload]) async {
    for file in files { try? await vault.discard(file.staged) }
  }
}
