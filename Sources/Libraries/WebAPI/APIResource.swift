import Crypto
import Kernel

/// How records of one kind are shown: each member with its schema and where its value comes from. From this both the
/// answer and its description are made.
package struct APIResource<Value: Sendable>: Sendable {
  /// One member.
  package struct Member: Sendable {
    let field: APIField
    let read: @Sendable (Value) -> JSONValue
  }

  /// Name of its schema.
  package let name: String
  let members: [Member]
  /// Grows with every change; nil for what is never changed through this interface.
  let version: (@Sendable (Value) -> Int)?

  package init(_ name: String, version: (@Sendable (Value) -> Int)? = nil, _ members: [Member]) {
    self.name = name
    self.version = version
    self.members = members
  }

  package var schema: APISchema { .named(name, .object(members.map(\.field))) }

  /// The same members of something that holds such a record, and more.
  package func within<Whole: Sendable>(
    _ name: String, _ part: @escaping @Sendable (Whole) -> Value, more: [APIResource<Whole>.Member]
  ) -> APIResource<Whole> {
    var lifted: [APIResource<Whole>.Member] = []
    for member in members {
      let read = member.read
      lifted.append(.init(member.field.name, member.field.schema, member.field.note) { whole in read(part(whole)) })
    }
    guard let version else { return APIResource<Whole>(name, lifted + more) }
    return APIResource<Whole>(name, version: { whole in version(part(whole)) }, lifted + more)
  }

  package func json(_ value: Value) -> JSONValue {
    .object(members.map { JSONValue.Member($0.field.name, $0.read(value)) })
  }

  /// The version, which a change repeats in `If-Match`, and a digest of what is shown, since some of it changes without
  /// a new version (a file that was read, a name that begins to count today).
  func tag(_ value: Value, shown bytes: [UInt8]) -> String? {
    version.map { version in
      let digest = SHA256.hash(data: bytes).prefix(4).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
      return "\"\(version(value))-\(digest)\""
    }
  }
}

extension APIResource.Member {
  /// A member of any schema.
  package init(
    _ name: String, _ schema: APISchema, _ note: String = "", _ read: @escaping @Sendable (Value) -> JSONValue
  ) {
    field = APIField(name, schema, required: true, note)
    self.read = read
  }

  package static func key<Subject>(
    _ name: String, _ note: String = "", _ read: @escaping @Sendable (Value) -> Identifier<Subject>
  ) -> Self {
    Self(name, .key, note) { .integer(read($0).number) }
  }

  package static func keyOrNull<Subject>(
    _ name: String, _ note: String = "", _ read: @escaping @Sendable (Value) -> Identifier<Subject>?
  ) -> Self {
    Self(name, .nullable(.key), note) { .optional(read($0)) { .integer($0.number) } }
  }

  package static func text(_ name: String, _ note: String = "", _ read: @escaping @Sendable (Value) -> String) -> Self {
    Self(name, .words, note) { .text(read($0)) }
  }

  package static func textOrNull(
    _ name: String, _ note: String = "", _ read: @escaping @Sendable (Value) -> String?
  ) -> Self {
    Self(name, .nullable(.words), note) { .optional(read($0), JSONValue.text) }
  }

  package static func choice(
    _ name: String, _ choices: [String], _ note: String = "", _ read: @escaping @Sendable (Value) -> String
  ) -> Self {
    Self(name, .choice(choices), note) { .text(read($0)) }
  }

  package static func integer(_ name: String, _ note: String = "", _ read: @escaping @Sendable (Value) -> Int) -> Self {
    Self(name, .integer(APIBounds.integers), note) { .integer(Int64(read($0))) }
  }

  package static func integerOrNull(
    _ name: String, _ note: String = "", _ read: @escaping @Sendable (Value) -> Int?
  ) -> Self {
    Self(name, .nullable(.integer(APIBounds.integers)), note) { .optional(read($0)) { .integer(Int64($0)) } }
  }

  package static func flag(_ name: String, _ note: String = "", _ read: @escaping @Sendable (Value) -> Bool) -> Self {
    Self(name, .flag, note) { .flag(read($0)) }
  }

  package static func day(_ name: String, _ note: String = "", _ read: @escaping @Sendable (Value) -> Day) -> Self {
    Self(name, .day, note) { .text(read($0).isoText) }
  }

  package static func dayOrNull(
    _ name: String, _ note: String = "", _ read: @escaping @Sendable (Value) -> Day?
  ) -> Self {
    Self(name, .nullable(.day), note) { .optional(read($0)) { .text($0.isoText) } }
  }

  package static func instant(
    _ name: String, _ note: String = "", _ read: @escaping @Sendable (Value) -> Instant
  ) -> Self {
    Self(name, .instant, note) { .text(read($0).isoText) }
  }

  package static func instantOrNull(
    _ name: String, _ note: String = "", _ read: @escaping @Sendable (Value) -> Instant?
  ) -> Self {
    Self(name, .nullable(.instant), note) { .optional(read($0)) { .text($0.isoText) } }
  }
}

/// Bounds of whole numbers in JSON that every reader keeps exact.
package enum APIBounds {
  package static let integers: ClosedRange<Int64> = -((1 << 53) - 1)...((1 << 53) - 1)
  /// Place of an entry among its likes.
  package static let order: ClosedRange<Int64> = 0...99_999
}
