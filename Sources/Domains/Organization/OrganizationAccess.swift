import Kernel

/// Who may change the body's structure: the administrator of an agency, for it and for everything below it.
package enum OrganizationAccess {
  /// `path` is the agency and its superiors (`OrganizationStore.path`).
  package static func mayAdminister(path: [AgencyID], _ actor: Actor) -> Bool {
    actor.isAdministrator && path.contains(actor.agency)
  }

  /// Tiers are shared by the whole body: only an administrator at its top changes them.
  package static func mayChangeTiers(topAgencies: [AgencyID], _ actor: Actor) -> Bool {
    actor.isAdministrator && topAgencies.contains(actor.agency)
  }
}
