import Kernel
import Markup

/// The forms about posts.
enum PostForms {
  /// `units`: every unit the actor may fill, with the agency's name before it.
  static func open(
    for person: Person, units: [(id: UnitID, label: String)], today: Day, input: FormInput, seal: FormSeal
  ) -> OrganizationFormPage {
    var page = OrganizationFormPage(
      "Giao chức danh cho \(person.fullName)",
      explanation: "Một người có thể giữ nhiều chức danh; mỗi việc làm ghi rõ với tư cách nào.",
      action: OrganizationPaths.personPosts(person.id),
      fields: [
        Field(
          "Đơn vị", name: "don-vi",
          kind: .select([Field.Choice("", "Chọn đơn vị…")] + units.map { Field.Choice($0.id.description, $0.label) }),
          required: true, focus: true),
        title(), OrganizationFields.sortOrder(), OrganizationFields.day("Giữ từ ngày", value: today),
      ],
      label: "Giao chức danh", back: OrganizationPaths.person(person.id), tab: .people, input: input, seal: seal)
    page.more = OrganizationFields.roles([.officer], input)
    return page
  }

  static func change(_ post: Post, input: FormInput, seal: FormSeal) -> OrganizationFormPage {
    OrganizationFormPage(
      "Sửa chức danh \(post.label)",
      explanation: "Chuyển đơn vị hoặc chuyển người thì ghi thôi giữ chức danh này và giao chức danh mới.",
      action: OrganizationPaths.postDetails(post.id),
      fields: [title(post.title), OrganizationFields.sortOrder(post.sortOrder)],
      label: "Lưu", back: OrganizationPaths.post(post.id), tab: .people, input: input, seal: seal)
  }

  static func roles(_ post: Post, input: FormInput, seal: FormSeal) -> OrganizationFormPage {
    var page = OrganizationFormPage(
      "Quyền của \(post.personName), \(post.label)",
      explanation: "Có hiệu lực ngay ở lần bấm tiếp theo của người này.", action: OrganizationPaths.postRoles(post.id),
      fields: [], label: "Lưu quyền", back: OrganizationPaths.post(post.id), tab: .people, input: input, seal: seal)
    page.more = OrganizationFields.roles(post.roles, input)
    return page
  }

  static func close(
    _ post: Post, obstacles: [String], today: Day, input: FormInput, seal: FormSeal
  ) -> OrganizationFormPage {
    var page = OrganizationFormPage(
      "Ghi \(post.personName) thôi giữ chức danh \(post.title)",
      explanation: "Từ ngày này quyền của chức danh không còn; việc đã làm vẫn ghi tên người đã làm.",
      action: OrganizationPaths.postClosing(post.id),
      fields: [OrganizationFields.day("Thôi giữ từ ngày", name: "thoi-tu-ngay", value: today)],
      label: "Ghi thôi giữ", back: OrganizationPaths.post(post.id), tab: .people, input: input, seal: seal)
    page.isGrave = true
    page.obstacles = obstacles
    if !obstacles.isEmpty {
      page.more = """
        <p>\(Button("Bàn giao khi nghỉ, chuyển công tác", path: LeavingPaths.of(post.person)).html)</p>
        """
    }
    return page
  }

  private static func title(_ value: String = "") -> Field {
    Field(
      "Chức danh", name: "chuc-danh", value: value, hint: "Ví dụ: Vụ trưởng, Chuyên viên chính.", required: true,
      lengthMax: Typed.nameLengthMax, width: .half)
  }
}
