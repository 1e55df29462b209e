/// How a schema is written in the OpenAPI document.
extension APISchema {
  var json: JSONValue {
    switch self {
    case .text(nil): return ["type": "string"]
    case .text(let lengths?):
      var members: [JSONValue.Member] = [.init("type", "string")]
      if lengths.lowerBound > 0 { members.append(.init("minLength", .integer(Int64(lengths.lowerBound)))) }
      members.append(.init("maxLength", .integer(Int64(lengths.upperBound))))
      return .object(members)
    case .day: return ["type": "string", "format": "date", "pattern": "^(19|20|21)[0-9]{2}-[01][0-9]-[0-3][0-9]$"]
    case .instant: return ["type": "string", "format": "date-time"]
    case .choice(let choices): return ["type": "string", "enum": .list(choices.map(JSONValue.text))]
    case .integer(let range):
      return ["type": "integer", "minimum": .integer(range.lowerBound), "maximum": .integer(range.upperBound)]
    case .flag: return ["type": "boolean"]
    case .file: return ["type": "string", "contentMediaType": "application/octet-stream", "format": "binary"]
    case .list(let schema, let least, let most):
      var members: [JSONValue.Member] = [.init("type", "array"), .init("items", schema.json)]
      if least > 0 { members.append(.init("minItems", .integer(Int64(least)))) }
      if let most { members.append(.init("maxItems", .integer(Int64(most)))) }
      return .object(members)
    case .object(let fields): return Self.json(fields)
    case .nullable(let schema): return Self.nullable(schema)
    case .named(let name, _): return ["$ref": .text("#/components/schemas/\(name)")]
    }
  }

  private static func json(_ fields: [APIField]) -> JSONValue {
    let properties = fields.map { JSONValue.Member($0.name, noted($0)) }
    return [
      "type": "object", "properties": .object(properties),
      "required": .list(fields.filter(\.isRequired).map { .text($0.name) }), "additionalProperties": false,
    ]
  }

  private static func noted(_ field: APIField) -> JSONValue {
    guard !field.note.isEmpty, case .object(let members) = field.schema.json else { return field.schema.json }
    return .object(members + [.init("description", .text(field.note))])
  }

  /// One more type where that says it all, else one of two schemas.
  private static func nullable(_ schema: APISchema) -> JSONValue {
    guard case .object(var members) = schema.json, let place = members.firstIndex(where: { $0.name == "type" }) else {
      return ["anyOf": .list([schema.json, ["type": "null"]])]
    }
    members[place].value = .list([members[place].value, "null"])
    if let choices = members.firstIndex(where: { $0.name == "enum" }), case .list(let values) = members[choices].value {
      members[choices].value = .list(values + [.null])
    }
    return .object(members)
  }

  /// Every named schema inside this one.
  var namedSchemas: [(name: String, schema: APISchema)] {
    switch self {
    case .named(let name, let schema): [(name, schema)] + schema.namedSchemas
    case .list(let schema, _, _), .nullable(let schema): schema.namedSchemas
    case .object(let fields): fields.flatMap(\.schema.namedSchemas)
    case .text, .day, .instant, .choice, .integer, .flag, .file: []
    }
  }
}
