import Database
import WebApp

/// The audit trail as a part of the product. It has no screens of its own: stories stand on the pages of records.
package struct AuditModule: DomainModule {
  package init() {}

  package var migrations: [Migration] { AuditMigrations.all }
}
