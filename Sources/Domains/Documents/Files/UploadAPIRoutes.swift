import FileVault
import Kernel
import WebAPI
import WebApp

/// Files that programs send along with the JSON of an operation.
extension UploadDesk {
  /// Takes the request in either form, its files in staging while `act` runs and kept in the vault before it.
  ///
  /// `check` looks at what is said before anything of it is kept.
  package func received(
    _ call: APICall, as input: APIInput, check: (APIValues) throws -> Void = { _ in },
    _ act: (APIValues, [Upload], APICall) async throws -> APIAnswer
  ) async throws -> APIAnswer {
    var call = call
    if case .files(document: .some, _) = call.operation.body {
      try call.requireType("application/json", "multipart/form-data")
    } else {
      try call.requireType("multipart/form-data")
    }
    if call.mediaType == "application/json" {
      try await call.readBody(as: input)
      return try await act(call.body, [], call)
    }
    let uploaded = try await read(call.request, call.context)
    return try await releasing(uploaded.files) { [call] in
      let body = try uploaded.said(as: input, with: uploaded.refusals.map { Refusal.Reason($0, field: "file") })
      try check(body)
      var call = call
      call.said = uploaded.form.raw("document")
      if try await !call.wasCreated() { _ = try await keep(uploaded.files) }
      return try await act(body, uploaded.files, call)
    }
  }
}

extension UploadedForm {
  /// What the part `document` says. Parts of other names are refused, together with `reasons`.
  package func said(as input: APIInput, with reasons: [Refusal.Reason] = []) throws -> APIValues {
    let names = Set(form.fields.map(\.name)).subtracting(["document"]).union(fileFields.subtracting(["file"]))
    var reasons = reasons
    reasons += names.sorted().map { name in
      Refusal.Reason(
        "Không có phần tên «\(name.prefix(60))»; chỉ nhận «document» (JSON, không phải tệp) và «file».",
        field: String(name.prefix(60)))
    }
    if form.raw("document").isEmpty { reasons.append(.init("Thiếu phần này.", field: "document")) }
    guard reasons.isEmpty else {
      throw APIProblem(.invalid, "Có \(reasons.count) chỗ chưa đúng; chưa có gì được lưu.", reasons: reasons)
    }
    return try APICall.values(form.raw("document").utf8, as: input)
  }
}

extension APICall {
  /// What the request says with its files, for telling one request from another.
  package func digested(with uploads: [Upload]) -> [String] {
    [said] + uploads.map { "\($0.staged.hash.text) \($0.name)" }
  }
}
