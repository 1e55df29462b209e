import Database
import HTTPTypes
import Kernel
import WebAPI
import WebApp

/// The shared directory of outside agencies, for programs: what a registration names as its issuer.
enum OutsideAgencyAPIRoutes {
  private static let resource = APIResource<OutsideAgency>(
    "OutsideAgency",
    [
      .key("id") { $0.id }, .text("name", "Tên như in trên văn bản") { $0.name },
      .textOrNull("organIdentifier", "Mã định danh theo QĐ 20/2020") { $0.code },
      .textOrNull("legacyOrganCode", "Mã 13 ký tự theo quy định cũ") { $0.legacyCode },
      .text("parentHint", "Trực thuộc, để phân biệt hai cơ quan cùng tên") { $0.parentHint },
      .integer("useCount", "Số lần văn bản đã ghi") { $0.useCount },
      .keyOrNull("mergedInto", "Cơ quan đã thay cho dòng này") { $0.mergedInto },
    ])

  static func operations() -> [APIOperation] { [list, show, add] }

  private static let list = APIOperation(
    .get, "/outside-agencies", id: "listOutsideAgencies", .documents, scope: .documentsRead,
    "Danh mục cơ quan ngoài, theo thứ tự thêm vào; không có các dòng đã gộp",
    query: [APIField("q", .words(200), "Chữ đầu của các tiếng trong tên, có dấu hoặc không dấu")],
    .listed(resource.schema)
  ) { call in
    let after = try call.keyPosition()
    return try await call.listing(resource) { transaction in
      let found = try OutsideAgencyStore(transaction).page(
        matching: call.query.text("q"), after: after, limit: call.limit + 1)
      let shown = Array(found.prefix(call.limit))
      return APIPage(shown, next: found.count > shown.count ? shown.last.map { String($0.id.number) } : nil)
    }
  }

  private static let show = APIOperation(
    .get, "/outside-agencies/{outsideAgency}", id: "getOutsideAgency", .documents, scope: .documentsRead,
    "Một cơ quan ngoài", .shown(resource.schema)
  ) { call in
    let id: OutsideAgency.ID = call.key("outsideAgency")
    return try await call.showing(resource) { try read(id, $0) }
  }

  private static let add = APIOperation(
    .post, "/outside-agencies", id: "addOutsideAgency", .documents, scope: .documentsWrite,
    "Thêm một cơ quan ngoài; danh mục đã có tên ấy thì nhận lại cơ quan đang có",
    body: .json(
      APIInput(
        "OutsideAgencyAddition",
        [
          APIField("name", .filled(OutsideAgency.nameLengthMax), required: true, form: "ten"),
          APIField("organIdentifier", .words(35), form: "ma"), APIField("legacyOrganCode", .words(13), form: "ma-cu"),
          APIField("parentHint", .words(200), form: "truc-thuoc"),
        ])), .created(resource.schema)
  ) { call in
    let (actor, body) = (call.actor, call.body)
    return try await call.creating(resource, at: { "/outside-agencies/\($0)" }) { transaction in
      try AddOutsideAgency(
        name: body.text("name"), code: body.text("organIdentifier"), legacyCode: body.text("legacyOrganCode"),
        parentHint: body.text("parentHint")
      ).perform(by: actor, in: transaction).number
    } show: {
      try read(OutsideAgency.ID($0), $1)
    }
  }

  private static func read(_ id: OutsideAgency.ID, _ transaction: any Transaction) throws -> OutsideAgency {
    guard let agency = try OutsideAgencyStore(transaction).find(id) else {
      throw Refusal(.notFound, "Không tìm thấy cơ quan ngoài này.")
    }
    return agency
  }
}
