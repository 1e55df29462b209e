import Access
import Database
import Hummingbird
import Kernel
import Markup
import WebApp

/// HTTP of the board, the reports and of «Tôi đã giao».
struct ReportsRoutes: Sendable {
  let site: Site
  let directory: RecordDirectory

  private typealias Read = @Sendable (Form, Day, Actor, any Transaction) throws -> Page

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("bao-cao") { _, context in
      let parts = ReportPart.shown(to: try context.requireActor())
      return context.redirect(
        to: parts.contains(.handling) ? ReportsPaths.handling : parts.first?.path ?? ReportsPaths.handling)
    }
    add("buoi-sang", to: routes) { _, _, actor, transaction in
      let page = try MorningScreen.page(by: actor, in: transaction)
      return Page(title: MorningPage.title, room: .myWork, main: page.html)
    }
    add("theo-doi", to: routes) { _, _, actor, transaction in
      var page = try BoardScreen(by: actor, in: transaction).page()
      page.parts = ReportPart.shown(to: actor)
      return Page(title: BoardPage.title, room: .reports, main: page.html, keys: BoardPage.keys)
    }
    add("theo-doi/viec", to: routes) { address, _, actor, transaction in
      Self.rows(try BoardScreen(by: actor, in: transaction).rows(address))
    }
    add("bao-cao/tinh-hinh", to: routes) { address, today, actor, transaction in
      var page = try HandlingReportScreen.page(address, today: today, by: actor, in: transaction)
      page.parts = ReportPart.shown(to: actor)
      return Page(title: HandlingReportPage.title, room: .reports, main: page.html, keys: HandlingReportPage.keys)
    }
    add("bao-cao/tinh-hinh/viec", to: routes) { address, today, actor, transaction in
      Self.rows(try HandlingReportScreen.rows(address, today: today, by: actor, in: transaction))
    }
    add("bao-cao/so-theo-doi", to: routes) { address, today, actor, transaction in
      var page = try FollowUpScreen.page(address, today: today, by: actor, in: transaction)
      page.parts = ReportPart.shown(to: actor)
      return Page(title: FollowUpPage.title, room: .reports, main: page.html, keys: FollowUpPage.keys)
    }
    add("bao-cao/van-ban-di", to: routes) { address, today, actor, transaction in
      var page = try OutgoingReportScreen.page(address, today: today, by: actor, in: transaction)
      page.rooms = ReportPart.shown(to: actor)
      return Page(title: OutgoingReportPage.title, room: .reports, main: page.html)
    }
    add("bao-cao/van-ban-di/dong", to: routes) { address, today, actor, transaction in
      let page = try OutgoingReportScreen.rows(address, today: today, by: actor, in: transaction)
      return Page(title: OutgoingReportRowsPage.title, room: .reports, main: page.html, keys: .list)
    }
    let dossiers = DossierReportScreen(directory: directory)
    add("bao-cao/ho-so", to: routes) { address, _, actor, transaction in
      var page = try dossiers.page(address, by: actor, in: transaction)
      page.parts = ReportPart.shown(to: actor)
      return Page(title: DossierReportPage.title, room: .reports, main: page.html)
    }
    add("bao-cao/ho-so/dong", to: routes) { address, _, actor, transaction in
      let page = try dossiers.rows(address, by: actor, in: transaction)
      return Page(title: DossierReportRowsPage.title, room: .reports, main: page.html, keys: .list)
    }
    add("bao-cao/thoi-gian", to: routes) { address, today, actor, transaction in
      var page = try StepTimesScreen.page(address, today: today, by: actor, in: transaction)
      page.parts = ReportPart.shown(to: actor)
      return Page(title: StepTimesPage.title, room: .reports, main: page.html)
    }
    add("bao-cao/thoi-gian/viec", to: routes) { address, today, actor, transaction in
      Self.rows(try StepTimesScreen.rows(address, today: today, by: actor, in: transaction))
    }
    addAccesses(to: routes)
    add("viec-da-giao", to: routes) { address, _, actor, transaction in
      let page = try GivenWorkScreen.page(address, by: actor, in: transaction)
      return Page(title: page.title, room: .myWork, main: page.html, keys: ReportedWorkPage.keys)
    }
  }

  private func addAccesses(to routes: RouterGroup<WebContext>) {
    routes.get("bao-cao/luot-truy-cap/chon") { _, context in
      let actor = try context.requireActor()
      let isSystem = ReportsAccess.systemScope(of: actor) != nil || ReportsAccess.accessedScope(of: actor) == nil
      return context.redirect(to: isSystem ? ReportsPaths.accesses : ReportsPaths.accessedRecords)
    }
    add("bao-cao/luot-truy-cap", to: routes) { address, today, actor, transaction in
      var page = try AccessReportScreen.page(address, today: today, by: actor, in: transaction)
      page.parts = ReportPart.shown(to: actor)
      return Page(title: AccessReportPage.title, room: .reports, main: page.html)
    }
    add("bao-cao/luot-truy-cap/dang-nhap", to: routes) { address, today, actor, transaction in
      let page = try AccessReportScreen.signIns(address, today: today, by: actor, in: transaction)
      return Page(title: page.title, room: .reports, main: page.html, keys: .list)
    }
    add("bao-cao/luot-truy-cap/nguoi", to: routes) { address, today, actor, transaction in
      let page = try AccessReportScreen.people(address, today: today, by: actor, in: transaction)
      return Page(title: page.title, room: .reports, main: page.html, keys: .list)
    }
    let accessed = AccessedRecordsScreen(directory: directory)
    add("bao-cao/duoc-xem", to: routes) { address, today, actor, transaction in
      var page = try accessed.page(address, today: today, by: actor, in: transaction)
      page.parts = ReportPart.shown(to: actor)
      return Page(title: AccessedRecordsPage.title, room: .reports, main: page.html, keys: .list)
    }
    add("bao-cao/duoc-xem/chua-xem", to: routes) { address, today, actor, transaction in
      let page = try accessed.unseen(address, today: today, by: actor, in: transaction)
      return Page(title: DossierReportRowsPage.title, room: .reports, main: page.html, keys: .list)
    }
  }

  private func add(_ path: RouterPath, to routes: RouterGroup<WebContext>, _ read: @escaping Read) {
    let site = site
    routes.get(path) { request, context in
      let actor = try context.requireActor()
      let address = Form(urlEncoded: request.uri.query ?? "")
      let today = site.clock.now.day
      return context.page(try await site.database.read { try read(address, today, actor, $0) })
    }
  }

  private static func rows(_ page: ReportedWorkPage) -> Page {
    Page(title: page.title, room: .reports, main: page.html, keys: ReportedWorkPage.keys)
  }
}
