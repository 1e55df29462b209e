import Kernel
import Markup

/// The forms about people.
enum PersonForms {
  static func add(to agency: Agency, input: FormInput, seal: FormSeal) -> OrganizationFormPage {
    OrganizationFormPage(
      "Thêm người vào \(agency.name)", explanation: "Thêm xong thì giao chức danh và tạo tài khoản.",
      action: OrganizationPaths.people(agency.id), fields: [OrganizationFields.name("Họ và tên"), staffCode()],
      label: "Thêm người", back: OrganizationPaths.people, tab: .people, input: input, seal: seal)
  }

  static func rename(_ person: Person, today: Day, input: FormInput, seal: FormSeal) -> OrganizationFormPage {
    OrganizationFormPage(
      "Đổi họ tên \(person.fullName)",
      explanation: "Tên mới dùng từ ngày áp dụng; việc đã ghi trước đó vẫn giữ tên cũ.",
      action: OrganizationPaths.personName(person.id),
      fields: [
        OrganizationFields.name("Họ và tên", value: person.fullName),
        OrganizationFields.day("Áp dụng từ ngày", value: today),
      ],
      label: "Đổi họ tên", back: OrganizationPaths.person(person.id), tab: .people, input: input, seal: seal)
  }

  static func change(
    _ person: Person, agencies: [Agency], input: FormInput, seal: FormSeal
  ) -> OrganizationFormPage {
    OrganizationFormPage(
      "Sửa thông tin \(person.fullName)", explanation: "Họ tên có ngày áp dụng nên sửa ở biểu mẫu riêng.",
      action: OrganizationPaths.personDetails(person.id),
      fields: [
        staffCode(person.staffCode ?? ""),
        Field(
          "Cơ quan quản lý", name: "co-quan", value: person.agency.description,
          kind: .select(agencies.map { Field.Choice($0.id.description, $0.name) }),
          hint: "Quản trị của cơ quan này sửa được thông tin và tài khoản.", width: .half),
      ],
      label: "Lưu", back: OrganizationPaths.person(person.id), tab: .people, input: input, seal: seal)
  }

  private static func staffCode(_ value: String = "") -> Field {
    Field("Mã cán bộ", name: "ma-can-bo", value: value, hint: "Nếu có.", lengthMax: 50, width: .third)
  }
}
