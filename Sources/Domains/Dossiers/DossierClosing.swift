import Access
import Database
import FilePlans
import FileVault
import Kernel

/// What stands between a dossier and its end, all of it, before anything is changed (HS-05).
package struct DossierClosing: Sendable, Equatable {
  /// What must be done first.
  package var obstacles: [Obstacle] = []
  /// What somebody must have looked at: things twice, drafts of what was issued, files that no tool could read.
  package var reviews: [Review] = []
  /// The day of the newest thing in it: when the work ended, unless somebody knows better.
  package var endedOn: Day?

  /// What is wished for and not there: told, and nothing more.
  package var wishes: [String] = []
  /// What was looked at: all of which something is said, and perhaps more.
  package private(set) var lines: [DossierLine] = []
  /// The whole is kept at least as long as each of its parts.
  package var longestOfParts: RetentionPeriod?

  package struct Obstacle: Sendable, Equatable {
    package var text: String
    /// Where it is mended; nil in the dossier itself.
    package var path: String?
  }

  /// Something that by the decree is taken out or mended before the end, or kept knowingly.
  package struct Review: Sendable, Equatable {
    package var item: DossierItem.ID
    package var ordinal: Int
    package var text: String
    package var why: String
  }

  /// Reads what must be looked at, and of the rest of thousands of documents nothing.
  package static func read(
    _ found: FoundDossier, _ flows: DossierFlows, by actor: Actor, in transaction: any Transaction
  ) throws -> DossierClosing {
    let dossier = found.dossier
    let unopened = try flows.unopened(in: dossier.id, transaction)
    let items = try flows.doubtful(in: dossier.id, and: unopened.keys, visibleTo: actor, transaction)
    return DossierClosing(
      dossier,
      try DossierContents(flows.directory, transaction).told(items, dossier, found.participants, actor),
      lastDay: try DossierItemStore(transaction).lastDay(in: dossier.id),
      try DossierExpectationStore(transaction).list(of: dossier.id),
      try SubDossierStore(transaction).kin(of: dossier.id),
      unopened: unopened)
  }

  /// - Parameter lines: those about which something may have to be said.
  init(
    _ dossier: Dossier, _ lines: [DossierLine], lastDay: Day?, _ expected: [DossierExpectation] = [],
    _ parts: [KinDossier] = [], unopened: [RecordReference: String] = [:]
  ) {
    self.lines = lines
    if lastDay == nil, parts.isEmpty {
      obstacles.append(.init(text: "Hồ sơ chưa có văn bản, tài liệu nào."))
    }
    var seen: [String: Int] = [:]
    for line in lines {
      if let obstacle = Self.obstacle(line) { obstacles.append(obstacle) }
      if let review = Self.unopened(line, unopened) { reviews.append(review) }
      if let review = Self.review(line, &seen) { reviews.append(review) }
    }
    for line in expected where line.isBlocking {
      obstacles.append(
        .init(
          text: "Còn thiếu «\(line.content.name)»: đưa vào hồ sơ, hoặc ghi «không có, vì …».",
          path: DossierPaths.expected(dossier.id)))
    }
    wishes = expected.filter { $0.isMissing && !$0.content.isRequired }.map(\.content.name)
    for part in parts where part.state == .open {
      obstacles.append(
        .init(text: "Hồ sơ con \(part.notation) chưa kết thúc.", path: DossierPaths.show(part.id)))
    }
    longestOfParts = parts.filter { $0.state != .destroyed }.compactMap { RetentionPeriod(code: $0.retention) }.max()
    // A letter may be older than the day on which its dossier was begun.
    endedOn = ([lastDay] + parts.map(\.endedOn)).compactMap(\.self).max().map { max($0, dossier.facts.startedOn) }
  }

  private static func obstacle(_ line: DossierLine) -> Obstacle? {
    if line.item.isWithheld {
      return Obstacle(
        text: "Mục \(line.item.ordinal): tài liệu đang niêm giữ vì nghi có dấu mật.",
        path: DossierPaths.viewing(line.item.dossier, line.item.id))
    }
    guard line.item.record != nil else { return nil }
    guard let summary = line.summary else {
      return Obstacle(text: "Mục \(line.item.ordinal): anh/chị không xem được văn bản này nên chưa rà soát được.")
    }
    if summary.isWithheld {
      return Obstacle(
        text: "Mục \(line.item.ordinal): văn bản đang bị giữ lại vì nghi có dấu mật.", path: summary.path)
    }
    return summary.blocksClosing.map {
      Obstacle(text: "Mục \(line.item.ordinal), \(summary.name): \($0).", path: summary.path)
    }
  }

  /// A file that nobody can open is replaced by one that can, or kept knowingly: its sender may have no other.
  private static func unopened(_ line: DossierLine, _ names: [RecordReference: String]) -> Review? {
    guard let name = line.item.record.flatMap({ names[$0] }), line.summary?.isWithheld == false else { return nil }
    return Review(
      item: line.item.id, ordinal: line.item.ordinal, text: line.title, why: "tệp «\(name)» không mở được")
  }

  private static func review(_ line: DossierLine, _ seen: inout [String: Int]) -> Review? {
    let key: String
    switch line.item.matter {
    case .file(let file):
      if line.item.isWithheld { return nil }
      if let reading = line.reading, reading.state == .unreadable {
        return Review(item: line.item.id, ordinal: line.item.ordinal, text: line.title, why: reading.words)
      }
      key = file.hash.text
    case .record:
      guard let summary = line.summary, !summary.isWithheld else { return nil }
      if summary.filing?.isDraft == true, summary.blocksClosing == nil {
        return Review(
          item: line.item.id, ordinal: line.item.ordinal, text: line.title, why: "dự thảo, đã có bản chính thức")
      }
      guard !summary.notation.isEmpty, let date = summary.date else { return nil }
      key = "\(summary.notation)|\(date.isoText)|\(summary.issuer)"
    }
    if let first = seen[key] {
      return Review(
        item: line.item.id, ordinal: line.item.ordinal, text: line.title, why: "trùng với mục \(first)")
    }
    seen[key] = line.item.ordinal
    return nil
  }
}
