import Kernel
import Organization
import TestSupport
import WebAPI

extension TwoChannelAct {
  private static let letter: JSONValue = [
    "type": "congVan", "unit": 105, "subject": "Về việc kiểm kê", "signerName": "Trần Văn Quang",
    "signerPosition": "Tổng cục trưởng", "recipients": ["Vụ Pháp chế", "Sở Xây dựng"],
  ]
  private static let typedLetter = [
    "loai": "congVan", "don-vi": "105", "trich-yeu": "Về việc kiểm kê", "nguoi-ky": "Trần Văn Quang",
    "chuc-vu": "Tổng cục trưởng", "noi-nhan": "Vụ Pháp chế\nSở Xây dựng",
  ]

  private static func letter(_ more: JSONValue.Member...) -> JSONValue {
    guard case .object(let members) = letter else { return letter }
    return .object(members.filter { member in !more.contains { $0.name == member.name } } + more)
  }

  /// `{numbered}` waits to be issued; `{issued}` asks to be answered, was sent to `{inside}` of the installation and waits
  /// to be sent to `{outside}`; `{older}` is another one, replaced by it as `{relation}`; `{signed}` is a signed draft,
  /// `{kept}` a reserved number.
  static let outgoing = numbering + sending + loops

  private static let numbering: [TwoChannelAct] = [
    TwoChannelAct(
      "number a letter", as: Cast.registryClerk, page: "/van-ban-di/cap-so", typed: typedLetter,
      "/outgoing-documents", letter),
    TwoChannelAct(
      "number a letter with its scan", as: Cast.registryClerk, page: "/van-ban-di/cap-so",
      typed: typedLetter.merging(["khong-mat": "1"]) { $1 }, "/outgoing-documents",
      letter(.init("noSecrecyMark", true))
    ).with(files: [ChosenFile(name: "di.pdf", bytes: MadePDF.of(["Cong van di"]))]),
    TwoChannelAct(
      "number what is about nothing", as: Cast.registryClerk, page: "/van-ban-di/cap-so",
      typed: typedLetter.merging(["trich-yeu": "", "nguoi-ky": ""]) { $1 }, "/outgoing-documents",
      letter(.init("subject", ""), .init("signerName", "")), status: 422),
    TwoChannelAct(
      "number what is secret", as: Cast.registryClerk, page: "/van-ban-di/cap-so",
      typed: typedLetter.merging(["trich-yeu": "TUYỆT MẬT - Kế hoạch"]) { $1 }, "/outgoing-documents",
      letter(.init("subject", "TUYỆT MẬT - Kế hoạch")), status: 422),
    TwoChannelAct(
      "number a signed draft", as: Cast.registryClerk, page: "/van-ban-di/cap-so?du-thao={signed}",
      action: "/van-ban-di/cap-so", typed: [:], "/outgoing-documents", ["draft": "{signed}"]),
    TwoChannelAct(
      "number with a reserved number", as: Cast.registryClerk, page: "/van-ban-di/cap-so",
      typed: typedLetter.merging(["so-giu": "{kept}"]) { $1 }, "/outgoing-documents",
      letter(.init("reservation", "{kept}"))),
    TwoChannelAct(
      "correct before issuing", as: Cast.registryClerk, page: "/van-ban-di/{numbered}/sua",
      typed: ["trich-yeu": "Khác", "ly-do-sua": "gõ nhầm"], "PATCH /outgoing-documents/{numbered}",
      ["subject": "Khác", "reason": "gõ nhầm"], version: 1),
    TwoChannelAct(
      "correct without saying why", as: Cast.registryClerk, page: "/van-ban-di/{numbered}/sua",
      typed: ["trich-yeu": "Khác"], "PATCH /outgoing-documents/{numbered}", ["subject": "Khác", "reason": ""],
      version: 1, status: 422),
    TwoChannelAct(
      "add a file", as: Cast.registryClerk, page: "/van-ban-di/{numbered}", action: "/van-ban-di/{numbered}/tep",
      typed: ["khong-mat": "1"], "/outgoing-documents/{numbered}/files", ["noSecrecyMark": true], version: 1
    ).with(files: [ChosenFile(name: "phu-luc.pdf", bytes: MadePDF.of(["Phu luc"]))]),
    TwoChannelAct(
      "cancel a number", as: Cast.registryClerk, page: "/van-ban-di/{numbered}",
      action: "/van-ban-di/{numbered}/huy-so", typed: ["ly-do": "cấp nhầm"],
      "/outgoing-documents/{numbered}/cancellation", ["reason": "cấp nhầm"], version: 1),
    TwoChannelAct(
      "reserve a number", as: Cast.registryClerk, page: "/van-ban-di/giu-so",
      typed: ["loai": "congVan", "don-vi": "105", "nguoi-giu": "Vụ KS", "ly-do": "chờ ký", "giu-den": "10/11/2026"],
      "/number-reservations",
      ["type": "congVan", "unit": 105, "owner": "Vụ KS", "reason": "chờ ký", "expiresOn": "2026-11-10"]),
    TwoChannelAct(
      "reserve a number for nobody", as: Cast.registryClerk, page: "/van-ban-di/giu-so",
      typed: ["loai": "congVan", "don-vi": "105", "ly-do": "chờ ký", "giu-den": "10/11/2036"], "/number-reservations",
      ["type": "congVan", "unit": 105, "owner": "", "reason": "chờ ký", "expiresOn": "2036-11-10"], status: 422),
    TwoChannelAct(
      "give a reserved number up", as: Cast.registryClerk, page: "/van-ban-di/giu-so",
      action: "/van-ban-di/giu-so/{kept}/huy", typed: ["ly-do": "không ký nữa"],
      "/number-reservations/{kept}/cancellation", ["reason": "không ký nữa"], version: 1),
  ]

