import Database
import HTTPTypes
import Hummingbird
import Kernel
import Logging
import Markup

/// The answer when a request cannot be met: what happened, why, what to do.
enum ErrorPage {
  /// Whatever a handler threw. What is no refusal is logged, with the number people quote.
  static func answer(_ error: any Error, to request: Request, _ context: WebContext) -> Response {
    switch error {
    case let refusal as Refusal: return answer(refusal, context)
    case let error as any HTTPResponseError where error.status.code < 500:
      return answer(refusal(error.status), context, status: error.status)
    default:
      context.logger.error(
        "fault", metadata: ["error": "\(error)", "method": "\(request.method)", "path": "\(request.uri.path)"])
      return fault(error, context)
    }
  }

  private static func refusal(_ status: HTTPResponse.Status) -> Refusal {
    switch status {
    case .notFound:
      Refusal(.notFound, "Không tìm thấy trang này. Địa chỉ có thể đã gõ sai hoặc văn bản không thuộc quyền xem.")
    case .contentTooLarge: Refusal(.tooLarge, "Nội dung gửi lên quá lớn.")
    default: Refusal(.invalid, "Yêu cầu không hợp lệ.")
    }
  }

  static func answer(_ refusal: Refusal, _ context: WebContext, status: HTTPResponse.Status? = nil) -> Response {
    let status = status ?? refusal.kind.status
    if refusal.kind == .unauthenticated {
      return Response(status: .seeOther, headers: [.location: "/dang-nhap", .cacheControl: "no-store"])
    }
    return context.page(page(of: refusal), status: status)
  }

  static func page(of refusal: Refusal) -> Page {
    Page(
      title: refusal.kind.heading,
      main: """
        <h1>\(refusal.kind.heading)</h1>
        <ul class="reasons">\(refusal.reasons.map { "<li>\($0.message)</li>" as HTML })</ul>
        <p class="acts">\(Button("Về Việc của tôi", path: "/").html)</p>
        """)
  }

  static func fault(_ error: any Error, _ context: WebContext) -> Response {
    if case DatabaseFault.full = error {
      return answer(
        Refusal(
          .unavailable,
          "Máy chủ không ghi được dữ liệu lúc này (đĩa đầy hoặc bị khóa). Chưa có gì được lưu; hãy báo quản trị rồi làm lại. Mã tra cứu: \(context.requestNumber)."
        ),
        context)
    }
    return context.page(faultPage(context.requestNumber), status: .internalServerError)
  }

  static func faultPage(_ requestNumber: String) -> Page {
    Page(
      title: "Hệ thống gặp lỗi",
      main: """
        <h1>Hệ thống gặp lỗi</h1>
        <p>Việc vừa làm chưa được ghi nhận. Hãy thử lại; nếu vẫn lỗi, báo quản trị mã tra cứu dưới đây.</p>
        <p>Mã tra cứu: <strong>\(requestNumber)</strong></p>
        <p class="acts">\(Button("Về Việc của tôi", path: "/").html)</p>
        """)
  }
}

extension Refusal.Kind {
  /// The HTTP status that says the same.
  package var status: HTTPResponse.Status {
    switch self {
    case .invalid: .unprocessableContent
    case .conflict: .conflict
    case .forbidden: .forbidden
    case .notFound: .notFound
    case .unauthenticated: .unauthorized
    case .tooLarge: .contentTooLarge
    case .unavailable: .serviceUnavailable
    }
  }

  var heading: String {
    switch self {
    case .invalid: "Nội dung chưa đúng"
    case .conflict: "Đã có thay đổi khác"
    case .forbidden: "Không được phép"
    case .notFound: "Không tìm thấy"
    case .unauthenticated: "Cần đăng nhập"
    case .tooLarge: "Quá lớn"
    case .unavailable: "Tạm thời chưa làm được"
    }
  }
}
