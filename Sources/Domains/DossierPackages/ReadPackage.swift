import Documents
import Dossiers
import FilePlans
import FileVault
import Foundation
import Kernel
import Papers

/// OrganId.FileCatalog.FileNotation.
private let codeForm = Pattern(/(?:(.*)\.)?((?:19|20)[0-9]{2})\.([0-9]{1,6}\..+)/)

/// A submission package of any system as it was read: every file hashed against the tables of contents, every field
/// against the circular's lists. What does not fit is refused with all reasons at once.
struct ReadPackage {
  /// A document with where its files lie.
  struct Document {
    var subject: String
    var described: DescribedDocument
    var pageCount: Int
    var files: [URL]
  }

  var code: DossierCode
  var facts: DossierFacts
  var endedOn: Day
  var makerName: String
  var documents: [Document]

  /// - Parameter retention: what the archivist chose, for a package that says only «other».
  static func read(below folder: URL, retention: RetentionPeriod?) throws -> ReadPackage {
    guard let root = root(below: folder) else {
      throw Refusal(.invalid, "Trong tệp nén không có METS.xml: đây không phải gói hồ sơ theo Thông tư 05/2025/TT-BNV.")
    }
    do {
      return try PackageReading(root: root).package(retention: retention)
    } catch is WordFault {
      throw Refusal(.invalid, "Gói hồ sơ có tệp XML hỏng, không đọc được. Hãy xin lại gói từ nơi gửi.")
    }
  }

  /// The folder that holds the table of contents: the archive's own, or the only one in it.
  private static func root(below folder: URL) -> URL? {
    let inside = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    return ([folder] + inside).first {
      FileManager.default.fileExists(atPath: $0.appending(path: "METS.xml").path(percentEncoded: false))
    }
  }
}

/// Reads one unpacked package. Blocks its thread.
struct PackageReading {
  let root: URL
  /// Descriptions are small; whatever is larger is none.
  private static let xmlBytesMax = 4 << 20

  func package(retention chosen: RetentionPeriod?) throws -> ReadPackage {
    let table = try METSReading(try xml("METS.xml"), below: "")
    guard table.kind == "SIP" else {
      throw Refusal(
        .invalid, "Gói này là \(table.kind.isEmpty ? "loại không rõ" : table.kind); hệ thống nhận gói nộp lưu SIP.")
    }
    let inner = try table.files.keys.filter { $0.hasSuffix("/METS.xml") }.sorted().map { path in
      try METSReading(try xml(path), below: String(path.dropLast("METS.xml".count)))
    }
    var reasons = ([table] + inner).flatMap(damage)
    guard let headPath = table.descriptions.values.first, !inner.isEmpty else {
      throw Refusal(.invalid, "Gói thiếu mô tả hồ sơ hoặc thiếu phần văn bản.")
    }
    let head = try fields(headPath)
    let documents = try inner.flatMap { one in
      try one.descriptions.sorted { $0.value < $1.value }.map { id, path in
        try document(fields(path), files: one.filesOf[id, default: []], &reasons)
      }
    }.sorted { $0.code < $1.code }
    let package = try self.package(head, chosen, documents.map(\.document), &reasons)
    if let refusal = Refusal(reasons) { throw refusal }
    guard let package else { throw Refusal(.invalid, "Mô tả hồ sơ trong gói không đủ.") }
    return package
  }

  private func package(
    _ head: [String: String], _ chosen: RetentionPeriod?, _ documents: [ReadPackage.Document],
    _ reasons: inout [Refusal.Reason]
  ) throws -> ReadPackage? {
    func wrong(_ text: String, _ field: String? = nil) { reasons.append(.init(text, field: field)) }
    let code = DossierCode(package: head["fileCode"] ?? "")
    if code == nil { wrong("Mã hồ sơ «\(head["fileCode"] ?? "")» không đúng mẫu «mã cơ quan.năm.số.ký hiệu».") }
    let retention = RetentionPeriod(archiveCode: head["maintenance"] ?? "") ?? chosen
    if retention == nil {
      wrong("Gói ghi thời hạn lưu trữ «khác» mà không nói bao lâu: hãy chọn thời hạn.", DossierPackagePaths.retention)
    }
    let mode = DossierFacts.AccessMode.allCases.first { $0.archiveCode == head["mode"] }
    if head["mode"] == "03" {
      wrong("Gói ghi chế độ tiếp cận mật (03): hệ thống không nhận hồ sơ có bí mật nhà nước.")
    } else if mode == nil {
      wrong("Gói ghi chế độ tiếp cận «\(head["mode"] ?? "")», không có trong danh mục.")
    }
    let (started, ended) = (Day(written: head["startDate"] ?? ""), Day(written: head["endDate"] ?? ""))
    if started == nil { wrong("Thiếu thời gian bắt đầu của hồ sơ.") }
    if ended == nil { wrong("Thiếu thời gian kết thúc của hồ sơ.") }
    if Int(head["totalDoc"] ?? "") != documents.count {
      wrong("Mô tả ghi \(head["totalDoc"] ?? "0") văn bản, trong gói có \(documents.count).")
    }
    guard let code, let retention, let mode, let started, let ended else { return nil }
    let own = try? xml("documentation/ho-so.xml")
    return ReadPackage(
      code: code,
      facts: DossierFacts(
        title: head["title"] ?? "", retention: retention, mode: mode, startedOn: started,
        keyword: head["keyword"] ?? "", note: head["description"] ?? ""), endedOn: ended,
      makerName: own?.first("Creator")?.text ?? "", documents: documents)
  }

