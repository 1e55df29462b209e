import Database
import Dossiers
import FilePlans
import Kernel
import Markup
import Organization
import WebApp

/// Gathers the archive's room for one address.
struct ArchiveRoomScreen {
  static let rowsPerPage = 50
  /// The last tab lists transfers, not dossiers.
  static let transfersPart = "dot"

  var query: Form
  var actor: Actor
  var seal: FormSeal
  var transaction: any Transaction

  private var isTransfers: Bool { query[ArchiveField.part] == Self.transfersPart }
  private var today: Day { transaction.now.day }

  func page(refusal: HTML = .empty, ticked: Set<String> = []) throws -> ArchiveRoomPage {
    guard ArchiveAccess.mayEnter(actor) else { throw ArchiveAccess.notEntered }
    var page = try isTransfers ? transfers() : dossiers(ticked)
    page.refusal = refusal
    return page
  }

  private var acts: [Button] {
    let terms =
      SetTransferTerms.refusal(for: actor) == nil ? [Button("Thời hạn nộp lưu", path: ArchivePaths.terms)] : []
    // Whoever comes into the room may look at what ends in it.
    return terms + [
      Button("Xét hủy", path: FramePaths.disposal), Button("Lệnh giữ nguyên", path: FramePaths.legalHolds),
      Button("Kho, giá, hộp", path: FramePaths.shelfPlaces), Button("Sổ mượn", path: FramePaths.dossierLoans),
    ]
  }

  // MARK: dossiers

  private func listing() -> ArchiveListing {
    var listing = ArchiveListing(
      ArchiveListing.Part(rawValue: query[ArchiveField.part]) ?? .waiting, unit: UnitID(query[ArchiveField.unit]),
      year: query.integer(ArchiveField.year), urgency: ArchiveListing.Urgency(rawValue: query[ArchiveField.urgency]))
    listing.page =
      Int64(query[ArchiveField.older]).map { .before($0) } ?? Int64(query[ArchiveField.newer]).map { .after($0) }
      ?? .newest
    if let day = Day(isoText: query[ArchiveField.afterDay]), let key = Int64(query[ArchiveField.afterKey]) {
      listing.after = .init(day: day, key: key)
    }
    return listing
  }

  private func path(_ listing: ArchiveListing, _ more: [String] = []) -> String {
    let fields =
      ["\(ArchiveField.part)=\(listing.part.rawValue)"]
      + [
        listing.unit.map { "\(ArchiveField.unit)=\($0)" }, listing.year.map { "\(ArchiveField.year)=\($0)" },
        listing.urgency.map { "\(ArchiveField.urgency)=\($0.rawValue)" },
      ].compactMap(\.self) + more
    return "\(ArchivePaths.room)?\(fields.joined(separator: "&"))"
  }

  private func dossiers(_ ticked: Set<String>) throws -> ArchiveRoomPage {
    let (listing, store) = (listing(), DossierArchiveListStore(transaction))
    let found = try store.list(listing, limit: Self.rowsPerPage, by: actor)
    let isBack = if case .after = listing.page { true } else { false }
    let inOrder = listing.page.inOrder(found)
    let listed = Array(isBack ? inOrder.suffix(Self.rowsPerPage) : inOrder.prefix(Self.rowsPerPage))
    let terms = try TransferTermsStore(transaction).terms(of: actor.agency)
    var page = ArchiveRoomPage(
      tabs: try tabs(current: listing.part.rawValue), words: words(listing), acts: acts)
    page.rows = listed.map { row($0, listing.part, terms, ticked) }
    page.filter = try filter(listing)
    if listing.part == .due { page.chips = try urgencies(listing, store) }
    if listing.part == .waiting, ArchiveAccess.isArchivist(actor), !listed.isEmpty {
      page.acceptance = (ArchivePaths.acceptance, seal)
    }
    page.pager = pager(listing, listed, hasMore: found.count > Self.rowsPerPage, isBack: isBack)
    return page
  }

