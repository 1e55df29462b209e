import Database
import Kernel
import Markup
import Organization

/// Gathers who sees a record: posts of the reader's agency, each with every line that shows it to them.
enum WhoSeesScreen {
  static let peoplePerPage = 200

  static func read(
    _ record: RecordReference, of chosen: PostID?, after: PostID? = nil, _ directory: RecordDirectory, by actor: Actor,
    in transaction: any Transaction
  ) throws -> WhoSeesPage {
    guard let summary = try directory.summaries(of: [record], visibleTo: actor, in: transaction)[record] else {
      throw Refusal(.notFound, "Không tìm thấy hồ sơ, văn bản này.")
    }
    guard WhoSees.may(actor) else { throw WhoSees.refusal }
    let posts = try OrganizationStore(transaction).posts(of: actor.agency)
    let told = try AccessStore(transaction).told(record)
    let sources = Set(told.compactMap(\.grant.source)).subtracting([record])
    let names = try directory.summaries(of: Array(sources), visibleTo: actor, in: transaction)
    let asked = chosen.flatMap { id in posts.first { $0.id == id } }
    let begin = after.flatMap { id in posts.firstIndex { $0.id == id } }.map { $0 + 1 } ?? 0
    var found: [(post: PostID, row: WhoSeesPage.Row)] = []
    for post in asked.map({ [$0] }) ?? Array(posts[begin...]) where found.count <= peoplePerPage {
      if let row = row(post, told, names, of: record) { found.append((post.id, row)) }
    }
    let rows = found.prefix(peoplePerPage).map(\.row)
    let base = FramePaths.whoSees(kind: record.code, number: record.number)
    return WhoSeesPage(
      recordName: name(summary), recordPath: summary.path,
      action: base,
      people: posts.map { .init("\($0.id)", "\($0.personName), \($0.title), \($0.unitName)") },
      chosen: asked.map { "\($0.id)" } ?? "", rows: rows,
      missing: asked.flatMap { rows.isEmpty ? missing($0, summary) : nil },
      pager: found.count > peoplePerPage
        ? Pager(
          older: "\(base)?\(WhoSeesPage.after)=\(found[peoplePerPage - 1].post)", olderLabel: "Tiếp theo ›") : Pager())
  }

  private static func row(
    _ post: Post, _ told: [ToldGrant], _ names: [RecordReference: RecordSummary], of record: RecordReference
  ) -> WhoSeesPage.Row? {
    let held = Set(Principal.held(post.roles, agency: post.agency, unit: post.unit, post: post.id))
    let lines = told.filter { held.contains($0.grant.principal) }
    guard !lines.isEmpty else { return nil }
    return .init(
      name: "\(post.personName), \(post.title)", unit: post.unitName,
      reasons: lines.map { line in
        let source = line.grant.source.flatMap { names[$0] }
        return .init(
          text: "\(line.grant.reason.label) (\(WhoSees.way(line.grant.principal, post)))",
          source: source.map(name) ?? "", path: source?.path, since: line.since.text)
      })
  }

  private static func missing(_ post: Post, _ summary: RecordSummary) -> String {
    let need =
      summary.filing == nil
      ? "được thêm vào danh sách tham gia, hoặc được giao việc"
      : "được giao xử lý, được chuyển để biết, hoặc tham gia một hồ sơ có văn bản này"
    return "\(post.personName), \(post.title), \(post.unitName) không có quyền nào ở đây. Muốn xem thì phải \(need)."
  }

  static func name(_ summary: RecordSummary) -> String {
    let head = [summary.notation, summary.number].first { !$0.isEmpty } ?? summary.kindLabel
    return summary.isWithheld ? "\(summary.kindLabel) \(head)" : "\(summary.kindLabel) \(head): \(summary.subject)"
  }
}
