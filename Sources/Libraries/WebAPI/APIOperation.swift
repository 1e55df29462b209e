import HTTPTypes
import Hummingbird
import Kernel
import WebApp

/// What a body may hold, by its members.
package struct APIInput: Sendable {
  /// Name of its schema.
  package let name: String
  package let fields: [APIField]

  package init(_ name: String, _ fields: [APIField]) {
    self.name = name
    self.fields = fields
  }

  package var schema: APISchema { .named(name, .object(fields)) }

  /// The same members, none of them needed: what is not sent stays as it is. `more` is needed all the same.
  package func changes(_ name: String, more: [APIField] = []) -> APIInput {
    let optional = fields.map { field in
      var field = field
      field.isRequired = false
      return field
    }
    return APIInput(name, optional + more)
  }
}

/// One thing that programs can ask for: its route, its description and its work in one value, so that the OpenAPI
/// document and the server cannot disagree.
package struct APIOperation: Sendable {
  /// Part of the document under which it stands.
  package enum Part: String, Sendable, CaseIterable {
    case start = "Bắt đầu"
    case documents = "Văn bản đến"
    case handling = "Xử lý văn bản đến"
    case packets = "Văn bản gửi đến trong hệ thống"
    case drafts = "Dự thảo"
    case outgoing = "Văn bản đi"
    case copies = "Bản sao"
    case registers = "Sổ đăng ký"
    case search = "Tra cứu"
    case organization = "Cơ quan, đơn vị, người"
  }

  /// What the request carries.
  package enum Body: Sendable {
    case none
    case json(APIInput)
    /// `multipart/form-data`: files, and where `document` is given the same JSON as a part of that name. Then the JSON
    /// alone is taken too.
    case files(document: APIInput?, APIInput)
  }

  /// What a good answer looks like, and with it what the request needs.
  package enum Outcome: Sendable {
    /// 200, or 304 when the reader has it already.
    case shown(APISchema)
    /// 200 with `items` and `next`.
    case listed(APISchema)
    /// 201; needs an `Idempotency-Key`.
    case created(APISchema)
    /// 201 with the record to which something was added; needs an `Idempotency-Key` and the version in `If-Match`.
    case added(APISchema)
    /// 200; needs the version in `If-Match`.
    case changed(APISchema)
    /// 200 with the bytes of a file.
    case bytes
  }

  package typealias Handler = @Sendable (APICall) async throws -> APIAnswer

  package let method: HTTPRequest.Method
  /// Below the version's root: `/agencies/{agency}`. Names in braces are keys of records.
  package let path: String
  /// Its name for programs that are made from the document.
  package let id: String
  package let part: Part
  /// Nil when every token may.
  package let scope: APIScope?
  package let summary: String
  package let query: [APIField]
  package let body: Body
  package let outcome: Outcome
  let handler: Handler

  package init(
    _ method: HTTPRequest.Method, _ path: String, id: String, _ part: Part, scope: APIScope?, _ summary: String,
    query: [APIField] = [], body: Body = .none, _ outcome: Outcome, _ handler: @escaping Handler
  ) {
    self.method = method
    self.path = path
    self.id = id
    self.part = part
    self.scope = scope
    self.summary = summary
    if case .listed = outcome { self.query = query + APICursor.fields } else { self.query = query }
    self.body = body
    self.outcome = outcome
    self.handler = handler
  }
}

/// A module that programs can talk to.
package protocol APIModule: Sendable {
  func apiOperations(with site: Site) -> [APIOperation]
}

extension APIOperation {
  /// The address of this version.
  package static let root = "/api/v1"

  var pieces: [Substring] { path.split(separator: "/") }

  /// Names in braces.
  var pathNames: [String] {
    pieces.filter { $0.hasPrefix("{") }.map { String($0.dropFirst().dropLast()) }
  }

  var needsKey: Bool {
    switch outcome {
    case .created, .added: true
    case .shown, .listed, .changed, .bytes: false
    }
  }

  var needsVersion: Bool {
    switch outcome {
    case .changed, .added: true
    case .shown, .listed, .created, .bytes: false
    }
  }

  /// The members of the body, for telling reasons at them.
  var fields: [APIField] {
    switch body {
    case .none: query
    case .json(let input): input.fields
    case .files(let document, let parts): (document?.fields ?? []) + parts.fields
    }
  }

  /// Every way it may be refused, and when.
  var refusals: [APIProblem.Code] {
    var codes: [APIProblem.Code] = [.malformed, .unauthenticated, .forbidden, .tooManyRequests, .fault, .unavailable]
    if !pathNames.isEmpty || needsKey { codes.append(.notFound) }
    if needsKey || needsVersion { codes += [.conflict, .tooLarge, .unsupportedMediaType, .invalid] }
    if needsVersion { codes += [.stale, .versionRequired] }
    return codes.sorted { $0.status.code < $1.status.code }
  }
}
