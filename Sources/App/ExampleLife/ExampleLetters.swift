import Documents
import FileVault
import Foundation
import IncomingDocuments
import Kernel
import Papers

/// One invented letter: what is entered of it, and the page it is printed on.
struct ExampleLetter: Sendable {
  var facts: IncomingFacts
  var place: String
  var body: [String]
  /// Whom it is addressed to.
  var addressee = "Tổng cục Quản lý Tài nguyên Địa chất"

  /// Who writes, what about, which unit answers for it (index into `ExampleLife.units`).
  static let subjects: [(unit: Int, type: String, text: String)] = [
    (0, "congVan", "Về việc kiểm kê trữ lượng đá vôi làm xi măng năm nay"),
    (0, "congVan", "Về việc xác nhận hiện trạng mỏ sét trước khi gia hạn"),
    (0, "baoCao", "Kết quả thăm dò bổ sung quặng chì kẽm khu vực phía Bắc"),
    (0, "congVan", "Về việc đóng cửa mỏ đá xây dựng và phục hồi môi trường"),
    (0, "toTrinh", "Đề nghị phê duyệt trữ lượng cát trắng đợt cuối năm"),
    (0, "congVan", "Về việc cung cấp số liệu khai thác nước khoáng nóng"),
    (1, "congVan", "Về việc góp ý dự thảo Thông tư về hồ sơ địa chất"),
    (1, "congVan", "Về việc rà soát văn bản hết hiệu lực trong lĩnh vực khoáng sản"),
    (1, "keHoach", "Phổ biến, giáo dục pháp luật quý tới"),
    (1, "congVan", "Về việc trả lời kiến nghị của cử tri về giấy phép khai thác"),
    (2, "congVan", "Về việc báo cáo giải ngân vốn đầu tư công"),
    (2, "thongBao", "Dự kiến chi ngân sách cho điều tra cơ bản năm sau"),
    (2, "congVan", "Về việc quyết toán dự án lập bản đồ địa chất tỷ lệ lớn"),
    (2, "keHoach", "Mua sắm trang thiết bị đo đạc năm sau"),
    (3, "congVan", "Về việc cử cán bộ tham gia lớp bồi dưỡng ngạch chuyên viên chính"),
    (3, "quyetDinh", "Khen thưởng tập thể, cá nhân có thành tích trong điều tra địa chất"),
    (3, "congVan", "Về việc rà soát vị trí việc làm và biên chế"),
    (4, "giayMoi", "Hội thảo về dữ liệu địa chất dùng chung"),
    (4, "congVan", "Về việc hợp tác lập bản đồ địa chất vùng giáp ranh"),
    (4, "baoCao", "Kết quả đề tài ứng dụng viễn thám trong điều tra khoáng sản"),
    (5, "congVan", "Về việc xác minh đơn phản ánh khai thác cát trái phép"),
    (5, "keHoach", "Thanh tra việc chấp hành pháp luật về khoáng sản"),
    (6, "congVan", "Về việc chuẩn bị nội dung họp giao ban tháng"),
    (6, "giayMoi", "Họp giao ban công tác quý"),
  ]

  private static let writers: [(name: String, abbreviation: String, place: String)] = [
    ("Bộ Tài nguyên", "BTN", "Hà Nội"), ("Văn phòng Bộ Tài nguyên", "VP", "Hà Nội"),
    ("Bộ Kế hoạch và Ngân sách", "BKHNS", "Hà Nội"), ("Ủy ban nhân dân tỉnh Cẩm Giang", "UBND", "Cẩm Giang"),
    ("Sở Nông nghiệp và Môi trường tỉnh Cẩm Giang", "SNNMT", "Cẩm Giang"),
    ("Sở Tài chính tỉnh Cẩm Giang", "STC", "Cẩm Giang"), ("Sở Xây dựng tỉnh Cẩm Giang", "SXD", "Cẩm Giang"),
    ("Ủy ban nhân dân tỉnh Thanh Khê", "UBND", "Thanh Khê"),
    ("Sở Nông nghiệp và Môi trường tỉnh Thanh Khê", "SNNMT", "Thanh Khê"),
    ("Công an tỉnh Thanh Khê", "CAT", "Thanh Khê"),
    ("Đại học Địa chất Sông Vân", "ĐHĐCSV", "Sông Vân"),
    ("Công ty cổ phần Khoáng sản Sao Mai", "KSSM", "Thanh Khê"), ("Hiệp hội Doanh nghiệp Đá quý", "HHĐQ", "Hà Nội"),
  ]
  private static let signers = [
    ("Trần Minh Thử", "Giám đốc"), ("Lê Thị Mẫu", "Phó Giám đốc"), ("Phạm Văn Khải", "Chánh Văn phòng"),
    ("Hoàng Thu Vân", "Phó Chủ tịch"), ("Đỗ Quang Lâm", "Cục trưởng"), ("Vũ Thị Hạnh", "Tổng Giám đốc"),
  ]

