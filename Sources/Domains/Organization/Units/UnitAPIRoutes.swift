import Database
import HTTPTypes
import Kernel
import WebAPI
import WebApp

/// Units, for programs.
enum UnitAPIRoutes {
  private static let kinds = UnitKind.allCases.map(\.rawValue)

  static let resource = APIResource<OrganizationalUnit>(
    "Unit", version: { $0.version },
    [
      .key("id") { $0.id }, .key("agency") { $0.agency },
      .keyOrNull("parent", "Đơn vị cấp trên trong cùng cơ quan") { $0.parent },
      .choice("kind", kinds, "Loại đơn vị") { $0.kind.rawValue }, .text("name", "Tên hôm nay") { $0.name },
      .text("abbreviation", "Viết tắt trong ký hiệu văn bản") { $0.abbreviation },
      .integer("sortOrder") { $0.sortOrder }, .day("openedOn") { $0.openedOn },
      .dayOrNull("closedOn", "Ngày đầu tiên thôi hoạt động") { $0.closedOn }, .integer("version") { $0.version },
    ])

  private static let details = APIInput(
    "UnitDetails",
    [
      APIField("kind", .choice(kinds), required: true, form: "loai"),
      APIField("abbreviation", .filled(250), required: true, form: "viet-tat"),
      APIField("parent", .nullable(.key), form: "thuoc-don-vi", "Đơn vị cấp trên; null là trực thuộc cơ quan"),
      APIField("sortOrder", .integer(APIBounds.order), form: "thu-tu", "Mặc định 100"),
    ])

  private static let addition = APIInput(
    "UnitAddition",
    [APIField("agency", .key, required: true)] + APIDatedName.fields + details.fields)

  static func operations() -> [APIOperation] { [list, show, add, change, rename, close] }

  private static let list = APIOperation(
    .get, "/agencies/{agency}/units", id: "listUnits", .organization, scope: .organizationRead,
    "Các đơn vị của một cơ quan", query: [APIField("withClosed", .flag, "Kể cả đơn vị đã thôi hoạt động")],
    .listed(resource.schema)
  ) { call in
    let id: AgencyID = call.key("agency")
    let position = try call.position()
    return try await call.listing(resource) { transaction in
      let store = OrganizationStore(transaction)
      _ = try store.agency(id)
      return try APIPage(
        all: store.units(of: id, withClosed: call.query.flag("withClosed")), after: position, limit: call.limit,
        key: { $0.id.number })
    }
  }

  private static let show = APIOperation(
    .get, "/units/{unit}", id: "getUnit", .organization, scope: .organizationRead, "Một đơn vị",
    .shown(resource.schema)
  ) { call in
    let id: UnitID = call.key("unit")
    return try await call.showing(resource) { try OrganizationStore($0).unit(id) }
  }

  private static let add = APIOperation(
    .post, "/units", id: "addUnit", .organization, scope: .organizationWrite, "Thêm một đơn vị",
    body: .json(addition), .created(resource.schema)
  ) { call in
    let (actor, body) = (call.actor, call.body)
    return try await call.creating(resource, at: { "/units/\($0)" }) { transaction in
      try AddUnit(
        agency: body.key("agency") ?? AgencyID(0), name: APIDatedName.read(body, today: transaction.now.day),
        details: UnitDetails(
          parent: body.key("parent"), kind: UnitKind(rawValue: body.text("kind")) ?? .other,
          abbreviation: body.text("abbreviation"), sortOrder: body.integer("sortOrder", else: 100))
      ).perform(by: actor, in: transaction).number
    } show: {
      try OrganizationStore($1).unit(UnitID($0))
    }
  }

  private static let change = APIOperation(
    .patch, "/units/{unit}", id: "changeUnit", .organization, scope: .organizationWrite,
    "Sửa loại, viết tắt, đơn vị cấp trên, thứ tự; không gửi thì giữ nguyên",
    body: .json(details.changes("UnitChange")), .changed(resource.schema)
  ) { call in
    try await changing(call) { unit, id, actor, transaction in
      let body = call.body
      try ChangeUnit(
        unit: id,
        details: UnitDetails(
          parent: body.has("parent") ? body.key("parent") : unit.parent,
          kind: UnitKind(rawValue: body.text("kind")) ?? unit.kind,
          abbreviation: body.text("abbreviation", else: unit.abbreviation),
          sortOrder: body.integer("sortOrder", else: unit.sortOrder)), formVersion: call.version
      ).perform(by: actor, in: transaction)
    }
  }

  private static let rename = APIOperation(
    .post, "/units/{unit}/names", id: "renameUnit", .organization, scope: .organizationWrite,
    "Đặt tên khác từ một ngày; văn bản trước ngày đó giữ tên cũ", body: .json(APIDatedName.input),
    .changed(resource.schema)
  ) { call in
    try await changing(call) { _, id, actor, transaction in
      try RenameUnit(
        unit: id, name: APIDatedName.read(call.body, today: transaction.now.day), formVersion: call.version
      ).perform(by: actor, in: transaction)
    }
  }

  private static let close = APIOperation(
    .post, "/units/{unit}/closing", id: "closeUnit", .organization, scope: .organizationWrite,
    "Ghi đơn vị thôi hoạt động từ một ngày", body: .json(APIClosing.input), .changed(resource.schema)
  ) { call in
    try await changing(call) { _, id, actor, transaction in
      try CloseUnit(
        unit: id, closedOn: call.body.day("closedOn") ?? transaction.now.day, formVersion: call.version
      ).perform(by: actor, in: transaction)
    }
  }

  private static func changing(
    _ call: APICall, _ act: @escaping @Sendable (OrganizationalUnit, UnitID, Actor, any Transaction) throws -> Void
  ) async throws -> APIAnswer {
    let (actor, id): (Actor, UnitID) = (call.actor, call.key("unit"))
    return try await call.changing(resource, of: { try OrganizationStore($0).unit(id) }) { unit, transaction in
      try act(unit, id, actor, transaction)
    }
  }
}
