import Database
import Kernel
import Organization

/// To whom work is given, as chosen in a form: a unit or a post.
package enum HolderChoice: Hashable, Sendable {
  case unit(UnitID)
  case post(PostID)

  /// `u2048` or `p2048`; nil for anything else.
  package init?(_ text: String) {
    let key = String(text.dropFirst())
    switch text.first {
    case "u":
      guard let unit = UnitID(key) else { return nil }
      self = .unit(unit)
    case "p":
      guard let post = PostID(key) else { return nil }
      self = .post(post)
    default: return nil
    }
  }

  package var text: String {
    switch self {
    case .unit(let id): "u\(id)"
    case .post(let id): "p\(id)"
    }
  }

  /// Who that is today within the agency; refuses units and posts of other agencies, closed ones, and a unit in which
  /// nobody would see the work.
  package func holder(in agency: AgencyID, _ transaction: any Transaction) throws -> WorkHolder {
    let store = OrganizationStore(transaction)
    let today = transaction.now.day
    switch self {
    case .unit(let id):
      let unit = try store.unit(id)
      guard unit.agency == agency, unit.isOpen(on: today) else { throw Self.elsewhere }
      let receives = try store.posts(in: id).contains { !$0.roles.isDisjoint(with: [.unitHead, .unitClerk]) }
      guard receives else {
        throw Refusal(
          .invalid, "«\(unit.name)» chưa có lãnh đạo hoặc văn thư đơn vị nên chưa nhận việc được. Hãy giao cho cá nhân."
        )
      }
      return WorkHolder(.unit(id), name: unit.name, unit: id, agency: agency)
    case .post(let id):
      let post = try store.post(id)
      guard post.agency == agency, post.isHeld(on: today) else { throw Self.elsewhere }
      return WorkHolder(.post(id), name: "\(post.personName), \(post.title)", unit: post.unit, agency: agency)
    }
  }

  private static let elsewhere = Refusal(
    .invalid, "Chỉ giao việc được cho đơn vị, cá nhân đang hoạt động trong cùng cơ quan.")
}