  /// A letter of this number that arrives on a day.
  init(_ index: Int, subject: Int, arriving day: Day, _ text: inout GeneratedText) {
    let about = Self.subjects[subject]
    let writer = text.draw(Self.writers)
    let signer = text.draw(Self.signers)
    let abbreviations = [
      "congVan": "", "baoCao": "BC-", "toTrinh": "TTr-", "keHoach": "KH-", "thongBao": "TB-", "quyetDinh": "QĐ-",
      "giayMoi": "GM-",
    ]
    facts = IncomingFacts(arrivalDate: day)
    facts.issuerName = writer.name
    facts.numberText = "\(100 + index * 7 % 900)"
    facts.notation =
      about.type == "congVan" ? "\(writer.abbreviation)-VP" : "\(abbreviations[about.type] ?? "")\(writer.abbreviation)"
    facts.issuedDate = day - Int.random(in: 1...4, using: &text.random)
    facts.typeKey = about.type
    facts.subject = about.text
    facts.urgency = text.isOne(in: 25) ? .express : text.isOne(in: 9) ? .urgent : .normal
    (facts.signerName, facts.signerPosition) = signer
    facts.channel = text.isOne(in: 3) ? .paper : .packet
    place = writer.place
    var left = Self.sentences
    body = (0..<3).map { _ in left.remove(at: Int.random(in: 0..<left.count, using: &text.random)) }
  }

  /// A letter that the agency itself writes, before its number is known.
  init(
    outgoing about: (unit: Int, type: String, text: String), to addressee: String, on day: Day,
    _ text: inout GeneratedText
  ) {
    facts = IncomingFacts(arrivalDate: day)
    facts.issuerName = self.addressee
    facts.issuedDate = day
    (facts.typeKey, facts.subject) = (about.type, about.text)
    (facts.signerName, facts.signerPosition) = ("Trần Văn Quang", "Tổng cục trưởng")
    place = "Hà Nội"
    var left = Self.sentences
    body = (0..<3).map { _ in left.remove(at: Int.random(in: 0..<left.count, using: &text.random)) }
    self.addressee = addressee
  }

  private static let sentences = [
    "Căn cứ chức năng, nhiệm vụ được giao, cơ quan đã phối hợp với các đơn vị liên quan rà soát số liệu trong kỳ và tổng hợp tại phụ lục kèm theo.",
    "Để có cơ sở thực hiện các bước tiếp theo theo quy định, đề nghị Quý cơ quan xem xét, có ý kiến bằng văn bản.",
    "Qua kiểm tra thực tế, một số nội dung chưa thống nhất giữa hồ sơ và hiện trạng; các điểm cần làm rõ được liệt kê theo thứ tự ưu tiên.",
    "Trong quá trình thực hiện, nếu có vướng mắc, đề nghị phản ánh về đơn vị đầu mối để được hướng dẫn, giải quyết kịp thời.",
    "Số liệu được cập nhật đến ngày ký văn bản này và sẽ được bổ sung trong báo cáo kỳ sau.",
  ]

