import Database
import HTTPTypes
import Kernel
import WebAPI
import WebApp

/// People, for programs of an administrator.
enum PersonAPIRoutes {
  static let resource = APIResource<Person>(
    "Person", version: { $0.version },
    [
      .key("id") { $0.id }, .key("agency", "Cơ quan quản lý mục này") { $0.agency },
      .text("fullName", "Họ và tên hôm nay") { $0.fullName }, .textOrNull("staffCode", "Mã cán bộ") { $0.staffCode },
      .integer("version") { $0.version },
    ])

  private static let staffCode = APIField("staffCode", .words(50), form: "ma-can-bo", "Để trống là không có")

  static func operations() -> [APIOperation] { [list, show, add, change, rename] }

  private static let list = APIOperation(
    .get, "/people", id: "listPeople", .organization, scope: .organizationRead,
    "Người của các cơ quan mình quản trị, theo thứ tự tên",
    query: [APIField("q", .words(200), "Chữ đầu của các tiếng trong tên")], .listed(resource.schema)
  ) { call in
    let actor = call.actor
    let position = try call.position()
    return try await call.listing(resource) { transaction in
      let store = OrganizationStore(transaction)
      let agencies = try store.agenciesAdministered(by: actor)
      guard !agencies.isEmpty else { throw Refusal(.forbidden, "Chỉ quản trị xem được danh sách người.") }
      let rows = try store.people(
        matching: call.query.text("q"), in: agencies, after: position, limit: call.limit + 1)
      let shown = rows.prefix(call.limit)
      return APIPage(shown.map(\.person), next: rows.count > shown.count ? shown.last?.position : nil)
    }
  }

  private static let show = APIOperation(
    .get, "/people/{person}", id: "getPerson", .organization, scope: .organizationRead, "Một người",
    .shown(resource.schema)
  ) { call in
    let (actor, id): (Actor, PersonID) = (call.actor, call.key("person"))
    return try await call.showing(resource) { try read(id, by: actor, $0) }
  }

  private static let add = APIOperation(
    .post, "/people", id: "addPerson", .organization, scope: .organizationWrite,
    "Thêm một người; chức danh và tài khoản giao sau",
    body: .json(
      APIInput(
        "PersonAddition",
        [
          APIField("agency", .key, required: true, form: "co-quan"),
          APIField("fullName", .filled(250), required: true, form: "ten"), staffCode,
        ])), .created(resource.schema)
  ) { call in
    let (actor, body) = (call.actor, call.body)
    return try await call.creating(resource, at: { "/people/\($0)" }) { transaction in
      try AddPerson(
        agency: body.key("agency") ?? AgencyID(0), fullName: body.text("fullName"), staffCode: body.text("staffCode")
      ).perform(by: actor, in: transaction).number
    } show: {
      try OrganizationStore($1).person(PersonID($0))
    }
  }

  private static let change = APIOperation(
    .patch, "/people/{person}", id: "changePerson", .organization, scope: .organizationWrite,
    "Sửa mã cán bộ, cơ quan quản lý; không gửi thì giữ nguyên",
    body: .json(APIInput("PersonChange", [APIField("agency", .key, form: "co-quan"), staffCode])),
    .changed(resource.schema)
  ) { call in
    try await changing(call) { person, actor, transaction in
      try ChangePerson(
        person: person.id, agency: call.body.key("agency") ?? person.agency,
        staffCode: call.body.text("staffCode", else: person.staffCode ?? ""), formVersion: call.version
      ).perform(by: actor, in: transaction)
    }
  }

  private static let rename = APIOperation(
    .post, "/people/{person}/names", id: "renamePerson", .organization, scope: .organizationWrite,
    "Ghi họ tên khác từ một ngày; dòng cũ giữ tên cũ",
    body: .json(
      APIInput(
        "PersonName",
        [APIField("fullName", .filled(250), required: true, form: "ten"), APIDatedName.validFrom])),
    .changed(resource.schema)
  ) { call in
    try await changing(call) { person, actor, transaction in
      let name = DatedName(
        name: call.body.text("fullName"), validFrom: call.body.day("validFrom") ?? transaction.now.day)
      try RenamePerson(person: person.id, name: name, formVersion: call.version).perform(by: actor, in: transaction)
    }
  }

  /// People are seen by the administrators of the agency that keeps them, here as on the screen.
  private static func read(_ id: PersonID, by actor: Actor, _ transaction: any Transaction) throws -> Person {
    let store = OrganizationStore(transaction)
    let person = try store.person(id)
    try store.requireAdministrator(actor, of: person.agency)
    return person
  }

  private static func changing(
    _ call: APICall, _ act: @escaping @Sendable (Person, Actor, any Transaction) throws -> Void
  ) async throws -> APIAnswer {
    let (actor, id): (Actor, PersonID) = (call.actor, call.key("person"))
    return try await call.changing(resource, of: { try read(id, by: actor, $0) }) { person, transaction in
      try act(person, actor, transaction)
    }
  }
}
