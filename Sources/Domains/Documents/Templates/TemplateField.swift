/// The named fields that an agency's own template may have («{{trich_yeu}}», or a content control of that tag).
package enum TemplateField: String, Sendable, CaseIterable {
  case superior = "co_quan_chu_quan"
  case issuer = "co_quan_ban_hanh"
  case symbol = "ky_hieu"
  case place = "dia_danh"
  case year = "nam"
  case urgency = "do_khan"
  case typeName = "ten_loai"
  case subject = "trich_yeu"
  case addressees = "kinh_gui"
  case recipients = "noi_nhan"
  case signature = "quyen_han_chuc_vu"
  case signer = "nguoi_ky"

  /// In Vietnamese, for the screen.
  package var label: String {
    switch self {
    case .superior: "cơ quan chủ quản"
    case .issuer: "cơ quan ban hành"
    case .symbol: "ký hiệu"
    case .place: "địa danh"
    case .year: "năm"
    case .urgency: "độ khẩn"
    case .typeName: "tên loại"
    case .subject: "trích yếu"
    case .addressees: "kính gửi"
    case .recipients: "nơi nhận"
    case .signature: "quyền hạn, chức vụ"
    case .signer: "họ tên người ký"
    }
  }

  /// Without it the document would have to be typed by hand where the law asks for exactness.
  package func isRequired(for type: DocumentType) -> Bool {
    switch self {
    case .superior, .typeName, .year, .urgency: false
    case .addressees: type.key == "congVan"
    case .place: LetterForm(type) != .minutes
    case .signature, .signer: !LetterForm(type).hasTwoSigners
    case .subject: LetterForm(type).hasSubject
    case .issuer, .symbol, .recipients: true
    }
  }

  /// The fields that a template of this type lacks, required ones only.
  package static func lacking(in names: Set<String>, for type: DocumentType) -> [TemplateField] {
    allCases.filter { $0.isRequired(for: type) && !names.contains($0.rawValue) }
  }

  /// Names that stand in a template and mean nothing: typing mistakes.
  package static func unknown(in names: Set<String>) -> [String] {
    names.filter { TemplateField(rawValue: $0) == nil }.sorted()
  }
}

extension LetterFields {
  /// What each field is filled with.
  package var templateValues: [String: String] {
    var values: [TemplateField: String] = [
      .superior: superiorName?.uppercased() ?? "", .issuer: issuerName.uppercased(), .symbol: symbol, .place: place,
      .year: "\(year)", .urgency: urgency.mark, .typeName: type.name.uppercased(),
      .recipients: recipientLines.joined(separator: "\n"),
      .signature: signature.lines.joined(separator: "\n"), .signer: signerName,
    ]
    values[.subject] = LetterForm(type) == .letter ? subject : subject.startingUpper
    values[.addressees] =
      addressees.count < 2
      ? addressees.first ?? ""
      : addressees.enumerated().map { "- \($1)\($0 == addressees.count - 1 ? "." : ";")" }.joined(separator: "\n")
    return Dictionary(uniqueKeysWithValues: values.map { ($0.rawValue, $1) })
  }
}
