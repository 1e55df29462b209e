import HTTPTypes
import Kernel
import Organization
import TestSupport
import WebAPI

/// One act as both channels ask for it: through the form of its page, and through the interface for programs.
///
/// `{document}` and `{unit}` stand for a document registered and a unit added beforehand; `{given}` and `{item}` for one
/// that the leader gave to the minerals unit, with its work, `{ended}` and `{done}` for one whose work is done.
struct TwoChannelAct: Sendable, CustomStringConvertible {
  var description: String
  var actor: Actor
  /// Where the form stands, and where it leads.
  var page: String
  var action: String
  var typed: [String: String]
  /// Given before the path where it is not POST: `PATCH /agencies/12`.
  var method: HTTPRequest.Method
  var path: String
  var body: JSONValue
  /// What the program says it read; nil for an act that creates. The form always says what its page said, unless
  /// `isStale`.
  var version: Int?
  var files: [ChosenFile] = []
  var isStale = false
  /// What must be there besides the places that it names.
  var besides = ""
  /// Status of both answers; 303 of a form is the 200 or 201 of a program.
  var status = 200

  init(
    _ description: String, as actor: Actor, page: String, action: String? = nil, typed: [String: String],
    _ address: String, _ body: JSONValue, version: Int? = nil, status: Int = 200
  ) {
    self.description = description
    self.actor = actor
    self.page = page
    self.action = action ?? page
    self.typed = typed
    let parts = address.split(separator: " ")
    method = parts.count == 2 ? HTTPRequest.Method(rawValue: String(parts[0])) ?? .post : .post
    path = String(parts[parts.count - 1])
    self.body = body
    self.version = version
    self.status = status
  }

  /// Every place that it is about.
  var wanted: String {
    ([page, action, path, besides] + typed.values).joined(separator: " ") + String(decoding: body.bytes, as: UTF8.self)
  }

  func besides(_ place: String) -> TwoChannelAct {
    var act = self
    act.besides = place
    return act
  }

  func with(files: [ChosenFile] = [], isStale: Bool = false) -> TwoChannelAct {
    var act = self
    act.files = files
    act.isStale = isStale
    return act
  }
}

extension TwoChannelAct {
  static let all =
    documents + handling + drafts + outgoing + packets + copies + registers + agencies + units + people + posts

  private static let letter: JSONValue = [
    "issuer": "Bộ Tài chính", "number": "15", "notation": "BTC-NS", "issuedDate": "2026-11-03", "type": "congVan",
    "subject": "Về việc giao dự toán", "urgency": "urgent", "signerName": "Lê Văn An",
    "documentIdentifier": "G12.2026.15",
  ]
  private static let typedLetter = [
    "issuer": "Bộ Tài chính", "numberText": "15", "notation": "BTC-NS", "issuedDate": "03/11/2026", "type": "congVan",
    "subject": "Về việc giao dự toán", "urgency": "urgent", "signerName": "Lê Văn An",
    "documentIdentifier": "G12.2026.15",
  ]

  private static func letter(_ more: JSONValue.Member...) -> JSONValue {
    guard case .object(let members) = letter else { return letter }
    return .object(members.filter { member in !more.contains { $0.name == member.name } } + more)
  }

  private static let scan = [ChosenFile(name: "15-BTC.pdf", bytes: MadePDF.of(["Cong van 15"]))]

