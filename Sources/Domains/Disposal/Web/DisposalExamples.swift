import FileVault
import Kernel
import Markup
import Organization
import WebApp

/// Pages of reviews and of orders that keep dossiers, in the states worth looking at. People are invented.
enum DisposalExamples {
  static var all: [GalleryExample] {
    [
      list("xet-huy-trong", emptyList), list("xet-huy", usualList), list("xet-huy-bi-tu-choi", refusedList),
      review("xet-huy-dot", drafted), review("xet-huy-hoi-dong", inCouncil), review("xet-huy-dot-trong", emptyReview),
      review("xet-huy-dang-huy", destroying), review("xet-huy-chu-rat-dai", long),
      choose("xet-huy-chon", chosen), choose("xet-huy-chon-trong", nothing), choose("xet-huy-chon-nhieu", many),
      line("xet-huy-ho-so", contested), line("xet-huy-ho-so-bi-tu-choi", refusedLine),
      line("xet-huy-ho-so-chu-rat-dai", longLine),
      hold("giu-nguyen-trong", HoldListPage(rows: []).html), hold("giu-nguyen", holds.html),
      hold("giu-nguyen-nhieu", manyHolds.html),
      hold("giu-nguyen-ghi", HoldFormPage(input: FormInput(), seal: seal).html),
      hold("giu-nguyen-ghi-bi-tu-choi", refusedHold.html), hold("giu-nguyen-lenh", oneHold.html),
      hold("giu-nguyen-lenh-chu-rat-dai", longHold.html),
    ]
  }

  private static let seal = FormSeal(csrf: "ma", post: "1006", version: 3, submission: "khoa")
  private static let longWords = String(repeating: "Nghiêng ngả khuỷu ưỡn ẵ ỗ ợ ữ ỷ Đ ", count: 8)
  private static let title = "Hồ sơ kiểm tra điểm mỏ đá vôi xã Khe Sim năm 2015"

  // MARK: the list

  private static var emptyList: ReviewListPage {
    ReviewListPage(
      expiredCount: "0", rows: [], form: ReviewListScreen.beginForm(FormInput(), seal), holdsPath: DisposalPaths.holds)
  }

  private static var usualList: ReviewListPage {
    var page = emptyList
    page.expiredCount = "1.000+"
    page.rows = [
      .init(
        path: "/luu-tru/xet-huy/2", code: "XH-02/2026", name: "Xét hủy hồ sơ hết thời hạn năm 2026",
        madeBy: "Đặng Thị Lan, Lưu trữ viên", madeOn: "05/11/2026", decision: "",
        state: StateMark("Hội đồng đang xét")),
      .init(
        path: "/luu-tru/xet-huy/1", code: "XH-01/2026", name: longWords, madeBy: "Đặng Thị Lan, Lưu trữ viên",
        madeOn: "12/03/2026", decision: "12/QĐ-TCĐC, 20/04/2026", state: StateMark("Đã hủy xong", .done)),
    ]
    return page
  }

  private static var refusedList: ReviewListPage {
    var page = usualList
    page.form = ReviewListScreen.beginForm(
      FormInput(reasons: [DisposalField.name: ["Đặt tên cho đợt xét hủy."]]), seal)
    return page
  }

  // MARK: one review

  private static func value(_ state: DisposalReview.State) -> DisposalReview {
    DisposalReview(
      id: DisposalReview.ID(2), agency: ExampleBody.generalDepartment, year: 2026, number: 2,
      name: "Xét hủy hồ sơ hết thời hạn năm 2026", state: state, makerAccount: Cast.archivist.account,
      makerPost: Cast.archivist.post, madeBy: "Đặng Thị Lan, Lưu trữ viên", madeAt: Instant(ExampleBody.start),
      version: 3)
  }

  private static let members: [CouncilMember] = [
    .init(post: Cast.deputyLeader.post, name: "Lê Minh Đức, Phó Tổng cục trưởng", role: .chair),
    .init(post: Cast.archivist.post, name: "Đặng Thị Lan, Lưu trữ viên", role: .secretary),
    .init(post: Cast.unitHead.post, name: "Hoàng Văn Thắng, Vụ trưởng", role: .member),
  ]

  private static func row(_ number: Int, note: String = "") -> ReviewPage.Row {
    .init(
      path: "/luu-tru/xet-huy/2/ho-so/\(number)", code: "G09.2015.\(number).KS", title: title, retention: "10 năm",
      ended: "12/08/2015", size: "24 văn bản, 96 trang", note: note, isContested: !note.isEmpty)
  }

