/// Addresses of what is decided of a secrecy mark, below the address of what bears it (MAT-05).
package enum SecrecyPaths {
  package enum Act: String, Sendable {
    case report = "dau-mat"
    case confirm = "dau-mat/xac-nhan"
    case release = "dau-mat/bo"
    case destroy = "dau-mat/xoa"
  }

  package static func act(_ act: Act, on path: String) -> String { "\(path)/\(act.rawValue)" }
}
