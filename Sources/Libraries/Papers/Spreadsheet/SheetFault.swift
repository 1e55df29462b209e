import Kernel

/// Why an .xlsx file cannot be read as a table.
package enum SheetFault: FileTrouble, Sendable, Equatable {
  /// It is no .xlsx by its bytes.
  case notExcel(FileKind)
  /// Programs travel with it.
  case hasMacros
  /// The archive or one of its parts cannot be read.
  case broken(String)
  /// More than an honest table has.
  case tooMuch(String)
  /// There is no sheet that can be seen, or nothing in it.
  case empty

  package func refusal(named name: String) -> Refusal {
    switch self {
    case .notExcel(.xls):
      Refusal(
        .invalid,
        "Tệp «\(name)» là Excel đời cũ (.xls). Mở bằng Excel, chọn Lưu thành .xlsx rồi tải lên tệp mới.")
    case .notExcel(let kind):
      Refusal(
        .invalid, "Tệp «\(name)» là \(kind.label), không phải bảng tính Excel. Tải tệp mẫu .xlsx về, điền rồi tải lên.")
    case .hasMacros:
      Refusal(
        .invalid,
        "Tệp «\(name)» có macro (chương trình kèm theo) nên không được nhận. Lưu lại dạng .xlsx không macro rồi tải lên."
      )
    case .broken(let part):
      Refusal(
        .invalid, "Tệp Excel «\(name)» bị hỏng (\(part)), không mở được. Mở bằng Excel, lưu lại dạng .xlsx rồi tải lên."
      )
    case .tooMuch(let what):
      Refusal(.invalid, "Tệp Excel «\(name)» không nhận được: \(what).")
    case .empty:
      Refusal(.invalid, "Tệp Excel «\(name)» không có trang tính nào có dữ liệu.")
    }
  }
}
