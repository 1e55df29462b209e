import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import WebApp

/// A program that came with a valid access token, and for whom it acts.
package struct APIBearer: Sendable {
  /// Key of the token.
  package var token: Int64
  package var tokenName: String
  package var scopes: Set<APIScope>
  package var expiresAt: Instant
  package var actor: Actor

  package init(token: Int64, tokenName: String, scopes: Set<APIScope>, expiresAt: Instant, actor: Actor) {
    self.token = token
    self.tokenName = tokenName
    self.scopes = scopes
    self.expiresAt = expiresAt
    self.actor = actor
  }
}

/// One request of a program, checked against the description of its operation.
package struct APICall: Sendable {
  package let operation: APIOperation
  package let bearer: APIBearer
  package let request: Request
  package let context: WebContext
  /// Parameters of the address.
  package internal(set) var query = APIValues()
  /// Members of a JSON body.
  package internal(set) var body = APIValues()
  /// The JSON of the request as it came, for telling one request from another.
  package var said = ""
  var keys: [String: Int64] = [:]
  var idempotencyKey = ""
  /// From `If-Match`; 0 where none is needed.
  package internal(set) var version = 0

  package var actor: Actor { bearer.actor }
  package var site: Site { context.requireSite() }

  /// A key of the address.
  package func key<Subject>(
    _ name: String, as type: Identifier<Subject>.Type = Identifier<Subject>.self
  ) -> Identifier<Subject> {
    guard let number = keys[name] else { preconditionFailure("\(operation.id) has no {\(name)} in its path") }
    return Identifier<Subject>(number)
  }

  package var limit: Int { query.integer("limit") ?? APICursor.limitUsual }

  /// Where the page begins; nil for the first.
  package func position() throws(APIProblem) -> String? {
    guard query.has("cursor") else { return nil }
    guard let position = APICursor.position(query.text("cursor")) else { throw .badCursor }
    return position
  }

  /// Where the page begins in a list by key.
  package func keyPosition() throws(APIProblem) -> Int64? {
    guard let position = try position() else { return nil }
    guard let key = Int64(position), key > 0 else { throw .badCursor }
    return key
  }

  /// Members of JSON text, checked against `input`.
  package static func values(_ bytes: some Sequence<UInt8>, as input: APIInput) throws(APIProblem) -> APIValues {
    guard let value = JSONValue(reading: bytes), case .object(let members) = value else {
      throw APIProblem(
        .malformed,
        "Nội dung không phải một đối tượng JSON đọc được (UTF-8, lồng không quá \(JSONValue.depthMax) tầng).")
    }
    let reasons = input.schema.faults(of: value)
    guard reasons.isEmpty else {
      throw APIProblem(.invalid, "Có \(reasons.count) chỗ chưa đúng; chưa có gì được lưu.", reasons: reasons)
    }
    return APIValues(members)
  }
}

/// A good answer.
package struct APIAnswer: Sendable {
  var status: HTTPResponse.Status = .ok
  var headers = HTTPFields()
  var json: JSONValue?
  /// Instead of JSON: the bytes of a file.
  var file: Response?

  /// A record. The reader who has it already is told so.
  package static func shown<Value>(_ value: Value, as resource: APIResource<Value>, to call: APICall) -> APIAnswer {
    var answer = APIAnswer(json: resource.json(value))
    guard let tag = resource.tag(value, shown: answer.json?.bytes ?? []) else { return answer }
    answer.headers[.eTag] = tag
    let known = (call.request.headers[.ifNoneMatch] ?? "").replacing("W/", with: "")
    guard call.request.method == .get || call.request.method == .head,
      known == "*" || known.split(separator: ",").contains(where: { $0.trimmingCharacters(in: .whitespaces) == tag })
    else { return answer }
    answer.status = .notModified
    answer.json = nil
    return answer
  }

  /// A page of a list.
  package static func listed<Value>(_ page: APIPage<Value>, as resource: APIResource<Value>) -> APIAnswer {
    APIAnswer(json: [
      "items": .list(page.items.map(resource.json)),
      "next": .optional(page.next) { .text(APICursor.text($0)) },
    ])
  }

  /// The bytes of a file.
  package static func bytes(_ response: Response) -> APIAnswer { APIAnswer(file: response) }
}