  private static let sending: [TwoChannelAct] = [
    TwoChannelAct(
      "issue", as: Cast.registryClerk, page: "/van-ban-di/{numbered}", action: "/van-ban-di/{numbered}/phat-hanh",
      typed: [:], "/outgoing-documents/{numbered}/issue", .null, version: 1),
    TwoChannelAct(
      "issue what was read too early", as: Cast.registryClerk, page: "/van-ban-di/{numbered}",
      action: "/van-ban-di/{numbered}/phat-hanh", typed: [:], "/outgoing-documents/{numbered}/issue", .null,
      version: 7, status: 412
    ).with(isStale: true),
    TwoChannelAct(
      "record a sending", as: Cast.registryClerk, page: "/van-ban-di/{issued}", action: "/van-ban-di/{issued}/gui",
      typed: ["noi-nhan": "{outside}", "chung-tu": "EA123456789VN", "so-bi": "1"],
      "/outgoing-documents/{issued}/sendings",
      ["recipients": ["{outside}"], "proof": "EA123456789VN", "envelopes": 1], version: 2),
    TwoChannelAct(
      "record a sending without its proof", as: Cast.registryClerk, page: "/van-ban-di/{issued}",
      action: "/van-ban-di/{issued}/gui", typed: ["noi-nhan": "{outside}"], "/outgoing-documents/{issued}/sendings",
      ["recipients": ["{outside}"], "proof": ""], version: 2, status: 422),
    TwoChannelAct(
      "send further", as: Cast.registryClerk, page: "/van-ban-di/{issued}",
      action: "/van-ban-di/{issued}/gui-them", typed: ["gui-them": "Sở Tài chính"],
      "/outgoing-documents/{issued}/further-recipients", ["recipients": ["Sở Tài chính"]], version: 2),
    TwoChannelAct(
      "send again to whom has it", as: Cast.registryClerk, page: "/van-ban-di/{issued}",
      action: "/van-ban-di/{issued}/gui-them", typed: ["gui-them": "Sở Xây dựng"],
      "/outgoing-documents/{issued}/further-recipients", ["recipients": ["Sở Xây dựng"]], version: 2, status: 422),
    TwoChannelAct(
      "send a secret place", as: Cast.registryClerk, page: "/van-ban-di/{issued}",
      action: "/van-ban-di/{issued}/gui-them", typed: ["gui-them": "TỐI MẬT"],
      "/outgoing-documents/{issued}/further-recipients", ["recipients": ["TỐI MẬT"]], version: 2, status: 422),
    TwoChannelAct(
      "record an arrival", as: Cast.registryClerk, page: "/van-ban-di/{older}",
      action: "/van-ban-di/{older}/phan-hoi",
      typed: ["noi": "{sent}", "phan-hoi": "received", "noi-dung": "số đến 48"],
      "/outgoing-documents/{older}/recipients/{sent}/answer", ["state": "received", "answer": "số đến 48"],
      version: 2),
    TwoChannelAct(
      "record that it came back, not why", as: Cast.registryClerk, page: "/van-ban-di/{older}",
      action: "/van-ban-di/{older}/phan-hoi", typed: ["noi": "{sent}", "phan-hoi": "refused"],
      "/outgoing-documents/{older}/recipients/{sent}/answer", ["state": "refused"], version: 2, status: 422),
    TwoChannelAct(
      "recall", as: Cast.leader, page: "/van-ban-di/{issued}", action: "/van-ban-di/{issued}/thu-hoi",
      typed: ["ly-do": "sai căn cứ"], "/outgoing-documents/{issued}/recall", ["reason": "sai căn cứ"], version: 2),
    TwoChannelAct(
      "recall without saying why", as: Cast.leader, page: "/van-ban-di/{issued}",
      action: "/van-ban-di/{issued}/thu-hoi", typed: [:], "/outgoing-documents/{issued}/recall", ["reason": ""],
      version: 2, status: 422),
  ]

