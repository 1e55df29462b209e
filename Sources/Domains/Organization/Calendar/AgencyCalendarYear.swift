import Kernel
import WorkCalendar

/// One year of an agency's calendar (lịch làm việc), with where it comes from.
package struct AgencyCalendarYear: Sendable, Equatable {
  /// Where an agency has a year from.
  package enum Origin: Sendable, Equatable {
    /// Entered by this agency.
    case own
    /// A superior entered it.
    case superior(AgencyID)
    /// Nobody entered it: the known notices, else the Labour Code's rules.
    case rules
  }

  package var year: CalendarYear
  package var origin: Origin
  /// Number of the notice it follows: «12729/VPCP-KGVX».
  package var notice: String
  /// 0 while the agency has no year of its own.
  package var version: Int

  var isOwn: Bool { origin == .own }
}
