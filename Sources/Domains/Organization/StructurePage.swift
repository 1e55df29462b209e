import Kernel
import Markup

/// The tree of agencies and units that an administrator looks after.
struct StructurePage: Sendable {
  struct Node: Sendable {
    var agency: Agency
    var units: [OrganizationalUnit]
    var children: [Node]
  }

  var roots: [Node]
  var mayChangeTiers: Bool
  var today: Day

  static let title = "Cơ quan, đơn vị"

  /// Builds the tree from flat lists. An agency whose superior is not in the list is a root.
  static func nodes(_ agencies: [Agency], _ units: [AgencyID: [OrganizationalUnit]]) -> [Node] {
    let known = Set(agencies.map(\.id))
    let byParent = Dictionary(grouping: agencies) { agency in agency.parent.flatMap { known.contains($0) ? $0 : nil } }
    func below(_ parent: AgencyID?) -> [Node] {
      (byParent[parent] ?? []).map { Node(agency: $0, units: units[$0.id] ?? [], children: below($0.id)) }
    }
    return below(nil)
  }

  var html: HTML {
    """
    \(AdministrationTabs.html(current: .structure))\
    \(PageHead(Self.title, line: "Cơ quan có con dấu, văn thư và sổ riêng; đơn vị thì không.", acts: mayChangeTiers ? [Button("Cấp cơ quan", path: OrganizationPaths.tiers)] : []).html)\
    \(roots.isEmpty ? EmptyState("Chưa có cơ quan nào", "Quản trị đầu tiên tạo cơ quan bằng lệnh trên máy chủ.").html : "<div class=\"tree\"><ul>\(roots.map(item))</ul></div>" as HTML)
    """
  }

  private func item(_ node: Node) -> HTML {
    let agency = node.agency
    let closed: HTML = agency.isOpen(on: today) ? .empty : " \(StateMark("đã thôi hoạt động").html)"
    let below = UnitTree.items(node.units, under: nil) + node.children.map(item)
    return """
      <li><a href="\(OrganizationPaths.agency(agency.id))"><b>\(agency.name)</b></a> <span class="hint">\(agency.tierName), \
      \(agency.abbreviation)</span>\(closed)\(HTML.when(!below.isEmpty, "<ul>\(below)</ul>"))</li>
      """
  }
}

/// Units as nested list items.
enum UnitTree {
  static func items(_ units: [OrganizationalUnit], under parent: UnitID?) -> [HTML] {
    let known = Set(units.map(\.id))
    return units.filter { unit in unit.parent.flatMap { known.contains($0) ? $0 : nil } == parent }.map { unit in
      let below = items(units, under: unit.id)
      return """
        <li><a href="\(OrganizationPaths.unit(unit.id))">\(unit.name)</a> <span class="hint">\(unit.abbreviation)</span>\
        \(HTML.when(!below.isEmpty, "<ul>\(below)</ul>"))</li>
        """
    }
  }
}
