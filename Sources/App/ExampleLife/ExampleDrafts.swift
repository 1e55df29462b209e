import Database
import Documents
import Drafts
import Kernel
import Organization
import Work

/// Drafts of the example life, through the real acts: one or more at every station, so that whoever drafts, checks or
/// signs has something before them on first start.
struct ExampleDraft: Sendable {
  /// How far it gets.
  enum End: Sendable, CaseIterable {
    case ordered, drafting, content, toDrafter, withdrawn, cancelled, coordinating, form, returned, signing, signed
  }

  private var subject: String
  private var typeKey: String
  private var unit: ExampleLife.HandlingUnit
  private var end: End
  private var file: DraftFileToAdd?
  let begins: Instant

  private var drafter: Actor { unit.officers.first ?? unit.head }

  static let subjects: [(type: String, unit: Int, subject: String)] = [
    ("congVan", 0, "Về việc rà soát giấy phép khai thác cát, sỏi lòng sông"),
    ("baoCao", 2, "Kết quả thực hiện kế hoạch điều tra địa chất năm 2026"),
    ("thongBao", 3, "Kết luận cuộc họp giao ban tháng"), ("quyetDinh", 1, "Thành lập tổ công tác rà soát văn bản"),
    ("keHoach", 4, "Ứng dụng bản đồ địa chất số giai đoạn 2027–2030"),
    ("congVan", 0, "Về việc cung cấp số liệu trữ lượng đá vôi"), ("toTrinh", 2, "Phê duyệt dự toán khảo sát thực địa"),
    ("giayMoi", 3, "Dự hội nghị tổng kết công tác năm"),
    ("congVan", 1, "Về việc góp ý dự thảo nghị định về khoáng sản"),
    ("baoCao", 0, "Tình hình cấp phép thăm dò quý III"), ("huongDan", 4, "Quản lý dữ liệu lỗ khoan"),
    ("congVan", 0, "Về việc trả lời kiến nghị của địa phương về khai thác đá"),
  ]

  /// - Parameter file: a Word file for each, or none at all where no tool could make it: then nothing is submitted.
  static func all(until end: Instant, files: [DraftFileToAdd]) -> [ExampleDraft] {
    let ends = End.allCases + [.signing]
    return ends.indices.map { index in
      let (type, unit, subject) = subjects[index % subjects.count]
      return ExampleDraft(
        subject: subject, typeKey: type, unit: ExampleLife.units[unit], end: ends[index],
        file: files.indices.contains(index) ? files[index] : nil,
        // What is signed waits for its number since yesterday, not for a week.
        begins: Instant(end.day - (ends[index] == .signed ? 4 : 14), hour: 8, minute: index))
    }
  }

  /// The head orders it, or the officer begins alone.
  @Sendable func begin(_ transaction: any Transaction) throws -> [ExampleLife.Happening] {
    let facts = DraftFacts(
      typeKey: typeKey, subject: subject, signer: Cast.leader.post,
      recipients: [
        DraftRecipient(.agency(Cast.leaderOfAnotherAgency.agency), name: Cast.leaderOfAnotherAgency.agencyName),
        DraftRecipient(.unit(ExampleBody.office), name: "Văn phòng", isInformed: true),
      ])
    let id = try CreateDraft(facts, drafter: drafter.post, instruction: "Soạn, trình trong tuần.")
      .perform(by: unit.head, in: transaction)
    guard end != .ordered, let file else { return [] }
    return [
      then(60) { transaction in
        try AcceptDraft(id).perform(by: drafter, in: transaction)
        return [
          then(240) { transaction in
            try AddDraftVersion(id, main: file, purpose: "", seen: 0).perform(by: drafter, in: transaction)
            return try submitted(id, transaction)
          }
        ]
      }
    ]
  }

  private func then(
    _ minutes: Int, _ act: @escaping @Sendable (any Transaction) throws -> [ExampleLife.Happening]
  ) -> ExampleLife.Happening { ExampleLife.Happening(minutes: minutes, act: act) }

