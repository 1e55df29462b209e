import FilePlans
import Kernel
import Markup

/// Parts of a dossier, on its page: a list with their states, and the form that opens another.
struct SubDossiersPart {
  struct Row {
    var path: String
    var notation: String
    var title: String
    var maker: String
    var deadline: HTML
    var documents: String
    var state: HTML
  }

  static let id = "ho-so-con"

  var rows: [Row]
  var act: HTML

  var html: HTML {
    guard !rows.isEmpty else { return act.isEmpty ? .empty : "<div class=\"acts\">\(act)</div>" }
    return """
      <section id="\(Self.id)"><h2>Hồ sơ con</h2>\(table)<div class="acts">\(act)</div></section>
      """
  }

  private var table: HTML {
    DataTable(
      caption: "Hồ sơ con",
      columns: [
        .init("Số, ký hiệu", .figures), .init("Tiêu đề", .long), .init("Người lập"), .init("Hạn giải quyết", .figures),
        .init("Văn bản", .figures), .init("Trạng thái"),
      ],
      rows: rows.map { row in
        .init(cells: [
          "<span class=\"code\">\(row.notation)</span>", "<a href=\"\(row.path)\">\(row.title)</a>", "\(row.maker)",
          row.deadline, "\(row.documents)", row.state,
        ])
      }, walkable: false
    ).html
  }
}

/// Gathers them.
enum SubDossiersScreen {
  static func part(
    _ found: FoundDossier, _ parts: [Dossier], today: Day, input: FormInput, seal: FormSeal
  ) -> SubDossiersPart {
    SubDossiersPart(
      rows: parts.map { part in
        let missing: HTML = .when(
          part.state == .open && part.missing > 0, " \(StateMark("Còn thiếu \(part.missing)", .look).html)")
        return .init(
          path: DossierPaths.show(part.id), notation: part.code.notation, title: part.facts.title,
          maker: part.makerName, deadline: DossierDeadline.mark(part, today: today)?.html ?? .empty,
          documents: "\(part.itemCount)", state: "\(DossierDeadline.state(part).html)\(missing)")
      },
      act: found.dossier.parent == nil && found.refusal(of: .change) == nil
        ? opening(found.dossier, input: input, seal: seal) : .empty)
  }

  private static func opening(_ dossier: Dossier, input: FormInput, seal: FormSeal) -> HTML {
    let name = DossierField.self
    let own = input[name.verdict] == SubDossiersPart.id ? input : FormInput()
    let retention = dossier.facts.retention
    let fields = [
      Field(
        "Tiêu đề hồ sơ con", name: name.title, hint: "Một bước, một đối tượng của việc này.", required: true,
        lengthMax: DossierFacts.titleLengthMax, id: "f-con-tieu-de"),
      Field(
        "Thời hạn bảo quản", name: name.retention, value: retention.code,
        kind: .select(RetentionPeriod.choices(retention.code)), width: .half, id: "f-con-thoi-han"),
      Field("Hạn giải quyết", name: name.dueOn, kind: .day, width: .half, id: "f-con-han"),
    ]
    return Dialog(
      id: "mo-ho-so-con", title: "Mở hồ sơ con của \(dossier.code.notation)", input: own,
      pagePath: DossierPaths.contents(dossier.id),
      content: ActForm(
        action: DossierPaths.act(dossier.id, .openPart), seal: seal,
        content: """
          <input type="hidden" name="\(name.verdict)" value="\(SubDossiersPart.id)">\
          \(FieldGroup(fields: fields.map(own.filling)).html)\
          <p class="hint">Người lập, người tham gia, chế độ sử dụng theo hồ sơ chính; đổi được sau khi mở.</p>\
          <div class="acts">\(Button("Mở hồ sơ con", style: .primary).html)</div>
          """
      ).html
    ).html(opener: "Mở hồ sơ con", style: .quiet)
  }
}
