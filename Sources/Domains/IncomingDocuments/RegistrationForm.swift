import Markup

/// Names of the fields of «Vào sổ», in the order of the screen. Routes read the form by these.
enum RegistrationField {
  static let book = "book"
  static let arrivalDate = "arrivalDate"
  static let channel = "channel"
  static let issuer = "issuer"
  /// Key of the chosen agency of the directory; empty when the name was typed freely.
  static let issuerKey = "issuerKey"
  /// «2803», or the whole «2803/BTTTT-THH» pasted: then the part after the first `/` is the symbol.
  static let numberText = "numberText"
  static let notation = "notation"
  static let issuedDate = "issuedDate"
  static let type = "type"
  static let subject = "subject"
  static let urgency = "urgency"
  static let signerName = "signerName"
  static let signerPosition = "signerPosition"
  static let toPlaces = "toPlaces"
  static let handlingDueDate = "handlingDueDate"
  static let pageCount = "pageCount"
  static let sheetCount = "sheetCount"
  static let copyCount = "copyCount"
  static let paperHolder = "paperHolder"
  static let language = "language"
  static let note = "note"
  static let documentIdentifier = "documentIdentifier"
  /// Why a likely duplicate is registered all the same.
  static let overrideReason = "overrideReason"
  /// Why a registered entry is corrected.
  static let correctionReason = "correctionReason"
  /// The clerk has looked at an unread scan: no secrecy mark on it.
  static let vouchedOpen = "vouchedOpen"
  /// The envelope may not be opened here.
  static let unopened = "unopened"
  /// What is not as it should be with envelope, seal or number.
  static let anomaly = "anomaly"
  /// What follows the saving: `show`, `forward` or `again`.
  static let next = "next"
  /// Hidden: `ProposedValues`.
  static let proposed = "proposed"
  /// How pages are to be arranged; chosen in the same form, so that what was typed comes along.
  static let arranging = ["page", "quarterTurns", "fromPage", "paper"]

  /// Where the cursor looks for a doubtful or empty field, in this order.
  static let reading = [issuer, numberText, notation, issuedDate, type, subject, signerName]
  /// Every field that can be refused, in the order of the screen.
  static let all =
    [book, arrivalDate, channel, issuer, numberText, notation, issuedDate, type, urgency, subject, signerName]
    + [signerPosition, toPlaces, handlingDueDate, paperHolder, pageCount, sheetCount, copyCount, language, note]
    + ["file", unopened, anomaly, correctionReason, vouchedOpen]
}

/// The fields of «Vào sổ» in the order of the arrival stamp and the book.
struct RegistrationForm {
  /// A value read from the page, how sure it is, and where it stands.
  struct Suggestion {
    /// A rectangle of a page in fractions of its width and height, origin at the top left.
    struct Box {
      var page: Int
      var left, top, width, height: Double
    }

    var value: String
    var confidence: Field.Confidence
    var boxes: [Box] = []

    /// As `Field.boxes` wants it.
    var boxesJSON: String? {
      guard !boxes.isEmpty else { return nil }
      return "[" + boxes.map(Self.json).joined(separator: ",") + "]"
    }

    private static func json(_ box: Box) -> String {
      "{\"page\":\(box.page),\"left\":\(box.left),\"top\":\(box.top),\"width\":\(box.width),\"height\":\(box.height)}"
    }
  }

  /// What can be chosen.
  struct Choices {
    /// Open books of the agency: key and name with year.
    var books: [Field.Choice]
    var types: [Field.Choice]
    var urgencies: [Field.Choice]
    var channels: [Field.Choice]
    var languages: [Field.Choice] = [Field.Choice("Tiếng Việt", "Tiếng Việt"), Field.Choice("Tiếng Anh", "Tiếng Anh")]
    /// Fragment of proposals for the issuing agency: `<li data-value="name" data-key="id">`.
    var issuerSource: String
    /// Fragment of proposals for «Đơn vị hoặc người nhận».
    var toPlacesSource: String
  }

  /// Typed values and reasons; suggested values fill what was not typed.
  var input: FormInput
  /// By field name.
  var suggestions: [String: Suggestion]
  var choices: Choices
  /// A correction keeps its number and book.
  var isCorrection: Bool
  /// Fields in `input` that nobody typed: they came back with a refused form as they had been proposed.
  var untouched: Set<String> = []
  /// False when something else on the page has the cursor first.
  var takesFocus = true

  var withoutFocus: RegistrationForm {
    var form = self
    form.takesFocus = false
    return form
  }

