import Documents

/// Names of the fields of «Cấp số».
enum NumberingField {
  /// The signed draft that gets the number.
  static let draft = "du-thao"
  static let type = "loai"
  static let body = "to-chuc"
  static let notation = "ky-hieu"
  static let subject = "trich-yeu"
  static let urgency = "khan"
  static let signerName = "nguoi-ky"
  static let signerPosition = "chuc-vu"
  static let capacity = "tham-quyen"
  static let signedOn = "ngay-ky"
  static let unit = "don-vi"
  static let drafterName = "nguoi-soan"
  static let form = "ban-goc"
  static let recipients = PlaceFields.Name.asked
  static let informed = PlaceFields.Name.informed
  static let way = "cach-gui"
  static let fileCopyHolder = "ban-luu"
  static let amount = "so-ban"
  static let replyDueDate = "han-tra-loi"
  static let language = "ngon-ngu"
  static let note = "ghi-chu"
  static let vouchedOpen = "khong-mat"
  static let correctionReason = "ly-do-sua"
}
