import FileVault
import Hummingbird
import Kernel
import WebApp

/// Files as they come over HTTP.
extension UploadDesk {
  /// A form with whatever files came with it; a browser without a chosen file may send it either way.
  package func form(_ request: Request, _ context: WebContext) async throws -> (UploadedForm, WebContext) {
    guard request.headers[.contentType]?.hasPrefix("multipart/") == true else {
      let lost = context.form.hasLeftFilesBehind ? [Form.filesLeftBehindReason] : []
      return (UploadedForm(form: context.form, refusals: lost), context)
    }
    var context = context
    let uploaded = try await read(request, context)
    context.form = uploaded.form
    return (uploaded, context)
  }

  /// Reads a multipart request. The session's secret must come before the first file. `isForDocuments`: each file is to
  /// become a document, so what is taken as an annex only is refused.
  package func read(
    _ request: Request, _ context: WebContext, isForDocuments: Bool = false
  ) async throws -> UploadedForm {
    guard let reader = MultipartReader(request) else {
      guard !context.form.hasLeftFilesBehind else { throw Refusal(.invalid, Form.filesLeftBehindReason) }
      throw Refusal(.invalid, "Yêu cầu không mang tệp theo cách hệ thống nhận được.")
    }
    var answer = UploadedForm()
    var fields: [(name: String, value: String)] = []
    var isTrusted = false
    do {
      while let part = try await reader.next() {
        switch part {
        case .field(let name, let value):
          fields.append((name, value))
        case .file(let name, let fileName):
          answer.fileFields.insert(name)
          if !isTrusted {
            try FormMiddleware.requireToken(Form(fields).raw(FormMiddleware.field), orHeaderOf: request, context)
            isTrusted = true
          }
          guard !fileName.isEmpty else { continue }
          try await take(fileName, under: name, reader, isForDocuments: isForDocuments, into: &answer)
        }
      }
      answer.form = Form(fields)
      if !isTrusted {
        try FormMiddleware.requireToken(answer.form.raw(FormMiddleware.field), orHeaderOf: request, context)
      }
      return answer
    } catch {
      await discard(answer.files)
      throw error
    }
  }

  private func take(
    _ name: String, under field: String, _ reader: MultipartReader, isForDocuments: Bool,
    into answer: inout UploadedForm
  ) async throws {
    guard answer.files.count < limits.filesMax else {
      answer.refusals.append("«\(name)»: mỗi lần gửi nhiều nhất \(limits.filesMax) tệp.")
      return
    }
    do {
      let staged = try await vault.receive(reader.body, bytesMax: limits.fileBytesMax)
      do {
        var upload = try await judge(staged, named: name)
        upload.field = field
        if isForDocuments, let reason = upload.kind.reasonAgainstDocument(named: name) {
          throw Refusal(.invalid, reason)
        }
        answer.files.append(upload)
      } catch {
        try? await vault.discard(staged)
        throw error
      }
    } catch let refusal as Refusal where refusal.kind == .invalid || refusal.kind == .tooLarge {
      answer.refusals += refusal.reasons.map {
        $0.message.contains("«\(name)»") ? $0.message : "«\(name)»: \($0.message)"
      }
    }
  }
}
