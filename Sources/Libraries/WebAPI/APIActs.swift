import Crypto
import Database
import Foundation
import HTTPTypes
import Kernel
import WebApp

/// Acts of programs: the same acts as behind the forms, once for each idempotency key, on the version that was read.
extension APICall {
  /// Runs a creating act once. The same key with the same request gets the first record again; with another request it
  /// is refused. `digesting` is what the request says, where that is more than its JSON body.
  ///
  /// Kept are a digest and the record's key, nothing of what was sent: what is destroyed later must not live on here.
  package func creating<Value: Sendable>(
    _ resource: APIResource<Value>, at path: @escaping @Sendable (Int64) -> String, digesting parts: [String]? = nil,
    _ act: @escaping @Sendable (any Transaction) throws -> Int64,
    show: @escaping @Sendable (Int64, any Transaction) throws -> Value
  ) async throws -> APIAnswer {
    let account = actor.account
    let (claim, digest) = (submissionKey, digest(parts))
    let (value, key, isRepeated) = try await site.database.write { transaction in
      let outcome = try SubmissionStore(transaction).once(claim, by: account) {
        .init(path: "\(digest) \(try act(transaction))", notice: "made")
      }
      let kept = outcome.path.split(separator: " ")
      guard kept.count == 2, kept[0] == digest, let key = Int64(kept[1]) else { throw Self.keyReused }
      return (try show(key, transaction), key, outcome.notice == nil)
    }
    var answer = APIAnswer.shown(value, as: resource, to: self)
    answer.status = .created
    answer.headers[.location] = APIOperation.root + path(key)
    if isRepeated { answer.headers[Self.replayed] = "true" }
    return answer
  }

  /// Adds something to a record once, on the version that was read. The same key with the same request gets the record
  /// again, whatever its version is by then.
  package func adding<Value: Sendable>(
    _ resource: APIResource<Value>, to key: Int64, at path: @escaping @Sendable (Int64) -> String,
    digesting parts: [String]? = nil, _ act: @escaping @Sendable (any Transaction) throws -> Void,
    show: @escaping @Sendable (Int64, any Transaction) throws -> Value
  ) async throws -> APIAnswer {
    let requireVersion = versionCheck(resource)
    return try await creating(resource, at: path, digesting: parts) { transaction in
      try requireVersion(try show(key, transaction))
      try act(transaction)
      return key
    } show: {
      try show($0, $1)
    }
  }

  /// Refuses a record that has another version than the one that was read.
  private func versionCheck<Value: Sendable>(_ resource: APIResource<Value>) -> @Sendable (Value) throws -> Void {
    guard let version = resource.version else { preconditionFailure("\(resource.name) has no version") }
    let sent = self.version
    return { value in
      guard version(value) == sent else { throw Self.stale(sent: sent, current: version(value)) }
    }
  }

  /// Whether this request was met before: then its files need not be kept again.
  package func wasCreated() async throws -> Bool {
    let (claim, account) = (submissionKey, actor.account)
    return try await site.database.read { try SubmissionStore($0).answer(to: claim, by: account) } != nil
  }

  /// Runs a changing act on the version that was read; refuses when there is a newer one.
  package func changing<Value: Sendable>(
    _ resource: APIResource<Value>, of show: @escaping @Sendable (any Transaction) throws -> Value,
    _ act: @escaping @Sendable (Value, any Transaction) throws -> Void
  ) async throws -> APIAnswer {
    let requireVersion = versionCheck(resource)
    let value = try await site.database.write { transaction in
      let current = try show(transaction)
      try requireVersion(current)
      try act(current, transaction)
      return try show(transaction)
    }
    return .shown(value, as: resource, to: self)
  }

  /// Shows one record.
  package func showing<Value: Sendable>(
    _ resource: APIResource<Value>, _ read: @escaping @Sendable (any Transaction) throws -> Value
  ) async throws -> APIAnswer {
    .shown(try await site.database.read(read), as: resource, to: self)
  }

  /// Shows a page of a list.
  package func listing<Value: Sendable>(
    _ resource: APIResource<Value>, _ read: @escaping @Sendable (any Transaction) throws -> APIPage<Value>
  ) async throws -> APIAnswer {
    .listed(try await site.database.read(read), as: resource)
  }

  /// How a key stands beside those of forms: only its digest, so that no one who reads the table can use it.
  private var submissionKey: String { "api-" + Self.hex(SHA256.hash(data: Data(idempotencyKey.utf8)).prefix(16)) }

  /// Keyed by the program's own secret, so that the digest proves nothing about the content to anybody else.
  private func digest(_ parts: [String]?) -> String {
    let said = parts?.joined(separator: "\n") ?? self.said
    let path = keys.sorted { $0.key < $1.key }.map { "\($0.value)" }.joined(separator: "/")
    return Self.hex(
      HMAC<SHA256>.authenticationCode(
        for: Data("\(operation.id) \(path)\n\(said)".utf8), using: SymmetricKey(data: Data(idempotencyKey.utf8))))
  }

  private static func hex(_ bytes: some Sequence<UInt8>) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  private static let replayed = HTTPField.Name("Idempotency-Replayed") ?? .location

  private static let keyReused = APIProblem(
    .keyReused, "Idempotency-Key này đã dùng cho một yêu cầu có nội dung khác. Yêu cầu mới cần một mã mới.")

  private static func stale(sent: Int, current: Int) -> APIProblem {
    APIProblem(
      .stale,
      "Yêu cầu viết cho phiên bản \(sent), nay đã là phiên bản \(current). Chưa có gì bị ghi đè; hãy đọc lại rồi gửi lại."
    )
  }
}
