import Kernel
import Testing
import Work

@testable import Handovers
@testable import Organization

/// Who may hand over what an officer of the minerals unit owns, and who may read of it afterwards.
@Suite("HS-11 AN-08 ai bàn giao được, ai xem được") struct HandoverAccessTests {
  private static let owner = Cast.officerInCharge

  private static func post(of actor: Kernel.Actor) -> Post {
    Post(
      id: actor.post, person: actor.person, personName: actor.personName, unit: actor.unit, unitName: actor.unitName,
      agency: actor.agency, agencyName: actor.agencyName, title: actor.postTitle, roles: actor.roles, sortOrder: 1,
      startedOn: ExampleBody.start, endedOn: nil, version: 1)
  }

  private static func handover(by presser: Kernel.Actor) -> Handover {
    Handover(
      id: Handover.ID(1), agency: owner.agency, agencyName: owner.agencyName, person: owner.person,
      personName: owner.personName, reason: .transfer, note: "", account: presser.account, post: presser.post,
      askedBy: presser.titleOnRecord, askedAt: Instant(ExampleBody.start))
  }

  @Test("of the whole cast: the owner, the head of their unit, their administrator") func mayHandOver() {
    let path = [ExampleBody.generalDepartment]
    let may = Cast.everybody.filter { HandoverAccess.mayHandOver(Self.post(of: Self.owner), path: path, $0) }
    #expect(may.map(\.post) == [Cast.administrator.post, Cast.unitHead.post, Self.owner.post])
  }

  @Test("an administrator above hands over for an agency below, not the other way round") func levels() {
    let below = Self.post(of: Cast.officerOfAnotherAgency)
    let path = [ExampleBody.northernDepartment, ExampleBody.generalDepartment]
    #expect(HandoverAccess.mayHandOver(below, path: path, Cast.administrator))
    #expect(HandoverAccess.mayHandOver(below, path: path, Cast.administratorOfAnotherAgency))
    #expect(
      !HandoverAccess.mayHandOver(
        Self.post(of: Self.owner), path: [ExampleBody.generalDepartment], Cast.administratorOfAnotherAgency))
  }

  @Test(
    "each state of a line × each member of the cast: who reads words as a side of it",
    arguments: HandoverLine.Outcome.allCases)
  func parties(outcome: HandoverLine.Outcome) {
    var line = HandoverLine(
      position: 1, kind: "work.incoming", kindTitle: "", key: 1, from: Self.owner.post, fromName: "",
      to: Cast.unitClerk.post, toName: "", record: nil, codeText: "", subject: "", dueAt: nil, stateText: "", path: "")
    line.outcome = outcome
    let handover = Self.handover(by: Cast.administrator)
    let parties = Cast.everybody.filter { HandoverAccess.isParty(line, of: handover, $0) }.map(\.post)
    let wanted = outcome == .done ? [Self.owner.post, Cast.unitClerk.post] : [Self.owner.post]
    #expect(parties == wanted)
  }

  @Test("who sees that it was handed over: the sides, who pressed, who might have") func seen() {
    let handover = Self.handover(by: Cast.administrator)
    let givers = [(post: Self.post(of: Self.owner), path: [ExampleBody.generalDepartment])]
    let seen = Cast.everybody.filter {
      HandoverAccess.maySee(handover, givers: givers, receivers: [Cast.officerOfAnotherUnit.post], $0)
    }
    #expect(
      seen.map(\.post) == [
        Cast.administrator.post, Cast.unitHead.post, Self.owner.post, Cast.officerOfAnotherUnit.post,
      ])
  }

  @Test("in the place of a post one sees what it sees, without rights over the system, under both names") func inPlace()
  {
    let actor = Kernel.Actor.inPlace(ofHolderOf: Self.post(of: Cast.administratorOfAnotherAgency), Cast.administrator)
    #expect(actor.post == Cast.administratorOfAnotherAgency.post && !actor.isAdministrator && actor.isHeadOfOffice)
    #expect(actor.nameOnRecord == "Phan Anh Tuấn (thay Hứa Đình Khôi, Chánh Văn phòng)")
    #expect(actor.account == Cast.administrator.account)
    #expect(Kernel.Actor.inPlace(ofHolderOf: Self.post(of: Self.owner), Self.owner) == Self.owner)
  }
}
