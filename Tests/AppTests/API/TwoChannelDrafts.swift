import Database
import Documents
import Drafts
import FileVault
import Kernel
import Organization
import Papers
import TestSupport
import Testing
import WebAPI
import Work

@testable import App

extension TwoChannelAct {
  private static let facts: JSONValue = [
    "type": "congVan", "subject": "Về việc cung cấp số liệu", "signer": 1001, "recipients": [["agency": 12]],
  ]
  private static let typed = [
    "loai": "congVan", "trich-yeu": "Về việc cung cấp số liệu", "nguoi-ky": "1001", "noi-nhan": "Cục Địa chất miền Bắc",
  ]

  /// `{draft}` has a version and is in its drafter's hands, `{submitted}` stands with the head of the unit as `{station}`,
  /// `{signing}` with the leader as `{signature}`; `{asked}` is an opinion asked of the legal unit on `{draft}`.
  static let drafts: [TwoChannelAct] = [
    TwoChannelAct(
      "begin a draft", as: Cast.officerInCharge, page: "/du-thao/moi", typed: typed, "/drafts", facts),
    TwoChannelAct(
      "begin a draft about nothing", as: Cast.officerInCharge, page: "/du-thao/moi",
      typed: typed.merging(["trich-yeu": ""]) { $1 }, "/drafts",
      ["type": "congVan", "subject": "", "signer": 1001, "recipients": [["agency": 12]]], status: 422),
    TwoChannelAct(
      "begin a secret draft", as: Cast.officerInCharge, page: "/du-thao/moi",
      typed: typed.merging(["trich-yeu": "TUYỆT MẬT - Kế hoạch"]) { $1 }, "/drafts",
      ["type": "congVan", "subject": "TUYỆT MẬT - Kế hoạch", "signer": 1001, "recipients": [["agency": 12]]],
      status: 422),
    TwoChannelAct(
      "change a draft", as: Cast.officerInCharge, page: "/du-thao/{draft}/sua", typed: ["trich-yeu": "Khác"],
      "PATCH /drafts/{draft}", ["subject": "Khác"], version: 2),
    TwoChannelAct(
      "bring a version", as: Cast.officerInCharge, page: "/du-thao/{draft}/ban-moi", typed: ["y-kien": "Sửa câu kết"],
      "/drafts/{draft}/versions", ["purpose": "Sửa câu kết"], version: 2
    ).with(files: [ChosenFile(name: "du-thao.docx", bytes: word, field: "tep")]),
    TwoChannelAct(
      "submit a draft", as: Cast.officerInCharge, page: "/du-thao/{draft}/trinh", typed: ["y-kien": "Kính trình"],
      "/drafts/{draft}/submission", ["note": "Kính trình"], version: 2),
    TwoChannelAct(
      "pass a station", as: Cast.unitHead, page: "/du-thao/{submitted}/buoc/{station}/dat", typed: ["y-kien": "Đạt"],
      "/drafts/{submitted}/steps/{station}/pass", ["note": "Đạt"], version: 4),
    TwoChannelAct(
      "return a draft", as: Cast.unitHead, page: "/du-thao/{submitted}/buoc/{station}/tra-lai",
      typed: ["ly-do": "Thiếu số liệu"], "/drafts/{submitted}/steps/{station}/return", ["reason": "Thiếu số liệu"],
      version: 4),
    TwoChannelAct(
      "return a draft without a word", as: Cast.unitHead, page: "/du-thao/{submitted}/buoc/{station}/tra-lai",
      typed: ["ly-do": ""], "/drafts/{submitted}/steps/{station}/return", ["reason": ""], version: 4, status: 422),
    TwoChannelAct(
      "withdraw a draft", as: Cast.officerInCharge, page: "/du-thao/{submitted}/rut-lai", typed: ["ly-do": "Sửa"],
      "/drafts/{submitted}/withdrawal", ["reason": "Sửa"], version: 4),
    TwoChannelAct(
      "sign a draft", as: Cast.leader, page: "/du-thao/{signing}/buoc/{signature}/ky", typed: [:],
      "/drafts/{signing}/steps/{signature}/signature", ["versionNumber": 1], version: 6),
    TwoChannelAct(
      "sign a version that nobody made", as: Cast.leader, page: "/du-thao/{signing}/buoc/{signature}/ky",
      typed: ["ban": "3"], "/drafts/{signing}/steps/{signature}/signature", ["versionNumber": 3], version: 6,
      status: 409
    ),
    TwoChannelAct(
      "ask for opinions", as: Cast.officerInCharge, page: "/du-thao/{draft}/y-kien/hoi",
      typed: ["y-kien": "Có vướng gì không?", "han": "20/11/2026", "tiep-theo-u106": "1"],
      "/drafts/{draft}/opinion-requests",
      ["question": "Có vướng gì không?", "due": "2026-11-20", "places": [["unit": 106]]], version: 2),
    TwoChannelAct(
      "give an opinion", as: Cast.headOfTwo, page: "/du-thao/{draft}/y-kien/{asked}/gop-y",
      typed: ["lap-truong": "disagree", "y-kien": "Trùng thẩm quyền"], "/drafts/{draft}/opinions/{asked}",
      ["stance": "disagree", "text": "Trùng thẩm quyền", "versionNumber": 1], version: 2),
    TwoChannelAct(
      "disagree without a word", as: Cast.headOfTwo, page: "/du-thao/{draft}/y-kien/{asked}/gop-y",
      typed: ["lap-truong": "disagree"], "/drafts/{draft}/opinions/{asked}",
      ["stance": "disagree", "versionNumber": 1], version: 2, status: 422),
    TwoChannelAct(
      "give more time", as: Cast.officerInCharge, page: "/du-thao/{draft}/y-kien/{asked}/gia-han",
      typed: ["han": "25/11/2026", "ly-do": "Chờ họp"], "/drafts/{draft}/opinions/{asked}/deadline",
      ["due": "2026-11-25", "reason": "Chờ họp"], version: 2),
    TwoChannelAct(
      "cancel a draft", as: Cast.unitHead, page: "/du-thao/{draft}/huy", typed: ["ly-do": "Không cần nữa"],
      "/drafts/{draft}/cancellation", ["reason": "Không cần nữa"], version: 2),
  ]

