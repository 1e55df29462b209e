import Foundation

/// A JSON object as texts by name: groups become `SignerInfo.FullName`, lists are joined by «; ».
enum FlatJSON {
  /// Nil when the bytes are no JSON object.
  static func values(of bytes: [UInt8]) -> [String: String]? {
    guard let object = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any] else { return nil }
    var values: [String: String] = [:]
    collect(object, under: "", into: &values)
    return values
  }

  private static func collect(_ object: [String: Any], under prefix: String, into values: inout [String: String]) {
    for (name, value) in object {
      let name = prefix + name
      if let group = value as? [String: Any] {
        collect(group, under: name + ".", into: &values)
      } else if let text = text(value) {
        values[name] = text
      }
    }
  }

  private static func text(_ value: Any) -> String? {
    switch value {
    case let text as String: text.isEmpty ? nil : text
    case let list as [Any]: list.compactMap(listed).joined(separator: "; ")
    case is NSNull: nil
    case let number as NSNumber: number.stringValue
    default: nil
    }
  }

  /// A list of files may name each by its path, or as an object that has one; a receiver may be an object with a name.
  private static func listed(_ value: Any) -> String? {
    guard let object = value as? [String: Any] else { return text(value) }
    return ["Path", "OrganName", "Name"].lazy.compactMap { object[$0] as? String }.first
  }
}