  var html: HTML {
    let r = RegistrationField.self
    return """
      \(FieldGroup("Đến", fields: arrival).html)
      \(FieldGroup("Văn bản", fields: document).html)
      \(FieldGroup("Chuyển", fields: [
        field("Đơn vị hoặc người nhận", r.toPlaces, .combobox(source: choices.toPlacesSource), lengthMax: 1000),
        field("Hạn giải quyết", r.handlingDueDate, .day, width: .half),
        field("Người giữ bản giấy", r.paperHolder, width: .half, lengthMax: 200),
      ]).html)
      <details class="folded"\(HTML.flag("open", showsRest))><summary>Số tờ, số bản, ngôn ngữ, mã định danh, ghi chú</summary>\
      \(FieldGroup(fields: rest).html)</details>
      """
  }

  /// What stands in the fields that nobody typed in.
  var proposed: ProposedValues {
    let r = RegistrationField.self
    let first = [
      r.book: choices.books, r.channel: choices.channels, r.type: choices.types, r.urgency: choices.urgencies,
      r.language: choices.languages,
    ].compactMapValues { $0.first?.value }
    let names = r.all.filter { !["file", r.correctionReason, r.vouchedOpen].contains($0) }
      .filter { input.values[$0] == nil || untouched.contains($0) }
    return ProposedValues(
      Dictionary(
        uniqueKeysWithValues: names.map { name in
          (name, input.values[name] ?? suggestions[name]?.value ?? first[name] ?? "")
        }))
  }

  private var arrival: [Field] {
    let r = RegistrationField.self
    let day = field("Ngày đến", r.arrivalDate, .day, width: .third, required: true)
    guard !isCorrection else {
      return [day, field("Đến bằng", r.channel, .select(choices.channels), width: .half)]
    }
    let channel = field("Đến bằng", r.channel, .select(choices.channels), width: .third)
    return [field("Sổ", r.book, .select(choices.books), width: .third, required: true), day, channel]
  }

  private var document: [Field] {
    let r = RegistrationField.self
    return [
      field(
        "Cơ quan ban hành (tác giả)", r.issuer, .combobox(source: choices.issuerSource), required: true, lengthMax: 200),
      field("Số", r.numberText, width: .third, lengthMax: 42),
      field("Ký hiệu", r.notation, width: .third, lengthMax: 30),
      field("Ngày văn bản", r.issuedDate, .day, width: .third),
      field("Tên loại", r.type, .select(choices.types), width: .half, required: true),
      field("Độ khẩn", r.urgency, .select(choices.urgencies), width: .half),
      field("Trích yếu", r.subject, .area(rows: 3), required: true, lengthMax: 500),
      field("Người ký", r.signerName, width: .half, lengthMax: 50),
      field("Chức vụ người ký", r.signerPosition, width: .half, lengthMax: 100),
    ]
  }

  private var rest: [Field] {
    let r = RegistrationField.self
    return [
      field("Số trang", r.pageCount, .number, width: .quarter, lengthMax: 4),
      field("Số tờ", r.sheetCount, .number, width: .quarter, lengthMax: 4),
      field("Số bản", r.copyCount, .number, width: .quarter, lengthMax: 3),
      field("Ngôn ngữ", r.language, .select(choices.languages), width: .quarter),
      field("Mã định danh văn bản", r.documentIdentifier, lengthMax: 60),
      field("Ghi chú", r.note, .area(rows: 2), lengthMax: 500),
    ]
  }

  /// Something refused may not hide in a fold.
  private var showsRest: Bool {
    let r = RegistrationField.self
    return [r.pageCount, r.sheetCount, r.copyCount, r.language, r.documentIdentifier, r.note].contains {
      input.reasons[$0] != nil
    }
  }

  /// A refused form stands at its first refused field; a fresh one at the first that is doubtful or empty.
  private var focus: String {
    if let refused = RegistrationField.all.first(where: { input.reasons[$0] != nil }) { return refused }
    let looked = RegistrationField.reading.first { name in
      guard let suggestion = suggestions[name] else { return input[name].isEmpty }
      return suggestion.confidence == .doubtful
    }
    return looked ?? RegistrationField.toPlaces
  }

  /// Whether the cursor stands in this field when the page is shown.
  func hasFocus(_ name: String) -> Bool { takesFocus && name == focus }

  private func field(
    _ label: String, _ name: String, _ kind: Field.Kind = .text, width: Field.Width = .full, required: Bool = false,
    lengthMax: Int? = nil
  ) -> Field {
    var field = Field(label, name: name, kind: kind, required: required, lengthMax: lengthMax, width: width)
    if let suggestion = suggestions[name] {
      field.value = suggestion.value
      field.boxes = suggestion.boxesJSON
      // What a person typed is theirs; only an untouched suggestion says how sure it is.
      if input.values[name] == nil || input[name] == suggestion.value { field.confidence = suggestion.confidence }
    }
    field.takesFocus = hasFocus(name)
    return input.filling(field)
  }
}