  private func document(
    _ fields: [String: String], files: [String], _ reasons: inout [Refusal.Reason]
  ) throws -> (code: String, document: ReadPackage.Document) {
    let typeCode = fields["typeName"] ?? ""
    let known = DocumentType.administrative + DocumentType.furtherIncoming
    let type = typeCode == DocumentType.otherArchiveCode ? nil : known.first { $0.archiveCode == typeCode }
    if type == nil, typeCode != DocumentType.otherArchiveCode {
      reasons.append(.init("Văn bản \(fields["docId"] ?? ""): tên loại «\(typeCode)» không có trong danh mục."))
    }
    let described = DescribedDocument(
      typeName: type?.name ?? "Tài liệu khác", typeCode: typeCode, number: fields["codeNumber"] ?? "",
      notation: fields["codeNotation"] ?? "", issuedOn: Day(written: fields["issuedDate"] ?? ""),
      organName: fields["organName"] ?? "",
      language: PackagedLanguage.name(String((fields["language"] ?? "").prefix(2))), note: fields["description"] ?? "",
      confidence: fields["confidenceLevel"] ?? Confidence.born.rawValue)
    return (
      fields["docCode"] ?? "",
      .init(
        subject: fields["subject"] ?? "", described: described, pageCount: Int(fields["numberOfPage"] ?? "") ?? 0,
        files: files.map { root.appending(path: $0) })
    )
  }

  private func fields(_ path: String) throws -> [String: String] {
    Dictionary(try xml(path).elements.map { ($0.name, $0.text) }, uniquingKeysWith: { first, _ in first })
  }

  private func xml(_ path: String) throws -> XMLTree {
    let file = root.appending(path: path)
    let bytes = try FileHandle(forReadingFrom: file).read(upToCount: Self.xmlBytesMax + 1) ?? Data()
    guard bytes.count <= Self.xmlBytesMax else { throw WordFault.broken(path) }
    return try XMLTree.read(bytes, named: path)
  }

  /// Files that are missing or are not those that the table names.
  private func damage(_ table: METSReading) -> [Refusal.Reason] {
    table.files.sorted { $0.key < $1.key }.compactMap { path, checksum in
      guard let hash = try? FileHash.of(root.appending(path: path)) else { return .init("Gói thiếu tệp \(path).") }
      return hash.text == checksum.lowercased() ? nil : .init("Tệp \(path) không đúng mã băm ghi trong gói.")
    }
  }
}

/// What a table of contents says: where files lie with their hashes, and which belong to which description.
struct METSReading {
  var kind: String
  /// Hash of each file, by its path from the package's folder.
  var files: [String: String] = [:]
  /// Paths of descriptions, by the key in the table.
  var descriptions: [String: String] = [:]
  /// Files by the key of their description, in their order.
  var filesOf: [String: [String]] = [:]

  /// Throws for paths that lead out of the package.
  init(_ mets: XMLTree, below folder: String) throws {
    kind = mets.first("metsHdr")?["OAISPACKAGETYPE"] ?? ""
    var (files, descriptions, filesOf) = (files, descriptions, filesOf)
    try mets.walk { element in
      switch element.name {
      case "dmdSec":
        guard let id = element["ID"], let reference = element.first("mdRef"), let href = reference["href"] else {
          return
        }
        let path = try Self.inside(folder + href)
        descriptions[id] = path
        if let hash = reference["CHECKSUM"] { files[path] = hash }
      case "file":
        guard let href = element.first("FLocat")?["href"] else { return }
        let path = try Self.inside(folder + href)
        files[path] = element["CHECKSUM"] ?? ""
        if let description = element["DMDID"] { filesOf[description, default: []].append(path) }
      default: break
      }
    }
    (self.files, self.descriptions, self.filesOf) = (files, descriptions, filesOf)
  }

  private static func inside(_ path: String) throws -> String {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard !path.hasPrefix("/"), !parts.contains(".."), !path.contains(":") else {
      throw Refusal(.invalid, "Gói chỉ tới tệp ngoài gói («\(path)»), nên không nhận.")
    }
    return path
  }
}

extension DossierCode {
  /// `fileCode` of a package: «G09.2026.01.TCCB»; the agency's own identifier may have points in it.
  init?(package text: String) {
    guard let match = text.wholeMatch(of: codeForm.regex), let year = Int(match.2)
    else {
      return nil
    }
    self.init(organ: String(match.1 ?? ""), year: year, notation: String(match.3))
  }
}

extension RetentionPeriod {
  /// `maintenance` of a package, 01 to 06; nil for «other».
  init?(archiveCode: String) {
    let known: [RetentionPeriod] = [.permanent] + [70, 50, 30, 20, 10].map(RetentionPeriod.years)
    guard let found = known.first(where: { $0.archiveCode == archiveCode }) else { return nil }
    self = found
  }
}

extension Day {
  /// «05/11/2026».
  init?(written text: String) {
    let parts = text.split(separator: "/").compactMap { Int($0) }
    guard parts.count == 3 else { return nil }
    self.init(year: parts[2], month: parts[1], day: parts[0])
  }
}
