import Kernel
import Markup

/// The tiers of agencies this body uses, with a form to add one.
struct TiersPage {
  var tiers: [AgencyTier]
  var input: FormInput
  var seal: FormSeal

  static let title = "Cấp cơ quan"

  var html: HTML {
    """
    \(AdministrationTabs.html(current: .structure))\
    \(PageHead(Self.title, line: "Tên các cấp mà cơ quan này dùng: Tổng cục, Cục, Chi cục, Trung tâm…").html)\(input.summary)\
    <ul class="tree">\(tiers.map { "<li><a href=\"\(OrganizationPaths.tier($0.id))\">\($0.name)</a></li>" as HTML })</ul>\
    <section><h2>Thêm cấp</h2>\(form)</section>
    """
  }

  private var form: HTML {
    let fields = [
      OrganizationFields.name("Tên cấp"), OrganizationFields.sortOrder((tiers.map(\.sortOrder).max() ?? 0) + 1),
    ]
    return ActForm(
      action: OrganizationPaths.tiers, seal: seal,
      content: """
        \(FieldGroup(fields: fields.map(input.filling)).html)<div class="acts">\(Button("Thêm cấp", style: .primary).html)</div>
        """
    ).html
  }

  static func change(_ tier: AgencyTier, input: FormInput, seal: FormSeal) -> OrganizationFormPage {
    OrganizationFormPage(
      "Sửa cấp «\(tier.name)»", explanation: "Mọi cơ quan thuộc cấp này hiện tên mới.",
      action: OrganizationPaths.tier(tier.id),
      fields: [OrganizationFields.name("Tên cấp", value: tier.name), OrganizationFields.sortOrder(tier.sortOrder)],
      label: "Lưu", back: OrganizationPaths.tiers, tab: .structure, input: input, seal: seal)
  }
}
