import Markup

/// One file of a dossier's own, to look at or listen to without taking it along.
struct DossierFilePage {
  /// What can be shown of it.
  enum Shown {
    case pages([PageViewer.Image])
    case recording(path: String)
    case mail(from: String, to: String, subject: String, text: String = "")
    /// Why there is nothing to see here.
    case nothing(String)
  }

  var title: String
  var dossierName: String
  var contentsPath: String
  var fileName: String
  /// «ảnh JPEG, 2,4 MB».
  var kind: String
  var day: String
  /// «Vũ Thị Lan Anh, Chuyên viên, 14:05 24/11/2026».
  var added: String
  var downloadPath: String
  var shown: Shown
  /// «đang đọc», «đã đọc, tìm được theo nội dung»; nil for what has nothing to read.
  var reading: String?
  /// Reports a secrecy mark, for whoever may.
  var report: HTML = .empty

  static let keys: [KeyHint] = [KeyHint("t", "tải tệp về")]

  var html: HTML {
    """
    \(PageHead(
      title, line: "<a href=\"\(contentsPath)\">\(dossierName)</a>",
      acts: [Button("Tải tệp về", path: downloadPath, key: "t")]).html)\
    <section>\(DefinitionList([
      .init("Tệp", text: "\(fileName) (\(kind))"), .init("Ngày của tài liệu", text: day), .init("Đưa vào hồ sơ", text: added),
      .init("Chữ trong tệp", text: reading),
    ] + mailFacts).html)</section>\(content)\(report)
    """
  }

  private var mailFacts: [DefinitionList.Entry] {
    guard case .mail(let from, let to, let subject, _) = shown else { return [] }
    return [.init("Từ", text: from), .init("Gửi", text: to), .init("Tiêu đề thư", text: subject)]
  }

  /// So much of a mail is shown; all of it is in the file.
  private static let mailCharactersMax = 20_000

  /// Its words alone: no layout and nothing that is attached.
  private func mailText(_ text: String) -> HTML {
    let lines = text.prefix(Self.mailCharactersMax).split(separator: "\n", omittingEmptySubsequences: false).map {
      "\(String($0))<br>" as HTML
    }
    return """
      <section><h2>Nội dung thư</h2>\(HTML.when(!text.isEmpty, "<p>\(lines)</p>"))\
      <p class="hint">\(text.isEmpty ? "Thư này không có phần chữ thường. " : "")Hình thức, tệp đính kèm của thư mở bằng chương \
      trình thư, sau khi tải về.</p></section>
      """
  }

  private var content: HTML {
    switch shown {
    case .pages(let images): PageViewer(name: title, images: images).html
    case .recording(let path):
      """
      <section class="player" aria-label="Nghe, xem"><video controls preload="metadata" src="\(path)"></video>\
      <p class="hint">Trình duyệt này không phát được thì tải tệp về và mở bằng chương trình trên máy.</p></section>
      """
    case .mail(_, _, _, let text): mailText(text)
    case .nothing(let why): Notice(.caution, why, word: "Không xem tại đây được").html
    }
  }
}
