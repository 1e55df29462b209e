import HTTPTypes

/// How an operation is written in the OpenAPI document.
extension APIOperation {
  var schemas: [APISchema] {
    var schemas: [APISchema] = []
    switch body {
    case .none: break
    case .json(let input): schemas.append(input.schema)
    case .files(let document, let parts): schemas += [document?.schema, parts.schema].compactMap { $0 }
    }
    switch outcome {
    case .shown(let schema), .listed(let schema), .created(let schema), .added(let schema), .changed(let schema):
      schemas.append(schema)
    case .bytes: break
    }
    return schemas
  }

  /// As the document has it; `all` are those that an answer may lead to.
  func json(among all: [APIOperation]) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("operationId", .text(id)), .init("summary", .text(summary)), .init("tags", [.text(part.rawValue)]),
      .init("security", [["token": .list(scope.map { [.text($0.rawValue)] } ?? [])]]),
      .init("parameters", .list(parameters)),
    ]
    if let requestBody { members.append(.init("requestBody", requestBody)) }
    members.append(.init("responses", responses(links: links(among: all))))
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
        Self.header(
          "If-Match", APICall.versionPattern, isRequired: true, "ETag của lần đọc gần nhất, hoặc \"phiên bản\"."))
    }
    if case .shown = outcome {
      parameters.append(
        Self.header("If-None-Match", nil, isRequired: false, "ETag đã có; không đổi thì nhận 304."))
    }
    return parameters
  }

  private static func header(_ name: String, _ pattern: String?, isRequired: Bool, _ note: String) -> JSONValue {
    [
      "name": .text(name), "in": "header", "required": .flag(isRequired), "description": .text(note),
      "schema": pattern.map { ["type": "string", "pattern": .text($0)] } ?? ["type": "string"],
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

  private func responses(links: [JSONValue.Member]) -> JSONValue {
    var responses = goodResponses
    if !links.isEmpty, case .object(let members) = responses[0].value {
      responses[0].value = .object(members + [.init("links", .object(links))])
    }
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
    case .added(let schema):
      return [json("201", "Đã thêm", schema, ["ETag", "Location"])]
    case .changed(let schema): return [json("200", "Đã ghi", schema, ["ETag"])]
    case .bytes:
      return [
        .init(
          "200",
          [
            "description": "Tệp đúng như đã nhận",
            "content": ["*/*": ["schema": ["type": "string", "format": "binary"]]],
          ])
      ]
    }
  }

  /// Where the record of a good answer leads: every operation right below this address, with its key and its version.
  private func links(among all: [APIOperation]) -> [JSONValue.Member] {
    let key: JSONValue
    switch outcome {
    case .created: key = "$response.body#/id"
    case .listed: key = "$response.body#/items/0/id"
    case .shown, .added, .changed, .bytes: return []
    }
    return all.filter { $0.path.hasPrefix(path + "/{") && pathNames.isEmpty }.map { next in
      var parameters = [JSONValue.Member("path.\(next.pathNames[0])", key)]
      if needsKey, next.needsVersion { parameters.append(.init("header.If-Match", "$response.header.ETag")) }
      return .init(next.id, ["operationId": .text(next.id), "parameters": .object(parameters)])
    }
  }
}