  /// Its one page as a form; the subject under the number for an official letter, else under the type's name.
  var section: FormSection {
    let center = FormStyle(alignment: .center)
    let bold = FormStyle(isBold: true, alignment: .center)
    let date =
      facts.issuedDate.map { "\(place), ngày \(twoPlaces($0.parts.day)) tháng \($0.parts.month) năm \($0.year)" }
      ?? place
    let isLetter = facts.typeKey == "congVan"
    var left: [FormBlock] = [
      .text(facts.issuerName.uppercased(), FormStyle(size: 12, isBold: true, alignment: .center)),
      .rule(width: 25, of: 76), .text("Số: \(facts.codeText)", center),
    ]
    if isLetter {
      left.append(
        .text(
          facts.subject.replacingOccurrences(of: "Về việc", with: "V/v"),
          FormStyle(size: 12, alignment: .center, spaceBefore: 2)))
    }
    let head = FormBlock.columns([
      FormColumnBlock(width: 76, left),
      FormColumnBlock(
        width: 89,
        [
          .text("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", FormStyle(size: 12, isBold: true, alignment: .center)),
          .text("Độc lập - Tự do - Hạnh phúc", bold), .rule(width: 50, of: 89),
          .text(date, FormStyle(isItalic: true, alignment: .center)),
        ]),
    ])
    let title: [FormBlock] =
      isLetter
      ? []
      : [
        .space(6), .text(typeName.uppercased(), FormStyle(size: 14, isBold: true, alignment: .center)),
        .text(facts.subject, bold),
      ]
    let paragraphs = body.map {
      FormBlock.text($0, FormStyle(alignment: .justify, spaceBefore: 2.5, firstLineIndent: 12.7))
    }
    return FormSection(
      .portrait,
      // Under the number there is room for the arrival stamp.
      blocks: [head] + title + [
        .space(isLetter ? 48 : 32), .text("Kính gửi: \(addressee)", center), .space(3),
      ]
        + paragraphs + [
          .space(8),
          .columns([
            FormColumnBlock(
              width: 82,
              [
                .text("Nơi nhận:", FormStyle(size: 12, isBold: true, isItalic: true)),
                .text("- Như trên;", FormStyle(size: 11)), .text("- Lưu: VT.", FormStyle(size: 11)),
              ]),
            FormColumnBlock(
              width: 83,
              [.text(facts.signerPosition.uppercased(), bold), .space(22), .text(facts.signerName, bold)]),
          ]),
        ])
  }

  private var typeName: String {
    [
      "baoCao": "Báo cáo", "toTrinh": "Tờ trình", "keHoach": "Kế hoạch", "thongBao": "Thông báo",
      "quyetDinh": "Quyết định", "giayMoi": "Giấy mời",
    ][facts.typeKey] ?? "Công văn"
  }

  /// The words of its page, as a reader of the file would find them.
  var pages: [PageText] {
    let nowhere = PageBox(left: 0, top: 0, width: 0, height: 0)
    let lines = [facts.issuerName, "Số: \(facts.codeText)", facts.subject] + body + [facts.signerName]
    return [
      PageText(
        page: 1, origin: .textLayer,
        words: lines.enumerated().map { PageWord(text: $1, box: nowhere, line: $0, block: 0) })
    ]
  }

  private func twoPlaces(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

extension ExampleLetter {
  /// Prints all of them at once, a page each. Without LibreOffice or qpdf there are none: the documents then await their
  /// files.
  static func prints(of letters: [ExampleLetter]) async throws -> [[UInt8]] {
    let runner = await ToolRunner.detected()
    let form = PrintedForm(title: "Văn bản đến", provenance: "", sections: letters.map(\.section))
    do {
      return try await runner.withFolder { folder in
        let whole = folder.appending(path: "letters.pdf")
        try await OfficeConversion(runner: runner).write(form, as: .pdf, to: whole)
        let pages = try await PDFTool(runner: runner).split(whole, in: folder)
        return pages.count == letters.count ? try pages.map { [UInt8](try Data(contentsOf: $0)) } : []
      }
    } catch is ToolFailure { return [] }
  }

  /// Keeps each print as a file of its own.
  static func files(of prints: some Sequence<[UInt8]>, in vault: FileVault) async throws -> [KeptFile] {
    var files: [KeptFile] = []
    for print in prints {
      let staged = try await vault.receive(print)
      try await vault.keep(staged)
      try await vault.discard(staged)
      files.append(
        KeptFile(name: "van-ban-\(files.count + 1).pdf", kind: .pdf, stored: staged.stored, pageCount: 1))
    }
    return files
  }
}
