import Dossiers
import FilePlans
import FileVault
import Kernel
import Papers

/// All metadata of a dossier and its documents under the codes of ND30 (Annex VI, part II), in the order of time (PL6-47).
struct MetadataXML {
  var dossier: PackagedDossier

  var tree: XMLTree {
    XMLTree(
      "Dossier", [],
      fileCode + [
        element("Title", dossier.title), element("Maintenance", dossier.retention.text),
        element("Rights", dossier.mode.label), element("Creator", dossier.makerName),
        element("Language", dossier.languages.joined(separator: ", ")),
        element("StartDate", dossier.startedOn.text), element("EndDate", dossier.endedOn?.text ?? ""),
        element("DocTotal", "\(dossier.documents.count)"), element("PageTotal", "\(dossier.pageTotal)"),
        element("Description", dossier.note),
        XMLTree("Process", [], dossier.process.map { element("Line", $0) }),
        XMLTree("Documents", [], dossier.documents.map(document)),
      ])
  }

  private var fileCode: [XMLTree] {
    [
      XMLTree(
        "FileCode", [],
        [
          element("OrganId", dossier.code.organ), element("FileCatalog", "\(dossier.code.year)"),
          element("FileNotation", dossier.code.notation),
        ])
    ]
  }

  private func element(_ name: String, _ text: String) -> XMLTree { XMLTree(name, text: text) }

  private func document(_ one: PackagedDocument) -> XMLTree {
    let common =
      fileCode + [
        element("DocOrdinal", "\(one.ordinal)"), element("TypeName", one.typeName), element("CodeNumber", one.number),
        element("CodeNotation", one.notation), element("IssuedDate", one.issuedOn?.text ?? ""),
        element("OrganName", one.organName), element("Subject", one.subject), element("Language", one.language),
        element("PageAmount", "\(one.pageCount)"), element("Description", one.note),
        XMLTree(
          "SignerInfo", [], [element("Position", one.signerPosition), element("FullName", one.signerName)]),
        element("Priority", "\(one.priority)"),
      ]
    let files = one.files.enumerated().map { index, file in
      XMLTree(
        "File",
        [
          ("name", file.name), ("path", "tep/\(PackagedNames.file(one, index + 1, file))"), ("sha256", file.hash.text),
          ("bytes", "\(file.bytes)"),
        ], [])
    }
    return XMLTree(
      "Document", [("source", one.source.rawValue)],
      common + own(one) + [
        element("TraceHeaderList", one.process.joined(separator: "\n")), XMLTree("Files", [], files),
      ])
  }

  /// What one kind has and the other has not.
  private func own(_ one: PackagedDocument) -> [XMLTree] {
    switch one.source {
    case .incoming:
      [
        element("ArrivalDate", one.arrivedOn?.text ?? ""),
        element("ArrivalNumber", one.arrivalNumber.map(String.init) ?? ""),
        element("ToPlaces", one.places.joined(separator: "; ")), element("DueDate", one.dueOn?.text ?? ""),
      ]
    case .outgoing:
      one.places.map { XMLTree("To", [], [element("OrganName", $0)]) } + [
        element("IssuedAmount", one.amount.map(String.init) ?? ""), element("DueDate", one.dueOn?.text ?? ""),
      ]
    case .other: []
    }
  }
}
