import Database
import Documents
import Kernel
import Markup
import WebApp

/// Gathers the list of drafts that an actor may see.
enum DraftListScreen {
  static let linesMax = 50
  private static let part = "phan"
  private static let before = "truoc"

  /// Parts of the list.
  enum Part: String, CaseIterable {
    case all = ""
    case writing = "dang-soan"
    case submitted = "dang-trinh"
    case returned = "tra-lai"
    case signed = "da-ky"
    case over = "da-xong"

    var label: String {
      switch self {
      case .all: "Tất cả"
      case .writing: "Đang soạn"
      case .submitted: "Đang trình"
      case .returned: "Trả lại, rút lại"
      case .signed: "Đã ký, chờ phát hành"
      case .over: "Đã phát hành, thu hồi, hủy"
      }
    }

    var progress: [DraftProgress] {
      switch self {
      case .all: DraftProgress.allCases
      case .writing: [.assigned, .drafting]
      case .submitted: DraftProgress.allCases.filter(\.isSubmitted)
      case .returned: [.returned, .withdrawn]
      case .signed: [.signed, .numbered]
      case .over: [.issued, .recalled, .cancelled]
      }
    }
  }

  private static func path(_ shown: Part, before key: Int64? = nil) -> String {
    let fields =
      (shown == .all ? [] : ["\(part)=\(shown.rawValue)"]) + (key.map { ["\(before)=\($0)"] } ?? [])
    return DraftPaths.list + (fields.isEmpty ? "" : "?" + fields.joined(separator: "&"))
  }

  static func read(_ query: Form, by actor: Actor, in transaction: any Transaction) throws -> DraftListPage {
    let shown = Part(rawValue: query[part]) ?? .all
    let drafts = try DraftListStore(transaction).list(
      shown.progress, before: Int64(query[before]), limit: linesMax + 1, visibleTo: actor)
    var page = DraftListPage(
      chips: Chips(
        label: "Lọc dự thảo",
        Part.allCases.map { .init($0.label, path: path($0), selected: $0 == shown) }),
      lines: drafts.prefix(linesMax).map(line))
    if drafts.count > linesMax, let last = drafts.prefix(linesMax).last {
      page.pager = Pager(older: path(shown, before: last.id.number))
    }
    if DraftAccess.mayKeepRules(actor) {
      page.rules = [
        Button("Thẩm quyền ký", path: DraftPaths.signingPowers), Button("Luồng trình", path: DraftPaths.usualWays),
        Button("Mẫu văn bản", path: TemplatePaths.list),
      ]
    }
    return page
  }

  private static func line(_ draft: Draft) -> DraftListPage.Line {
    .init(
      id: draft.id.description, path: DraftPaths.show(draft.id), previewPath: DraftPaths.act(draft.id, .preview),
      typeName: draft.facts.type?.name ?? "", subject: draft.facts.subject,
      urgency: UrgencyMark(draft.facts.urgency), unit: draft.unitName, drafter: draft.drafterName,
      state: StateMark(draft.progress), day: draft.assignedAt.day.text)
  }

  static func preview(_ id: Draft.ID, by actor: Actor, in transaction: any Transaction) throws -> DraftPreviewPage {
    let draft = try DraftStore(transaction).find(id, visibleTo: actor)
    let file = try DraftVersionStore(transaction).list(of: id).last?.main
    return DraftPreviewPage(
      title: "Dự thảo \(draft.facts.type?.name ?? "")",
      facts: DefinitionList([
        .init("Trích yếu", text: draft.facts.subject), .init("Trạng thái", text: draft.progress.label),
        .init("Đơn vị soạn", text: draft.unitName), .init("Người soạn", text: draft.drafterName),
        .init("Người ký dự kiến", text: draft.facts.signerName),
        .init("Nơi nhận", text: draft.facts.recipients.map(\.name).joined(separator: "; ")),
      ]), pagePath: file.flatMap { ($0.pageCount ?? 0) > 0 ? DraftPaths.page($0.id, 1) : nil },
      path: DraftPaths.show(id))
  }
}
