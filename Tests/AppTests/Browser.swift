import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import NIOCore
import Organization
import Testing

/// An answer as a person and a machine see it.
struct Answer {
  var path: String
  var status: Int
  var headers: HTTPFields
  var bytes: [UInt8]

  var text: String { String(decoding: bytes, as: UTF8.self) }
  var markup: SeenMarkup { SeenMarkup(text) }
  var location: String? { headers[.location] }
  var isHTML: Bool { headers[.contentType]?.hasPrefix("text/html") == true }

  /// What is read on the page, without marks.
  var words: String {
    markup.tags.first { $0.name == "main" }?.text.split(whereSeparator: \.isWhitespace).joined(separator: " ") ?? text
  }

  func requireStatus(_ wanted: Int, _ at: SourceLocation = #_sourceLocation) throws {
    try #require(status == wanted, "\(path) answers \(status): «\(words.prefix(600))»", sourceLocation: at)
  }

  func requireText(_ wanted: String, _ at: SourceLocation = #_sourceLocation) throws {
    try #require(
      words.contains(wanted), "\(path) lacks «\(wanted)»; it says «\(words.prefix(900))»", sourceLocation: at)
  }

  func requireLocation(_ at: SourceLocation = #_sourceLocation) throws -> String {
    try requireStatus(303, at)
    return try #require(location, sourceLocation: at)
  }
}

/// A file chosen in a form.
struct ChosenFile {
  var name: String
  var bytes: [UInt8]
  /// Name of the form's field.
  var field = "file"
}

/// One browser: keeps cookies, sends forms as they stand on the page, and looks at every page with strict eyes.
final class Browser {
  private let client: any TestClientProtocol
  private(set) var cookies: [String: String] = [:]

  /// - Parameter cookies: of another tab of the same person.
  init(_ client: any TestClientProtocol, cookies: [String: String] = [:]) {
    self.client = client
    self.cookies = cookies
  }

  /// Chooses a member of the example cast on the sign-in page.
  @discardableResult func signIn(as actor: Actor) async throws -> Browser {
    let answer = try await send(.post, "/dang-nhap/vai", form: [("vai", actor.post.description)])
    _ = try answer.requireLocation()
    return self
  }

  func get(_ path: String, _ headers: HTTPFields = [:]) async throws -> Answer {
    try await send(.get, path, headers: headers)
  }

  /// Follows a redirection that must be one.
  func follow(_ answer: Answer) async throws -> Answer { try await get(try answer.requireLocation()) }

  func send(
    _ method: HTTPRequest.Method, _ path: String, form fields: [(String, String)], headers: HTTPFields = [:]
  ) async throws -> Answer {
    var headers = headers
    headers[.contentType] = "application/x-www-form-urlencoded"
    let text = fields.map { "\(Self.escaped($0.0))=\(Self.escaped($0.1))" }.joined(separator: "&")
    return try await send(method, path, headers: headers, body: Array(text.utf8))
  }

