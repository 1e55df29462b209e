import Database
import HTTPTypes
import Kernel
import WebAPI
import WebApp

/// Books and their numbers, for programs.
enum RegisterAPIRoutes {
  private static let kinds = RegisterKind.allCases.map(\.rawValue)

  private static let resource = APIResource<RegisterBook>(
    "Register", version: { $0.version },
    [
      .key("id") { $0.id }, .key("agency") { $0.agency }, .choice("kind", kinds) { $0.kind.rawValue },
      .text("name") { $0.name }, .integer("year") { $0.year },
      .integer("paperThrough", "Số cuối của sổ giấy trước đó; 0 là không có") { $0.paperThrough },
      .textOrNull("openingReason") { $0.openingReason }, .instant("openedAt") { $0.openedAt },
      .integer("lastNumber", "Số lớn nhất đã cấp") { $0.lastNumber }, .instantOrNull("closedAt") { $0.closedAt },
      .textOrNull("closedBy") { $0.closedBy }, .integer("version") { $0.version },
    ])

  private static let entry = APIResource<RegisterEntry>(
    "RegisterEntry",
    [
      .integer("number") { $0.number }, .day("day", "Ngày đến ghi trong sổ") { $0.day },
      .instant("takenAt", "Lúc cấp số") { $0.takenAt },
      .init("document", .key, "Văn bản mang số này") { .integer($0.record.number) },
      .instantOrNull("cancelledAt") { $0.cancellation?.at }, .textOrNull("cancelledBy") { $0.cancellation?.by },
      .textOrNull("cancelReason") { $0.cancellation?.reason },
    ])

  static func operations() -> [APIOperation] { [list, show, numbers, open, close] }

  private static let list = APIOperation(
    .get, "/registers", id: "listRegisters", .registers, scope: .registersRead, "Các sổ của cơ quan mình",
    .listed(resource.schema)
  ) { call in
    let (actor, position) = (call.actor, try call.position())
    return try await call.listing(resource) { transaction in
      guard RegistersAccess.mayReadBooks(actor) else {
        throw Refusal(.forbidden, "Chỉ văn thư, lãnh đạo và chánh văn phòng xem được sổ của cơ quan.")
      }
      return try APIPage(
        all: RegisterStore(transaction).books(visibleTo: actor), after: position, limit: call.limit,
        key: { $0.id.number })
    }
  }

  private static let show = APIOperation(
    .get, "/registers/{register}", id: "getRegister", .registers, scope: .registersRead, "Một sổ",
    .shown(resource.schema)
  ) { call in
    let (actor, id): (Actor, RegisterBook.ID) = (call.actor, call.key("register"))
    return try await call.showing(resource) { try RegisterStore($0).find(id, visibleTo: actor) }
  }

  private static let numbers = APIOperation(
    .get, "/registers/{register}/numbers", id: "listRegisterNumbers", .registers, scope: .registersRead,
    "Các số đã cấp của một sổ, từ số nhỏ; số đã hủy vẫn có dòng", .listed(entry.schema)
  ) { call in
    let (actor, id): (Actor, RegisterBook.ID) = (call.actor, call.key("register"))
    let last = try call.keyPosition().map(Int.init) ?? 0
    return try await call.listing(entry) { transaction in
      let book = try RegisterStore(transaction).find(id, visibleTo: actor)
      let entries = try NumberStore(transaction).entries(
        of: book.id, after: last, through: book.lastNumber, limit: call.limit + 1)
      let shown = Array(entries.prefix(call.limit))
      return APIPage(shown, next: entries.count > shown.count ? shown.last.map { String($0.number) } : nil)
    }
  }

  private static let open = APIOperation(
    .post, "/registers", id: "openRegister", .registers, scope: .registersWrite,
    "Mở một sổ; sổ chính của năm mới tự mở ở văn bản đầu tiên",
    body: .json(
      APIInput(
        "RegisterOpening",
        [
          APIField("kind", .choice(kinds), required: true),
          APIField("year", .integer(2000...2200), required: true, form: "nam", "Năm nay hoặc năm trước"),
          APIField("name", .words(RegisterBook.nameLengthMax), form: "ten-so", "Để trống là sổ chính"),
          APIField(
            "paperThrough", .integer(0...Int64(OpenRegister.paperNumberMax)), form: "so-giay",
            "Sổ giấy đã đến số mấy; mặc định 0"),
          APIField("reason", .words(500), form: "ly-do", "Cần khi không bắt đầu từ số 1"),
        ])), .created(resource.schema)
  ) { call in
    let (actor, body) = (call.actor, call.body)
    let act = OpenRegister(
      RegisterKind(rawValue: body.text("kind")) ?? .incoming, year: body.integer("year", else: 0),
      name: body.text("name"), paperThrough: body.integer("paperThrough", else: 0), reason: body.text("reason"))
    return try await call.creating(resource, at: { "/registers/\($0)" }) { transaction in
      try act.perform(by: actor, in: transaction).id.number
    } show: {
      try RegisterStore($1).find(RegisterBook.ID($0), visibleTo: actor)
    }
  }

  private static let close = APIOperation(
    .post, "/registers/{register}/closing", id: "closeRegister", .registers, scope: .registersWrite,
    "Khóa sổ vĩnh viễn, sau khi năm đã hết", body: .json(APIInput("RegisterClosing", [])), .changed(resource.schema)
  ) { call in
    let (actor, id): (Actor, RegisterBook.ID) = (call.actor, call.key("register"))
    return try await call.changing(resource, of: { try RegisterStore($0).find(id, visibleTo: actor) }) {
      try CloseRegister($0.id, formVersion: call.version).perform(by: actor, in: $1)
    }
  }
}
