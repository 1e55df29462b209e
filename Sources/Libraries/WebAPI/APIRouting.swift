import HTTPTypes

/// Finds the operation of a request.
struct APIRouting: Sendable {
  let operations: [APIOperation]

  enum Found {
    case operation(APIOperation, keys: [String: Int64])
    /// The address is known, the method is not: what it allows.
    case otherMethods([HTTPRequest.Method])
    case nothing
  }

  /// `path` is below the version's root.
  func find(_ method: HTTPRequest.Method, _ path: Substring) -> Found {
    let pieces = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    var others: [HTTPRequest.Method] = []
    var isKey = true
    for operation in operations {
      guard let values = Self.match(Array(pieces), operation.pieces) else { continue }
      guard operation.method == (method == .head ? .get : method) else {
        others.append(operation.method)
        continue
      }
      let keys = values.compactMapValues { Self.key($0) }
      guard keys.count == values.count else {
        isKey = false
        continue
      }
      return .operation(operation, keys: keys)
    }
    guard isKey, !others.isEmpty else { return .nothing }
    return .otherMethods(others.contains(.get) ? others + [.head] : others)
  }

  private static func match(_ pieces: [Substring], _ pattern: [Substring]) -> [String: Substring]? {
    guard pieces.count == pattern.count else { return nil }
    var values: [String: Substring] = [:]
    for (piece, wanted) in zip(pieces, pattern) {
      if wanted.hasPrefix("{") {
        values[String(wanted.dropFirst().dropLast())] = piece
      } else if piece != wanted {
        return nil
      }
    }
    return values
  }

  private static func key(_ text: Substring) -> Int64? {
    guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int64(text),
      (1..<(1 << 53)).contains(number)
    else { return nil }
    return number
  }
}
