import Kernel

/// Units of the example body.
extension ExampleBody {
  package static let leadershipUnit = UnitID(101)
  package static let office = UnitID(102)
  package static let registryUnit = UnitID(103)
  package static let technologyUnit = UnitID(104)
  package static let mineralsUnit = UnitID(105)
  package static let legalUnit = UnitID(106)
  package static let planningUnit = UnitID(107)
  package static let personnelUnit = UnitID(108)
  package static let scienceUnit = UnitID(109)
  package static let inspectorate = UnitID(110)
  package static let northernOffice = UnitID(122)

  static let units: [ExampleUnit] = [
    unit(101, 11, .leadership, "Lãnh đạo Tổng cục", "LĐ"),
    unit(102, 11, .office, "Văn phòng", "VP"),
    unit(103, 11, .division, "Phòng Hành chính – Văn thư", "HCVT", under: 102),
    unit(104, 11, .division, "Phòng Công nghệ thông tin", "CNTT", under: 102),
    unit(105, 11, .department, "Vụ Khoáng sản", "KS"),
    unit(106, 11, .department, "Vụ Pháp chế", "PC"),
    unit(107, 11, .department, "Vụ Kế hoạch – Tài chính", "KHTC"),
    unit(108, 11, .department, "Vụ Tổ chức cán bộ", "TCCB"),
    unit(109, 11, .department, "Vụ Khoa học, Công nghệ và Hợp tác quốc tế", "KHCNQT"),
    unit(110, 11, .inspectorate, "Thanh tra Tổng cục", "TTr"),
    unit(121, 12, .leadership, "Lãnh đạo Cục", "LĐ"),
    unit(122, 12, .office, "Văn phòng Cục", "VP"),
    unit(123, 12, .division, "Phòng Quản lý khoáng sản", "QLKS"),
    unit(131, 13, .leadership, "Lãnh đạo Cục", "LĐ"),
    unit(132, 13, .office, "Văn phòng Cục", "VP"),
    unit(141, 14, .leadership, "Ban Giám đốc", "GĐ"),
    unit(142, 14, .division, "Phòng Tổng hợp", "TH"),
    unit(151, 15, .leadership, "Lãnh đạo Liên đoàn", "LĐ"),
    unit(152, 15, .division, "Phòng Hành chính", "HC"),
    unit(161, 16, .leadership, "Lãnh đạo Chi cục", "LĐ"),
    unit(162, 16, .division, "Phòng Tổng hợp", "TH"),
  ]

  private static func unit(
    _ id: Int64, _ agency: Int64, _ kind: UnitKind, _ name: String, _ abbreviation: String, under parent: Int64? = nil
  ) -> ExampleUnit {
    ExampleUnit(
      id: UnitID(id), agency: AgencyID(agency), parent: parent.map { UnitID($0) }, kind: kind, name: name,
      abbreviation: abbreviation)
  }

  /// One line per post: key of the post, key of the person, name, unit, title, roles.
  static let posts: [ExamplePost] = [
    post(1001, 201, "Trần Văn Quang", 101, "Tổng cục trưởng", [.leader]),
    post(1002, 202, "Lê Minh Đức", 101, "Phó Tổng cục trưởng", [.leader]),
    post(1003, 203, "Vũ Thị Thanh Mai", 102, "Chánh Văn phòng", [.headOfOffice, .unitHead]),
    post(1004, 204, "Nguyễn Thị Hoa", 103, "Văn thư", [.registryClerk]),
    post(1005, 205, "Phạm Ngọc Lan", 103, "Văn thư", [.registryClerk]),
    post(1006, 206, "Ngô Thị Kim Liên", 103, "Lưu trữ viên", [.archivist]),
    post(1007, 207, "Phan Anh Tuấn", 104, "Quản trị hệ thống", [.administrator]),
    post(1008, 208, "Hoàng Văn Thắng", 105, "Vụ trưởng", [.unitHead]),
    post(1009, 209, "Bùi Quốc Khánh", 105, "Chuyên viên", [.officer]),
    post(1010, 210, "Đỗ Thị Hồng Nhung", 105, "Văn thư Vụ", [.unitClerk, .officer]),
    post(1011, 211, "Trịnh Công Hải", 106, "Vụ trưởng", [.unitHead]),
    post(1012, 212, "Đặng Thùy Dương", 106, "Chuyên viên", [.officer]),
    post(1013, 213, "Nguyễn Thị Ánh Tuyết", 107, "Vụ trưởng", [.unitHead]),
    post(1014, 214, "Cao Xuân Bách", 107, "Chuyên viên", [.officer]),
    post(1015, 215, "Lương Thế Hùng", 108, "Vụ trưởng", [.unitHead]),
    post(1016, 216, "Mai Thị Phương Thảo", 108, "Chuyên viên", [.officer]),
    post(1017, 217, "Dương Ngọc Sơn", 109, "Vụ trưởng", [.unitHead]),
    post(1018, 218, "Hà Thu Giang", 109, "Chuyên viên chính", [.officer]),
    post(1019, 219, "Tạ Quang Huy", 110, "Chánh Thanh tra", [.unitHead]),
    post(1101, 231, "Nông Văn Bình", 121, "Cục trưởng", [.leader]),
    post(1102, 232, "Lý Thị Hạnh", 122, "Văn thư", [.registryClerk]),
    post(1103, 233, "Ma Thị Dung", 123, "Chuyên viên", [.officer]),
    post(1104, 234, "Hứa Đình Khôi", 122, "Chánh Văn phòng", [.headOfOffice, .unitHead, .administrator]),
    post(1105, 235, "Triệu Văn Lành", 123, "Trưởng phòng", [.unitHead]),
    post(1201, 241, "Huỳnh Thanh Phong", 131, "Cục trưởng", [.leader]),
    post(1202, 242, "Võ Thị Cẩm Tú", 132, "Văn thư", [.registryClerk]),
    // One person with two posts, in two agencies.
    post(1301, 211, "Trịnh Công Hải", 141, "Phụ trách Trung tâm", [.leader]),
    post(1302, 252, "Đinh Thị Minh Nguyệt", 142, "Văn thư", [.registryClerk, .archivist]),
    post(1401, 261, "Bùi Đức Hải", 151, "Liên đoàn trưởng", [.leader]),
    post(1402, 262, "Phùng Thị Yến", 152, "Văn thư", [.registryClerk]),
    post(1501, 271, "Lò Văn Inh", 161, "Chi cục trưởng", [.leader]),
    post(1502, 272, "Quàng Thị Xuân", 162, "Văn thư", [.registryClerk, .officer]),
  ]

  private static func post(
    _ id: Int64, _ person: Int64, _ name: String, _ unit: Int64, _ title: String, _ roles: Set<Role>
  ) -> ExamplePost {
    ExamplePost(id: PostID(id), person: PersonID(person), name: name, unit: UnitID(unit), title: title, roles: roles)
  }
}
