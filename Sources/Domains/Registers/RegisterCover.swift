import Papers

/// The cover of a register (bìa sổ), as the decree prints it on the cover and on the first page (Decree 30/2020, Annex
/// IV).
package struct RegisterCover: Sendable, Equatable {
  /// Cơ quan chủ quản trực tiếp; nil when there is none.
  package var parentAgencyName: String?
  package var agencyName: String
  /// «Sổ đăng ký văn bản đến».
  package var bookName: String
  package var year: Int
  /// «Từ ngày … đến ngày …», «Quyển số: 1».
  package var lines: [String]

  package init(parentAgencyName: String?, agencyName: String, bookName: String, year: Int, lines: [String]) {
    self.parentAgencyName = parentAgencyName
    self.agencyName = agencyName
    self.bookName = bookName
    self.year = year
    self.lines = lines
  }

  package var blocks: [FormBlock] {
    let line = FormStyle(size: 16, alignment: .center, spaceBefore: 4)
    var blocks: [FormBlock] = [.space(4)]
    if let parentAgencyName {
      blocks.append(.text(parentAgencyName.uppercased(), FormStyle(size: 14, alignment: .center)))
    }
    blocks += [
      .text(agencyName.uppercased(), FormStyle(size: 14, isBold: true, alignment: .center)),
      .rule(width: 45, of: 260), .space(30),
      .text(bookName.uppercased(), FormStyle(size: 28, isBold: true, alignment: .center)), .space(6),
      .text("Năm: \(year)", FormStyle(size: 18, isBold: true, alignment: .center, spaceBefore: 2)), .space(14),
    ]
    return blocks + lines.map { .text($0, line) }
  }
}
