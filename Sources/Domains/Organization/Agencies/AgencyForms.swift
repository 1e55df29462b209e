import Kernel
import Markup

/// The forms about agencies.
enum AgencyForms {
  static func add(
    under parent: Agency, tiers: [AgencyTier], today: Day, input: FormInput, seal: FormSeal
  ) -> OrganizationFormPage {
    OrganizationFormPage(
      "Thêm cơ quan trực thuộc \(parent.name)",
      explanation: "Cơ quan trực thuộc có con dấu, văn thư và sổ riêng. Không có con dấu thì thêm đơn vị.",
      action: OrganizationPaths.childAgencies(parent.id),
      fields: [
        OrganizationFields.name("Tên cơ quan"),
        Field("Tên gọi tắt", name: "ten-tat", lengthMax: Typed.nameLengthMax, width: .half),
      ] + details(tiers: tiers, placeName: parent.placeName) + codes() + [
        OrganizationFields.day("Hoạt động từ ngày", value: today)
      ],
      label: "Thêm cơ quan", back: OrganizationPaths.agency(parent.id), tab: .structure, input: input, seal: seal)
  }

  static func rename(_ agency: Agency, today: Day, input: FormInput, seal: FormSeal) -> OrganizationFormPage {
    OrganizationFormPage(
      "Đổi tên \(agency.name)",
      explanation: "Tên mới dùng từ ngày áp dụng; văn bản trước ngày đó vẫn ghi tên cũ.",
      action: OrganizationPaths.agencyName(agency.id),
      fields: [
        OrganizationFields.name("Tên mới", value: agency.name),
        Field(
          "Tên gọi tắt", name: "ten-tat", value: agency.shortName == agency.name ? "" : agency.shortName, width: .half),
        OrganizationFields.day("Áp dụng từ ngày", value: today),
      ],
      label: "Đổi tên", back: OrganizationPaths.agency(agency.id), tab: .structure, input: input, seal: seal)
  }

  static func change(
    _ agency: Agency, tiers: [AgencyTier], input: FormInput, seal: FormSeal
  ) -> OrganizationFormPage {
    OrganizationFormPage(
      "Sửa thông tin \(agency.name)",
      explanation: "Tên và mã định danh có ngày áp dụng nên sửa ở biểu mẫu riêng.",
      action: OrganizationPaths.agencyDetails(agency.id),
      fields: details(
        tiers: tiers, tier: agency.tier, abbreviation: agency.abbreviation, placeName: agency.placeName,
        outsideSuperior: agency.outsideSuperiorName, sortOrder: agency.sortOrder),
      label: "Lưu", back: OrganizationPaths.agency(agency.id), tab: .structure, input: input, seal: seal)
  }

  static func identify(_ agency: Agency, today: Day, input: FormInput, seal: FormSeal) -> OrganizationFormPage {
    OrganizationFormPage(
      "Mã định danh của \(agency.name)",
      explanation: "Mã mới dùng từ ngày áp dụng; mã trước đó vẫn giữ trong danh sách.",
      action: OrganizationPaths.agencyIdentifiers(agency.id),
      fields: codes(agency.organIdentifier ?? "", agency.legacyOrganCode ?? "") + [
        OrganizationFields.day("Áp dụng từ ngày", value: today)
      ],
      label: "Lưu mã", back: OrganizationPaths.agency(agency.id), tab: .structure, input: input, seal: seal)
  }

  static func close(
    _ agency: Agency, obstacles: [String], today: Day, input: FormInput, seal: FormSeal
  ) -> OrganizationFormPage {
    var page = OrganizationFormPage(
      "Ghi \(agency.name) thôi hoạt động",
      explanation: "Sổ, số và văn bản của cơ quan vẫn còn nguyên; không vào sổ thêm được nữa.",
      action: OrganizationPaths.agencyClosing(agency.id),
      fields: [OrganizationFields.day("Thôi hoạt động từ ngày", value: today)], label: "Ghi thôi hoạt động",
      back: OrganizationPaths.agency(agency.id), tab: .structure, input: input, seal: seal)
    page.obstacles = input.isRefused ? [] : obstacles
    page.isGrave = true
    return page
  }

  private static func details(
    tiers: [AgencyTier], tier: AgencyTierID? = nil, abbreviation: String = "", placeName: String = "",
    outsideSuperior: String = "", sortOrder: Int = 100
  ) -> [Field] {
    let choices = [Field.Choice("", "Chọn cấp…")] + tiers.map { Field.Choice($0.id.description, $0.name) }
    return [
      Field(
        "Cấp", name: "cap", value: tier?.description ?? "", kind: .select(choices), required: true, width: .third),
      OrganizationFields.abbreviation(abbreviation, hint: "Dùng trong ký hiệu văn bản, ví dụ TCĐC."),
      Field(
        "Địa danh", name: "dia-danh", value: placeName, hint: "Ghi trước ngày tháng trên văn bản.", required: true,
        lengthMax: 100, width: .third),
      Field(
        "Cơ quan chủ quản ngoài hệ thống", name: "chu-quan", value: outsideSuperior,
        hint: "Chỉ ghi khi cơ quan chủ quản trực tiếp không có trong hệ thống này.", lengthMax: Typed.nameLengthMax,
        width: .half),
      OrganizationFields.sortOrder(sortOrder),
    ]
  }

  private static func codes(_ organIdentifier: String = "", _ legacyCode: String = "") -> [Field] {
    [
      Field(
        "Mã định danh", name: "ma-dinh-danh", value: organIdentifier, hint: "Theo Quyết định 20/2020, ví dụ G13.05.02.",
        lengthMax: 35, width: .half),
      Field(
        "Mã theo quy định cũ", name: "ma-cu", value: legacyCode, hint: "13 ký tự, ví dụ 000.00.05.G13.", lengthMax: 13,
        width: .half),
    ]
  }
}
