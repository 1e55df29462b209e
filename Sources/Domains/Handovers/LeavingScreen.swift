import Access
import Database
import Kernel
import Markup
import Organization
import WebApp
import Work
import WorkCalendar

/// Gathers what a person's posts own, within the rights of whoever looks.
struct LeavingScreen {
  static let rowsMax = 30
  private static let earlierMax = 20

  var person: PersonID
  var owned: OwnedByPosts
  var directory: RecordDirectory
  var actor: Actor
  var transaction: any Transaction

  func page(_ query: Form, input: FormInput, seal: FormSeal) throws -> LeavingPage {
    let organization = OrganizationStore(transaction)
    let posts = try LeavingPosts.of(person, for: actor, in: transaction)
    let colleagues = try Set(posts.map(\.agency)).sorted { $0.number < $1.number }
      .flatMap { try organization.posts(of: $0) }
    let left = try owned.left(of: posts, in: transaction)
    var page = LeavingPage(
      personName: posts[0].personName, isOwn: person == actor.person, parts: [], earlier: [], receivers: [],
      action: HandoverPaths.page(person, of: actor), backPath: back, input: input, seal: seal)
    if page.backPath != Room.myWork.path { page.backLabel = "Về trang người này" }
    var wanted: Set<PostID> = []
    page.parts = try posts.compactMap { post in
      let own = left.filter { $0.post.id == post.id }
      guard !own.isEmpty else { return nil }
      return LeavingPage.Part(
        label: post.isHeld(on: transaction.now.day) ? post.label : "\(post.label) (đã thôi giữ)",
        groups: try own.map { try group($0, colleagues, query, wanted: &wanted) })
    }
    page.receivers = colleagues.filter { wanted.contains($0.id) }.map(Self.choice)
    try fillEarlier(&page)
    if person == actor.person { page.people = people(among: colleagues) }
    return page
  }

  /// Whom a head of unit may hand over for.
  private func people(among colleagues: [Post]) -> [LeavingPage.Earlier] {
    guard actor.roles.contains(.unitHead) else { return [] }
    return colleagues.filter { $0.unit == actor.unit && $0.person != actor.person }.map {
      .init(text: "\($0.personName), \($0.title)", path: LeavingPaths.of($0.person))
    }
  }

  private var back: String {
    if person == actor.person { return Room.myWork.path }
    return actor.isAdministrator ? OrganizationPaths.person(person) : Room.myWork.path
  }

  private func group(
    _ left: OwnedByPosts.Left, _ colleagues: [Post], _ query: Form, wanted: inout Set<PostID>
  ) throws -> LeavingPage.Group {
    guard let kind = owned[left.code] else { preconditionFailure("counted by this kind") }
    let owner = Actor.inPlace(ofHolderOf: left.post, actor)
    let isOpen = query[HandoverField.openPost] == left.post.id.description && query[HandoverField.openKind] == left.code
    let after = isOpen ? Int64(query[HandoverField.after]) ?? 0 : 0
    let things = try kind.things(of: owner, after: after, limit: Self.rowsMax + 1, in: transaction)
    let shown = things.prefix(Self.rowsMax)
    let words = try ReadableWords(
      of: shown.compactMap(\.record), for: actor, agency: left.post.agency, directory, in: transaction)
    var group = LeavingPage.Group(
      title: left.title, count: CountText.of(left.count), isDuty: left.isDuty,
      rows: shown.map { row($0, words) }, isOpen: isOpen)
    if things.count > Self.rowsMax, let last = shown.last {
      group.morePath = HandoverPaths.group(
        HandoverPaths.page(person, of: actor), left.post.id, left.code, after: last.key)
    }
    if let reason = kind.staysBecause {
      group.stays = reason
      return group
    }
    guard kind.needsReceiver else { return group }
    let others = colleagues.filter { $0.agency == left.post.agency && $0.id != left.post.id }
    let receivers = kind.receivers(of: owner, among: others)
    wanted.formUnion(receivers.map(\.id))
    group.receiver = Field(
      "Người nhận: \(left.title.prefix(1).lowercased() + left.title.dropFirst())",
      name: HandoverField.receiver(of: left.post.id, left.code),
      kind: .select(
        [.init("", "người nhận cho tất cả"), .init(HandoverField.nobody, "để lại, chưa bàn giao")]
          + receivers.map(Self.choice)), width: .half)
    return group
  }

  private func row(_ thing: OwnedThing, _ words: ReadableWords) -> LeavingPage.Row {
    let instead = words.instead(of: thing.record, isParty: person == actor.person)
    return LeavingPage.Row(
      code: instead == ReadableWords.hidden ? "" : thing.code, subject: instead ?? thing.subject,
      path: instead == ReadableWords.hidden || thing.path.isEmpty ? nil : thing.path,
      due: thing.dueAt.map { Deadline(due: $0).lastDay.text } ?? "",
      isLate: thing.dueAt.map { $0 <= transaction.now } ?? false, state: thing.state)
  }

  private func fillEarlier(_ page: inout LeavingPage) throws {
    for handover in try HandoverStore(transaction).list(of: person, limit: Self.earlierMax) {
      guard try SeenHandover.read(handover, by: actor, in: transaction) != nil else { continue }
      let path = HandoverPaths.show(handover.id)
      if let finishedAt = handover.finishedAt {
        page.earlier.append(
          .init(text: "Đã bàn giao lúc \(finishedAt.text), \(handover.askedBy) thực hiện", path: path))
      } else {
        page.running = .init(text: "Đang bàn giao từ \(handover.askedAt.text).", path: path)
      }
    }
  }

  private static func choice(_ post: Post) -> Field.Choice {
    .init(post.id.description, "\(post.personName), \(post.label)")
  }
}