  private func row(
    _ dossier: Dossier, _ part: ArchiveListing.Part, _ terms: TransferTerms, _ ticked: Set<String>
  ) -> ArchiveRoomPage.Row {
    let choice = ChosenDossier(dossier.id, version: dossier.version)
    var row = ArchiveRoomPage.Row(
      path: part == .waiting ? ArchivePaths.review(dossier.id) : DossierPaths.show(dossier.id),
      notation: "\(dossier.code.notation) (\(dossier.code.year))", title: dossier.facts.title, unit: dossier.unitName,
      retention: dossier.facts.retention.text, size: "\(dossier.itemCount) văn bản, \(dossier.pageTotal) trang",
      mark: .empty)
    switch part {
    case .waiting:
      row.box = ArchiveMarks.box(choice, dossier, isTicked: ticked.contains(choice.text))
      row.mark = ArchiveMarks.confirmation(dossier, terms, today: today)
    case .archived: row.mark = "\(dossier.archiving.archivedAt?.day.text ?? "")"
    case .due, .kept:
      row.mark = ArchiveMarks.due(dossier, today: today)
      row.side = ArchiveMarks.target(dossier, today: today)
    }
    return row
  }

  private func words(_ listing: ArchiveListing) -> ArchiveRoomPage.Words {
    switch listing.part {
    case .waiting:
      .init(
        mark: "Trả lời trước", empty: "Không có hồ sơ nào chờ nhận",
        emptyHint: "Hồ sơ đơn vị nộp lưu sẽ hiện ở đây để kiểm tra rồi nhận hoặc trả lại.")
    case .archived:
      .init(
        mark: "Ngày nhận", empty: "Chưa có hồ sơ nào trong lưu trữ",
        emptyHint: "Hồ sơ đã nhận nằm ở đây, chỉ để xem.")
    case .due:
      .init(
        mark: "Hạn nộp", empty: "Không có hồ sơ nào đến hạn nộp",
        emptyHint: "Hồ sơ đã kết thúc, bảo quản từ 5 năm trở lên mà chưa nộp lưu sẽ hiện ở đây, hạn gần nhất trước.")
    case .kept:
      .init(
        mark: "Giữ đến hết", empty: "Không có hồ sơ nào được giữ lại",
        emptyHint: "Hồ sơ đến hạn mà lãnh đạo đồng ý cho đơn vị giữ lại sẽ hiện ở đây.")
    }
  }

  private func pager(
    _ listing: ArchiveListing, _ listed: [Dossier], hasMore: Bool, isBack: Bool
  ) -> Pager {
    guard let first = listed.first, let last = listed.last else { return Pager() }
    if listing.part == .due || listing.part == .kept {
      let more = last.archiving.limitOn.map {
        path(listing, ["\(ArchiveField.afterDay)=\($0.isoText)", "\(ArchiveField.afterKey)=\(last.id)"])
      }
      return Pager(older: hasMore ? more : nil, olderLabel: "Tiếp theo ›")
    }
    let isFirst = listing.page == .newest || (isBack && !hasMore)
    return Pager(
      newer: isFirst ? nil : path(listing, ["\(ArchiveField.newer)=\(first.id)"]),
      older: isBack || hasMore ? path(listing, ["\(ArchiveField.older)=\(last.id)"]) : nil)
  }
}

extension ArchiveRoomScreen {
  private func tabs(current: String) throws -> Tabs {
    let store = DossierArchiveListStore(transaction)
    let parts: [(ArchiveListing.Part, String)] = [
      (.waiting, "Chờ nhận"), (.archived, "Trong lưu trữ"), (.due, "Đến hạn nộp"), (.kept, "Được giữ lại"),
    ]
    return Tabs(
      label: "Lưu trữ",
      try parts.map { part, label in
        let wanted = ArchiveListing(part)
        return .init(
          label, path: path(wanted), selected: part.rawValue == current,
          count: part == .archived ? nil : CountText.of(try store.count(wanted, by: actor)))
      } + [
        .init(
          "Đợt giao nộp", path: "\(ArchivePaths.room)?\(ArchiveField.part)=\(Self.transfersPart)",
          selected: current == Self.transfersPart)
      ])
  }

