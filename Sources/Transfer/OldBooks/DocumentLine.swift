import Documents
import IncomingDocuments
import Kernel
import Registers
import VietnameseText

/// A row as a document that may be entered, and what stands against it.
struct DocumentLine: Sendable {
  var place: RowPlace
  var act: EnterOldDocument
  var filePaths: [String] = []
  var problems: [RowProblem] = []
  /// It bears a secrecy mark: nothing of it may be kept or shown (MAT-05).
  var isSecret = false
}

/// Makes documents of rows.
struct DocumentLineReading: Sendable {
  private static let filesMax = 50

  let settings: ImportSettings
  let source: OldBookSource
  let today: Day
  private let types: [String: DocumentType]
  private let abbreviations: [String: DocumentType]

  init(settings: ImportSettings, source: OldBookSource, types: [DocumentType], today: Day) {
    self.settings = settings
    self.source = source
    self.today = today
    self.types = Dictionary(types.map { (Self.key($0.name), $0) }, uniquingKeysWith: { first, _ in first })
    abbreviations = Dictionary(
      types.filter { !$0.abbreviation.isEmpty }.map { ($0.abbreviation, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func line(_ row: TableRow) -> DocumentLine {
    var reader = FieldReader(place: row.place, values: settings.mapping.fields(of: row, catalogue: .documents))
    let isMarked = row.values.values.contains(where: SecrecyMark.isMarked) || Self.isSecret(reader)
    var facts = IncomingFacts(arrivalDate: reader.day(.arrivalDate) ?? today)
    if reader.text(.arrivalDate).isEmpty { reader.refuse(.arrivalDate, "Chưa có ngày đến.") }
    // With the year alone its last day stands, which for the present year has not come yet.
    if OldDay.isYear(reader.text(.arrivalDate)), facts.arrivalDate.year == today.year { facts.arrivalDate = today }
    read(&facts, &reader)
    var act = EnterOldDocument(facts: facts, from: source, row: row.place.row)
    act.bookName = reader.text(.bookName)
    act.number = number(&reader)
    act.cancelReason = cancelReason(&reader)
    var line = DocumentLine(place: row.place, act: act, isSecret: isMarked || act.isSecret)
    line.filePaths = reader.text(.files).split(whereSeparator: { ";|\n".contains($0) }).map {
      String($0).normalizedLine
    }.filter { !$0.isEmpty }
    if line.filePaths.count > Self.filesMax { reader.refuse(.files, "Có quá \(Self.filesMax) tệp.") }
    guard !line.isSecret else {
      line.problems = [RowProblem(place: row.place, message: Self.secret)]
      return line
    }
    if let text = row.values.values.sorted().first(where: LegacyLetters.isSuspect) {
      line.problems = [RowProblem(place: row.place, message: Self.notUnicode(text))]
      return line
    }
    line.problems =
      (row.problem.map { [RowProblem(place: row.place, message: $0)] } ?? reader.problems)
      + (row.problem == nil ? obstacles(act, at: row.place, besides: reader.problems) : [])
    return line
  }

  static let secret =
    "Có dấu chỉ độ mật: hệ thống không nhận và không giữ lại gì của dòng này. Đăng ký ở sổ mật theo quy định."

  private static func notUnicode(_ text: String) -> String {
    "Chữ gõ bằng phông TCVN3 hoặc VNI, không phải Unicode: «\(text.prefix(60))». Chuyển tệp sang Unicode (trong UniKey: công"
      + " cụ chuyển mã) rồi đưa vào lại."
  }

  /// The rules of registering, at fields that have no problem yet.
  private func obstacles(_ act: EnterOldDocument, at place: RowPlace, besides known: [RowProblem]) -> [RowProblem] {
    let fields = Set(known.compactMap(\.field))
    return act.obstacles(today: today).compactMap { reason in
      let field = DocumentField.of(obstacleAt: reason.field)?.rawValue
      if let field, fields.contains(field) { return nil }
      return RowProblem(place: place, field: field, message: reason.message)
    }
  }

  private func read(_ facts: inout IncomingFacts, _ reader: inout FieldReader) {
    facts.issuerName = reader.text(.organName)
    facts.numberText = reader.text(.codeNumber)
    facts.notation = reader.text(.codeNotation)
    if facts.codeText.isEmpty, !reader.text(.code).isEmpty {
      if let code = NumberText(typed: reader.text(.code)) {
        (facts.numberText, facts.notation) = (code.number, code.notation)
      } else {
        reader.refuse(.code, "Không đọc được số và ký hiệu «\(reader.text(.code))».")
      }
    }
    facts.issuedDate = OldDay.isYear(reader.text(.issuedDate)) ? nil : reader.day(.issuedDate)
    facts.subject = reader.text(.subject)
    facts.signerName = reader.text(.signerName)
    facts.signerPosition = reader.text(.signerPosition)
    facts.toPlaces = reader.text(.toPlaces)
    facts.handlingDueDate = reader.day(.dueDate)
    facts.pageCount = reader.number(.pageAmount)
    facts.sheetCount = reader.number(.sheetAmount)
    facts.copyCount = reader.number(.copyAmount)
    facts.paperHolder = reader.text(.paperHolder)
    facts.note = reader.text(.description)
    let identifier = reader.text(.documentIdentifier)
    facts.documentIdentifier = identifier.isEmpty ? nil : identifier
    if !reader.text(.language).isEmpty { facts.language = reader.text(.language) }
    facts.urgency = urgency(&reader)
    facts.channel = channel(&reader)
    type(&facts, &reader)
  }

  private func type(_ facts: inout IncomingFacts, _ reader: inout FieldReader) {
    let both = reader.text(.typeAndSubject)
    if facts.subject.isEmpty, !both.isEmpty {
      let (type, subject) = split(both)
      facts.subject = subject
      facts.typeKey = type?.key ?? ""
    }
    let name = reader.text(.typeName)
    if !name.isEmpty {
      guard let known = types[Self.key(name)] else {
        return reader.refuse(
          .typeName, "Không có tên loại «\(name)». Thêm vào danh mục tên loại, hoặc đổi tên bằng mục values của ánh xạ."
        )
      }
      facts.typeKey = known.key
    }
    guard facts.typeKey.isEmpty, !facts.notation.isEmpty else { return }
    // «QĐ-UBND» says its type; a symbol that begins with none is an official letter's.
    let group = facts.notation.contains("-") ? facts.notation.split(whereSeparator: { "-/".contains($0) }).first : nil
    facts.typeKey = (group.flatMap { abbreviations[String($0)] } ?? .congVan).key
  }

  /// «Quyết định: Phê duyệt …» as the register's column 6 has it.
  private func split(_ text: String) -> (DocumentType?, String) {
    guard let colon = text.firstIndex(of: ":"), let type = types[Self.key(String(text[..<colon]))] else {
      let words = text.split(separator: " ")
      for count in stride(from: min(4, words.count - 1), to: 0, by: -1) {
        if let type = types[Self.key(words.prefix(count).joined(separator: " "))] { return (type, text) }
      }
      return (nil, text)
    }
    return (type, String(text[text.index(after: colon)...]).normalizedLine)
  }

  private func number(_ reader: inout FieldReader) -> Int? {
    let number = reader.number(.arrivalNumber)
    switch settings.numbering {
    case .own:
      if reader.text(.arrivalNumber).isEmpty {
        reader.refuse(.arrivalNumber, "Chưa có số đến. Tệp không có số đến thì chọn cấp số theo thứ tự ngày đến.")
      } else if let number, !(1...OldBookLimits.numberMax).contains(number) {
        reader.refuse(.arrivalNumber, "Số đến phải từ 1 đến \(OldBookLimits.numberMax).")
      }
      return number
    case .arrival:
      if !reader.text(.arrivalNumber).isEmpty {
        reader.refuse(.arrivalNumber, "Dòng này có số đến, trong khi đợt nhập chọn cấp số theo thứ tự ngày đến.")
      }
      return nil
    }
  }

  private func cancelReason(_ reader: inout FieldReader) -> String? {
    let reason = reader.text(.cancelReason)
    switch Self.key(reader.text(.state)) {
    case "", "registered", "da vao so": return reason.isEmpty ? nil : reason
    case "cancelled", "da huy", "da huy so", "huy": return reason.isEmpty ? "đã hủy trong sổ cũ" : reason
    default:
      reader.refuse(.state, "Tình trạng số chỉ nhận «registered» hoặc «cancelled».")
      return nil
    }
  }

  private func urgency(_ reader: inout FieldReader) -> Urgency {
    let text = reader.text(.priority)
    let known = Urgency.allCases.first { [String($0.rank), Self.key($0.label), $0.rawValue].contains(Self.key(text)) }
    if known == nil, !text.isEmpty {
      reader.refuse(.priority, "Độ khẩn chỉ nhận 0–3, hoặc Thường, Khẩn, Thượng khẩn, Hỏa tốc.")
    }
    return known ?? .normal
  }

  private func channel(_ reader: inout FieldReader) -> ArrivalChannel {
    let text = reader.text(.channel)
    let known = ArrivalChannel.allCases.first { text == $0.rawValue || Self.key($0.label) == Self.key(text) }
    if known == nil, !text.isEmpty {
      let all = ArrivalChannel.allCases.map(\.label).joined(separator: ", ")
      reader.refuse(.channel, "Hình thức nhận chỉ nhận: \(all).")
    }
    return known ?? .paper
  }

  private static func isSecret(_ reader: FieldReader) -> Bool {
    if Folding.exact(reader.text(.priority)).hasSuffix("mật") { return true }
    let level = key(reader.text(.secrecy))
    return !["", "0", "thuong", "khong", "khong mat", "none"].contains(level)
  }

  private static func key(_ text: String) -> String { Folding.folded(text.normalizedLine) }
}

/// Numbers of the rules of old books.
enum OldBookLimits {
  static let numberMax = 9_999_999
}

/// Values of one row by field; collects what cannot be read.
struct FieldReader {
  let place: RowPlace
  let values: [String: String]
  private(set) var problems: [RowProblem] = []

  init(place: RowPlace, values: [String: String]) {
    self.place = place
    self.values = values
  }

  func text(_ field: DocumentField) -> String { values[field.rawValue] ?? "" }

  mutating func day(_ field: DocumentField) -> Day? {
    let text = text(field)
    guard !text.isEmpty else { return nil }
    if let day = OldDay.parse(text) { return day }
    refuse(field, "«\(text)» không phải ngày. Ghi 20/07/2022 hoặc 2022-07-20.")
    return nil
  }

  mutating func number(_ field: DocumentField) -> Int? {
    let text = text(field)
    guard !text.isEmpty else { return nil }
    if let number = WholeNumber.parse(text) { return number }
    refuse(field, "«\(text)» không phải số.")
    return nil
  }

  mutating func refuse(_ field: DocumentField, _ message: String) {
    problems.append(RowProblem(place: place, field: field.rawValue, message: message))
  }
}
