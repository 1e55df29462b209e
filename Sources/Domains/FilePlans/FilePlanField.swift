/// Names of the fields of the forms.
package enum FilePlanField {
  package static let title = "tieu-de"
  package static let abbreviation = "viet-tat"
  package static let parent = "de-muc-lon"
  package static let heading = "de-muc"
  package static let retention = "thoi-han"
  package static let maker = "nguoi-lap"
  package static let note = "ghi-chu"
  package static let numbering = "cach-danh-so"
  package static let reason = "ly-do"
  package static let decisionCode = "so-quyet-dinh"
  package static let decisionOn = "ngay-quyet-dinh"
  /// Which line goes where: «len:123:4».
  package static let move = "chuyen"
  /// What the pressed button does.
  package static let act = "lam"
  /// In the address: what is shown.
  package static let search = "tim"
  package static let unit = "don-vi"
  package static let arranging = "sap-xep"
  package static let file = "tep"
}
