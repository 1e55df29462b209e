import Access
import Documents
import FileVault
import IncomingDocuments
import Kernel
import Organization
import Papers

/// Composes incoming documents such as a general department has after some years.
struct GeneratedLetters {
  private static let subjectSyllables = 20
  /// About 2.6 KB.
  private static let lines = 46
  private static let lineSyllables = 11
  private static let offices = [
    "Sở Nông nghiệp và Môi trường", "Sở Tài chính", "Sở Xây dựng", "Sở Công Thương", "Sở Nội vụ", "Sở Tư pháp",
    "Ủy ban nhân dân", "Văn phòng Ủy ban nhân dân", "Công an", "Thanh tra",
  ]
  private static let places = [
    "Cẩm Giang", "Thanh Khê", "Trường Sơn", "Lâm Sơn", "Đông Hà", "Hòa Phú", "Tân Lập", "An Bình", "Phú Xuân", "Yên Mỹ",
    "Sơn Động", "Bắc Lý", "Nam Hải", "Vĩnh Lộc", "Long Thạnh", "Kim Bảng", "Mỹ Đức", "Quảng Trạch", "Bình Khê",
    "Hà Cối",
  ]
  private static let types: [(key: String, abbreviation: String)] = [
    ("congVan", ""), ("congVan", ""), ("congVan", ""), ("baoCao", "BC-"), ("keHoach", "KH-"), ("toTrinh", "TTr-"),
    ("quyetDinh", "QĐ-"), ("thongBao", "TB-"), ("giayMoi", "GM-"),
  ]
  private static let names = [
    "Trần Minh Thử", "Lê Thị Mẫu", "Phạm Văn Khải", "Hoàng Thu Vân", "Đỗ Quang Lâm", "Vũ Thị Hạnh",
  ]
  private static let holders = ["", "", "", "Văn thư", "Vụ Khoáng sản", "Vụ Pháp chế"]
  /// Officers and units of the example body who are shown a document now and then.
  private static let units = Cast.everybody.map(\.unit)
  private static let posts = Cast.everybody.filter { $0.agency == Cast.registryClerk.agency }.map(\.post)

  private var text: GeneratedText
  private let files: [KeptFile]

  init(seed: UInt64, files: [KeptFile]) {
    text = GeneratedText(seed: seed)
    self.files = files
  }

  /// The next letter, that arrives on this day.
  mutating func next(_ index: Int, arriving day: Day) -> BroughtDocument {
    let type = text.draw(Self.types)
    let office = Int.random(in: 0..<Self.offices.count, using: &text.random)
    var facts = IncomingFacts(arrivalDate: day)
    facts.issuerName = "\(Self.offices[office]) tỉnh \(text.draw(Self.places))"
    facts.numberText = String(index / 100 + 1)
    facts.notation =
      "\(type.abbreviation)\(["SNNMT", "STC", "SXD", "SCT", "SNV", "STP", "UBND", "VP", "CA", "TTr"][office])"
    facts.issuedDate = day + -Int.random(in: 0...6, using: &text.random)
    facts.typeKey = type.key
    facts.subject = "Về việc " + text.syllables(Self.subjectSyllables - 2)
    facts.urgency = text.isOne(in: 50) ? .express : text.isOne(in: 20) ? .urgent : .normal
    facts.signerName = text.draw(Self.names)
    facts.paperHolder = text.draw(Self.holders)
    var letter = BroughtDocument(facts: facts)
    if !files.isEmpty, !text.isOne(in: 10) {
      letter.files = [text.draw(files)]
      letter.pages = pages()
    }
    // Every thousandth goes to one officer who sees nothing else.
    if index % 1_000 == 0 { letter.shownTo = [Grant(.post(Cast.officerOfAnotherUnit.post), reason: .work)] }
    letter.shownTo += shownTo()
    return letter
  }

  private mutating func shownTo() -> [Grant] {
    var grants = [Grant(.unit(text.draw(Self.units)), reason: .work)]
    let post = text.draw(Self.posts)
    if post != Cast.officerOfAnotherUnit.post { grants.append(Grant(.post(post), reason: .work)) }
    return grants
  }

  private mutating func pages() -> [PageText] {
    let nowhere = PageBox(left: 0, top: 0, width: 0, height: 0)
    return [1, 2].map { page in
      let words = (0..<Self.lines / 2).map { line in
        PageWord(text: text.syllables(Self.lineSyllables), box: nowhere, line: line, block: 0)
      }
      return PageText(page: page, origin: .textLayer, words: words)
    }
  }
}
