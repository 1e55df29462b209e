import Dossiers
import FilePlans
import Kernel
import Papers

/// Descriptions of a dossier and of its documents as the circular on electronic records wants them (TT 05/2025: 18 and 21
/// fields). What is longer than its field is refused before (`obstacles`), never cut.
struct ArchiveDescription {
  /// A field: its code, its text, how long it may be.
  typealias Line = (code: String, text: String, max: Int)

  let dossier: PackagedDossier

  init(_ dossier: PackagedDossier) { self.dossier = dossier }

  /// `EAD.xml` of the dossier.
  var head: XMLTree { tree(headLines) }

  /// `EAD_doc_….xml` of a document.
  func document(_ document: PackagedDocument, id: String) -> XMLTree { tree(documentLines(document, id: id)) }

  /// Every field that is too long for the package, by its document.
  var obstacles: [Refusal.Reason] {
    func tooLong(_ lines: [Line], _ name: String) -> [Refusal.Reason] {
      lines.filter { $0.text.count > $0.max }.map {
        .init("\(name): trường \($0.code) dài \($0.text.count) ký tự, gói chỉ nhận \($0.max).")
      }
    }
    let ids = DocumentIDs(dossier)
    var reasons = tooLong(headLines, "Hồ sơ")
    if dossier.endedOn == nil {
      reasons.append(.init("Hồ sơ chưa kết thúc; gói nộp lưu chỉ làm từ hồ sơ đã kết thúc."))
    }
    if dossier.documents.isEmpty { reasons.append(.init("Hồ sơ chưa có văn bản nào.")) }
    for document in dossier.documents {
      let name = "Văn bản số thứ tự \(document.ordinal)"
      reasons += tooLong(documentLines(document, id: ids.id(of: document)), name)
      if document.files.isEmpty { reasons.append(.init("\(name): chưa có tệp nào.")) }
    }
    return reasons
  }

  private var headLines: [Line] {
    [
      ("fileCode", dossier.code.text, 100), ("title", dossier.title, 1000),
      ("maintenance", dossier.retention.archiveCode, 100), ("mode", dossier.mode.archiveCode, 30),
      ("language", codes(dossier.languages), 100), ("startDate", dossier.startedOn.text, 10),
      ("endDate", dossier.endedOn?.text ?? "", 10), ("keyword", dossier.keyword, 100),
      ("totalDoc", "\(dossier.documents.count)", 10),
      (
        "numberOfPaper", "\(dossier.documents.filter { $0.confidence == .digitised }.reduce(0) { $0 + $1.pageCount })",
        10
      ),
      ("numberOfPage", "\(dossier.pageTotal)", 10), ("format", "01", 50), ("inforSign", "", 30),
      ("confidenceLevel", dossier.confidence.rawValue, 40),
      ("paperFileCode", dossier.confidence == .born ? "" : dossier.code.text, 100), ("riskRecovery", "0", 1),
      ("description", dossier.note, 2000),
    ]
  }

  private func documentLines(_ one: PackagedDocument, id: String) -> [Line] {
    [
      ("docId", id, DocumentIDs.lengthMax),
      ("docCode", "\(dossier.code.text).\(PackagedNames.padded(one.ordinal))", 100),
      ("maintenance", dossier.retention.archiveCode, 100), ("typeName", one.typeCode, 10),
      ("codeNumber", one.number, 11), ("codeNotation", one.notation, 30), ("issuedDate", one.issuedOn?.text ?? "", 10),
      ("organName", one.organName, 200), ("subject", one.subject, 500), ("language", codes([one.language]), 100),
      ("numberOfPage", "\(one.pageCount)", 4), ("inforSign", "", 30), ("keyword", "", 100),
      ("mode", dossier.mode.archiveCode, 20), ("confidenceLevel", one.confidence.rawValue, 30), ("autograph", "", 2000),
      ("format", "01", 50), ("riskRecovery", "0", 1), ("process", one.process.isEmpty ? "0" : "1", 1),
      ("description", one.note, 500),
    ]
  }

  private func codes(_ languages: [String]) -> String {
    languages.map(PackagedLanguage.code).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
      .joined(separator: ",")
  }

  private func tree(_ lines: [Line]) -> XMLTree {
    XMLTree("simpledc", [], lines.filter { !$0.text.isEmpty }.map { XMLTree($0.code, text: $0.text) })
  }
}

/// Schemas of the descriptions, which travel with each package.
enum ArchiveSchemas {
  static let all: [(name: String, text: String)] = [
    (
      "ead.xsd",
      text([
        "fileCode", "title", "maintenance", "mode", "language", "startDate", "endDate", "keyword", "totalDoc",
        "numberOfPaper", "numberOfPage", "format", "inforSign", "confidenceLevel", "paperFileCode", "riskRecovery",
        "riskRecoveryStatus", "description",
      ])
    ),
    (
      "ead_doc.xsd",
      text([
        "docId", "docCode", "maintenance", "typeName", "codeNumber", "codeNotation", "issuedDate", "organName",
        "subject", "language", "numberOfPage", "inforSign", "keyword", "mode", "confidenceLevel", "autograph",
        "format", "riskRecovery", "riskRecoveryStatus", "process", "description",
      ])
    ),
  ]

  /// Elements in any order, each once at most.
  private static func text(_ fields: [String]) -> String {
    let lines = fields.map { "      <xs:element name=\"\($0)\" type=\"xs:string\" minOccurs=\"0\"/>\n" }.joined()
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
        <xs:element name="simpledc">
          <xs:complexType>
            <xs:all>
      \(lines)      </xs:all>
          </xs:complexType>
        </xs:element>
      </xs:schema>

      """
  }
}