  private func urgencies(_ listing: ArchiveListing, _ store: DossierArchiveListStore) throws -> HTML {
    func chip(_ label: String, _ urgency: ArchiveListing.Urgency?) throws -> Chips.Chip {
      var wanted = listing
      (wanted.urgency, wanted.after) = (urgency, nil)
      return .init(
        label, path: path(wanted), selected: listing.urgency == urgency,
        count: CountText.of(try store.count(wanted, by: actor)))
    }
    return Chips(
      label: "Hạn nộp",
      [
        try chip("Mọi hạn", nil), try chip("Quá hạn", .overdue),
        try chip("Trong \(ArchiveListing.warnedDays) ngày tới", .soon),
      ]
    ).html
  }

  private func filter(_ listing: ArchiveListing) throws -> HTML {
    let units = try OrganizationStore(transaction).units(of: actor.agency, withClosed: true)
    let years = (0..<10).map { today.year - $0 }
    let fields = [
      Field(
        "Đơn vị", name: ArchiveField.unit, value: listing.unit.map { "\($0)" } ?? "",
        kind: .select([.init("", "Mọi đơn vị")] + units.map { .init("\($0.id)", $0.name) }), width: .half),
      Field(
        "Năm hồ sơ", name: ArchiveField.year, value: listing.year.map { "\($0)" } ?? "",
        kind: .select([.init("", "Mọi năm")] + years.map { .init("\($0)", "\($0)") }), width: .quarter),
    ]
    let urgency: HTML =
      listing.urgency.map { "<input type=\"hidden\" name=\"\(ArchiveField.urgency)\" value=\"\($0.rawValue)\">" }
      ?? .empty
    return """
      <form class="filter" method="get" action="\(ArchivePaths.room)" role="search" aria-label="Lọc danh sách">\
      <input type="hidden" name="\(ArchiveField.part)" value="\(listing.part.rawValue)">\(urgency)\
      \(fields.map(\.html))\(Button("Lọc").html)</form>
      """
  }

  // MARK: transfers

  private func transfers() throws -> ArchiveRoomPage {
    let page: KeysetPage =
      Int64(query[ArchiveField.older]).map { .before($0) } ?? Int64(query[ArchiveField.newer]).map { .after($0) }
      ?? .newest
    let found = try ArchiveTransferStore(transaction).list(page, limit: Self.rowsPerPage, visibleTo: actor)
    let isBack = if case .after = page { true } else { false }
    let listed = Array(isBack ? found.suffix(Self.rowsPerPage) : found.prefix(Self.rowsPerPage))
    let hasMore = found.count > Self.rowsPerPage
    func at(_ field: String, _ transfer: ArchiveTransfer?) -> String? {
      transfer.map { "\(ArchivePaths.room)?\(ArchiveField.part)=\(Self.transfersPart)&\(field)=\($0.id)" }
    }
    var room = ArchiveRoomPage(
      tabs: try tabs(current: Self.transfersPart),
      words: .init(
        mark: "", empty: "Chưa có đợt giao nộp nào",
        emptyHint: "Mỗi lần đơn vị nộp lưu là một đợt, có mục lục và biên bản giao nhận của đợt ấy."), acts: acts)
    room.transfers = try listed.map { try Self.row($0, ArchiveTransferStore(transaction).lines(of: $0.id)) }
    room.pager = Pager(
      newer: page == .newest || (isBack && !hasMore) ? nil : at(ArchiveField.newer, listed.first),
      older: isBack || hasMore ? at(ArchiveField.older, listed.last) : nil)
    return room
  }

  static func row(_ transfer: ArchiveTransfer, _ lines: [ArchiveTransferLine]) -> ArchiveRoomPage.TransferRow {
    .init(
      path: ArchivePaths.transfer(transfer.id), name: transfer.name, unit: transfer.unitName,
      giver: transfer.giverName, day: transfer.submittedAt.day.text,
      size: "\(lines.count) hồ sơ, \(lines.files) tệp, \(lines.pages) trang", state: state(transfer, lines))
  }

  static func state(_ transfer: ArchiveTransfer, _ lines: [ArchiveTransferLine]) -> StateMark {
    if transfer.settledAt == nil { return StateMark("Chờ nhận \(lines.count(.waiting))/\(lines.count)", .look) }
    return StateMark("Đã nhận \(lines.count(.accepted))/\(lines.count)", .done)
  }
}