  private static let loops: [TwoChannelAct] = [
    TwoChannelAct(
      "relate", as: Cast.registryClerk, page: "/van-ban-di/{numbered}", action: "/van-ban-di/{numbered}/quan-he",
      typed: ["quan-he": "amend", "van-ban-truoc": "{olderCode}"], "/outgoing-documents/{numbered}/relations",
      ["kind": "amend", "code": "{olderCode}"], version: 1),
    TwoChannelAct(
      "relate to what is not there", as: Cast.registryClerk, page: "/van-ban-di/{numbered}",
      action: "/van-ban-di/{numbered}/quan-he", typed: ["quan-he": "replace", "van-ban-truoc": "999/X"],
      "/outgoing-documents/{numbered}/relations", ["kind": "replace", "code": "999/X"], version: 1, status: 422),
    TwoChannelAct(
      "undo a relation", as: Cast.registryClerk, page: "/van-ban-di/{issued}",
      action: "/van-ban-di/{issued}/quan-he/bo", typed: ["ly-do": "ghi nhầm"],
      "/outgoing-documents/{issued}/relations/{relation}/removal", ["reason": "ghi nhầm"], version: 2),
    TwoChannelAct(
      "urge", as: Cast.headOfOffice, page: "/van-ban-di/{issued}", action: "/van-ban-di/{issued}/don-doc", typed: [:],
      "/outgoing-documents/{issued}/urgings", .null, version: 2),
    TwoChannelAct(
      "pair a reply", as: Cast.registryClerk, page: "/van-ban-di/{issued}",
      action: "/van-ban-di/{issued}/tra-loi", typed: ["noi": "{outside}", "tra-loi": "12/SXD-VP"],
      "/outgoing-documents/{issued}/recipients/{outside}/reply", ["text": "12/SXD-VP"], version: 2),
    TwoChannelAct(
      "pair a reply that says nothing", as: Cast.registryClerk, page: "/van-ban-di/{issued}",
      action: "/van-ban-di/{issued}/tra-loi", typed: ["noi": "{outside}"],
      "/outgoing-documents/{issued}/recipients/{outside}/reply", ["text": ""], version: 2, status: 422),
    TwoChannelAct(
      "take a reply off", as: Cast.registryClerk, page: "/van-ban-di/{issued}",
      action: "/van-ban-di/{issued}/tra-loi/bo", typed: [:],
      "/outgoing-documents/{issued}/recipients/{answered}/reply/removal", .null, version: 2),
  ]

