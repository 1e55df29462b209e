import Dossiers
import FileVault
import Foundation
import Kernel
import Papers

/// A dossier as a submission information package (SIP, TT 05/2025; E-ARK CSIP 2.0.4): METS at the root and in the one
/// representation, a description of the dossier and of each document, the files as they are, the process of each.
struct SubmissionPackage {
  var dossier: PackagedDossier
  var agencyName: String
  var madeAt: Instant
  let objectID = "uuid-\(UUID().uuidString)"

  static let representation = "representations/rep1"

  /// Puts everything into the folder, METS of the root last. Blocks its thread.
  func write(into folder: inout PackageFolder, from vault: FileVault) throws {
    var inside: [(document: PackagedDocument, description: PackageFolder.Entry, files: [PackageFolder.Entry])] = []
    let ids = DocumentIDs(dossier)
    for document in dossier.documents {
      let id = ids.id(of: document)
      let description = try folder.add(
        "\(Self.representation)/metadata/descriptive/EAD_doc_\(id).xml",
        ArchiveDescription(dossier).document(document, id: id).file)
      let files = document.files.enumerated().map { index, file -> PackageFolder.Entry in
        let place = index == 0 ? "" : ".\(index + 1)"
        return folder.add(
          "\(Self.representation)/data/\(id)\(place).\(file.kind.fileExtension ?? "bin")", file, in: vault)
      }
      inside.append((document, description, files))
    }
    var documentation = [try folder.add("documentation/ho-so.xml", MetadataXML(dossier: dossier).tree.file)]
    for document in dossier.documents where !document.process.isEmpty {
      documentation.append(
        try folder.add("documentation/\(ids.id(of: document))_process.xml", process(of: document).file))
    }
    let schemas = try ArchiveSchemas.all.map { try folder.add("schemas/\($0.name)", Data($0.text.utf8)) }
    let description = try folder.add("metadata/descriptive/EAD.xml", ArchiveDescription(dossier).head.file)
    let writing = METSWriting(objectID: objectID, label: dossier.title, agencyName: agencyName, madeAt: madeAt)
    let inner = try folder.add(
      "\(Self.representation)/METS.xml",
      writing.representation(inside.map { ($0.description, $0.files) }, below: Self.representation).file)
    _ = try folder.add(
      "METS.xml", writing.root(description, inner, documentation: documentation, schemas: schemas).file)
  }

  private func process(of document: PackagedDocument) -> XMLTree {
    XMLTree("process", [], document.process.map { XMLTree("line", text: $0) })
  }
}

/// `docId` of each document: its identifier in law where that fits, otherwise its place in the dossier.
struct DocumentIDs {
  static let lengthMax = 25

  private let ids: [Int: String]

  init(_ dossier: PackagedDossier) {
    var taken: Set<String> = []
    var ids: [Int: String] = [:]
    for document in dossier.documents {
      var id = document.identifier ?? ""
      if !Self.fits(id) || taken.contains(id) {
        id = "\(dossier.code.organ).\(dossier.code.year).\(PackagedNames.padded(document.ordinal))"
        if !Self.fits(id) { id = "\(dossier.code.year).\(PackagedNames.padded(document.ordinal))" }
      }
      taken.insert(id)
      ids[document.ordinal] = id
    }
    self.ids = ids
  }

  func id(of document: PackagedDocument) -> String { ids[document.ordinal] ?? PackagedNames.padded(document.ordinal) }

  /// It becomes the name of a file too.
  private static func fits(_ id: String) -> Bool {
    !id.isEmpty && id.count <= lengthMax && !id.hasPrefix(".")
      && id.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "." || $0 == "-") }
  }
}