  private static let documents: [TwoChannelAct] = [
    TwoChannelAct(
      "register", as: Cast.registryClerk, page: registrationPath, typed: typedLetter, "/incoming-documents", letter),
    TwoChannelAct(
      "register with a file", as: Cast.registryClerk, page: registrationPath,
      typed: typedLetter.merging(["vouchedOpen": "1"]) { $1 }, "/incoming-documents",
      letter(.init("noSecrecyMark", true))
    ).with(files: scan),
    TwoChannelAct(
      "register with a file nobody looked at", as: Cast.registryClerk, page: registrationPath, typed: typedLetter,
      "/incoming-documents", letter, status: 422
    ).with(files: scan),
    TwoChannelAct(
      "register, dates the wrong way round", as: Cast.registryClerk, page: registrationPath,
      typed: typedLetter.merging(["arrivalDate": "01/11/2026", "handlingDueDate": "31/10/2026"]) { $1 },
      "/incoming-documents", letter(.init("arrivalDate", "2026-11-01"), .init("handlingDueDate", "2026-10-31")),
      status: 422),
    TwoChannelAct(
      "register what is in the book already", as: Cast.registryClerk, page: registrationPath, typed: usualLetter,
      "/incoming-documents", usual, status: 422),
    TwoChannelAct(
      "register all the same", as: Cast.registryClerk, page: registrationPath,
      typed: usualLetter.merging(["overrideReason": "bản gửi lần hai"]) { $1 }, "/incoming-documents",
      merged(usual, .init("duplicateReason", "bản gửi lần hai"))),
    TwoChannelAct(
      "register a secret", as: Cast.registryClerk, page: registrationPath,
      typed: typedLetter.merging(["subject": "TUYỆT MẬT - Kế hoạch"]) { $1 }, "/incoming-documents",
      letter(.init("subject", "TUYỆT MẬT - Kế hoạch")), status: 422),
    TwoChannelAct(
      "correct", as: Cast.registryClerk, page: "/van-ban-den/{document}/sua",
      typed: ["subject": "Về việc khác", "correctionReason": "gõ nhầm"], "PATCH /incoming-documents/{document}",
      ["subject": "Về việc khác", "reason": "gõ nhầm"], version: 1),
    TwoChannelAct(
      "correct what someone else corrected", as: Cast.registryClerk, page: "/van-ban-den/{document}/sua",
      typed: ["subject": "Về việc khác", "correctionReason": "gõ nhầm"], "PATCH /incoming-documents/{document}",
      ["subject": "Về việc khác", "reason": "gõ nhầm"], version: 7, status: 412
    ).with(isStale: true),
    TwoChannelAct(
      "add a file", as: Cast.registryClerk, page: "/van-ban-den/{document}", action: "/van-ban-den/{document}/tep",
      typed: ["vouchedOpen": "1"], "/incoming-documents/{document}/files", ["noSecrecyMark": true],
      version: 1
    ).with(files: scan),
    TwoChannelAct(
      "name an outside agency", as: Cast.registryClerk, page: "/co-quan-ngoai",
      typed: ["ten": "Sở Khoa học tỉnh Trường Sơn", "ma": "H99.77"], "/outside-agencies",
      ["name": "Sở Khoa học tỉnh Trường Sơn", "organIdentifier": "H99.77"]),
    TwoChannelAct(
      "cancel the number", as: Cast.registryClerk, page: "/van-ban-den/{document}",
      action: "/van-ban-den/{document}/huy-so", typed: ["ly-do": "vào sổ hai lần"],
      "/incoming-documents/{document}/cancellation", ["reason": "vào sổ hai lần"], version: 1),
  ]

  private static let usual: JSONValue = [
    "issuer": "Sở Nông nghiệp và Môi trường tỉnh Trường Sơn", "number": "152", "notation": "SNNMT-KS",
    "issuedDate": "2026-11-03", "type": "congVan", "subject": "Về việc kiểm kê trữ lượng đá vôi năm 2026",
  ]

  private static func merged(_ value: JSONValue, _ more: JSONValue.Member) -> JSONValue {
    guard case .object(let members) = value else { return value }
    return .object(members + [more])
  }

  private static let registers: [TwoChannelAct] = [
    TwoChannelAct(
      "open a further book", as: Cast.registryClerk, page: "/so",
      typed: ["nam": "2026", "ten-so": "Sổ văn bản của đảng ủy"], "/registers",
      ["kind": "incoming", "year": 2026, "name": "Sổ văn bản của đảng ủy"]),
    TwoChannelAct(
      "open a book in the middle without a reason", as: Cast.registryClerk, page: "/so",
      typed: ["nam": "2026", "ten-so": "Sổ đơn thư", "so-giay": "1247"], "/registers",
      ["kind": "incoming", "year": 2026, "name": "Sổ đơn thư", "paperThrough": 1247], status: 422),
  ]

