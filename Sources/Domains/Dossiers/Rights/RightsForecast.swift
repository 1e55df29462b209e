import Access
import Database
import FileVault
import Foundation
import Kernel
import Organization

/// Who would gain and lose what by a change of rights, person by person, before it is saved (PL6-33). Computed from what
/// the access table says now and what the dossier would say then; a test compares it with what really follows.
struct RightsForecast: Sendable, Equatable {
  /// One who is touched by the change.
  struct Person: Sendable, Equatable {
    var post: PostID
    var name: String
    var unitName: String
    /// Whether they see the dossier itself.
    var seesDossier: Turn
    /// Whether they work on it together with the maker.
    var works: Turn
    var gained: [RecordReference]
    /// Would come to them by the dossier too; they see them already.
    var known: [RecordReference]
    var lost: [RecordReference]
    /// The dossier no longer shows them; something else does, and why.
    var kept: [Kept]

    /// Whether anything is different for them.
    var isTouched: Bool {
      seesDossier.isChange || works.isChange || !(gained + known + lost).isEmpty || !kept.isEmpty
    }
  }

  struct Kept: Sendable, Equatable {
    var record: RecordReference
    var reasons: [String]
  }

  /// How a yes or no goes on.
  enum Turn: String, Sendable {
    case stays, staysOut, gains, loses

    init(from before: Bool, to after: Bool) {
      self = before ? (after ? .stays : .loses) : after ? .gains : .staysOut
    }

    var isChange: Bool { self == .gains || self == .loses }
  }

  var people: [Person]

  /// Of the dossier as it stands and as it would stand.
  static func read(
    _ found: FoundDossier, _ wanted: WantedRights, name: String, in transaction: any Transaction
  ) throws -> RightsForecast {
    let dossier = found.dossier
    let after = try wanted.dossier(after: dossier, in: transaction)
    let items = try DossierItemStore(transaction).rightsItems(in: dossier.id)
    let files = try DossierItemStore(transaction).ownFiles(in: dossier.id).filter {
      $0.isKeptBack || $0.id == wanted.item
    }
    let now = RightsCircle(
      participants: found.participants,
      keptBack: Set(items.filter(\.isKeptBack).map(\.id) + files.filter(\.isKeptBack).map(\.id)))
    let next = now.after(wanted, name: name, by: "", at: transaction.now)
    let parts = try SubDossierStore(transaction).kin(of: dossier.id).map { RecordReference.dossier($0.id) }
    let records = [RecordReference.dossier(dossier.id)] + parts + items.map(\.record)
    let lines = try Access.lines(of: records, in: transaction)
    var then: [RecordReference: [Grant]] = [:]
    then[records[0]] = DossierRights.grants(of: after, next.participants)
    for part in parts { then[part] = DossierRights.partGrants(of: after, next.participants) }
    for item in items {
      then[item.record] = DossierRights.matterGrants(
        of: after, next.participants, isKeptBack: next.keptBack.contains(item.id))
    }
    let posts = try OrganizationStore(transaction).posts(of: dossier.agency)
    let source = records[0]
    let matters =
      records.map { Matter($0, lines[$0] ?? [], then[$0] ?? [], source: source) }
      + files.map { file in
        // A file of the dossier's own has no lines of its own: who sees the dossier sees it, unless it is kept back.
        let others = Set((lines[source] ?? []).filter { $0.source != source }.map(\.principal))
        func holders(_ dossier: Dossier, _ circle: RightsCircle) -> Set<Principal> {
          circle.keptBack.contains(file.id)
            ? DossierRights.keptFor(dossier, circle.participants)
            : others.union(DossierRights.grants(of: dossier, circle.participants).map(\.principal))
        }
        return Matter(.dossierFile(file.id), holders(dossier, now), holders(after, next))
      }
    return RightsForecast((now: dossier, next: after), posts, matters, now, next)
  }

