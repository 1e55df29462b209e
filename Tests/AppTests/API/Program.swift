import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import NIOCore
import Testing
import WebAPI

/// A program at the interface: sends its token and nothing else, and looks at every answer with strict eyes.
struct Program {
  let client: any TestClientProtocol
  var token: String

  /// An answer as a program reads it.
  struct Answer {
    var status: Int
    var headers: HTTPFields
    var text: String

    var json: JSONValue? { JSONValue(reading: Array(text.utf8)) }

    subscript(name: String) -> JSONValue? { json?[name] }

    func key(_ name: String = "id") throws -> Int64 {
      guard case .integer(let key) = json?[name] else {
        throw Unexpected(text: "\(status) has no number «\(name)»: \(text.prefix(400))")
      }
      return key
    }

    /// Reasons of a refusal: those at fields, else the whole.
    var reasons: [String] {
      guard case .list(let errors) = json?["errors"], !errors.isEmpty else {
        return [json?["detail"]].compactMap { $0?.words }
      }
      return errors.compactMap { $0["detail"]?.words }
    }

    var problem: String? { json?["type"]?.words }
  }

  struct Unexpected: Error { var text: String }

  func send(
    _ method: HTTPRequest.Method, _ path: String, _ json: JSONValue? = nil, headers: HTTPFields = [:]
  ) async throws -> Answer {
    var headers = headers
    if json != nil { headers[.contentType] = "application/json" }
    return try await send(method, path, bytes: json?.bytes, headers: headers)
  }

  func send(
    _ method: HTTPRequest.Method, _ path: String, bytes: [UInt8]?, headers: HTTPFields = [:]
  ) async throws -> Answer {
    var headers = headers
    if !token.isEmpty { headers[.authorization] = "Bearer \(token)" }
    let response = try await client.execute(
      uri: "/api/v1" + path, method: method, headers: headers, body: bytes.map { ByteBuffer(bytes: $0) })
    let answer = Answer(
      status: Int(response.status.code), headers: response.headers, text: String(buffer: response.body))
    #expect(response.headers[.setCookie] == nil && response.headers[.location]?.hasPrefix("/dang-nhap") != true)
    #expect(response.headers[.xContentTypeOptions] == "nosniff")
    if answer.status >= 400, method != .head {
      #expect(response.headers[.contentType]?.hasPrefix("application/problem+json") == true, "\(path): \(answer.text)")
      #expect(answer["status"] == .integer(Int64(answer.status)), "\(path)")
      #expect(answer["request"]?.words?.isEmpty == false)
    }
    return answer
  }

  func create(
    _ path: String, _ json: JSONValue, key: String = UUID().uuidString
  ) async throws -> Answer {
    try await send(.post, path, json, headers: [.idempotencyKey: key])
  }

  func change(
    _ method: HTTPRequest.Method, _ path: String, _ json: JSONValue, version: Int
  ) async throws -> Answer {
    try await send(method, path, json, headers: [.ifMatch: "\"\(version)\""])
  }

  /// As `curl -F 'document=…' -F file=@…` sends it.
  func upload(
    _ path: String, _ document: JSONValue, files: [ChosenFile], key: String = UUID().uuidString, version: Int? = nil
  ) async throws -> Answer {
    let boundary = "------------------------\(UInt64.random(in: .min ... .max))"
    var body = Array("--\(boundary)\r\nContent-Disposition: form-data; name=\"document\"\r\n\r\n".utf8)
    body += document.bytes + Array("\r\n".utf8)
    for file in files {
      let head = "--\(boundary)\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(file.name)\"\r\n"
      body += Array("\(head)Content-Type: application/octet-stream\r\n\r\n".utf8) + file.bytes + Array("\r\n".utf8)
    }
    body += Array("--\(boundary)--\r\n".utf8)
    var headers: HTTPFields = [
      .contentType: "multipart/form-data; boundary=\(boundary)", .idempotencyKey: key,
    ]
    headers[.ifMatch] = version.map { "\"\($0)\"" }
    return try await send(.post, path, bytes: body, headers: headers)
  }
}

extension HTTPField.Name {
  static let idempotencyKey = HTTPField.Name("Idempotency-Key") ?? .ifMatch
  static let remaining = HTTPField.Name("RateLimit-Remaining") ?? .ifMatch
}

extension JSONValue {
  var words: String? {
    guard case .text(let text) = self else { return nil }
    return text
  }

  var items: [JSONValue] {
    guard case .list(let values) = self["items"] else { return [] }
    return values
  }
}

let tokenPath = "/tai-khoan/ma-truy-cap"

extension Browser {
  /// Makes an access token as a person does; all scopes unless told.
  func makeToken(_ scopes: [APIScope] = APIScope.allCases, days: Int = 90) async throws -> String {
    var typed = ["ten-ma": "Phần mềm thử", "so-ngay": "\(days)"]
    for scope in scopes { typed["pv-\(scope.rawValue.replacing(":", with: "-"))"] = "1" }
    let answer = try await submit(try ShownForm(tokenPath, on: try await get(tokenPath)).typing(typed))
    try answer.requireStatus(200)
    return try #require(answer.markup.tags.first { $0["name"] == "ma" }?["value"])
  }
}

extension TestApp {
  func program(as actor: Actor, _ scopes: [APIScope] = APIScope.allCases) async throws -> Program {
    Program(client: client, token: try await signedIn(as: actor).makeToken(scopes))
  }
}