  private func submitted(_ id: Draft.ID, _ transaction: any Transaction) throws -> [ExampleLife.Happening] {
    switch end {
    case .drafting: return []
    case .cancelled:
      return [
        then(300) { transaction in
          try CancelDraft(id, reason: "Nội dung đã có trong văn bản khác").perform(by: unit.head, in: transaction)
          return []
        }
      ]
    default:
      let coordinating = end == .coordinating ? [ExampleBody.personnelUnit] : []
      let way = DraftWay(content: .leadUnit, coordinating: coordinating, form: .office)
      try SubmitDraft(id, way: way, note: "Kính trình").perform(by: drafter, in: transaction)
      return end == .content ? [] : [then(120) { try checked(id, $0) }]
    }
  }

  /// The head of the unit has looked at it.
  @Sendable private func checked(_ id: Draft.ID, _ transaction: any Transaction) throws -> [ExampleLife.Happening] {
    switch end {
    case .withdrawn:
      try WithdrawDraft(id, reason: "Bổ sung số liệu mới nhận").perform(by: drafter, in: transaction)
      return []
    case .toDrafter:
      try ReturnDraft(item(id, transaction), on: id, reason: "Thiếu số liệu của quý trước")
        .perform(by: unit.head, in: transaction)
      return []
    default:
      try PassDraft(item(id, transaction), on: id, note: "Đã kiểm tra nội dung").perform(by: unit.head, in: transaction)
      return end == .coordinating || end == .form ? [] : [then(90) { try formChecked(id, $0) }]
    }
  }

  /// The head of office has looked at its form.
  @Sendable private func formChecked(_ id: Draft.ID, _ transaction: any Transaction) throws -> [ExampleLife.Happening] {
    guard end != .returned else {
      try ReturnDraft(item(id, transaction), on: id, reason: "Sai thể thức phần nơi nhận")
        .perform(by: Cast.headOfOffice, in: transaction)
      return []
    }
    try PassDraft(item(id, transaction), on: id).perform(by: Cast.headOfOffice, in: transaction)
    guard end == .signed else { return [] }
    return [
      then(200) { transaction in
        try SignDraft(item(id, transaction), on: id, seen: 1).perform(by: Cast.leader, in: transaction)
        return []
      }
    ]
  }

  /// The work of the station at which it stands.
  private func item(_ id: Draft.ID, _ transaction: any Transaction) throws -> WorkItem.ID {
    let open = try WorkStore(transaction).items(of: .draft(id)).last { $0.isOpen && $0.kind != .writeDraft }
    guard let open else { throw Refusal(.conflict, "Dự thảo mẫu không ở bước nào.") }
    return open.id
  }
}

/// Who may sign in the example body.
enum ExampleSigning {
  static func fill(in transaction: any Transaction) throws {
    let begins = transaction.now.day - 200
    func lay(_ terms: SigningPower.Terms, by keeper: Actor) throws {
      try LaySigningPower(terms).perform(by: keeper, in: transaction)
    }
    try lay(.init(post: Cast.leader.post, capacity: .direct, validFrom: begins), by: Cast.headOfOffice)
    try lay(
      .init(
        post: Cast.deputyLeader.post, capacity: .forHead, scope: "Khoáng sản, khoa học công nghệ",
        basis: "Quyết định phân công công tác của lãnh đạo Tổng cục", validFrom: begins), by: Cast.headOfOffice)
    try lay(
      .init(
        post: Cast.headOfOffice.post, capacity: .byOrder, typeKeys: ["congVan", "giayMoi", "thongBao"],
        basis: "Quy chế làm việc của Tổng cục", validFrom: begins), by: Cast.headOfOffice)
    try lay(
      .init(post: Cast.leaderOfAnotherAgency.post, capacity: .direct, validFrom: begins),
      by: Cast.administratorOfAnotherAgency)
  }
}
