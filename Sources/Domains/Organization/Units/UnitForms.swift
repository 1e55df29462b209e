import Kernel
import Markup

/// The forms about units.
enum UnitForms {
  static func add(
    to agency: Agency, units: [OrganizationalUnit], today: Day, input: FormInput, seal: FormSeal
  ) -> OrganizationFormPage {
    OrganizationFormPage(
      "Thêm đơn vị vào \(agency.name)",
      explanation: "Đơn vị không có con dấu riêng; văn bản của đơn vị đi qua văn thư cơ quan.",
      action: OrganizationPaths.units(agency.id),
      fields: [OrganizationFields.name("Tên đơn vị")] + details(units: units) + [
        OrganizationFields.day("Hoạt động từ ngày", value: today)
      ],
      label: "Thêm đơn vị", back: OrganizationPaths.agency(agency.id), tab: .structure, input: input, seal: seal)
  }

  static func rename(_ unit: OrganizationalUnit, today: Day, input: FormInput, seal: FormSeal) -> OrganizationFormPage {
    OrganizationFormPage(
      "Đổi tên \(unit.name)", explanation: "Tên mới dùng từ ngày áp dụng; văn bản trước ngày đó vẫn ghi tên cũ.",
      action: OrganizationPaths.unitName(unit.id),
      fields: [
        OrganizationFields.name("Tên mới", value: unit.name), OrganizationFields.day("Áp dụng từ ngày", value: today),
      ],
      label: "Đổi tên", back: OrganizationPaths.unit(unit.id), tab: .structure, input: input, seal: seal)
  }

  static func change(
    _ unit: OrganizationalUnit, units: [OrganizationalUnit], input: FormInput, seal: FormSeal
  ) -> OrganizationFormPage {
    OrganizationFormPage(
      "Sửa thông tin \(unit.name)", explanation: "Tên có ngày áp dụng nên sửa ở biểu mẫu riêng.",
      action: OrganizationPaths.unitDetails(unit.id),
      fields: details(units: units.filter { $0.id != unit.id }, of: unit),
      label: "Lưu", back: OrganizationPaths.unit(unit.id), tab: .structure, input: input, seal: seal)
  }

  static func close(
    _ unit: OrganizationalUnit, obstacles: [String], today: Day, input: FormInput, seal: FormSeal
  ) -> OrganizationFormPage {
    var page = OrganizationFormPage(
      "Ghi \(unit.name) thôi hoạt động", explanation: "Văn bản, việc và tên của đơn vị vẫn còn nguyên.",
      action: OrganizationPaths.unitClosing(unit.id),
      fields: [OrganizationFields.day("Thôi hoạt động từ ngày", value: today)], label: "Ghi thôi hoạt động",
      back: OrganizationPaths.unit(unit.id), tab: .structure, input: input, seal: seal)
    page.obstacles = input.isRefused ? [] : obstacles
    page.isGrave = true
    return page
  }

  private static func details(units: [OrganizationalUnit], of unit: OrganizationalUnit? = nil) -> [Field] {
    [
      Field(
        "Loại đơn vị", name: "loai", value: (unit?.kind ?? .department).rawValue,
        kind: .select(UnitKind.allCases.map { Field.Choice($0.rawValue, $0.label) }), width: .third),
      OrganizationFields.abbreviation(unit?.abbreviation ?? "", hint: "Dùng trong ký hiệu văn bản, ví dụ KS."),
      Field(
        "Thuộc đơn vị", name: "thuoc-don-vi", value: unit?.parent?.description ?? "",
        kind: .select(
          [Field.Choice("", "(trực thuộc cơ quan)")] + units.map { Field.Choice($0.id.description, $0.name) }),
        width: .third),
      OrganizationFields.sortOrder(unit?.sortOrder ?? 100),
    ]
  }
}
