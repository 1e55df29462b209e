import Audit
import Kernel

extension RecordReference {
  package static func agency(_ id: AgencyID) -> Self { RecordReference(code: "agency", number: id.number) }
  package static func agencyTier(_ id: AgencyTierID) -> Self { RecordReference(code: "agencyTier", number: id.number) }
  package static func unit(_ id: UnitID) -> Self { RecordReference(code: "unit", number: id.number) }
  package static func person(_ id: PersonID) -> Self { RecordReference(code: "person", number: id.number) }
  package static func post(_ id: PostID) -> Self { RecordReference(code: "post", number: id.number) }
}

extension AuditEvent {
  static func agencyAdded(_ name: String) -> Self {
    AuditEvent(code: "agency.added", sentence: "thêm cơ quan «\(name)»")
  }
  static func agencyChanged(_ name: String) -> Self {
    AuditEvent(code: "agency.changed", sentence: "sửa thông tin cơ quan «\(name)»")
  }
  static func agencyRenamed(_ name: String, from day: Day) -> Self {
    AuditEvent(code: "agency.renamed", sentence: "đặt tên cơ quan là «\(name)» từ ngày \(day.text)")
  }
  static func agencyIdentified(from day: Day) -> Self {
    AuditEvent(code: "agency.identified", sentence: "đặt mã định danh cơ quan từ ngày \(day.text)")
  }
  static func agencyClosed(_ name: String, on day: Day) -> Self {
    AuditEvent(code: "agency.closed", sentence: "ghi cơ quan «\(name)» thôi hoạt động từ ngày \(day.text)")
  }
  static func tierAdded(_ name: String) -> Self {
    AuditEvent(code: "agencyTier.added", sentence: "thêm cấp cơ quan «\(name)»")
  }
  static func tierRenamed(_ name: String) -> Self {
    AuditEvent(code: "agencyTier.renamed", sentence: "đổi tên cấp cơ quan thành «\(name)»")
  }
  static func unitAdded(_ name: String) -> Self { AuditEvent(code: "unit.added", sentence: "thêm đơn vị «\(name)»") }
  static func unitChanged(_ name: String) -> Self {
    AuditEvent(code: "unit.changed", sentence: "sửa thông tin đơn vị «\(name)»")
  }
  static func unitRenamed(_ name: String, from day: Day) -> Self {
    AuditEvent(code: "unit.renamed", sentence: "đặt tên đơn vị là «\(name)» từ ngày \(day.text)")
  }
  static func unitClosed(_ name: String, on day: Day) -> Self {
    AuditEvent(code: "unit.closed", sentence: "ghi đơn vị «\(name)» thôi hoạt động từ ngày \(day.text)")
  }
  static func personAdded(_ name: String) -> Self { AuditEvent(code: "person.added", sentence: "thêm người «\(name)»") }
  static func personChanged(_ name: String) -> Self {
    AuditEvent(code: "person.changed", sentence: "sửa thông tin của \(name)")
  }
  static func personRenamed(_ name: String, from day: Day) -> Self {
    AuditEvent(code: "person.renamed", sentence: "ghi họ tên là «\(name)» từ ngày \(day.text)")
  }
  static func postOpened(_ label: String, person: String, from day: Day) -> Self {
    AuditEvent(code: "post.opened", sentence: "giao chức danh «\(label)» cho \(person) từ ngày \(day.text)")
  }
  static func postChanged(_ label: String, person: String) -> Self {
    AuditEvent(code: "post.changed", sentence: "sửa chức danh «\(label)» của \(person)")
  }
  static func postRolesChanged(_ label: String, person: String) -> Self {
    AuditEvent(code: "post.rolesChanged", sentence: "đổi quyền của chức danh «\(label)» (\(person))")
  }
  static func postClosed(_ label: String, person: String, on day: Day) -> Self {
    AuditEvent(code: "post.closed", sentence: "ghi \(person) thôi giữ chức danh «\(label)» từ ngày \(day.text)")
  }
}
