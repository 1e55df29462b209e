import Access
import Audit
import Database
import FilePlans
import Kernel
import Markup
import WebApp
import Work

/// What every part of a dossier's page shows: its head, its tabs, who the reader is to it.
struct DossierScreen: Sendable {
  var found: FoundDossier
  var tab: DossierPaths.Tab
  var today: Day
  /// Pieces of open work; nil where counting them would cost more than the rest of the page.
  var openWork: Int?
  var waiting: [RightsChange] = []
  var headLines: [DossierHeadLine] = []
  /// What must be there and is not.
  var missing: String?
  var refusal: HTML = .empty

  /// In a larger dossier only the part that lists the work says how much there is.
  private static let countedItemsMax = 300

  var dossier: Dossier { found.dossier }

  static func read(
    _ id: Dossier.ID, _ tab: DossierPaths.Tab, _ facts: [any DossierHeadFact] = [], by actor: Actor,
    in transaction: any Transaction
  ) throws -> DossierScreen {
    let found = try FoundDossier.find(id, by: actor, in: transaction)
    let whole = try found.dossier.parent.flatMap {
      try DossierStore(transaction).list([$0.number], visibleTo: actor).first
    }
    let up = whole.map { DossierHeadLine(label: "Hồ sơ chính", text: $0.name, path: DossierPaths.contents($0.id)) }
    return DossierScreen(
      found: found, tab: tab, today: transaction.now.day,
      openWork: found.dossier.itemCount > countedItemsMax
        ? nil
        : try WorkStore(transaction).openCount(
          of: DossierItemStore.seen(in: id, by: actor), cap: DossierWorkScreen.rowsMax + 1),
      waiting: try RightsChangeStore(transaction).waiting(on: id, visibleTo: actor),
      headLines: try [up].compactMap(\.self)
        + facts.compactMap { try $0.line(of: found.dossier, by: actor, in: transaction) },
      missing: found.dossier.missing == 0
        ? nil : try DossierExpectationStore(transaction).list(of: id).missingText)
  }

  func page(content: HTML, seal: FormSeal) -> DossierPage {
    let facts = dossier.facts
    var page = DossierPage(
      head: DossierPage.Head(
        title: facts.title, code: dossier.code.text, maker: dossier.makerName, unit: dossier.unitName,
        retention: facts.retention.text, mode: facts.mode.label, started: facts.startedOn.text,
        ended: dossier.endedOn?.text, deadline: DossierDeadline.mark(dossier, today: today)?.html,
        state: DossierDeadline.state(dossier),
        size: "\(dossier.itemCount) văn bản và tài liệu, \(dossier.pageTotal) trang", note: facts.note,
        missing: missing, expectedPath: DossierPaths.expected(dossier.id), lines: headLines,
        acts: [
          // First: a button that cannot be used has its reason beside it, which takes the rest of the row.
          Button("Lấy cả hồ sơ", style: .quiet, path: DossierPaths.packages(dossier.id)).html,
          Button(
            "Sửa thông tin", path: DossierPaths.change(dossier.id),
            obstacles: found.refusal(of: .change).map { [$0.message] } ?? []
          ).html,
        ]), tabs: tabs, content: content)
    page.refusal =
      (dossier.hold.map {
        Notice(
          .caution,
          "Hồ sơ được giữ nguyên theo \($0): không sửa, không thêm bớt, không đóng mở, không nộp lưu, không hủy.",
          word: "Giữ nguyên"
        ).html
      } ?? .empty) + waiting.map { RightsMarks.warning($0).html }.reduce(.empty, +) + refusal
    return page
  }

  private var tabs: Tabs {
    Tabs(
      label: "Các phần của hồ sơ",
      DossierPaths.Tab.allCases.map { tab in
        let count: Int? =
          switch tab {
          case .contents: dossier.itemCount
          case .people: found.participants.count + 1
          case .work: openWork
          case .story, .closing: nil
          }
        let most = DossierWorkScreen.rowsMax
        return .init(
          tab.label, path: DossierPaths.tab(dossier.id, tab), selected: tab == self.tab,
          count: count.map { tab == .work && $0 > most ? "\(most)+" : "\($0)" })
      })
  }
}