  func send(
    _ method: HTTPRequest.Method, _ path: String, headers: HTTPFields = [:], body: [UInt8]? = nil
  ) async throws -> Answer {
    var headers = headers
    if !cookies.isEmpty { headers[.cookie] = cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ") }
    let response = try await client.execute(
      uri: path, method: method, headers: headers, body: body.map { ByteBuffer(bytes: $0) })
    for cookie in response.headers[values: .setCookie] {
      let pair = cookie.split(separator: ";")[0].split(separator: "=", maxSplits: 1)
      cookies[String(pair[0])] = pair.count > 1 && !pair[1].isEmpty ? String(pair[1]) : nil
    }
    let answer = Answer(
      path: path, status: Int(response.status.code), headers: response.headers,
      bytes: Array(response.body.readableBytesView))
    Self.look(at: answer)
    return answer
  }

  private static func look(at answer: Answer) {
    let policy = answer.headers[.contentSecurityPolicy] ?? ""
    #expect(policy.contains("default-src 'none'") && !policy.contains("unsafe"), "\(answer.path): \(policy)")
    #expect(answer.headers[.xContentTypeOptions] == "nosniff", "\(answer.path)")
    for name in ["Referrer-Policy", "Cross-Origin-Opener-Policy", "Permissions-Policy"] {
      #expect(HTTPField.Name(name).flatMap { answer.headers[$0] } != nil, "\(answer.path) lacks \(name)")
    }
    guard answer.isHTML, !answer.bytes.isEmpty else { return }
    let markup = answer.markup
    let faults = answer.text.hasPrefix("<!doctype") ? markup.documentFaults : markup.fragmentFaults
    #expect(faults.isEmpty, "\(answer.path)")
  }

  static func escaped(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
  }
}

/// A form of a page, filled as the page fills it.
struct ShownForm {
  var action: String
  var isMultipart: Bool
  var fields: [(name: String, value: String)] = []

  /// The form of this action on the page; says which there are when there is none.
  init(_ action: String, on page: Answer, _ at: SourceLocation = #_sourceLocation) throws {
    let markup = page.markup
    let forms = markup.tags.indices.filter { markup.tags[$0].name == "form" }
    let found = forms.first { markup.tags[$0]["action"] == action && markup.tags[$0]["method"] == "post" }
    let index = try #require(
      found, "\(page.path) has no form «\(action)»; it has \(forms.map { markup.tags[$0]["action"] ?? "" })",
      sourceLocation: at)
    self.action = action
    isMultipart = markup.tags[index]["enctype"] == "multipart/form-data"
    for inner in markup.inside(index) {
      let tag = markup.tags[inner]
      guard let name = tag["name"] else { continue }
      switch tag.name {
      case "input":
        guard !["file", "submit"].contains(tag["type"] ?? "") else { continue }
        if ["checkbox", "radio"].contains(tag["type"] ?? ""), tag["checked"] == nil { continue }
        fields.append((name, tag["value"] ?? ""))
      case "textarea": fields.append((name, tag.text.first == "\n" ? String(tag.text.dropFirst()) : tag.text))
      case "select":
        let options = markup.inside(inner).map { markup.tags[$0] }.filter { $0.name == "option" }
        if let option = options.first(where: { $0["selected"] != nil }) ?? options.first {
          fields.append((name, option["value"] ?? option.text))
        }
      default: continue
      }
    }
  }

  subscript(name: String) -> String? {
    get { fields.first { $0.name == name }?.value }
    set {
      fields.removeAll { $0.name == name }
      if let newValue { fields.append((name, newValue)) }
    }
  }

  /// As typed over what the page shows.
  func typing(_ typed: [String: String]) -> ShownForm {
    var form = self
    for (name, value) in typed { form[name] = value }
    return form
  }
}

extension Browser {
  /// Sends a form the way its page says.
  func submit(_ form: ShownForm, files: [ChosenFile] = [], headers: HTTPFields = [:]) async throws -> Answer {
    guard form.isMultipart else {
      return try await send(.post, form.action, form: form.fields.map { ($0.name, $0.value) }, headers: headers)
    }
    let boundary = "----chauban-test-boundary"
    var headers = headers
    headers[.contentType] = "multipart/form-data; boundary=\(boundary)"
    var body: [UInt8] = []
    for field in form.fields {
      body += Array(
        "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(field.name)\"\r\n\r\n\(field.value)\r\n".utf8)
    }
    for file in files {
      let head =
        "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(file.field)\"; filename=\"\(file.name)\"\r\n"
      body += Array("\(head)Content-Type: application/octet-stream\r\n\r\n".utf8) + file.bytes + Array("\r\n".utf8)
    }
    body += Array("--\(boundary)--\r\n".utf8)
    return try await send(.post, form.action, headers: headers, body: body)
  }
}
