import Kernel
import VietnameseText

/// An agency or organisation outside this installation that sends or receives documents (cơ quan, tổ chức bên ngoài).
///
/// The directory is shared by all agencies of the installation. A person may be a sender too («Công dân Nguyễn Văn A»).
package struct OutsideAgency: Sendable, Equatable {
  package typealias ID = Identifier<OutsideAgency>

  package var id: ID
  /// As printed on documents: «Sở Tài nguyên và Môi trường tỉnh Cẩm Giang».
  package var name: String
  /// Identifier of QĐ 20/2020 (`H53.01`), at most 35 characters (MD-01).
  package var code: String?
  /// Identifier of QCVN 102:2016 (`000.00.01.H53`), at most 13 characters (MD-02).
  package var legacyCode: String?
  /// Where it belongs, for telling two of a name apart: superior or province. May be empty.
  package var parentHint: String
  /// How often a document named it.
  package var useCount: Int
  /// The row that took this one's place, if it was found to be the same agency.
  package var mergedInto: ID?
  package var version: Int

  /// Name lengths of the law's metadata (OrganName).
  package static let nameLengthMax = 200

  /// The form in which names are the same: case, tone placement, blanks and signs do not count; diacritics do
  /// («Tân Phú» and «Tấn Phú» are two communes).
  package static func exactKey(_ name: String) -> String { Folding.indexColumns(name).exact }

  /// Without diacritics.
  package static func foldedKey(_ name: String) -> String { Folding.indexColumns(name).folded }

  /// What a name is found by: its syllables, and its first letters, with and without «và» (`stnvmt`, `stnmt`).
  static func words(of name: String) -> Set<String> {
    let syllables = Token.tokens(of: name).map(\.folded)
    var words = Set(syllables)
    for kept in [syllables, syllables.filter { $0 != "va" }] where kept.count > 1 {
      words.insert(String(kept.compactMap(\.first)))
    }
    return words
  }
}

extension RecordReference {
  /// An outside agency of the shared directory.
  package static func outsideAgency(_ id: OutsideAgency.ID) -> RecordReference {
    RecordReference(code: "outsideAgency", number: id.number)
  }
}
