import Crypto
import Foundation
import Kernel
import Papers

/// Checks an unpacked submission package against the circular, knowing nothing of the code that makes one.
struct SIPValidator {
  let root: URL
  private(set) var faults: [String] = []
  /// Fields of each description, by its path.
  private(set) var descriptions: [String: [String: String]] = [:]

  init(root: URL) { self.root = root }

  private static let dossierFields: [String: (max: Int, pattern: String)] = [
    "fileCode": (100, ".+"), "title": (1000, ".+"), "maintenance": (100, "0[1-7]"), "mode": (30, "0[12]"),
    "language": (100, "(0[1-9]|1[01])(,(0[1-9]|1[01]))*"), "startDate": (10, date), "endDate": (10, date),
    "keyword": (100, ".*"), "totalDoc": (10, "[1-9][0-9]*"), "numberOfPaper": (10, "[0-9]+"),
    "numberOfPage": (10, "[0-9]+"), "format": (50, "0[1-3]"), "inforSign": (30, ".*"),
    "confidenceLevel": (40, "0[1-3]"), "paperFileCode": (100, ".*"), "riskRecovery": (1, "[01]"),
    "riskRecoveryStatus": (2, "0[12]"), "description": (2000, "(?s).*"),
  ]
  private static let documentFields: [String: (max: Int, pattern: String)] = [
    "docId": (25, "[A-Za-z0-9.-]+"), "docCode": (100, ".+[.][0-9]{7}"), "maintenance": (100, "0[1-7]"),
    "typeName": (10, "(0[1-9]|[12][0-9]|3[0-2])"), "codeNumber": (11, ".*"), "codeNotation": (30, ".*"),
    "issuedDate": (10, date), "organName": (200, ".+"), "subject": (500, ".+"),
    "language": (100, "(0[1-9]|1[01])"), "numberOfPage": (4, "[0-9]+"), "inforSign": (30, ".*"),
    "keyword": (100, ".*"), "mode": (20, "0[12]"), "confidenceLevel": (30, "0[1-3]"), "autograph": (2000, ".*"),
    "format": (50, "0[1-3]"), "riskRecovery": (1, "[01]"), "riskRecoveryStatus": (2, "0[12]"),
    "process": (1, "[01]"), "description": (500, "(?s).*"),
  ]
  private static let date = "[0-3][0-9]/[01][0-9]/[0-9]{4}"

  mutating func validate() throws {
    let name = root.lastPathComponent
    if name.wholeMatch(of: /uuid-[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}/) == nil { fault("folder \(name)") }
    let mets = try read("METS.xml")
    header(mets, named: "METS.xml")
    if mets["OBJID"] != name { fault("OBJID is not the folder's name") }
    let inner = try table(of: mets, below: "")
    let representation = try read("representations/rep1/METS.xml")
    header(representation, named: "rep1/METS.xml")
    let documents = try table(of: representation, below: "representations/rep1/")
    for needed in ["metadata/descriptive/EAD.xml", "representations/rep1/METS.xml", "schemas/ead.xsd"]
    where !inner.contains(needed) { fault("METS.xml does not list \(needed)") }
    try everythingIsListed(inner.union(documents).union(["METS.xml"]))
    check(
      try fields("metadata/descriptive/EAD.xml"), Self.dossierFields, "EAD.xml",
      optional: [
        "keyword", "inforSign", "paperFileCode", "riskRecoveryStatus", "description",
      ])
    let described = documents.filter { $0.contains("EAD_doc_") }
    for path in described {
      check(
        try fields(path), Self.documentFields, path,
        optional: [
          "codeNumber", "codeNotation", "issuedDate", "inforSign", "keyword", "autograph", "riskRecoveryStatus",
          "description",
        ])
    }
    if descriptions["metadata/descriptive/EAD.xml"]?["totalDoc"] != "\(described.count)" { fault("totalDoc") }
    let codes = described.compactMap { descriptions[$0]?["docCode"] }
    if Set(codes).count != codes.count { fault("docCode twice") }
  }

  private mutating func fault(_ text: String) { faults.append(text) }

