import Crypto
import HTTPTypes
import Hummingbird
import Kernel
import NIOCore

/// The OpenAPI 3.1 document, made from the operations themselves.
package struct APIDocument: Sendable {
  /// Below the version's root.
  package static let path = "/openapi.json"
  /// Grows with every change of the interface: the first number breaks programs, the second adds.
  package static let version = "1.0.0"

  private struct Written: Sendable {
    var bytes: [UInt8]
    var tag: String
  }

  private let written: OnFirstUse<Written>

  package init(operations: [APIOperation]) {
    written = OnFirstUse {
      let bytes = Self.json(operations).bytes
      let hash = SHA256.hash(data: bytes).prefix(8).map { String($0, radix: 16) }.joined()
      return Written(bytes: bytes, tag: "\"\(hash)\"")
    }
  }

  func answer(to request: Request) -> Response {
    let (bytes, tag) = (written.value.bytes, written.value.tag)
    var headers: HTTPFields = [.eTag: tag, .cacheControl: "public, no-cache"]
    guard request.headers[.ifNoneMatch] != tag else { return Response(status: .notModified, headers: headers) }
    headers[.contentType] = "application/json; charset=utf-8"
    return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  package static func json(_ operations: [APIOperation]) -> JSONValue {
    let all = operations
    let paths = Dictionary(grouping: operations, by: \.path).sorted { $0.key < $1.key }.map { path, operations in
      JSONValue.Member(path, .object(operations.map { .init($0.method.rawValue.lowercased(), $0.json(among: all)) }))
    }
    return [
      "openapi": "3.1.0",
      "info": [
        "title": "Châu Bản", "version": .text(version), "summary": "Giao diện lập trình của hệ thống quản lý văn bản",
        "description": .text(introduction),
      ],
      "servers": [["url": .text(APIOperation.root)]],
      "tags": .list(
        APIOperation.Part.allCases.filter { part in operations.contains { $0.part == part } }
          .map { ["name": .text($0.rawValue)] }),
      "paths": .object(paths),
      "components": components(operations),
    ]
  }

  private static let introduction = """
    Mọi yêu cầu mang mã truy cập trong tiêu đề Authorization (Bearer). Việc tạo mới cần Idempotency-Key, việc sửa cần \
    If-Match. Danh sách đi theo con trỏ: gửi lại «next» làm «cursor». Lỗi là application/problem+json; «errors» nêu từng \
    trường. Trường lạ bị từ chối. Văn bản có dấu chỉ độ mật bị từ chối và không có gì được giữ lại.
    """

  private static func components(_ operations: [APIOperation]) -> JSONValue {
    var schemas: [String: JSONValue] = [:]
    let used = operations.flatMap(\.schemas) + [APIProblem.schema]
    for (name, schema) in used.flatMap(\.namedSchemas) { schemas[name] = schema.json }
    return [
      "schemas": .object(schemas.sorted { $0.key < $1.key }.map { .init($0.key, $0.value) }),
      "securitySchemes": [
        "token": [
          "type": "http", "scheme": "bearer",
          "description": .text(
            "Mã truy cập tạo ở «Tài khoản của tôi». Phạm vi: "
              + APIScope.allCases.map { "\($0.rawValue) (\($0.label))" }.joined(separator: "; ") + "."),
        ]
      ],
    ]
  }
}
