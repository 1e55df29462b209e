import Documents
import FileVault
import Kernel
import Papers

/// How number and date come onto one file of a document that was signed without them (DI-04): the signed bytes stay in
/// the vault, what is issued is a PDF of them with number and date laid into the places left for it.
struct OutgoingStamping: Sendable, Equatable {
  enum State: String, Sendable, CaseIterable {
    /// To be made in the background.
    case asked
    case stamped
    /// No place was found: the clerk says where, or that the file bears its number already.
    case unplaced
    /// Issued as it was signed: it bears number and date already.
    case kept
  }

  var file: OutgoingFile.ID
  /// The bytes that were signed.
  var signed: KeptFile
  var state: State
  /// Where the clerk said that number and date go; nil to look for them.
  var places: NumberPlaces?
  /// Why nothing was written.
  var trouble: String
  /// A person may say that it bears its number: nobody else can read the page, or it was signed elsewhere.
  var mayConfirm = false

  /// Why the document cannot be issued yet; nil when nothing stands in the way.
  var obstacle: String? {
    switch state {
    case .stamped, .kept: nil
    case .asked: "Đang ghi số, ngày lên «\(signed.name)»; phát hành được khi ghi xong."
    case .unplaced: "Số, ngày trên «\(signed.name)» chưa xong: \(trouble)"
    }
  }
}

extension NumberPlaces.Trouble {
  /// What the clerk is told.
  var text: String {
    switch self {
    case .noNumberPlace:
      "trang đầu không có chỗ «Số: … /…» để trống. Chỉ chỗ ghi số, ngày trên trang."
    case .noDayPlace:
      "trang đầu không có chỗ «ngày … tháng … năm …» để trống. Chỉ chỗ ghi số, ngày trên trang."
    case .unnumbered:
      "trang đầu còn để trống số. Chỉ chỗ ghi số, ngày; thay tệp; hoặc xem lại trang rồi xác nhận."
    case .picture:
      "trang đầu là ảnh, không đọc được chữ. Chỉ chỗ ghi, hoặc xem trang rồi xác nhận tệp đã có số."
    case .numbered(let number):
      "tệp ghi sẵn số \(number), khác số được cấp. Hủy số rồi sửa tệp, hoặc thay đúng tệp."
    case .otherSymbol(let symbol):
      "tệp in ký hiệu «\(symbol)», khác ký hiệu của số. Hủy số rồi cấp lại cho đúng ký hiệu, hoặc sửa tệp."
    case .undated: "trang đầu còn để trống ngày. Thay tệp, hoặc xem lại trang rồi xác nhận."
    case .dated: "tệp ghi sẵn một ngày khác ngày của số. Hủy số rồi sửa tệp, hoặc thay đúng tệp."
    case .otherYear(let year):
      "trang đầu in năm «\(year)», khác năm của số. Hủy số rồi sửa tệp, hoặc thay đúng tệp."
    case .occupied(let word):
      "chỗ vừa chỉ đè lên chữ «\(word)». Chỉ chỗ khác; trang không còn chỗ trống thì hủy số rồi sửa tệp."
    }
  }
}