  private static let agencies: [TwoChannelAct] = [
    TwoChannelAct(
      "add an agency", as: Cast.administrator, page: "/quan-tri/co-quan/11/truc-thuoc",
      typed: [
        "ten": "Cục Địa chất miền Trung", "ten-tat": "Cục miền Trung", "tu-ngay": "01/11/2026", "cap": "2",
        "viet-tat": "CĐCMT", "dia-danh": "Đà Nẵng", "ma-dinh-danh": "Y98.05.09",
      ], "/agencies",
      [
        "parent": 11, "name": "Cục Địa chất miền Trung", "shortName": "Cục miền Trung", "validFrom": "2026-11-01",
        "tier": 2, "abbreviation": "CĐCMT", "placeName": "Đà Nẵng", "organIdentifier": "Y98.05.09",
      ]),
    TwoChannelAct(
      "add an agency with a code that is taken", as: Cast.administrator, page: "/quan-tri/co-quan/11/truc-thuoc",
      typed: ["ten": "Cục A", "cap": "2", "viet-tat": "CA", "dia-danh": "Huế", "ma-dinh-danh": "Y98.05.01"],
      "/agencies",
      [
        "parent": 11, "name": "Cục A", "tier": 2, "abbreviation": "CA", "placeName": "Huế",
        "organIdentifier": "Y98.05.01",
      ], status: 422),
    TwoChannelAct(
      "add an agency without authority", as: Cast.administratorOfAnotherAgency,
      page: "/quan-tri/co-quan/11/truc-thuoc", typed: [:], "/agencies",
      ["parent": 11, "name": "Cục A", "tier": 2, "abbreviation": "CA", "placeName": "Huế"], status: 403),
    TwoChannelAct(
      "change an agency", as: Cast.administrator, page: "/quan-tri/co-quan/12/thong-tin",
      typed: ["dia-danh": "Bắc Kạn"], "PATCH /agencies/12", ["placeName": "Bắc Kạn"], version: 1),
    TwoChannelAct(
      "rename an agency", as: Cast.administrator, page: "/quan-tri/co-quan/12/ten",
      typed: ["ten": "Cục Địa chất Bắc Bộ", "ten-tat": "Cục Bắc Bộ", "tu-ngay": "01/12/2026"], "/agencies/12/names",
      ["name": "Cục Địa chất Bắc Bộ", "shortName": "Cục Bắc Bộ", "validFrom": "2026-12-01"], version: 1),
    TwoChannelAct(
      "identify an agency", as: Cast.administrator, page: "/quan-tri/co-quan/12/ma-dinh-danh",
      typed: ["ma-dinh-danh": "Y98.05.77", "ma-cu": "", "tu-ngay": "05/11/2026"], "/agencies/12/identifiers",
      ["organIdentifier": "Y98.05.77", "validFrom": "2026-11-05"], version: 1),
    TwoChannelAct(
      "close an agency that still has units", as: Cast.administrator, page: "/quan-tri/co-quan/16/thoi-hoat-dong",
      typed: ["tu-ngay": "05/11/2026"], "/agencies/16/closing", ["closedOn": "2026-11-05"], version: 1, status: 409),
  ]

