import Kernel

/// Why a record is shown to a principal.
package enum AccessReason: String, Sendable, CaseIterable {
  /// The agency registered, issued or made it.
  case registered
  /// Asked to handle it: lead, coordinating, opinion, signature.
  case work
  /// Sent to them to know.
  case inform
  /// It lies in a dossier they take part in.
  case dossier
  /// They take part in the dossier.
  case takesPart
  /// They look after the filing of the agency or of their unit.
  case filing
  /// They stand in for someone who sees it.
  case delegation
  /// They wrote it.
  case author
  /// It was made because they asked for it.
  case asked
  /// It lies in a dossier that was handed to the archive.
  case archive

  /// Ends the sentence «… xem được vì …».
  package var label: String {
    switch self {
    case .registered: "văn bản nằm trong sổ của cơ quan"
    case .work: "được giao xử lý"
    case .inform: "được chuyển để biết"
    case .dossier: "tham gia hồ sơ có văn bản này"
    case .takesPart: "tham gia hồ sơ này"
    case .filing: "theo dõi việc lập hồ sơ"
    case .delegation: "được ủy quyền"
    case .author: "là người soạn, người lập"
    case .asked: "là người đề nghị"
    case .archive: "nằm trong hồ sơ nộp lưu trữ"
    }
  }
}

/// One line of the access table: a principal may see a record, for a reason.
///
/// `source` tells grants to the same principal apart (the work item, the dossier that gave it): taking one back
/// leaves the others.
package struct Grant: Hashable, Sendable {
  package var principal: Principal
  package var reason: AccessReason
  package var source: RecordReference?

  package init(_ principal: Principal, reason: AccessReason, source: RecordReference? = nil) {
    self.principal = principal
    self.reason = reason
    self.source = source
  }

  /// What registering gives: the registry clerks, leaders and head of office of the agency see each of its documents.
  package static func registry(of agency: AgencyID) -> [Grant] {
    Principal.AgencyRole.registry.map { Grant(.agencyRole(agency, $0), reason: .registered) }
  }
}