  /// `{packet}` waits in the intake of the agency below, `{recalled}` was taken back by its issuer; `{paper}` is the same
  /// document there, come on paper before.
  static let packets: [TwoChannelAct] = [
    TwoChannelAct(
      "register a packet", as: Cast.clerkOfAnotherAgency, page: "/van-ban-den/gui-den/{packet}",
      action: "/van-ban-den/gui-den/{packet}/vao-so", typed: ["toPlaces": "Phòng Kỹ thuật"],
      "/packets/{packet}/registration", ["toPlaces": "Phòng Kỹ thuật"]),
    TwoChannelAct(
      "register what came on paper", as: Cast.clerkOfAnotherAgency, page: "/van-ban-den/gui-den/{packet}",
      action: "/van-ban-den/gui-den/{packet}/vao-so", typed: [:], "/packets/{packet}/registration", ["book": ""],
      status: 422
    ).besides("{paper}"),
    TwoChannelAct(
      "take a packet in", as: Cast.clerkOfAnotherAgency, page: "/van-ban-den/gui-den/{packet}",
      action: "/van-ban-den/gui-den/{packet}/nhap", typed: ["van-ban": "{paper}"], "/packets/{packet}/joining",
      ["document": "{paper}"]),
    TwoChannelAct(
      "return a packet", as: Cast.clerkOfAnotherAgency, page: "/van-ban-den/gui-den/{packet}",
      action: "/van-ban-den/gui-den/{packet}/tra", typed: ["ly-do": "Gửi nhầm cơ quan"], "/packets/{packet}/return",
      ["reason": "Gửi nhầm cơ quan"]),
    TwoChannelAct(
      "return a packet without saying why", as: Cast.clerkOfAnotherAgency, page: "/van-ban-den/gui-den/{packet}",
      action: "/van-ban-den/gui-den/{packet}/tra", typed: [:], "/packets/{packet}/return", ["reason": ""],
      status: 422),
    TwoChannelAct(
      "confirm a recall", as: Cast.clerkOfAnotherAgency, page: "/van-ban-den/gui-den/{recalled}",
      action: "/van-ban-den/gui-den/{recalled}/da-huy", typed: [:], "/packets/{recalled}/recall-confirmation",
      .object([])),
  ]

  private static let copyForm = "/ban-sao/de-nghi/outgoingDocument/{issued}?tep={file}"

  /// `{askedCopy}` waits for the leader, `{approved}` for its number, `{copy}` has one.
  static let copies: [TwoChannelAct] = [
    TwoChannelAct(
      "ask for a copy", as: Cast.unitHead, page: copyForm,
      typed: ["noi-nhan": "Vụ Pháp chế", "so-ban": "2", "nguoi-quyet-dinh": "1001"], "/copies",
      [
        "outgoingDocument": "{issued}", "file": "{file}", "recipients": ["Vụ Pháp chế"], "amount": 2, "decider": 1001,
      ]),
    TwoChannelAct(
      "ask for a copy for nobody", as: Cast.unitHead, page: copyForm,
      typed: ["noi-nhan": "", "nguoi-quyet-dinh": "1008"], "/copies",
      ["outgoingDocument": "{issued}", "file": "{file}", "recipients": .list([]), "decider": 1008], status: 422),
    TwoChannelAct(
      "approve a copy", as: Cast.leader, page: "/ban-sao/{askedCopy}", action: "/ban-sao/{askedCopy}/dong-y",
      typed: ["y-kien": "Gửi kèm hồ sơ"], "/copies/{askedCopy}/approval", ["note": "Gửi kèm hồ sơ"], version: 1),
    TwoChannelAct(
      "refuse a copy", as: Cast.leader, page: "/ban-sao/{askedCopy}", action: "/ban-sao/{askedCopy}/khong-dong-y",
      typed: ["ly-do": "Không cần"], "/copies/{askedCopy}/refusal", ["reason": "Không cần"], version: 1),
    TwoChannelAct(
      "refuse a copy without a word", as: Cast.leader, page: "/ban-sao/{askedCopy}",
      action: "/ban-sao/{askedCopy}/khong-dong-y", typed: [:], "/copies/{askedCopy}/refusal", ["reason": ""],
      version: 1,
      status: 422),
    TwoChannelAct(
      "withdraw a copy", as: Cast.unitHead, page: "/ban-sao/{askedCopy}", action: "/ban-sao/{askedCopy}/rut",
      typed: [:],
      "/copies/{askedCopy}/withdrawal", ["reason": ""], version: 1),
    TwoChannelAct(
      "number a copy", as: Cast.registryClerk, page: "/ban-sao/{approved}", action: "/ban-sao/{approved}/cap-so",
      typed: [:], "/copies/{approved}/numbering", .null, version: 2),
    TwoChannelAct(
      "cancel a copy's number without saying why", as: Cast.registryClerk, page: "/ban-sao/{copy}",
      action: "/ban-sao/{copy}/huy-so",
      typed: ["ly-do": ""], "/copies/{copy}/cancellation", ["reason": ""], version: 3, status: 422),
    TwoChannelAct(
      "cancel a copy's number", as: Cast.registryClerk, page: "/ban-sao/{copy}", action: "/ban-sao/{copy}/huy-so",
      typed: ["ly-do": "sao nhầm"], "/copies/{copy}/cancellation", ["reason": "sao nhầm"], version: 3),
  ]
}
