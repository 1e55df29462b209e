import Kernel

/// What a PDF says about itself.
package struct PDFFacts: Sendable, Equatable, Codable {
  package var pageCount: Int
  /// Of the first page, in points (1/72 inch), as shown (turned pages counted).
  package var pageWidth: Double
  package var pageHeight: Double
  /// `1.7`
  package var version: String
  /// Opens without a password, but its maker forbade printing, copying or changing.
  package var isRestricted: Bool

  package static let millimetresOfPoint = 25.4 / 72
}

/// Why a PDF is not taken.
package enum PDFProblem: FileTrouble, Sendable, Equatable {
  case needsPassword
  case broken(String)
  case hasNoPages
  case tooManyPages(Int, max: Int)

  package func refusal(named name: String) -> Refusal {
    switch self {
    case .needsPassword:
      Refusal(.invalid, "Tệp «\(name)» có mật khẩu nên không đọc được. Bỏ mật khẩu rồi tải lên lại.")
    case .broken:
      Refusal(.invalid, "Tệp «\(name)» bị hỏng, không mở được. Xuất hoặc quét lại tệp PDF rồi tải lên lại.")
    case .hasNoPages:
      Refusal(.invalid, "Tệp «\(name)» không có trang nào. Xuất hoặc quét lại tệp PDF rồi tải lên lại.")
    case .tooManyPages(let count, let max):
      Refusal(
        .tooLarge,
        "Tệp «\(name)» có \(grouped(count)) trang, nhiều hơn \(grouped(max)) trang."
          + " Tách thành nhiều tệp rồi tải lên lại.")
    }
  }

  /// `1.234.567`
  private func grouped(_ number: Int) -> String {
    var text = ""
    for (place, digit) in String(number).reversed().enumerated() {
      if place > 0 && place % 3 == 0 { text = "." + text }
      text = String(digit) + text
    }
    return text
  }
}
