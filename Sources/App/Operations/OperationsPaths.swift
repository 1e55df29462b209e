import Jobs

/// Addresses of the screens on which administrators watch the system itself.
enum OperationsPaths {
  static let jobs = "/quan-tri/cong-viec"
  static let health = "/quan-tri/suc-khoe"

  static func jobs(in state: Job.State?, before: Job.ID? = nil) -> String {
    let parts = [state.map { "tinh-trang=\(word($0))" }, before.map { "truoc=\($0)" }].compactMap { $0 }
    return parts.isEmpty ? jobs : "\(jobs)?\(parts.joined(separator: "&"))"
  }

  static func retry(_ job: Job.ID) -> String { "\(jobs)/\(job)/chay-lai" }

  static func state(_ word: String) -> Job.State? { Job.State.allCases.first { self.word($0) == word } }

  private static func word(_ state: Job.State) -> String {
    switch state {
    case .waiting: "cho"
    case .running: "dang-chay"
    case .done: "xong"
    case .failed: "khong-xong"
    }
  }
}
