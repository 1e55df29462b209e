import Database
import Foundation

/// Addresses of the search. The query lives in the address.
package enum SearchPaths {
  static let query = "q"
  static let before = "cu-hon"
  static let after = "moi-hon"

  static let order = "xep"
  /// Value of `order`: the best match first.
  static let byRelevance = "sat"

  /// Name of the form's field for a filter.
  static func field(_ key: SearchKey) -> String { "loc-\(key.rawValue)" }

  /// The results of what was typed.
  package static func results(_ typed: String, byRelevance: Bool = false, page: KeysetPage = .newest) -> String {
    var path = "/tra-cuu?\(query)=\(encoded(typed))"
    if byRelevance { path += "&\(order)=\(Self.byRelevance)" }
    switch page {
    case .newest: break
    case .before(let key): path += "&\(before)=\(key)"
    case .after(let key): path += "&\(after)=\(key)"
    }
    return path
  }

  /// A record's page, opened where the words stand.
  static func atWords(_ path: String, words: String) -> String {
    words.isEmpty ? path : "\(path)?tim=\(encoded(words))"
  }

  private static func encoded(_ text: String) -> String {
    let plain = CharacterSet(charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
    return text.addingPercentEncoding(withAllowedCharacters: plain) ?? ""
  }
}
