import FileVault
import Foundation
import Kernel
import Papers

/// Tables of contents of a package in METS, with the attributes of E-ARK CSIP.
struct METSWriting {
  var objectID: String
  var label: String
  var agencyName: String
  var madeAt: Instant

  static let profile = "https://earkcsip.dilcis.eu/profile/E-ARK-CSIP.xml"

  private typealias Entry = PackageFolder.Entry

  /// `METS.xml` of the package.
  func root(
    _ description: PackageFolder.Entry, _ representation: PackageFolder.Entry, documentation: [PackageFolder.Entry],
    schemas: [PackageFolder.Entry]
  ) -> XMLTree {
    let descriptionID = newID
    let groups = [
      ("Documentation", documentation), ("Schemas", schemas), (SubmissionPackage.representation, [representation]),
    ].filter { !$0.1.isEmpty }.map { use, entries in (use, newID, entries.map { file($0, below: "", describedBy: nil) })
    }
    return mets(
      [described(description, id: descriptionID, below: "")],
      groups.map { use, id, files in XMLTree("mets:fileGrp", [("USE", use), ("ID", id)], files) },
      divisions: [("Metadata", [("DMDID", descriptionID)], [])]
        + groups.map { use, id, _ in (use, [], [XMLTree("mets:fptr", [("FILEID", id)])]) })
  }

  /// `METS.xml` of the representation: each file names the description of its document.
  func representation(
    _ documents: [(description: PackageFolder.Entry, files: [PackageFolder.Entry])], below folder: String
  ) -> XMLTree {
    let ids = documents.map { _ in newID }
    let group = newID
    return mets(
      zip(documents, ids).map { described($0.description, id: $1, below: folder) },
      [
        XMLTree(
          "mets:fileGrp", [("USE", "Data"), ("ID", group)],
          zip(documents, ids).flatMap { document, id in
            document.files.map { file($0, below: folder, describedBy: id) }
          })
      ],
      divisions: [
        ("Metadata", [("DMDID", ids.joined(separator: " "))], []),
        ("Data", [], [XMLTree("mets:fptr", [("FILEID", group)])]),
      ])
  }

  private func mets(
    _ descriptions: [XMLTree], _ groups: [XMLTree], divisions: [(String, [(String, String)], [XMLTree])]
  ) -> XMLTree {
    let parts = divisions.map { label, attributes, pointers in
      XMLTree("mets:div", [("ID", newID), ("LABEL", label)] + attributes, pointers)
    }
    return XMLTree(
      "mets:mets",
      [
        ("xmlns:mets", "http://www.loc.gov/METS/"), ("xmlns:csip", "https://DILCIS.eu/XML/METS/CSIPExtensionMETS"),
        ("xmlns:xlink", "http://www.w3.org/1999/xlink"), ("OBJID", objectID), ("LABEL", label), ("TYPE", "Mixed"),
        ("PROFILE", Self.profile), ("csip:CONTENTINFORMATIONTYPE", "MIXED"),
      ],
      [
        XMLTree(
          "mets:metsHdr", [("CREATEDATE", time), ("RECORDSTATUS", "NEW"), ("csip:OAISPACKAGETYPE", "SIP")],
          [
            XMLTree(
              "mets:agent", [("ROLE", "CREATOR"), ("TYPE", "ORGANIZATION")],
              [XMLTree("mets:name", text: agencyName)])
          ])
      ] + descriptions + [
        XMLTree("mets:amdSec"), XMLTree("mets:fileSec", [("ID", newID)], groups),
        XMLTree(
          "mets:structMap", [("ID", newID), ("TYPE", "PHYSICAL"), ("LABEL", "CSIP")],
          [XMLTree("mets:div", [("ID", newID), ("LABEL", objectID)], parts)]),
      ])
  }

  private func described(_ entry: PackageFolder.Entry, id: String, below folder: String) -> XMLTree {
    XMLTree(
      "mets:dmdSec", [("ID", id), ("CREATED", time)],
      [
        XMLTree(
          "mets:mdRef",
          [
            ("LOCTYPE", "URL"), ("MDTYPE", "EAD"), ("xlink:type", "simple"), ("xlink:href", path(entry, below: folder)),
          ] + facts(entry))
      ])
  }

  private func file(_ entry: PackageFolder.Entry, below folder: String, describedBy id: String?) -> XMLTree {
    XMLTree(
      "mets:file", [("ID", entry.id)] + (id.map { [("DMDID", $0)] } ?? []) + facts(entry),
      [
        XMLTree(
          "mets:FLocat", [("LOCTYPE", "URL"), ("xlink:type", "simple"), ("xlink:href", path(entry, below: folder))])
      ])
  }

  private func facts(_ entry: PackageFolder.Entry) -> [(String, String)] {
    [
      ("MIMETYPE", entry.mediaType), ("SIZE", "\(entry.bytes)"), ("CREATED", time),
      ("CHECKSUM", entry.hash.text), ("CHECKSUMTYPE", "SHA-256"),
    ]
  }

  private func path(_ entry: PackageFolder.Entry, below folder: String) -> String {
    folder.isEmpty ? entry.path : String(entry.path.dropFirst(folder.count + 1))
  }

  private var newID: String { "uuid-\(UUID().uuidString)" }

  /// In the country's time, as the circular writes it.
  private var time: String { madeAt.isoText }
}
