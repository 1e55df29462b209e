import Documents
import Kernel

/// A file of a dossier's own that is withheld because a secrecy mark was found in it (niêm giữ, MAT-05). What it is called
/// lies here, out of every list, until it is given back or destroyed.
package struct OwnFileQuarantine: Sendable, Equatable {
  /// What stands in the list of contents meanwhile.
  static let veil = "(đang niêm giữ vì nghi có dấu chỉ độ mật)"

  package var item: DossierItem.ID
  package var agency: AgencyID
  package var foundAt: Instant
  /// «hệ thống, khi đọc tệp» or the person's name.
  package var foundBy: String
  /// Where the mark stands; nil when a person reported it.
  package var page: Int?
  package var facts: Facts
  package var confirmation: QuarantineConfirmation?

  /// What was said of it.
  package struct Facts: Sendable, Equatable, Codable {
    var title: String
    var name: String
    var described: DescribedDocument?
    /// Of the files that belong to it, in their order.
    var furtherNames: [String]

    init(_ file: DossierFile) {
      (title, name, described) = (file.title, file.name, file.described)
      furtherNames = file.further.map(\.name)
    }
  }
}

extension DescribedDocument {
  /// Nothing of what it says; that it is a document with files of its own stays.
  var veiled: DescribedDocument {
    DescribedDocument(
      typeName: "", typeCode: typeCode, number: "", notation: "", issuedOn: nil, organName: "", language: language,
      note: "", confidence: confidence)
  }
}

extension DossierItem {
  static let withheldRefusal = Refusal(
    .forbidden,
    "Tài liệu này đang niêm giữ vì nghi có dấu mật: chưa ai xem, tải hay đưa ra được cho đến khi chánh văn phòng hoặc lãnh đạo quyết định."
  )
}
