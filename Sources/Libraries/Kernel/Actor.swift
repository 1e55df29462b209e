/// What a post is trusted with. A post may have several.
package enum Role: String, Sendable, CaseIterable, Codable {
  case registryClerk, leader, headOfOffice, unitHead, unitClerk, officer, archivist, administrator

  /// The Vietnamese term.
  package var label: String {
    switch self {
    case .registryClerk: "Văn thư cơ quan"
    case .leader: "Lãnh đạo"
    case .headOfOffice: "Chánh văn phòng"
    case .unitHead: "Lãnh đạo đơn vị"
    case .unitClerk: "Văn thư đơn vị"
    case .officer: "Chuyên viên"
    case .archivist: "Lưu trữ"
    case .administrator: "Quản trị"
    }
  }
}

/// Who acts: a person through a post (a person in a unit with a title), from an address.
///
/// Names are those of the moment; the audit keeps them, so an old line shows the old name.
package struct Actor: Sendable, Equatable {
  package var account: AccountID
  package var person: PersonID
  package var personName: String
  package var post: PostID
  package var postTitle: String
  package var unit: UnitID
  package var unitName: String
  package var agency: AgencyID
  package var agencyName: String
  package var roles: Set<Role>
  /// The absent person for whom this one stands in, if any (name as shown).
  package var onBehalfOf: String?
  /// Network address of the client.
  package var address: String

  package init(
    account: AccountID, person: PersonID, personName: String, post: PostID, postTitle: String, unit: UnitID,
    unitName: String, agency: AgencyID, agencyName: String, roles: Set<Role>, onBehalfOf: String? = nil,
    address: String
  ) {
    self.account = account
    self.person = person
    self.personName = personName
    self.post = post
    self.postTitle = postTitle
    self.unit = unit
    self.unitName = unitName
    self.agency = agency
    self.agencyName = agencyName
    self.roles = roles
    self.onBehalfOf = onBehalfOf
    self.address = address
  }

  /// As it stands on what they did: «Lê Minh Đức (thay Trần Văn Quang, Tổng cục trưởng)».
  package var nameOnRecord: String { personName + behalf }

  /// The same with the title: «Lê Minh Đức, Phó Tổng cục trưởng (thay …)».
  package var titleOnRecord: String { "\(personName), \(postTitle)\(behalf)" }

  private var behalf: String { onBehalfOf.map { " (thay \($0))" } ?? "" }

  package var isRegistryClerk: Bool { roles.contains(.registryClerk) }
  package var isLeader: Bool { roles.contains(.leader) }
  package var isHeadOfOffice: Bool { roles.contains(.headOfOffice) }
  package var isAdministrator: Bool { roles.contains(.administrator) }
}
