import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import NIOCore
import WebApp

/// What is read as a number.
private let plainInteger = Pattern(/-?[0-9]{1,18}/)
/// Of the key that a program gives a request.
private let idempotencyKeyForm = Pattern(/[A-Za-z0-9._:\-]{8,100}/)
/// The version that a program read.
private let versionTag = Pattern(/(?:W\/)?"([0-9]{1,9})(?:-[0-9a-f]{8})?"/)

/// Reads a request as its operation describes it.
extension APICall {
  static let jsonBytesMax = 1 << 20

  static let keyPattern = "^[A-Za-z0-9._:-]{8,100}$"
  static let versionPattern = "^(W/)?\"[0-9]{1,9}(-[0-9a-f]{8})?\"$"

  mutating func readRequest() async throws {
    query = try readQuery()
    if operation.needsKey { idempotencyKey = try readKey() }
    if operation.needsVersion { version = try readVersion() }
    guard case .json(let input) = operation.body else { return }
    try requireType("application/json")
    try await readBody(as: input)
  }

  /// Takes the JSON body. For operations that take files too, when none came.
  package mutating func readBody(as input: APIInput) async throws {
    var request = request
    let buffer = try await request.collectBody(upTo: Self.jsonBytesMax)
    said = String(buffer: buffer)
    body = try Self.values(buffer.readableBytesView, as: input)
  }

  /// The media type of the body, without its parameters.
  package var mediaType: String {
    let type = request.headers[.contentType] ?? ""
    return type.prefix { $0 != ";" }.trimmingCharacters(in: .whitespaces).lowercased()
  }

  /// Refuses a body of another type.
  package func requireType(_ types: String...) throws(APIProblem) {
    guard !types.contains(mediaType) else { return }
    throw APIProblem(
      .unsupportedMediaType, "Nội dung gửi lên phải có Content-Type là \(types.joined(separator: " hoặc ")).")
  }

  private func readQuery() throws(APIProblem) -> APIValues {
    var members: [JSONValue.Member] = []
    var reasons: [Refusal.Reason] = []
    for (name, text) in Form(urlEncoded: request.uri.query ?? "").fields {
      guard let field = operation.query.first(where: { $0.name == name }) else {
        reasons.append(Refusal.Reason("Không có tham số tên «\(name.prefix(60))».", field: String(name.prefix(60))))
        continue
      }
      if members.contains(where: { $0.name == name }) {
        reasons.append(Refusal.Reason("Tham số này chỉ gửi được một lần.", field: name))
        continue
      }
      let value = Self.parameter(text, field.schema)
      reasons += field.schema.faults(of: value, at: name)
      members.append(.init(name, value))
    }
    for field in operation.query where field.isRequired && !members.contains(where: { $0.name == field.name }) {
      reasons.append(Refusal.Reason("Thiếu tham số này.", field: field.name))
    }
    guard reasons.isEmpty else {
      throw APIProblem(.malformed, "Có \(reasons.count) tham số trong địa chỉ chưa đúng.", reasons: reasons)
    }
    return APIValues(members)
  }

  /// What stands in an address is text; numbers and truth values are read from it.
  private static func parameter(_ text: String, _ schema: APISchema) -> JSONValue {
    switch schema {
    case .integer:
      let isPlain = text.wholeMatch(of: plainInteger.regex) != nil
      return isPlain ? Int64(text).map(JSONValue.integer) ?? .text(text) : .text(text)
    case .flag: return text == "true" ? true : text == "false" ? false : .text(text)
    default: return .text(text)
    }
  }

  private func readKey() throws(APIProblem) -> String {
    let key = request.headers[.idempotencyKey] ?? ""
    guard key.wholeMatch(of: idempotencyKeyForm.regex) != nil else {
      throw APIProblem(
        .malformed,
        "Việc tạo mới cần tiêu đề Idempotency-Key: 8 đến 100 chữ, số, dấu «. _ : -», mỗi yêu cầu một mã (ví dụ một UUID). Gửi lại cùng mã thì nhận lại kết quả của lần đầu.",
        reasons: [Refusal.Reason(key.isEmpty ? "Thiếu tiêu đề này." : "Không đúng dạng.", field: "Idempotency-Key")])
    }
    return key
  }

  private func readVersion() throws(APIProblem) -> Int {
    guard let tag = request.headers[.ifMatch] else {
      throw APIProblem(
        .versionRequired, "Việc sửa cần tiêu đề If-Match: giá trị ETag của lần đọc gần nhất, hoặc \"phiên bản\".")
    }
    // A proxy that compresses marks tags as weak; the version in them is as exact as before.
    guard let match = tag.wholeMatch(of: versionTag.regex), let version = Int(match.1) else {
      throw APIProblem(
        .malformed, "If-Match phải là ETag đã nhận, ví dụ \"3-1f2e3d4c\" hoặc \"3\".",
        reasons: [Refusal.Reason("Không phải ETag của hệ thống này.", field: "If-Match")])
    }
    return version
  }
}
