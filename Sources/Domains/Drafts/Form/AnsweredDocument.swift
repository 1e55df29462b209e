import Access
import Documents
import Dossiers
import Kernel

/// The document that a reply answers, in the words in which a letter names it (Annex I.II.6: type, number, date, issuer,
/// what about).
struct AnsweredDocument {
  private let summary: RecordSummary

  /// Nil for a document without a number, for a dossier, which nobody answers, and for one of which nothing may be told.
  init?(_ summary: RecordSummary?) {
    guard let summary, !summary.notation.isEmpty, !summary.isWithheld,
      summary.reference.code != RecordReference.dossierCode
    else { return nil }
    self.summary = summary
  }

  /// By its symbol: «15/QĐ-BNV» is a decision; without the short form of a type it is a letter.
  private var typeName: String {
    let symbol = summary.notation.split(separator: "/").last.map(String.init) ?? ""
    let type = DocumentType.administrative.first {
      !$0.abbreviation.isEmpty && symbol.hasPrefix("\($0.abbreviation)-")
    }
    return (type ?? .congVan).name
  }

  /// «Công văn số 152/SNNMT-KS của Sở Nông nghiệp và Môi trường».
  private var shortCitation: String {
    "\(typeName) số \(summary.notation)" + (summary.issuer.isEmpty ? "" : " của \(summary.issuer)")
  }

  /// «Công văn số 152/SNNMT-KS ngày 05 tháng 11 năm 2026 của Sở … về việc kiểm kê trữ lượng đá vôi».
  var citation: String {
    let day = summary.date.map { " \($0.writtenOut)" } ?? ""
    let issuer = summary.issuer.isEmpty ? "" : " của \(summary.issuer)"
    return "\(typeName) số \(summary.notation)\(day)\(issuer) \(about)"
  }

  private var about: String {
    let subject = summary.subject
    for prefix in ["Về việc ", "về việc ", "V/v "] where subject.hasPrefix(prefix) {
      return "về việc \(subject.dropFirst(prefix.count))"
    }
    return "về việc \(subject.prefix(1).lowercased())\(subject.dropFirst())"
  }

  /// What a form of the reply begins with: the subject, and whoever sent it as recipient.
  var values: [String: String] {
    [
      DraftField.subject: "Về việc trả lời \(shortCitation)", PlaceFields.Name.asked: summary.issuer,
    ]
  }
}
