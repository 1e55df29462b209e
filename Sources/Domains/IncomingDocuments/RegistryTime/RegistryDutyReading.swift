import Database
import Kernel
import Organization

extension RegistryDuty {
  /// As the agency's calendar and rules are now.
  package init(of agency: AgencyID, in transaction: any Transaction) throws {
    calendar = try AgencyCalendarStore(transaction).calendar(of: agency)
    alarm = try DeadlineRulesStore(transaction).rules(of: agency).alarm
  }
}