  private static let word = (try? MadeWord(body: MadeWord.paragraph("Kính gửi: Cục")).bytes()) ?? []
}

extension TestApp {
  /// The drafts that acts are about; made only for acts that ask for one.
  func draftPlaces(for act: TwoChannelAct) async throws -> [String: String] {
    let text = act.path + act.page
    guard ["{draft}", "{submitted}", "{signing}"].contains(where: text.contains) else { return [:] }
    return try await draftPlaces(in: text)
  }

  /// The draft that is signed.
  func signedDraft() async throws -> String {
    let places = try await draftPlaces(in: "{signing}")
    let (id, item) = (places["{signing}"] ?? "", places["{signature}"] ?? "")
    try await database.write { transaction in
      try SignDraft(try #require(WorkItem.ID(item)), on: try #require(Draft.ID(id)), seen: 1)
        .perform(by: Cast.leader, in: transaction)
    }
    return id
  }

  private func draftPlaces(in text: String) async throws -> [String: String] {
    try await laySigning()
    return try await database.write { transaction in
      let officer = Cast.officerInCharge
      let facts = DraftFacts(
        typeKey: "congVan", subject: "Về việc kiểm kê", signer: Cast.leader.post,
        recipients: [DraftRecipient(.agency(ExampleBody.northernDepartment), name: "Cục Địa chất miền Bắc")])
      let id = try CreateDraft(facts).perform(by: officer, in: transaction)
      guard let hash = FileHash(String(repeating: "7", count: 64)) else { return [:] }
      let file = DraftFileToAdd(
        KeptFile(name: "a.docx", kind: .docx, stored: StoredFile(hash: hash, bytes: 10)), text: "Kính gửi")
      try AddDraftVersion(id, main: file, purpose: "", seen: 0).perform(by: officer, in: transaction)
      func last() throws -> String {
        "\(try #require(try WorkStore(transaction).items(of: .draft(id)).last { $0.isOpen }).id)"
      }
      if text.contains("{asked}") {
        try AskDraftOpinions(
          id, of: [.unit(ExampleBody.legalUnit)], question: "Có vướng gì không?", due: transaction.now.day + 5
        ).perform(by: officer, in: transaction)
        return ["{draft}": "\(id)", "{asked}": try last()]
      }
      if text.contains("{draft}") { return ["{draft}": "\(id)"] }
      try SubmitDraft(id, way: .usual).perform(by: officer, in: transaction)
      if text.contains("{submitted}") { return ["{submitted}": "\(id)", "{station}": try last()] }
      func station() throws -> WorkItem.ID { try #require(WorkItem.ID(try last())) }
      try PassDraft(station(), on: id).perform(by: Cast.unitHead, in: transaction)
      try PassDraft(station(), on: id).perform(by: Cast.headOfOffice, in: transaction)
      return ["{signing}": "\(id)", "{signature}": try last()]
    }
  }
}
