import HTTPTypes
import Kernel
import WebApp

/// Why a request was not met, as a program and the person behind it read it (RFC 9457).
package struct APIProblem: Error, Sendable {
  /// What programs tell problems apart by: the last part of `type`.
  package enum Code: String, Sendable, CaseIterable {
    case malformed
    case unauthenticated
    case missingScope = "missing-scope"
    case forbidden
    case notFound = "not-found"
    case methodNotAllowed = "method-not-allowed"
    case conflict
    case stale
    case tooLarge = "too-large"
    case unsupportedMediaType = "unsupported-media-type"
    case invalid
    case keyReused = "key-reused"
    case versionRequired = "version-required"
    case tooManyRequests = "too-many-requests"
    case fault
    case unavailable

    var title: String {
      switch self {
      case .malformed: "Yêu cầu viết chưa đúng"
      case .unauthenticated: "Cần mã truy cập"
      case .missingScope: "Mã truy cập thiếu phạm vi"
      case .forbidden: "Không được phép"
      case .notFound: "Không tìm thấy"
      case .methodNotAllowed: "Địa chỉ này không nhận phương thức đó"
      case .conflict: "Trạng thái hiện tại không cho phép"
      case .stale: "Đã có bản mới hơn"
      case .tooLarge: "Quá lớn"
      case .unsupportedMediaType: "Kiểu nội dung không nhận được"
      case .invalid: "Nội dung chưa đúng"
      case .keyReused: "Mã chống trùng đã dùng cho yêu cầu khác"
      case .versionRequired: "Thiếu phiên bản"
      case .tooManyRequests: "Gửi quá nhanh"
      case .fault: "Hệ thống gặp lỗi"
      case .unavailable: "Tạm thời chưa làm được"
      }
    }

    var status: HTTPResponse.Status {
      switch self {
      case .malformed: .badRequest
      case .unauthenticated: .unauthorized
      case .missingScope, .forbidden: .forbidden
      case .notFound: .notFound
      case .methodNotAllowed: .methodNotAllowed
      case .conflict: .conflict
      case .stale: .preconditionFailed
      case .tooLarge: .contentTooLarge
      case .unsupportedMediaType: .unsupportedMediaType
      case .invalid, .keyReused: .unprocessableContent
      case .versionRequired: .preconditionRequired
      case .tooManyRequests: .tooManyRequests
      case .fault: .internalServerError
      case .unavailable: .serviceUnavailable
      }
    }
  }

  package var code: Code
  /// What happened, why and what to do.
  package var detail: String
  /// Reasons at members of the body or at parameters.
  package var reasons: [Refusal.Reason] = []
  package var headers: [HTTPField.Name: String] = [:]

  package init(_ code: Code, _ detail: String, reasons: [Refusal.Reason] = []) {
    self.code = code
    self.detail = detail
    self.reasons = reasons
  }

  /// A refusal of the product, its reasons told at the members that stand for the form's fields.
  init(_ refusal: Refusal, fields: [APIField]) {
    switch refusal.kind {
    case .invalid: code = .invalid
    case .conflict: code = .conflict
    case .forbidden: code = .forbidden
    case .notFound: code = .notFound
    case .unauthenticated: code = .unauthenticated
    case .tooLarge: code = .tooLarge
    case .unavailable: code = .unavailable
    }
    detail = refusal.message
    reasons = refusal.reasons.map { reason in
      Refusal.Reason(reason.message, field: fields.first { $0.formName == reason.field }?.name)
    }
  }

  /// What is written in the answer. `request` is the number to quote.
  func json(request: String) -> JSONValue {
    [
      "type": .text(Self.typePrefix + code.rawValue), "title": .text(code.title),
      "status": .integer(Int64(code.status.code)), "detail": .text(detail), "request": .text(request),
      "errors": .list(
        reasons.map { reason in
          var members = [JSONValue.Member("detail", .text(reason.message))]
          if let field = reason.field { members.insert(.init("field", .text(field)), at: 0) }
          return .object(members)
        }),
    ]
  }

  private static let typePrefix = "urn:chauban:problem:"

  static let schema = APISchema.named(
    "Problem",
    .object([
      APIField(
        "type", .choice(Code.allCases.map { typePrefix + $0.rawValue }), required: true, "Loại lỗi, cho máy đọc"),
      APIField("title", .words, required: true),
      APIField("status", .integer(400...599), required: true),
      APIField("detail", .words, required: true, "Điều gì xảy ra, vì sao, làm gì tiếp"),
      APIField("request", .words, required: true, "Mã tra cứu của yêu cầu, để báo quản trị"),
      APIField(
        "errors",
        .list(
          .object([
            APIField("field", .words, "Trường hoặc tham số có lỗi"), APIField("detail", .words, required: true),
          ]), max: nil), required: true),
    ]))
}