  private static func page(_ state: DisposalReview.State, _ rows: [ReviewPage.Row], acts: HTML = .empty) -> ReviewPage {
    ReviewPage(
      code: "XH-02/2026", name: value(state).name, state: StateMark(state.label, .look),
      madeBy: "Đặng Thị Lan, Lưu trữ viên, 08:30 05/11/2026", decision: nil,
      council: members.map { .init(name: $0.name, role: $0.role.label, spoke: StateMark("chưa cho ý kiến")) },
      chips: Chips(
        label: "Phần của danh mục",
        [.init("Trong danh mục", path: "/luu-tru/xet-huy/2", selected: true, count: "\(rows.count)")]), rows: rows,
      rowsTitle: "Trong danh mục", acts: acts,
      prints:
        "<section><h2>In</h2><ul class=\"prints\"><li>\(DisposalForm.list.label): \(Button("PDF", path: "/luu-tru/xet-huy/2/in/danh-muc.pdf").html)</li></ul></section>",
      story: Story([]))
  }

  private static var emptyReview: ReviewPage { page(.draft, []) }

  private static var drafted: ReviewPage {
    page(
      .draft, (1...3).map { row($0) },
      acts:
        "<div class=\"acts\">\(Button("Chọn hồ sơ hết thời hạn", path: "/luu-tru/xet-huy/2/chon").html)\(Button("Trình hội đồng xét", style: .primary, obstacles: ["Chưa ghi hội đồng xét hủy."]).html)</div>"
    )
  }

  private static var inCouncil: ReviewPage {
    var page = page(.council, [row(1), row(2, note: "2 đề nghị giữ lại")] + (3...50).map { row($0) })
    page.notice = Notice(.refused, "Chưa cho ý kiến: Hoàng Văn Thắng, Vụ trưởng.").html
    page.pager = Pager(older: "/luu-tru/xet-huy/2?sau=50", olderLabel: "Tiếp theo ›")
    return page
  }

  private static var destroying: ReviewPage {
    var page = page(.destroying, [row(1)])
    page.decision = "Quyết định số 12/QĐ-TCĐC ngày 05/11/2026"
    page.progress = ProgressLine(key: "disposal-2", text: "Đang hủy 84/200 hồ sơ", value: 84, max: 200)
    return page
  }

  private static var long: ReviewPage {
    var page = inCouncil
    page.name = longWords
    page.rows = [row(1, note: longWords)]
    page.rows[0].title = longWords
    page.council[0].name = longWords
    return page
  }

  // MARK: choosing

  private static func choosing(_ rows: [ChooseExpiredPage.Row]) -> ChooseExpiredPage {
    ChooseExpiredPage(
      reviewName: "XH-02/2026 Xét hủy hồ sơ hết thời hạn năm 2026", backPath: "/luu-tru/xet-huy/2",
      fillPath: "/luu-tru/xet-huy/2/chon", fillAllPath: "/luu-tru/xet-huy/2/chon-het", rows: rows, seal: seal)
  }

  private static func expired(_ number: Int, _ title: String = title) -> ChooseExpiredPage.Row {
    .init(
      value: "\(number)", code: "G09.2015.\(number).KS", title: title, path: "/ho-so/\(number)", retention: "10 năm",
      ended: "12/08/2015", over: "31/12/2025", isListed: number == 2)
  }

  private static var nothing: ChooseExpiredPage { choosing([]) }
  private static var chosen: ChooseExpiredPage { choosing([expired(1), expired(2), expired(3, longWords)]) }

  private static var many: ChooseExpiredPage {
    var page = choosing((1...50).map { expired($0) })
    page.pager = Pager(older: "/luu-tru/xet-huy/2/chon?sau=2026-01-01.50", olderLabel: "Tiếp theo ›")
    page.notice = Notice(.refused, "Chưa chọn hồ sơ nào còn ngoài danh mục.").html
    return page
  }

  // MARK: one line

