import Database
import HTTPTypes
import Kernel
import WebAPI
import WebApp

/// Agencies and their tiers, for programs.
enum AgencyAPIRoutes {
  static let resource = APIResource<Agency>(
    "Agency", version: { $0.version },
    [
      .key("id") { $0.id }, .keyOrNull("parent", "Cơ quan cấp trên") { $0.parent }, .key("tier", "Cấp") { $0.tier },
      .text("name", "Tên hôm nay") { $0.name }, .text("shortName") { $0.shortName },
      .text("abbreviation", "Viết tắt trong ký hiệu văn bản") { $0.abbreviation },
      .text("placeName", "Địa danh ghi trên văn bản") { $0.placeName },
      .text("outsideSuperiorName", "Cơ quan chủ quản ngoài hệ thống") { $0.outsideSuperiorName },
      .textOrNull("organIdentifier", "Mã định danh") { $0.organIdentifier },
      .textOrNull("legacyOrganCode", "Mã theo quy định cũ") { $0.legacyOrganCode },
      .integer("sortOrder") { $0.sortOrder }, .day("openedOn") { $0.openedOn },
      .dayOrNull("closedOn", "Ngày đầu tiên thôi hoạt động") { $0.closedOn }, .integer("version") { $0.version },
    ])

  private static let tier = APIResource<AgencyTier>(
    "AgencyTier", [.key("id") { $0.id }, .text("name") { $0.name }, .integer("sortOrder") { $0.sortOrder }])

  private static let details = APIInput(
    "AgencyDetails",
    [
      APIField("tier", .key, required: true, form: "cap", "Cấp của cơ quan, xem /agency-tiers"),
      APIField("abbreviation", .filled(250), required: true, form: "viet-tat"),
      APIField("placeName", .filled(250), required: true, form: "dia-danh"),
      APIField("outsideSuperiorName", .words(250), form: "chu-quan"),
      APIField("sortOrder", .integer(APIBounds.order), form: "thu-tu", "Mặc định 100"),
    ])

  private static let codes = [
    APIField("organIdentifier", .words(35), form: "ma-dinh-danh", "Ví dụ G13.05.02; để trống là không có"),
    APIField("legacyOrganCode", .words(13), form: "ma-cu", "Ví dụ 000.00.05.G13; để trống là không có"),
  ]

  private static let addition = APIInput(
    "AgencyAddition",
    [APIField("parent", .key, required: true, "Cơ quan cấp trên")] + APIDatedName.fields + details.fields + codes)

  static func operations() -> [APIOperation] {
    [list, show, tiers, add, change, rename, identify, close]
  }

  private static let list = APIOperation(
    .get, "/agencies", id: "listAgencies", .organization, scope: .organizationRead, "Mọi cơ quan",
    .listed(resource.schema)
  ) { call in
    let position = try call.position()
    return try await call.listing(resource) { transaction in
      try APIPage(
        all: OrganizationStore(transaction).allAgencies(), after: position, limit: call.limit, key: { $0.id.number })
    }
  }

  private static let show = APIOperation(
    .get, "/agencies/{agency}", id: "getAgency", .organization, scope: .organizationRead, "Một cơ quan",
    .shown(resource.schema)
  ) { call in
    let id: AgencyID = call.key("agency")
    return try await call.showing(resource) { try OrganizationStore($0).agency(id) }
  }

  private static let tiers = APIOperation(
    .get, "/agency-tiers", id: "listAgencyTiers", .organization, scope: .organizationRead, "Các cấp cơ quan",
    .listed(tier.schema)
  ) { call in
    let position = try call.position()
    return try await call.listing(tier) { transaction in
      try APIPage(
        all: OrganizationStore(transaction).tiers(), after: position, limit: call.limit, key: { $0.id.number })
    }
  }

