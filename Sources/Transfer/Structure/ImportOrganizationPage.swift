import Kernel
import Markup

/// «Nhập dữ liệu» of the administration: agencies, units, people and posts from a list.
struct ImportOrganizationPage {
  var outcome: ImportOrganization.Outcome?
  var isTrial = false
  var sourceName = ""
  var input = FormInput()
  var seal: FormSeal

  static let title = "Nhập dữ liệu"
  static let path = AdministrationTabs.imports.path
  private static let problemsShown = 200

  enum Name {
    static let table = "tep"
    static let trial = "chay-thu"
  }

  var html: HTML {
    """
    \(AdministrationTabs.html(current: .imports))
    \(PageHead(
      Self.title,
      line: "Thêm cơ quan, đơn vị, người và chức danh từ tệp Excel, CSV hoặc JSONL. Dòng đã có trong hệ thống được giữ nguyên."
    ).html)
    \(input.summary)
    \(outcome.map(result) ?? .empty)
    <section class="sheet-block"><h2>Chọn tệp</h2>\(form)</section>
    <section class="sheet-block"><h2>Các cột của tệp</h2>\(columns.html)</section>
    """
  }

  private var form: HTML {
    let fields = [
      Field(
        "Tệp danh sách", name: Name.table, kind: .file(accept: ".xlsx,.xls,.csv,.jsonl,.txt", multiple: false),
        hint: "Một dòng là một cơ quan, một đơn vị, hoặc một người cùng chức danh.", required: true),
      Field(
        "Chỉ kiểm tra, chưa ghi gì", name: Name.trial, value: outcome == nil || isTrial ? "1" : "", kind: .checkbox),
    ]
    return ActForm(
      action: Self.path, seal: seal, carriesFiles: true,
      content: """
        \(FieldGroup(fields: fields.map(input.filling)).html)\
        <div class="acts">\(Button("Nhập danh sách", style: .primary, key: "ctrl+enter").html)</div>
        """
    ).html
  }

  private func result(_ outcome: ImportOrganization.Outcome) -> HTML {
    guard outcome.problems.isEmpty else {
      let table = DataTable(
        caption: "Các dòng sai, \(min(outcome.problems.count, Self.problemsShown)) lỗi đầu",
        columns: [.init("Dòng", .figures), .init("Cột"), .init("Lý do", .long)],
        rows: outcome.rowProblems.prefix(Self.problemsShown).map { problem in
          let field = problem.field.map(FieldCatalogue.organization.label) ?? ""
          return .init(cells: ["\(problem.place.row)", "\(field)", "\(problem.message)"])
        }, walkable: false)
      return """
        \(Notice(
          .refused, "«\(sourceName)» có \(outcome.problems.count) lỗi nên chưa nhập dòng nào. Sửa các dòng dưới đây rồi nhập lại.",
          word: "Chưa nhập"
        ).html)<section class="sheet-block"><h2>Dòng sai</h2>\(table.html)</section>
        """
    }
    let sentence =
      "«\(sourceName)», \(outcome.rows) dòng: thêm \(outcome.addedText); \(outcome.unchanged) đã có từ trước."
    return isTrial
      ? Notice(.caution, sentence + " Chưa ghi gì; bỏ tích «Chỉ kiểm tra» rồi nhập lại để ghi.", word: "Kiểm tra xong")
        .html
      : Notice(.changed, sentence, path: AdministrationTabs.structure.path, pathLabel: "Xem cơ cấu", word: "Đã nhập")
        .html
  }

  private var columns: DataTable {
    let meanings: [(OrganizationField, String)] = [
      (.kind, "agency, unit hoặc person; bỏ trống thì đoán theo các cột có giá trị"),
      (.agency, "Cơ quan của đơn vị, người: mã định danh, chữ viết tắt hoặc tên; bỏ trống là cơ quan của anh/chị"),
      (.parent, "Cơ quan hoặc đơn vị cấp trên"), (.name, "Tên cơ quan, đơn vị"),
      (.abbreviation, "Dùng để nhận ra dòng đã có"), (.tier, "Cấp của cơ quan; cấp chưa có được thêm"),
      (.place, "Địa danh ghi trên văn bản"), (.organId, "Mã định danh theo QĐ 20/2020"),
      (.unitKind, "Vụ, Phòng, Văn phòng, Ban …"), (.fullName, "Họ và tên người"),
      (.staffCode, "Để phân biệt người trùng tên"), (.unit, "Đơn vị của chức danh"), (.title, "Chức danh"),
      (.roles, "Các quyền, cách nhau dấu chấm phẩy"), (.validFrom, "Từ ngày; bỏ trống là hôm nay"),
    ]
    return DataTable(
      caption: "Tên cột được nhận, tiếng Việt hoặc tiếng Anh",
      columns: [.init("Cột"), .init("Tên khác"), .init("Nghĩa", .long)],
      rows: meanings.map { .init(cells: ["\($0.0.label)", "\($0.0.rawValue)", "\($0.1)"]) }, walkable: false)
  }
}
