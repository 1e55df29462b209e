import Crypto
import HTTPTypes
import Hummingbird
import NIOCore

/// The OpenAPI 3.1 document, made from the operations themselves.
package struct APIDocument: Sendable {
  /// Below the version's root.
  package static let path = "/openapi.json"
  /// Grows with every change of the interface: the first number breaks programs, the second adds.
  package static let version = "1.0.0"

  private let bytes: [UInt8]
  private let tag: String

  package init(operations: [APIOperation]) {
    bytes = Self.json(operations).bytes
    tag = "\"\(SHA256.hash(data: bytes).prefix(8).map { String($0, radix: 16) }.joined())\""
  }

  func answer(to request: Request) -> Response {
    var headers: HTTPFields = [.eTag: tag, .cacheControl: "public, no-cache"]
    guard request.headers[.ifNoneMatch] != tag else { return Response(status: .notModified, headers: headers) }
    headers[.contentType] = "application/json; charset=utf-8"
    return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  package static func json(_ operations: [APIOperation]) -> JSONValue {
    let paths = Dictionary(grouping: operations, by: \.path).sorted { $0.key < $1.key }.map { path, operations in
      JSONValue.Member(path, .object(operations.map { .init($0.method.rawValue.lowercased(), $0.json) }))
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

extension APIOperation {
  var schemas: [APISchema] {
    var schemas: [APISchema] = []
    switch body {
    case .none: break
    case .json(let input): schemas.append(input.schema)
    case .files(let document, let parts): schemas += [document?.schema, parts.schema].compactMap { $0 }
    }
    switch outcome {
    case .shown(let schema), .listed(let schema), .created(let schema), .changed(let schema): schemas.append(schema)
    case .bytes: break
    }
    return schemas
  }

  var json: JSONValue {
    var members: [JSONValue.Member] = [
      .init("operationId", .text(id)), .init("summary", .text(summary)), .init("tags", [.text(part.rawValue)]),
      .init("security", [["token": .list(scope.map { [.text($0.rawValue)] } ?? [])]]),
      .init("parameters", .list(parameters)),
    ]
    if let requestBody { members.append(.init("requestBody", requestBody)) }
    members.append(.init("responses", responses))
    return .object(members)
  }

  private var parameters: [JSONValue] {
    var parameters = pathNames.map { name -> JSONValue in
      ["name": .text(name), "in": "path", "required": true, "schema": APISchema.key.json]
    }
    parameters += query.map { field in
      [
        "name": .text(field.name), "in": "query", "required": .flag(field.isRequired),
        "description": .text(field.note), "schema": field.schema.json,
      ]
    }
    if needsKey {
      parameters.append(
        Self.header(
          "Idempotency-Key", APICall.keyPattern, isRequired: true,
          "Một mã cho mỗi yêu cầu, ví dụ một UUID. Gửi lại cùng mã và cùng nội dung thì nhận lại bản ghi của lần đầu."))
    }
    if needsVersion {
      parameters.append(
        Self.header("If-Match", APICall.versionPattern, isRequired: true, "ETag của lần đọc gần nhất, hoặc \"phiên bản\"."))
    }
    if case .shown = outcome {
      parameters.append(
        Self.header("If-None-Match", "^[ -~]{0,200}$", isRequired: false, "ETag đã có; không đổi thì nhận 304."))
    }
    return parameters
  }

  private static func header(_ name: String, _ pattern: String, isRequired: Bool, _ note: String) -> JSONValue {
    [
      "name": .text(name), "in": "header", "required": .flag(isRequired), "description": .text(note),
      "schema": ["type": "string", "pattern": .text(pattern)],
    ]
  }

  private var requestBody: JSONValue? {
    switch body {
    case .none: return nil
    case .json(let input):
      return ["required": true, "content": ["application/json": ["schema": input.schema.json]]]
    case .files(let document, let parts):
      let isJSONPart = document != nil
      let form: JSONValue =
        isJSONPart
        ? ["schema": parts.schema.json, "encoding": ["document": ["contentType": "application/json"]]]
        : ["schema": parts.schema.json]
      var content = [JSONValue.Member("multipart/form-data", form)]
      if let document { content.insert(.init("application/json", ["schema": document.schema.json]), at: 0) }
      return ["required": true, "content": .object(content)]
    }
  }

  private var responses: JSONValue {
    var responses = goodResponses
    let byStatus = Dictionary(grouping: refusals, by: \.status.code).sorted { $0.key < $1.key }
    responses += byStatus.map { status, codes in
      .init(
        String(status),
        [
          "description": .text(codes.map(\.title).joined(separator: "; ")),
          "content": ["application/problem+json": ["schema": APIProblem.schema.json]],
        ])
    }
    return .object(responses)
  }

  private var goodResponses: [JSONValue.Member] {
    func json(_ status: String, _ note: String, _ schema: APISchema, _ headers: [String] = []) -> JSONValue.Member {
      .init(
        status,
        [
          "description": .text(note), "headers": .object(headers.map { .init($0, ["schema": ["type": "string"]]) }),
          "content": ["application/json": ["schema": schema.json]],
        ])
    }
    switch outcome {
    case .shown(let schema):
      return [
        json("200", "Bản ghi", schema, ["ETag"]), .init("304", ["description": "Không đổi từ lần đọc trước"]),
      ]
    case .listed(let schema):
      return [
        json(
          "200", "Một trang",
          .object([
            APIField("items", .list(schema, max: nil), required: true),
            APIField("next", .nullable(.words), required: true, "Gửi làm «cursor» để lấy trang sau; null ở trang cuối"),
          ]))
      ]
    case .created(let schema):
      return [json("201", "Đã tạo", schema, ["ETag", "Location"])]
    case .changed(let schema): return [json("200", "Đã ghi", schema, ["ETag"])]
    case .bytes:
      return [
        .init(
          "200",
          ["description": "Tệp đúng như đã nhận", "content": ["*/*": ["schema": ["type": "string", "format": "binary"]]]])
      ]
    }
  }
}
