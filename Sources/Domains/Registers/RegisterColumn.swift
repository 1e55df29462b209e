/// One of the ten columns of a register, as it is printed, shown and written to Excel.
package struct RegisterColumn: Sendable, Equatable {
  package enum Shape: Sendable {
    case text, figures, long
  }

  /// Exactly as the decree prints it.
  package var title: String
  package var shape: Shape
  /// Millimetres on the printed page; all together 260.
  var width: Double
  /// In characters, in Excel.
  var sheetWidth: Double
  var isCentred: Bool

  init(_ title: String, _ shape: Shape = .text, width: Double, sheetWidth: Double, isCentred: Bool = false) {
    self.title = title
    self.shape = shape
    self.width = width
    self.sheetWidth = sheetWidth
    self.isCentred = isCentred
  }
}

extension RegisterKind {
  /// The decree's ten columns in its order; the last one is the note.
  package var columns: [RegisterColumn] {
    switch self {
    case .incoming: Self.incomingColumns
    case .outgoing: Self.outgoingColumns
    case .copy: Self.copyColumns
    }
  }

  /// Which column opens the document.
  package var numberColumn: Int {
    switch self {
    case .incoming: 1
    case .outgoing, .copy: 0
    }
  }

  private static let incomingColumns = [
    RegisterColumn("Ngày đến", .figures, width: 20, sheetWidth: 11, isCentred: true),
    RegisterColumn("Số đến", .figures, width: 12, sheetWidth: 8, isCentred: true),
    RegisterColumn("Tác giả", width: 34, sheetWidth: 28),
    RegisterColumn("Số, ký hiệu văn bản", width: 30, sheetWidth: 20),
    RegisterColumn("Ngày tháng văn bản", .figures, width: 20, sheetWidth: 11, isCentred: true),
    RegisterColumn("Tên loại và trích yếu nội dung văn bản", .long, width: 57, sheetWidth: 60),
    RegisterColumn("Đơn vị hoặc người nhận", width: 26, sheetWidth: 24),
    RegisterColumn("Ngày chuyển", .figures, width: 20, sheetWidth: 11, isCentred: true),
    RegisterColumn("Ký nhận", width: 21, sheetWidth: 18),
    RegisterColumn("Ghi chú", width: 20, sheetWidth: 22),
  ]

  private static let outgoingColumns = [
    RegisterColumn("Số, ký hiệu văn bản", width: 28, sheetWidth: 20),
    RegisterColumn("Ngày tháng văn bản", .figures, width: 20, sheetWidth: 11, isCentred: true),
    RegisterColumn("Tên loại và trích yếu nội dung văn bản", .long, width: 60, sheetWidth: 60),
    RegisterColumn("Người ký", width: 24, sheetWidth: 22),
    RegisterColumn("Nơi nhận văn bản", width: 34, sheetWidth: 36),
    RegisterColumn("Đơn vị, người nhận bản lưu", width: 24, sheetWidth: 22),
    RegisterColumn("Số lượng bản", .figures, width: 13, sheetWidth: 9, isCentred: true),
    RegisterColumn("Ngày chuyển", .figures, width: 20, sheetWidth: 11, isCentred: true),
    RegisterColumn("Ký nhận", width: 18, sheetWidth: 18),
    RegisterColumn("Ghi chú", width: 19, sheetWidth: 22),
  ]

  private static let copyColumns = [
    RegisterColumn("Số, ký hiệu bản sao", width: 26, sheetWidth: 18),
    RegisterColumn("Ngày tháng sao", .figures, width: 20, sheetWidth: 11, isCentred: true),
    RegisterColumn("Hình thức sao", width: 22, sheetWidth: 16),
    RegisterColumn("Văn bản được sao: số, ký hiệu, ngày, tên loại và trích yếu", .long, width: 62, sheetWidth: 60),
    RegisterColumn("Người ký bản sao", width: 24, sheetWidth: 22),
    RegisterColumn("Nơi nhận bản sao", width: 34, sheetWidth: 36),
    RegisterColumn("Số lượng bản", .figures, width: 13, sheetWidth: 9, isCentred: true),
    RegisterColumn("Ngày chuyển", .figures, width: 20, sheetWidth: 11, isCentred: true),
    RegisterColumn("Ký nhận", width: 19, sheetWidth: 18),
    RegisterColumn("Ghi chú", width: 20, sheetWidth: 22),
  ]
}
