import Audit
import Kernel
import Markup
import WebApp

/// Every screen of this module with invented content.
enum OrganizationGallery {
  private static let seal = FormSeal(csrf: "phien-mau", post: "1007", version: 3)
  private static let today = Day(number: 20_762)
  private static let longName =
    "Vụ Nghiên cứu, Quy hoạch, Điều tra cơ bản và Ứng dụng Công nghệ số trong Quản lý Tài nguyên Địa chất biển sâu"

  static var examples: [GalleryExample] {
    [
      page("quan-tri-cay", StructurePage.title, tree(agencies).html),
      page("quan-tri-cay-trong", StructurePage.title, tree([]).html),
      page("quan-tri-co-quan", "Cơ quan", agencyPage.html),
      page("quan-tri-cap", TiersPage.title, TiersPage(tiers: tiers, input: FormInput(), seal: seal).html),
      page("quan-tri-them-co-quan-tu-choi", "Thêm cơ quan", refusedAgency.html),
      page("quan-tri-dong-co-quan", "Thôi hoạt động", closing.html),
      page("quan-tri-don-vi", "Đơn vị", unitPage(posts).html),
      page("quan-tri-don-vi-trong", "Đơn vị", unitPage([]).html),
      page("quan-tri-nguoi", PeoplePage.title, people(rows).html),
      page("quan-tri-nguoi-trong", PeoplePage.title, people([]).html),
      page("quan-tri-mot-nguoi", "Người", personPage.html),
      page("quan-tri-giao-chuc-danh-tu-choi", "Giao chức danh", refusedPost.html),
      page("quan-tri-chuc-danh", "Chức danh", PostPage(post: posts[0], story: story, today: today).html),
      page("quan-tri-doi-quyen", "Quyền", PostForms.roles(posts[0], input: FormInput(), seal: seal).html),
    ]
  }

  private static func page(_ name: String, _ title: String, _ main: HTML) -> GalleryExample {
    GalleryExample(name, Page(title: title, room: .administration, main: main))
  }

  private static var tiers: [AgencyTier] {
    ExampleBody.tiers.enumerated().map { AgencyTier(id: $1.0, name: $1.1, sortOrder: $0) }
  }

  private static var agencies: [Agency] {
    ExampleBody.agencies.map { example in
      Agency(
        id: example.id, parent: example.parent, tier: example.tier,
        tierName: tiers.first { $0.id == example.tier }?.name ?? "", name: example.name, shortName: example.shortName,
        abbreviation: example.abbreviation, placeName: example.place, outsideSuperiorName: "",
        organIdentifier: example.code, legacyOrganCode: example.legacyCode, sortOrder: 1, openedOn: ExampleBody.start,
        closedOn: example.id == ExampleBody.northWestBranch ? today : nil, version: 3)
    }
  }

  private static func units(of agency: AgencyID) -> [OrganizationalUnit] {
    ExampleBody.units.filter { $0.agency == agency }.map { example in
      OrganizationalUnit(
        id: example.id, agency: agency, parent: example.parent, kind: example.kind,
        name: example.id == ExampleBody.scienceUnit ? longName : example.name, abbreviation: example.abbreviation,
        sortOrder: 1, openedOn: ExampleBody.start, closedOn: nil, version: 3)
    }
  }

  private static func tree(_ agencies: [Agency]) -> StructurePage {
    let byAgency = Dictionary(uniqueKeysWithValues: agencies.map { ($0.id, units(of: $0.id)) })
    return StructurePage(
      roots: StructurePage.nodes(agencies, byAgency), mayChangeTiers: !agencies.isEmpty, today: today)
  }

  private static var story: [StoryLine] {
    [
      StoryLine(
        at: Instant(today, hour: 8), personName: "Phan Anh Tuấn", postTitle: "Quản trị hệ thống",
        sentence: "sửa thông tin", changes: [AuditChange(label: "Địa danh", before: "Hà Tây", after: "Hà Nội")])
    ]
  }

  private static var agencyPage: AgencyPage {
    AgencyPage(
      agency: agencies[0], superiorName: ExampleBody.outsideSuperior,
      names: [
        DatedName(name: agencies[0].name, validFrom: today),
        DatedName(name: "Cục Quản lý Địa chất", validFrom: ExampleBody.start),
      ],
      identifiers: [
        DatedIdentifiers(organIdentifier: "Y98.05", legacyOrganCode: "000.00.05.Y98", validFrom: ExampleBody.start)
      ],
      units: units(of: agencies[0].id), children: Array(agencies.dropFirst()), story: story, today: today)
  }

  private static var refusedAgency: OrganizationFormPage {
    let input = FormInput(
      values: ["ten": "", "ma-dinh-danh": "Z1", "tu-ngay": "32/13"],
      reasons: [
        "ten": ["Hãy nhập tên cơ quan."],
        "ma-dinh-danh": TypedIdentifiers(organIdentifier: "Z1").reasons.map(\.message),
        "tu-ngay": ["Hãy nhập ngày, ví dụ 5/7/2026 hoặc 0507."],
      ])
    return AgencyForms.add(under: agencies[0], tiers: tiers, today: today, input: input, seal: seal)
  }

  private static var closing: OrganizationFormPage {
    AgencyForms.close(
      agencies[1], obstacles: ["Còn đơn vị: Văn phòng Cục, Phòng Quản lý khoáng sản."], today: today,
      input: FormInput(), seal: seal)
  }

  private static var posts: [Post] {
    ExampleBody.posts.prefix(12).map { example in
      Post(
        id: example.id, person: example.person, personName: example.name, unit: example.unit,
        unitName: ExampleBody.units.first { $0.id == example.unit }?.name ?? "", agency: agencies[0].id,
        agencyName: agencies[0].name, title: example.title, roles: example.roles, sortOrder: 1,
        startedOn: ExampleBody.start, endedOn: example.id == PostID(1005) ? today : nil, version: 3)
    }
  }

  private static func unitPage(_ posts: [Post]) -> UnitPage {
    UnitPage(
      unit: units(of: agencies[0].id)[8], agencyName: agencies[0].name, parentName: "Văn phòng",
      names: [DatedName(name: longName, validFrom: ExampleBody.start)], posts: posts, story: story, today: today)
  }

  private static var rows: [PersonRow] {
    posts.map { post in
      PersonRow(
        person: Person(
          id: post.person, agency: post.agency, fullName: post.personName, staffCode: "CB-\(post.person)", version: 1),
        posts: [post.label], position: "1-1")
    }
  }

  private static func people(_ rows: [PersonRow]) -> PeoplePage {
    PeoplePage(
      typed: rows.isEmpty ? "khong co ai" : "", rows: rows, next: rows.isEmpty ? nil : "1-1", agency: agencies[0].id)
  }

  private static var personPage: PersonPage {
    PersonPage(
      person: rows[0].person, agencyName: agencies[0].name,
      names: [DatedName(name: rows[0].person.fullName, validFrom: ExampleBody.start)], posts: Array(posts.prefix(2)),
      story: [], today: today)
  }

  private static var refusedPost: OrganizationFormPage {
    let input = FormInput(
      values: ["chuc-danh": "Vụ trưởng", "quyen-unitHead": ""],
      reasons: ["don-vi": ["Hãy chọn đơn vị."], "quyen": ["Hãy chọn ít nhất một quyền."]])
    return PostForms.open(
      for: rows[0].person, units: units(of: agencies[0].id).map { ($0.id, $0.name) }, today: today, input: input,
      seal: seal)
  }
}
