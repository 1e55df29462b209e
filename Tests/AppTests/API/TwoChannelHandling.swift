import Organization
import WebAPI

/// Handling, as both channels ask for it.
extension TwoChannelAct {
  static let handling = giving + moving + followUp + answering

  private static let giving: [TwoChannelAct] = [
    TwoChannelAct(
      "present", as: Cast.registryClerk, page: "/van-ban-den/{document}/trinh",
      typed: ["vai-p1001": "1", "y-kien": "Đề xuất giao Vụ KS"], "/incoming-documents/{document}/presentations",
      ["posts": [1001], "proposal": "Đề xuất giao Vụ KS"], version: 1),
    TwoChannelAct(
      "present to nobody", as: Cast.registryClerk, page: "/van-ban-den/{document}/trinh", typed: [:],
      "/incoming-documents/{document}/presentations", ["posts": []], version: 1, status: 422),
    TwoChannelAct(
      "present without authority", as: Cast.leader, page: "/van-ban-den/{document}/trinh", typed: [:],
      "/incoming-documents/{document}/presentations", ["posts": [1002]], version: 1, status: 403),
    TwoChannelAct(
      "direct", as: Cast.leader, page: "/van-ban-den/{document}/but-phe",
      typed: ["y-kien": "Giao Vụ KS", "vai-u105": "lead", "han-u105": "20/11/2026", "can-tra-loi": "1"],
      "/incoming-documents/{document}/directives",
      [
        "text": "Giao Vụ KS", "needsReply": true,
        "places": [["unit": 105, "role": "lead", "due": "2026-11-20"]],
      ], version: 1),
    TwoChannelAct(
      "direct two to lead", as: Cast.leader, page: "/van-ban-den/{document}/but-phe",
      typed: ["y-kien": "Giao", "vai-u105": "lead", "vai-u106": "lead"], "/incoming-documents/{document}/directives",
      ["text": "Giao", "places": [["unit": 105, "role": "lead"], ["unit": 106, "role": "lead"]]], version: 1,
      status: 422),
    TwoChannelAct(
      "key in a paper directive", as: Cast.registryClerk, page: "/van-ban-den/{document}/but-phe",
      typed: ["y-kien": "Chuyển Vụ PC để biết", "lanh-dao": "1001", "vai-u106": "inform"],
      "/incoming-documents/{document}/directives",
      ["text": "Chuyển Vụ PC để biết", "keyedFor": 1001, "places": [["unit": 106, "role": "inform"]]], version: 1),
  ]

  private static let moving: [TwoChannelAct] = [
    TwoChannelAct(
      "accept", as: Cast.unitHead, page: "/van-ban-den/{given}", action: "/van-ban-den/{given}/viec/{item}/nhan",
      typed: [:], "/work-items/{item}/acceptance", .null, version: 1),
    TwoChannelAct(
      "assign", as: Cast.unitHead, page: "/van-ban-den/{given}/viec/{item}/phan-cong",
      typed: ["vai-p1009": "lead", "y-kien": "Soạn trả lời"], "/work-items/{item}/assignment",
      ["instruction": "Soạn trả lời", "places": [["post": 1009, "role": "lead"]]], version: 1),
    TwoChannelAct(
      "assign longer than the unit has", as: Cast.unitHead, page: "/van-ban-den/{given}/viec/{item}/phan-cong",
      typed: ["vai-p1009": "lead", "han-p1009": "21/11/2026"], "/work-items/{item}/assignment",
      ["places": [["post": 1009, "role": "lead", "due": "2026-11-21"]]], version: 1, status: 422),
    TwoChannelAct(
      "return", as: Cast.unitHead, page: "/van-ban-den/{given}/viec/{item}/tra-lai",
      typed: ["ly-do": "Không thuộc thẩm quyền"], "/work-items/{item}/return", ["reason": "Không thuộc thẩm quyền"],
      version: 1),
    TwoChannelAct(
      "return without a reason", as: Cast.unitHead, page: "/van-ban-den/{given}/viec/{item}/tra-lai", typed: [:],
      "/work-items/{item}/return", ["reason": ""], version: 1, status: 422),
    TwoChannelAct(
      "complete", as: Cast.unitClerk, page: "/van-ban-den/{given}/viec/{item}/ket-qua",
      typed: ["ket-qua": "Đã trả lời", "loai-ket-qua": "reply", "van-ban-tra-loi": "12/TCĐC-KS"],
      "/work-items/{item}/completion", ["result": "Đã trả lời", "kind": "reply", "replyCode": "12/TCĐC-KS"], version: 1),
    TwoChannelAct(
      "complete what somebody else holds", as: Cast.leader, page: "/van-ban-den/{given}/viec/{item}/ket-qua",
      typed: ["ket-qua": "Đã trả lời"], "/work-items/{item}/completion", ["result": "Đã trả lời"], version: 1,
      status: 403),
    TwoChannelAct(
      "recall", as: Cast.leader, page: "/van-ban-den/{given}/viec/{item}/thu-hoi", typed: ["ly-do": "Giao nhầm"],
      "/work-items/{item}/recall", ["reason": "Giao nhầm"], version: 1),
    TwoChannelAct(
      "reopen", as: Cast.leader, page: "/van-ban-den/{ended}/viec/{done}/mo-lai", typed: ["ly-do": "Thiếu số liệu"],
      "/work-items/{done}/reopening", ["reason": "Thiếu số liệu"], version: 2),
  ]