  private init(
    _ dossiers: (now: Dossier, next: Dossier), _ posts: [Post], _ matters: [Matter], _ now: RightsCircle,
    _ next: RightsCircle
  ) {
    var touched: Set<Principal> = Set(now.participants.map(\.holder)).symmetricDifference(
      next.participants.map(\.holder))
    for one in now.participants + next.participants
    where now.participants.contains(where: { $0.holder == one.holder && $0.role == one.role })
      != next.participants.contains(where: { $0.holder == one.holder && $0.role == one.role })
    {
      touched.insert(one.holder)
    }
    for matter in matters { touched.formUnion(matter.own.symmetricDifference(matter.then)) }
    people = posts.compactMap { post in
      let held = Set(Principal.held(post.roles, agency: post.agency, unit: post.unit, post: post.id))
      guard !held.isDisjoint(with: touched) else { return nil }
      let person = Self.person(post, held, dossiers, matters, now, next)
      return person.isTouched ? person : nil
    }
  }

  /// One record: who sees it through the dossier now and then, and who through anything else.
  private struct Matter {
    var record: RecordReference
    var own: Set<Principal>
    var then: Set<Principal>
    var others: [Grant]

    init(_ record: RecordReference, _ lines: [Grant], _ then: [Grant], source: RecordReference) {
      self.record = record
      own = Set(lines.filter { $0.source == source }.map(\.principal))
      self.then = Set(then.map(\.principal))
      others = lines.filter { $0.source != source }
    }

    init(_ file: RecordReference, _ own: Set<Principal>, _ then: Set<Principal>) {
      (record, self.own, self.then, others) = (file, own, then, [])
    }
  }

  private static func person(
    _ post: Post, _ held: Set<Principal>, _ dossiers: (now: Dossier, next: Dossier), _ matters: [Matter],
    _ now: RightsCircle, _ next: RightsCircle
  ) -> Person {
    var person = Person(
      post: post.id, name: "\(post.personName), \(post.title)", unitName: post.unitName, seesDossier: .staysOut,
      works: Turn(
        from: works(post, held, dossiers.now, now.participants),
        to: works(post, held, dossiers.next, next.participants)),
      gained: [], known: [], lost: [], kept: [])
    for matter in matters {
      let (own, then) = (!held.isDisjoint(with: matter.own), !held.isDisjoint(with: matter.then))
      let others = matter.others.filter { held.contains($0.principal) }
      let turn = Turn(from: own || !others.isEmpty, to: then || !others.isEmpty)
      if matter.record == .dossier(dossiers.now.id) {
        person.seesDossier = turn
      } else if turn == .gains {
        person.gained.append(matter.record)
      } else if turn == .loses {
        person.lost.append(matter.record)
      } else if !own, then {
        person.known.append(matter.record)
      } else if own, !then {
        person.kept.append(Kept(record: matter.record, reasons: Set(others.map(\.reason.label)).sorted()))
      }
    }
    return person
  }

  private static func works(
    _ post: Post, _ held: Set<Principal>, _ dossier: Dossier, _ participants: [DossierParticipant]
  ) -> Bool {
    if post.id == dossier.makerPost { return true }
    if post.unit == dossier.unit, !post.roles.isDisjoint(with: [.unitHead, .unitClerk]) { return true }
    return participants.contains { $0.role == .contributor && held.contains($0.holder) }
  }

  /// Tells one forecast from another: whoever confirms saw this table and no other.
  var seal: String {
    let text = people.map { one in
      "\(one.post) \(one.seesDossier.rawValue) \(one.works.rawValue) +\(one.gained) =\(one.known) -\(one.lost) \(one.kept)"
    }.joined(separator: "\n")
    return FileHash(of: Data(text.utf8)).text
  }
}

extension RecordReference {
  static let dossierFileCode = "dossierFile"

  /// A file of a dossier's own, where it is named among documents.
  static func dossierFile(_ id: DossierItem.ID) -> RecordReference {
    RecordReference(code: dossierFileCode, number: id.number)
  }
}
