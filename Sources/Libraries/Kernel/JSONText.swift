import Foundation

/// Values kept as opaque JSON text (payloads, readings, changes): nothing in SQL looks inside.
package enum JSONText {
  package static func text(_ value: some Encodable) throws -> String {
    String(decoding: try JSONEncoder().encode(value), as: UTF8.self)
  }

  package static func value<Value: Decodable>(_ text: String, as type: Value.Type = Value.self) throws -> Value {
    try JSONDecoder().decode(type, from: Data(text.utf8))
  }
}
