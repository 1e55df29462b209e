import Kernel
import Organization

/// Who may look after an account: an administrator of every agency in which its person is kept or holds a post.
///
/// Otherwise the administrator of a small agency could give a new password to an administrator of the whole body.
package enum AccountAccess {
  /// `paths`: for each of those agencies, itself and its superiors.
  package static func mayAdminister(paths: [[AgencyID]], _ actor: Actor) -> Bool {
    !paths.isEmpty && paths.allSatisfy { OrganizationAccess.mayAdminister(path: $0, actor) }
  }
}