  private static let units: [TwoChannelAct] = [
    TwoChannelAct(
      "add a unit", as: Cast.administrator, page: "/quan-tri/co-quan/11/don-vi",
      typed: ["ten": "Vụ Địa chất biển", "loai": "department", "viet-tat": "ĐCB", "tu-ngay": "05/11/2026"], "/units",
      ["agency": 11, "name": "Vụ Địa chất biển", "kind": "department", "abbreviation": "ĐCB"]),
    TwoChannelAct(
      "add a unit with an abbreviation that is taken", as: Cast.administrator, page: "/quan-tri/co-quan/11/don-vi",
      typed: ["ten": "Vụ Khác", "loai": "department", "viet-tat": "KS", "tu-ngay": "05/11/2026"], "/units",
      ["agency": 11, "name": "Vụ Khác", "kind": "department", "abbreviation": "KS"], status: 422),
    TwoChannelAct(
      "change a unit", as: Cast.administrator, page: "/quan-tri/don-vi/104/thong-tin",
      typed: ["thuoc-don-vi": "", "viet-tat": "CNTT1"], "PATCH /units/104",
      ["parent": .null, "abbreviation": "CNTT1"], version: 1),
    TwoChannelAct(
      "put a unit under itself", as: Cast.administrator, page: "/quan-tri/don-vi/102/thong-tin",
      typed: ["thuoc-don-vi": "103"], "PATCH /units/102", ["parent": 103], version: 1, status: 422),
    TwoChannelAct(
      "rename a unit", as: Cast.administrator, page: "/quan-tri/don-vi/105/ten",
      typed: ["ten": "Vụ Khoáng sản và Địa chất", "tu-ngay": "01/12/2026"], "/units/105/names",
      ["name": "Vụ Khoáng sản và Địa chất", "validFrom": "2026-12-01"], version: 1),
    TwoChannelAct(
      "close a unit where people work", as: Cast.administrator, page: "/quan-tri/don-vi/105/thoi-hoat-dong",
      typed: ["tu-ngay": "05/11/2026"], "/units/105/closing", [:], version: 1, status: 409),
    TwoChannelAct(
      "close a unit", as: Cast.administrator, page: "/quan-tri/don-vi/{unit}/thoi-hoat-dong",
      typed: ["tu-ngay": "05/11/2026"], "/units/{unit}/closing", [:], version: 1),
  ]

  private static let people: [TwoChannelAct] = [
    TwoChannelAct(
      "add a person", as: Cast.administrator, page: "/quan-tri/co-quan/11/nguoi",
      typed: ["ten": "Đinh Thị Ngọc", "ma-can-bo": "CB-77"], "/people",
      ["agency": 11, "fullName": "Đinh Thị Ngọc", "staffCode": "CB-77"]),
    TwoChannelAct(
      "change a person", as: Cast.administrator, page: "/quan-tri/nguoi/209/thong-tin",
      typed: ["ma-can-bo": "CB-09"], "PATCH /people/209", ["staffCode": "CB-09"], version: 1),
    TwoChannelAct(
      "rename a person", as: Cast.administrator, page: "/quan-tri/nguoi/209/ten",
      typed: ["ten": "Bùi Quốc Khanh", "tu-ngay": "05/11/2026"], "/people/209/names",
      ["fullName": "Bùi Quốc Khanh"], version: 1),
  ]

  private static let posts: [TwoChannelAct] = [
    TwoChannelAct(
      "open a post", as: Cast.administrator, page: "/quan-tri/nguoi/209/chuc-danh",
      typed: ["don-vi": "106", "chuc-danh": "Chuyên viên chính", "quyen-officer": "1", "tu-ngay": "05/11/2026"],
      "/posts", ["person": 209, "unit": 106, "title": "Chuyên viên chính", "roles": ["officer"]]),
    TwoChannelAct(
      "change a post", as: Cast.administrator, page: "/quan-tri/chuc-danh/1009/sua",
      typed: ["chuc-danh": "Chuyên viên cao cấp"], "PATCH /posts/1009", ["title": "Chuyên viên cao cấp"],
      version: 1),
    TwoChannelAct(
      "change a post's roles", as: Cast.administrator, page: "/quan-tri/chuc-danh/1009/quyen",
      typed: ["quyen-unitClerk": "1"], "PUT /posts/1009/roles", ["roles": ["officer", "unitClerk"]], version: 1),
    TwoChannelAct(
      "end the last administrator", as: Cast.administrator, page: "/quan-tri/chuc-danh/1007/thoi-giu",
      typed: ["thoi-tu-ngay": "05/11/2026"], "/posts/1007/closing", [:], version: 1, status: 409),
    TwoChannelAct(
      "end a post", as: Cast.administrator, page: "/quan-tri/chuc-danh/1009/thoi-giu",
      typed: ["thoi-tu-ngay": "06/11/2026"], "/posts/1009/closing", ["endedOn": "2026-11-06"], version: 1),
  ]
}
