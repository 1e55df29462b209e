import Database
import Jobs
import Kernel
import Markup
import WebApp

/// Gathers «Kết xuất».
enum ListExportsScreen {
  static func read(
    _ form: Form, _ catalogue: ListCatalogue, seal: FormSeal, today: Day, by actor: Actor,
    in transaction: any Transaction
  ) throws -> ListExportsPage {
    var page = ListExportsPage(lines: try lines(catalogue, by: actor, in: transaction), seal: seal)
    guard let list = catalogue.known(form[ListsPaths.Name.list]) else { return page }
    let address = ListsPaths.searched(Form(urlEncoded: form.raw(ListsPaths.Name.address)))
    page.proposed = .init(
      list: list.code, listTitle: list.title, address: address,
      criteria: try list.criteria(Form(urlEncoded: address), today: today, by: actor, in: transaction),
      columnNames: try ColumnChoiceStore(transaction).choice(of: list, by: actor).columns.map(\.label),
      columnsPath: ListsPaths.columns(of: list, back: address), backPath: ListsPaths.shown(list, address))
    return page
  }

  static func lines(
    _ catalogue: ListCatalogue = ListCatalogue([]), by actor: Actor, in transaction: any Transaction
  ) throws -> [ListExportsPage.Line] {
    let jobs = JobStore(transaction)
    return try ListExportStore(transaction).list(of: actor).map { export in
      .init(
        export: export, job: export.madeAt == nil ? try jobs.open(of: .listExport(export.id)).last : nil,
        listPath: catalogue.known(export.list).map { ListsPaths.shown($0, export.address) })
    }
  }
}