  private static func lineOf(_ actor: Kernel.Actor, _ input: FormInput = FormInput()) -> ReviewLinePage {
    let line = DisposalLine(
      review: DisposalReview.ID(2), dossier: 1, code: "G09.2015.1.KS", title: title, retention: "10 năm",
      endedOn: ExampleBody.start, itemCount: 24, pageTotal: 96, state: .listed, reason: "", destroyedCount: 0,
      keptCount: 0)
    let own = KeepOpinion(
      dossier: 1, post: actor.post, name: actor.titleOnRecord, reason: "Còn khiếu nại chưa giải quyết")
    let found = FoundReview(review: value(.council), council: members, actor: actor)
    return ReviewLinePage(
      reviewCode: "XH-02/2026 Xét hủy hồ sơ hết thời hạn năm 2026", backPath: "/luu-tru/xet-huy/2", code: line.code,
      title: title, dossierPath: "/ho-so/1", retention: "10 năm", ended: "12/08/2015",
      size: "24 văn bản và tài liệu, 96 trang", state: StateMark("Trong danh mục"), reason: "",
      opinions: [.init(name: own.name, reason: own.reason)],
      forms: ReviewLineForms(found: found, line: line, own: own, input: input, seal: seal).html)
  }

  private static var contested: ReviewLinePage { lineOf(Cast.unitHead) }

  private static var refusedLine: ReviewLinePage {
    lineOf(
      Cast.unitHead,
      FormInput(reasons: [DisposalField.reason: ["Ghi lý do."]]).typed(into: DisposalPaths.LineAct.keep.rawValue))
  }

  private static var longLine: ReviewLinePage {
    var page = lineOf(Cast.unitHead)
    (page.title, page.reason) = (longWords, longWords)
    page.opinions[0].reason = longWords
    return page
  }

  // MARK: orders

  private static func holdRow(_ number: Int) -> HoldListPage.Row {
    .init(
      path: "/luu-tru/giu-nguyen/\(number)", order: "Quyết định số \(number)/QĐ-TTr ngày 05/11/2026 của Thanh tra Bộ",
      reason: "Thanh tra việc cấp phép khai thác đá vôi", until: "31/12/2026", count: "12",
      state: StateMark("Đang giữ nguyên", .look))
  }

  private static var holds: HoldListPage { HoldListPage(rows: [holdRow(12)]) }

  private static var manyHolds: HoldListPage {
    var page = HoldListPage(rows: (1...50).map(holdRow))
    page.rows[0].order = longWords
    page.pager = Pager(older: "/luu-tru/giu-nguyen?sau=50")
    return page
  }

  private static var refusedHold: HoldFormPage {
    HoldFormPage(
      input: FormInput(
        values: [DisposalField.codes: "2015.99.KS"],
        reasons: [
          DisposalField.issuer: ["Ghi cơ quan ra lệnh."],
          DisposalField.codes: ["Không có hồ sơ mã «2015.99.KS». Ghi như trên bìa, ví dụ 2026.01.KS."],
        ]), seal: seal)
  }

  private static var oneHold: HoldPage {
    let hold = LegalHold(
      id: LegalHold.ID(12), agency: ExampleBody.generalDepartment, issuer: "Thanh tra Bộ",
      code: "Quyết định số 12/QĐ-TTr",
      orderedOn: ExampleBody.start, reason: "Thanh tra việc cấp phép", until: nil, laidBy: "Đặng Thị Lan, Lưu trữ viên",
      laidAt: Instant(ExampleBody.start), version: 1)
    return HoldPage(
      order: hold.text, state: StateMark("Đang giữ nguyên", .look), reason: hold.reason, until: "",
      laid: "\(hold.laidBy), 08:30 05/11/2026",
      rows: [.init(code: "G09.2015.1.KS", title: title, path: "/ho-so/1", state: "Đã vào lưu trữ")],
      forms: HoldScreen.forms(hold, FormInput(), seal))
  }

  private static var longHold: HoldPage {
    var page = oneHold
    (page.order, page.reason, page.lifted, page.forms) = (longWords, longWords, longWords, .empty)
    page.rows[0].title = longWords
    return page
  }

  private static func list(_ name: String, _ page: ReviewListPage) -> GalleryExample {
    GalleryExample(name, Page(title: ReviewListPage.title, room: .archive, main: page.html, keys: .list))
  }

  private static func review(_ name: String, _ page: ReviewPage) -> GalleryExample {
    GalleryExample(name, Page(title: page.name, room: .archive, main: page.html, keys: .list))
  }

  private static func choose(_ name: String, _ page: ChooseExpiredPage) -> GalleryExample {
    GalleryExample(name, Page(title: ChooseExpiredPage.title, room: .archive, main: page.html))
  }

  private static func line(_ name: String, _ page: ReviewLinePage) -> GalleryExample {
    GalleryExample(name, Page(title: page.title, room: .archive, main: page.html))
  }

  private static func hold(_ name: String, _ main: HTML) -> GalleryExample {
    GalleryExample(name, Page(title: HoldListPage.title, room: .archive, main: main))
  }
}
