import Access
import Database
import Kernel
import Organization
import SearchIndex
import TestSupport
import Testing
import Work

@testable import Dossiers

/// What a change of rights is said to do is what it does: for generated dossiers, participants, work and changes, and for
/// every person of the cast, in lists, on pages and in search.
@Suite("PL6-33 quyền dự báo đúng bằng quyền thật") struct RightsForecastTests {
  private static let people = Cast.everybody.filter { $0.agency == Cast.officerInCharge.agency }
  private static let holders: [Principal] =
    people.map { .post($0.post) }
    + Set(people.filter { !$0.roles.isDisjoint(with: [.unitHead, .unitClerk]) }.map(\.unit)).sorted().map { .unit($0) }

  /// What one person sees of a dossier and of all letters, by each way there is.
  private struct Sight: Equatable {
    var records: Set<RecordReference>
    var works: Bool?
    /// Documents that the dossier itself shows them.
    var shown: Set<RecordReference>
  }

  private static func sight(
    of actor: Kernel.Actor, _ dossier: Dossier.ID, _ records: [RecordReference], in transaction: any Transaction
  ) throws -> Sight {
    let seen = try Access.seen(records, by: actor, in: transaction)
    let listed = try DossierListStore(transaction).list(.init(scope: .all), limit: 100, by: actor)
    #expect(listed.contains { $0.id == dossier } == seen.contains(.dossier(dossier)))
    let told = try flows.directory.summaries(of: records, visibleTo: actor, in: transaction)
    #expect(Set(told.keys) == seen, "\(actor.personName): trang")
    let found = try SearchIndex.search(SearchQuery("kiem ke tru luong"), to: actor, in: transaction).hits.map(\.record)
    #expect(Set(found).intersection(records) == seen, "\(actor.personName): tìm")
    let lines = try Access.lines(of: records, in: transaction)
    let held = Set(actor.principals)
    let shown = records.filter {
      lines[$0, default: []].contains { $0.source == .dossier(dossier) && held.contains($0.principal) }
    }
    let standing =
      seen.contains(.dossier(dossier))
      ? try FoundDossier.find(dossier, by: actor, in: transaction).standing : nil
    return Sight(
      records: seen, works: standing.map { [.maker, .unitHead, .contributor].contains($0) }, shown: Set(shown))
  }

  private static func wanted(
    _ found: FoundDossier, _ items: [DossierItem], _ dice: inout FilingDice
  ) -> WantedRights? {
    let (someone, item) = (found.participants.randomElement(using: &dice), items.randomElement(using: &dice))
    switch Int.random(in: 0..<10, using: &dice) {
    case 0..<4:
      return holders.randomElement(using: &dice).map {
        .add($0, as: Bool.random(using: &dice) ? .reader : .contributor)
      }
    case 4..<6: return someone.map { .role($0.holder, $0.role == .reader ? .contributor : .reader) }
    case 6..<8: return someone.map { .end($0.holder) }
    default: return item.map { $0.isKeptBack ? .show($0.id) : .keepBack($0.id) }
    }
  }

  @Test(arguments: [1, 2, 3] as [UInt64]) func holds(seed: UInt64) async throws {
    try await withFiling { database in
      var dice = FilingDice(state: seed)
      var letters: [RecordReference] = []
      for number in 1...5 { letters.append(try await database.letter("\(number)")) }
      // Two dossiers share documents, and some people have some of them through work.
      let first = try await database.open(.example("Kiểm kê trữ lượng thứ nhất"), records: Array(letters[0..<4]))
      let second = try await database.open(.example("Kiểm kê trữ lượng thứ hai"), records: Array(letters[2..<5]))
      for letter in letters {
        for holder in Self.holders where Int.random(in: 0..<8, using: &dice) == 0 {
          try await database.write {
            try Access.grant([holder], to: letter, reason: .work, source: .workItem(WorkItem.ID(77)), in: $0)
          }
        }
      }
      var (changed, refused) = (0, 0)
      for _ in 0..<30 {
        let dossier = Bool.random(using: &dice) ? first.id : second.id
        let (found, items) = try await database.read {
          (
            try FoundDossier.find(dossier, by: Cast.officerInCharge, in: $0),
            try DossierItemStore($0).list(of: dossier, limit: 10)
          )
        }
        guard let wanted = Self.wanted(found, items, &dice) else { continue }
        let records = [.dossier(dossier)] + letters
        do {
          try await database.write { try Self.proves(dossier, wanted, records, in: $0) }
          changed += 1
        } catch is Refusal { refused += 1 }
      }
      #expect(changed > 12, "\(changed) changes, \(refused) refused")
    }
  }

  /// Forecast, then done, then looked at anew.
  private static func proves(
    _ dossier: Dossier.ID, _ wanted: WantedRights, _ records: [RecordReference], in transaction: any Transaction
  ) throws {
    let found = try FoundDossier.find(dossier, by: Cast.unitHead, in: transaction)
    let name = try wanted.subject(in: found, flows.directory, by: Cast.unitHead, in: transaction)
    let forecast = try RightsForecast.read(found, wanted, name: name, in: transaction)
    let before = try people.map { try sight(of: $0, dossier, records, in: transaction) }
    try changeRights(of: dossier, wanted, in: transaction)
    let after = try people.map { try sight(of: $0, dossier, records, in: transaction) }
    for (index, actor) in people.enumerated() {
      let (was, now) = (before[index], after[index])
      let said = forecast.people.first { $0.post == actor.post }
      let label = "\(actor.personName): \(wanted)"
      let letters = { (sight: Set<RecordReference>) in sight.filter { $0 != .dossier(dossier) } }
      #expect(Set(said?.gained ?? []) == letters(now.records.subtracting(was.records)), "thêm, \(label)")
      #expect(Set(said?.lost ?? []) == letters(was.records.subtracting(now.records)), "mất, \(label)")
      let known = letters(now.shown.subtracting(was.shown).intersection(was.records))
      #expect(Set(said?.known ?? []) == known, "đã xem từ trước, \(label)")
      let kept = letters(was.shown.subtracting(now.shown).intersection(now.records))
      #expect(Set(said?.kept.map(\.record) ?? []) == kept, "vẫn xem, \(label)")
      #expect(said?.kept.allSatisfy { !$0.reasons.isEmpty } ?? true)
      let turn = RightsForecast.Turn(
        from: was.records.contains(.dossier(dossier)), to: now.records.contains(.dossier(dossier)))
      #expect(said?.seesDossier == turn || (said == nil && !turn.isChange), "hồ sơ, \(label)")
      let works = RightsForecast.Turn(from: was.works ?? false, to: now.works ?? false)
      #expect(said?.works == works || (said == nil && !works.isChange), "cùng lập, \(label)")
    }
  }
}