  private static let followUp: [TwoChannelAct] = [
    TwoChannelAct(
      "note", as: Cast.unitHead, page: "/van-ban-den/{given}/viec/{item}/tien-do",
      typed: ["loai": "difficulty", "y-kien": "Thiếu số liệu của tỉnh"], "/work-items/{item}/notes",
      ["kind": "difficulty", "text": "Thiếu số liệu của tỉnh"], version: 1),
    TwoChannelAct(
      "urge", as: Cast.leader, page: "/van-ban-den/{given}/viec/{item}/don-doc",
      typed: ["muc": "criticize", "y-kien": "Chậm"], "/work-items/{item}/urgings",
      ["level": "criticize", "text": "Chậm"], version: 1),
    TwoChannelAct(
      "set another deadline", as: Cast.leader, page: "/van-ban-den/{given}/viec/{item}/doi-han",
      typed: ["han": "25/11/2026", "ly-do": "Việc lớn"], "/work-items/{item}/deadline",
      ["due": "2026-11-25", "reason": "Việc lớn"], version: 1),
    TwoChannelAct(
      "name another lead", as: Cast.leader, page: "/van-ban-den/{given}/viec/{item}/doi-chu-tri",
      typed: ["noi-nhan": "u106", "ly-do": "Đúng lĩnh vực"], "/work-items/{item}/lead",
      ["unit": 106, "reason": "Đúng lĩnh vực"], version: 1),
    TwoChannelAct(
      "ask for more time", as: Cast.unitHead, page: "/van-ban-den/{given}/viec/{item}/xin-gia-han",
      typed: ["han": "25/11/2026", "ly-do": "Chờ số liệu"], "/work-items/{item}/extension-requests",
      ["due": "2026-11-25", "reason": "Chờ số liệu"], version: 1),
    TwoChannelAct(
      "ask for an opinion", as: Cast.unitHead, page: "/van-ban-den/{given}/viec/{item}/xin-y-kien",
      typed: ["y-kien": "Có vướng gì không?", "vai-u106": "1"], "/work-items/{item}/opinion-requests",
      ["question": "Có vướng gì không?", "holders": [["unit": 106]]], version: 1),
    TwoChannelAct(
      "name the reply", as: Cast.unitHead, page: "/van-ban-den/{ended}/viec/{done}/van-ban-tra-loi",
      typed: ["van-ban-tra-loi": "12/TCĐC-KS"], "/work-items/{done}/reply", ["replyCode": "12/TCĐC-KS"], version: 2),
  ]

  /// What answers others, and what changes no work at all.
  private static let answering: [TwoChannelAct] = [
    TwoChannelAct(
      "give an opinion", as: Cast.headOfTwo, page: "/van-ban-den/{given}/viec/{opinion}/y-kien",
      typed: ["dong-y": "disagree", "y-kien": "Còn vướng Điều 12"], "/work-items/{opinion}/opinion",
      ["stance": "disagree", "text": "Còn vướng Điều 12"], version: 1),
    TwoChannelAct(
      "give an opinion without a word", as: Cast.headOfTwo, page: "/van-ban-den/{given}/viec/{opinion}/y-kien",
      typed: ["dong-y": "disagree"], "/work-items/{opinion}/opinion", ["stance": "disagree"], version: 1, status: 422),
    TwoChannelAct(
      "grant more time", as: Cast.leader, page: "/van-ban-den/{given}/viec/{extension}/gia-han",
      typed: ["cho-gia-han": "1", "han": "25/11/2026"], "/work-items/{extension}/extension-decision",
      ["due": "2026-11-25"], version: 1),
    TwoChannelAct(
      "refuse more time", as: Cast.leader, page: "/van-ban-den/{given}/viec/{extension}/gia-han",
      typed: ["cho-gia-han": "0", "ly-do": "Việc gấp"], "/work-items/{extension}/extension-decision",
      ["reason": "Việc gấp"], version: 1),
    TwoChannelAct(
      "hand work over", as: Cast.officerInCharge, page: "/van-ban-den/{given}/viec/{officer}/ban-giao",
      typed: ["noi-nhan": "1010", "ly-do": "Đi công tác"], "/work-items/{officer}/hand-over",
      ["post": 1010, "reason": "Đi công tác"], version: 1),
    TwoChannelAct(
      "hand work over without a reason", as: Cast.officerInCharge,
      page: "/van-ban-den/{given}/viec/{officer}/ban-giao", typed: ["noi-nhan": "1010"],
      "/work-items/{officer}/hand-over", ["post": 1010, "reason": ""], version: 1, status: 422),
    TwoChannelAct(
      "follow", as: Cast.headOfOffice, page: "/van-ban-den/{document}", action: "/van-ban-den/{document}/theo-doi",
      typed: ["theo-doi": "1"], "/incoming-documents/{document}/following", ["follows": true], version: 1),
    TwoChannelAct(
      "acknowledge", as: Cast.registryClerk, page: "/van-ban-den/{mail}/bao-nhan",
      typed: ["cach-bao": "phone", "han": "05/11/2026"], "/incoming-documents/{mail}/reception-notice",
      ["way": "phone", "toldOn": "2026-11-05"], version: 1),
    TwoChannelAct(
      "acknowledge before it came", as: Cast.registryClerk, page: "/van-ban-den/{mail}/bao-nhan",
      typed: ["cach-bao": "email", "han": "04/11/2026"], "/incoming-documents/{mail}/reception-notice",
      ["way": "email", "toldOn": "2026-11-04"], version: 1, status: 422),
  ]
}