  private func read(_ path: String) throws -> XMLTree {
    try XMLTree.read(Data(contentsOf: root.appending(path: path)), named: path)
  }

  private mutating func header(_ mets: XMLTree, named name: String) {
    if mets.name != "mets" { fault("\(name): no mets") }
    if mets["TYPE"] != "Mixed" { fault("\(name): TYPE") }
    if mets["PROFILE"] != "https://earkcsip.dilcis.eu/profile/E-ARK-CSIP.xml" { fault("\(name): PROFILE") }
    if mets.first("metsHdr")?["OAISPACKAGETYPE"] != "SIP" { fault("\(name): OAISPACKAGETYPE") }
    if mets.first("metsHdr")?["RECORDSTATUS"] != "NEW" { fault("\(name): RECORDSTATUS") }
    if mets.first("metsHdr")?["CREATEDATE"]?.hasSuffix("+07:00") != true { fault("\(name): CREATEDATE") }
    if mets.first("amdSec")?.children.isEmpty != true { fault("\(name): a SIP has an empty amdSec") }
    if mets.first("structMap")?["LABEL"] != "CSIP" { fault("\(name): structMap") }
  }

  /// Paths that a table of contents lists, each checked by size and hash; every pointer must lead somewhere.
  private mutating func table(of mets: XMLTree, below folder: String) throws -> Set<String> {
    var paths: Set<String> = []
    var ids: Set<String> = []
    var pointers: [String] = []
    var listed: [(XMLTree, String)] = []
    mets.walk { element in
      if let id = element["ID"] { ids.insert(id) }
      for key in ["FILEID", "DMDID"] { pointers += (element[key] ?? "").split(separator: " ").map(String.init) }
      if element.name == "file", let path = element.first("FLocat")?["href"] { listed.append((element, path)) }
      if element.name == "mdRef", let path = element["href"] { listed.append((element, path)) }
    }
    for (element, path) in listed {
      paths.insert(folder + path)
      guard let data = try? Data(contentsOf: root.appending(path: folder + path)) else {
        fault("missing \(folder + path)")
        continue
      }
      let hash = SHA256.hash(data: data).map { String(format: "%02x", $0) }.joined()
      if element["CHECKSUM"] != hash || element["CHECKSUMTYPE"] != "SHA-256" { fault("checksum of \(path)") }
      if element["SIZE"] != "\(data.count)" { fault("size of \(path)") }
      if element["MIMETYPE"]?.contains("/") != true { fault("media type of \(path)") }
    }
    for pointer in pointers where !ids.contains(pointer) { fault("\(pointer) leads nowhere") }
    return paths
  }

  private mutating func everythingIsListed(_ paths: Set<String>) throws {
    for case let path as String in FileManager.default.enumerator(atPath: root.path(percentEncoded: false)) ?? .init() {
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(
        atPath: root.appending(path: path).path(percentEncoded: false), isDirectory: &isFolder)
      if !isFolder.boolValue, !paths.contains(path) { fault("\(path) is not listed") }
    }
  }

  private mutating func fields(_ path: String) throws -> [String: String] {
    let tree = try read(path)
    if tree.name != "simpledc" { fault("\(path): no simpledc") }
    var found: [String: String] = [:]
    for element in tree.elements {
      if found[element.name] != nil { fault("\(path): \(element.name) twice") }
      found[element.name] = element.text
    }
    descriptions[path] = found
    return found
  }

  private mutating func check(
    _ found: [String: String], _ rules: [String: (max: Int, pattern: String)], _ path: String, optional: Set<String>
  ) {
    for (code, text) in found {
      guard let rule = rules[code] else {
        fault("\(path): unknown \(code)")
        continue
      }
      if text.count > rule.max { fault("\(path): \(code) is too long") }
      guard let pattern = try? Regex(rule.pattern), text.wholeMatch(of: pattern) != nil else {
        fault("\(path): \(code) is «\(text)»")
        continue
      }
    }
    for code in rules.keys where found[code] == nil && !optional.contains(code) { fault("\(path): no \(code)") }
  }
}
