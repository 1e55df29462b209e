import Markup

/// What a list adds, changes and leaves, as a table.
struct OrganizationTallyPart {
  var tally: OrganizationTally
  /// It was done; else it would be.
  var isDone: Bool

  var html: HTML {
    let table = DataTable(
      caption: "Thêm, sửa, không đổi, theo loại",
      columns: [
        .init("Loại"), .init(isDone ? "Đã thêm" : "Sẽ thêm", .figures), .init(isDone ? "Đã sửa" : "Sẽ sửa", .figures),
        .init("Không đổi", .figures),
      ],
      rows: OrganizationLineKind.allCases.map { kind in
        let label = kind.label
        let counts = tally[kind]
        return .init(cells: [
          "\(label.prefix(1).uppercased())\(label.dropFirst())", "\(counts.added)", "\(counts.changed)",
          "\(counts.same)",
        ])
      }, walkable: false)
    let idle = Notice(
      .caution,
      "\(tally.withoutPost) người mới chưa có chức danh: chưa làm việc được trong hệ thống cho đến khi được giao chức danh."
    )
    return """
      <section class="sheet-block"><h2>Số liệu</h2>\(tally.withoutPost > 0 ? idle.html : .empty)\(table.html)</section>
      """
  }
}