  private static let add = APIOperation(
    .post, "/agencies", id: "addAgency", .organization, scope: .organizationWrite, "Thêm một cơ quan trực thuộc",
    body: .json(addition), .created(resource.schema)
  ) { call in
    let (actor, body) = (call.actor, call.body)
    return try await call.creating(resource, at: { "/agencies/\($0)" }) { transaction in
      let act = AddAgency(
        parent: body.key("parent") ?? AgencyID(0), name: APIDatedName.read(body, today: transaction.now.day),
        details: AgencyDetails(
          tier: body.key("tier"), abbreviation: body.text("abbreviation"), placeName: body.text("placeName"),
          outsideSuperiorName: body.text("outsideSuperiorName"), sortOrder: body.integer("sortOrder", else: 100)),
        identifiers: identifiers(body))
      return try act.perform(by: actor, in: transaction).number
    } show: {
      try OrganizationStore($1).agency(AgencyID($0))
    }
  }

  private static let change = APIOperation(
    .patch, "/agencies/{agency}", id: "changeAgency", .organization, scope: .organizationWrite,
    "Sửa cấp, viết tắt, địa danh, thứ tự; không gửi thì giữ nguyên", body: .json(details.changes("AgencyChange")),
    .changed(resource.schema)
  ) { call in
    try await changing(call) { agency, id, actor, transaction in
      let body = call.body
      try ChangeAgency(
        agency: id,
        details: AgencyDetails(
          tier: body.key("tier") ?? agency.tier, abbreviation: body.text("abbreviation", else: agency.abbreviation),
          placeName: body.text("placeName", else: agency.placeName),
          outsideSuperiorName: body.text("outsideSuperiorName", else: agency.outsideSuperiorName),
          sortOrder: body.integer("sortOrder", else: agency.sortOrder)), formVersion: call.version
      ).perform(by: actor, in: transaction)
    }
  }

  private static let rename = APIOperation(
    .post, "/agencies/{agency}/names", id: "renameAgency", .organization, scope: .organizationWrite,
    "Đặt tên khác từ một ngày; văn bản trước ngày đó giữ tên cũ", body: .json(APIDatedName.input),
    .changed(resource.schema)
  ) { call in
    try await changing(call) { _, id, actor, transaction in
      try RenameAgency(
        agency: id, name: APIDatedName.read(call.body, today: transaction.now.day), formVersion: call.version
      ).perform(by: actor, in: transaction)
    }
  }

  private static let identify = APIOperation(
    .post, "/agencies/{agency}/identifiers", id: "identifyAgency", .organization, scope: .organizationWrite,
    "Đặt mã định danh áp dụng từ một ngày",
    body: .json(APIInput("AgencyIdentification", codes + [APIDatedName.validFrom])), .changed(resource.schema)
  ) { call in
    try await changing(call) { _, id, actor, transaction in
      try IdentifyAgency(
        agency: id, identifiers: identifiers(call.body),
        validFrom: call.body.day("validFrom") ?? transaction.now.day, formVersion: call.version
      ).perform(by: actor, in: transaction)
    }
  }

  private static let close = APIOperation(
    .post, "/agencies/{agency}/closing", id: "closeAgency", .organization, scope: .organizationWrite,
    "Ghi cơ quan thôi hoạt động từ một ngày", body: .json(APIClosing.input), .changed(resource.schema)
  ) { call in
    try await changing(call) { _, id, actor, transaction in
      try CloseAgency(
        agency: id, closedOn: call.body.day("closedOn") ?? transaction.now.day, formVersion: call.version
      ).perform(by: actor, in: transaction)
    }
  }

  private static func changing(
    _ call: APICall, _ act: @escaping @Sendable (Agency, AgencyID, Actor, any Transaction) throws -> Void
  ) async throws -> APIAnswer {
    let (actor, id): (Actor, AgencyID) = (call.actor, call.key("agency"))
    return try await call.changing(resource, of: { try OrganizationStore($0).agency(id) }) { agency, transaction in
      try act(agency, id, actor, transaction)
    }
  }

  private static func identifiers(_ body: APIValues) -> TypedIdentifiers {
    TypedIdentifiers(organIdentifier: body.text("organIdentifier"), legacyOrganCode: body.text("legacyOrganCode"))
  }
}
