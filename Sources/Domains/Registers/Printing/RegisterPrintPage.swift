import Jobs
import Kernel
import Markup

/// «In sổ»: a range of the book as a volume in the decree's form, and the volumes printed before.
struct RegisterPrintPage {
  /// A volume and, while it is being made, its job.
  struct Volume {
    var print: RegisterPrint
    var job: Job?
  }

  var book: RegisterBook
  var volumes: [Volume]
  /// Proposed when nothing was typed.
  var nextVolume: Int
  var nextFrom: Int
  var input: FormInput
  var seal: FormSeal

  static let title = "In sổ"
  static let keys = [KeyHint("ctrl+enter", "in quyển này")]

  var html: HTML {
    let back = Button("Về sổ", path: RegistersPaths.book(book.id))
    return """
      \(PageHead(Self.title, line: "\(book.title), đã cấp đến số \(book.lastNumber).", acts: [back]).html)
      \(input.summary)
      <section class="sheet-block"><h2>In một quyển mới</h2>\(form)</section>
      <section id="volumes"\(HTML.attribute("data-live", isWorking ? RegistersPaths.progress(book.id) : nil))>\
      <h2>Các quyển đã in</h2>\(volumes.isEmpty ? none : table.html)</section>
      """
  }

  private var isWorking: Bool { volumes.contains { $0.print.madeAt == nil && $0.job?.state != .failed } }

  private var form: HTML {
    if book.isEmpty { return EmptyState("Sổ chưa có số nào", "Có văn bản vào sổ rồi mới in được.").html }
    return ActForm(
      action: RegistersPaths.prints(book.id), seal: seal,
      content: """
        \(FieldGroup("Theo số", fields: [
          field("Từ số", "tu-so", .number, String(min(nextFrom, book.lastNumber))),
          field("Đến số", "den-so", .number, String(book.lastNumber)),
        ]).html)\
        \(FieldGroup("hoặc theo \(book.kind.dayName)", fields: [
          field("Từ ngày", "tu-ngay", .day, ""), field("Đến ngày", "den-ngay", .day, ""),
        ]).html)\
        \(FieldGroup(fields: [field("Quyển số", "quyen", .number, String(nextVolume))]).html)\
        <p class="hint">Điền ngày thì in theo ngày. Bản in có bìa, trang đầu, mười cột, số trang và phần chốt sổ; tệp \
        được giữ nguyên như lúc in.</p>\
        <div class="acts">\(Button("In quyển này", style: .primary, key: "ctrl+enter").html)</div>
        """
    ).html
  }

  private func field(_ label: String, _ name: String, _ kind: Field.Kind, _ value: String) -> Field {
    input.filling(Field(label, name: name, value: value, kind: kind, width: .half))
  }

  private var none: HTML { "<p class=\"hint\">Chưa in quyển nào.</p>" }

  private var table: DataTable {
    DataTable(
      caption: "Các quyển đã in",
      columns: [
        .init("Quyển", .figures), .init("Số", .figures), .init("Ngày", .figures), .init("In lúc", .figures),
        .init("Người in"), .init("Tệp", .long),
      ],
      rows: volumes.map(row), walkable: false)
  }

  private func row(_ volume: Volume) -> DataTable.Row {
    let print = volume.print
    return DataTable.Row(
      id: "volume-\(print.id)",
      cells: [
        "<b>\(print.volume)</b>", "\(print.numbers.lowerBound)–\(print.numbers.upperBound)",
        "\(print.days.lowerBound.text)–\(print.days.upperBound.text)", "\(print.askedAt.text)", "\(print.askedBy)",
        files(volume),
      ])
  }

  private func files(_ volume: Volume) -> HTML {
    if volume.print.madeAt == nil { return state(volume) }
    let links = RegisterPrint.Format.allCases.compactMap { format -> HTML? in
      guard let file = volume.print.files.first(where: { $0.format == format }) else { return nil }
      return """
        <a href="\(RegistersPaths.file(volume.print, format))" title="SHA-256 \(file.hashText)">\(format.label)</a>
        """
    }
    return links.joined(separator: " · ")
  }

  private func state(_ volume: Volume) -> HTML {
    guard let job = volume.job else { return "Đang chờ làm tệp" }
    if job.state == .failed { return "<b>Chưa làm được tệp.</b> \(job.lastError ?? "") Báo quản trị để chạy lại." }
    if let error = job.lastError { return "<b>Chưa làm được tệp.</b> \(error) Hệ thống sẽ tự làm lại." }
    let text = job.progress.note.isEmpty ? "Đang chờ làm tệp" : job.progress.note
    return ProgressLine(
      key: "print-\(volume.print.id)", text: text, value: job.progress.done,
      max: job.progress.total ?? RegisterPrint.Format.allCases.count
    ).html
  }
}
