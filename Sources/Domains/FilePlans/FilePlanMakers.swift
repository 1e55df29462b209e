import Database
import Kernel
import Organization

/// Who can be named as the maker of a dossier in an agency today: its units, and the people in them.
struct FilePlanMakers {
  let units: [OrganizationalUnit]
  let posts: [Post]

  init(of agency: AgencyID, in transaction: any Transaction) throws {
    let organization = OrganizationStore(transaction)
    units = try organization.units(of: agency)
    posts = try organization.posts(of: agency)
  }

  /// What became of somebody who was named.
  enum Standing: Equatable {
    case here
    /// The post is held no longer; the unit is still there.
    case left(OrganizationalUnit)
    case unitClosed
  }

  func standing(of maker: FilePlanMaker) -> Standing {
    if let post = maker.post, posts.contains(where: { $0.id == post }) { return .here }
    guard let unit = units.first(where: { $0.id == maker.unit }) else { return .unitClosed }
    return maker.post == nil ? .here : .left(unit)
  }

  /// Whether the one named is still there.
  func isHere(_ maker: FilePlanMaker) -> Bool { standing(of: maker) == .here }

  /// The same with today's name and unit.
  func renewed(_ known: FilePlanMaker) -> FilePlanMaker {
    if let post = posts.first(where: { $0.id == known.post }) { return maker(post) }
    return units.first { $0.id == known.unit }.map(maker) ?? known
  }

  func maker(_ unit: OrganizationalUnit) -> FilePlanMaker { FilePlanMaker(unit: unit.id, name: unit.name) }

  func maker(_ post: Post) -> FilePlanMaker {
    FilePlanMaker(unit: post.unit, post: post.id, name: post.personName)
  }

  /// As a form carries it: «dv-105», «cd-1009»; nil for nobody here.
  func maker(chosen value: String) -> FilePlanMaker? {
    if value.hasPrefix(Self.unitPrefix) {
      return units.first { "\($0.id)" == value.dropFirst(Self.unitPrefix.count) }.map(maker)
    }
    guard value.hasPrefix(Self.postPrefix) else { return nil }
    return posts.first { "\($0.id)" == value.dropFirst(Self.postPrefix.count) }.map(maker)
  }

  static let unitPrefix = "dv-"
  static let postPrefix = "cd-"

  static func value(_ maker: FilePlanMaker) -> String {
    maker.post.map { "\(postPrefix)\($0)" } ?? "\(unitPrefix)\(maker.unit)"
  }
}
