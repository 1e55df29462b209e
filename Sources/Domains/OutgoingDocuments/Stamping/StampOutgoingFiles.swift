import Database
import Documents
import FileVault
import Foundation
import Jobs
import Kernel
import Papers
import Registers

/// Writes number and date onto the files of a document that was signed without them, in the background before they are
/// read: 2…4 s a file, most of it LibreOffice.
struct StampOutgoingFiles: Sendable {
  let reader: PaperReader

  /// What lies over a page: number and date on the document, the line of number and time on an annex of its own file
  /// (Decree 30/2020, Annex I.II.2). Nil when the page bears both already.
  private func overlay(
    _ stamping: OutgoingStamping, isMain: Bool, _ document: OutgoingDocument, view: URL
  ) async throws -> PageOverlay? {
    let tool = PDFTool(runner: reader.runner)
    let facts = try await tool.inspect(view)
    let (width, height) = (
      facts.pageWidth * PDFFacts.millimetresOfPoint, facts.pageHeight * PDFFacts.millimetresOfPoint
    )
    guard isMain else {
      let text = "Số: \(document.codeText); \(document.facts.issuedDate.text); \(document.numberedAt.secondText) +07:00"
      return PageOverlay(
        [.init([text], left: width - 115, top: 5, width: 105, height: 5, size: 10, alignment: .end)], onPage: 1)
    }
    let day = document.facts.issuedDate
    guard let page = try await tool.text(of: view, pages: 1...1).first else {
      throw NumberPlaces.Trouble.noNumberPlace
    }
    let (symbol, date) = (document.facts.notation, document.facts.isDated ? day : nil)
    let places =
      try stamping.places?.checked(
        on: page, number: document.number, symbol: symbol, date: date, width: width, height: height)
      ?? NumberPlaces.found(
        on: page, number: document.number, symbol: symbol, date: date, width: width, height: height)
    if places.isEmpty { return nil }
    let marks = places.marks(
      number: RegisterRow.padded(document.number), dayText: day.writtenDay, monthText: day.writtenMonth)
    return PageOverlay(marks, onPage: 1)
  }

  /// Makes what is asked for of a document.
  func run(_ id: OutgoingDocument.ID, _ context: JobContext) async throws {
    let (found, all) = try await context.database.read { transaction in
      (
        try OutgoingDocumentStore(transaction).findForJob(id, locked: false),
        try StampingStore(transaction).list(of: id)
      )
    }
    guard let document = found, document.obstacle(to: .stamp) == nil else { return }
    for stamping in all where stamping.state == .kept && stamping.signed.kind != .pdf {
      try await keep(stamping, document, context)
    }
    for (index, stamping) in all.enumerated() where stamping.state == .asked {
      try await context.progress(done: index, total: all.count, note: "Ghi số, ngày lên \(stamping.signed.name)")
      var next = stamping
      do {
        let made = try await make(stamping, isMain: index == 0, document)
        next.state = made == nil ? .kept : .stamped
        try await context.database.write { [next] transaction in
          if let made { try StampingStore(transaction).replace(next.file, with: made) }
          try StampingStore(transaction).save(next)
        }
        if made == nil, next.signed.kind != .pdf { try await keep(next, document, context) }
      } catch let trouble as NumberPlaces.Trouble {
        next.mayConfirm = trouble == .picture
        try await refuse(next, trouble.text, context)
      } catch let problem as PDFProblem {
        try await refuse(next, problem.refusal(named: stamping.signed.name).message, context)
      } catch let failure as ToolFailure {
        try await refuse(next, "công cụ không mở được tệp (\(failure)).", context)
      }
    }
  }

  /// What bears its number already is issued as a PDF too, never as a file that can be edited.
  private func keep(_ stamping: OutgoingStamping, _ document: OutgoingDocument, _ context: JobContext) async throws {
    let signed = stamping.signed
    let files = try await context.database.read { try OutgoingFileStore($0).list(of: document.id) }
    guard files.first(where: { $0.id == stamping.file })?.hash == signed.stored.hash else { return }
    let view = try await reader.view(
      of: reader.vault.url(of: signed.stored.hash), kind: signed.kind, hash: signed.stored.hash)
    let made = try await kept(
      [UInt8](try Data(contentsOf: view)), of: signed, isMain: stamping.file == files.first?.id, document)
    try await context.database.write { try StampingStore($0).replace(stamping.file, with: made) }
  }

  private func refuse(_ stamping: OutgoingStamping, _ trouble: String, _ context: JobContext) async throws {
    var next = stamping
    (next.state, next.trouble) = (.unplaced, trouble)
    try await context.database.write { [next] in try StampingStore($0).save(next) }
  }

  /// Nil when nothing is to be written: what was signed bears the very number and day.
  private func make(
    _ stamping: OutgoingStamping, isMain: Bool, _ document: OutgoingDocument
  ) async throws -> KeptFile? {
    let signed = stamping.signed
    let view = try await reader.view(
      of: reader.vault.url(of: signed.stored.hash), kind: signed.kind, hash: signed.stored.hash)
    guard let overlay = try await overlay(stamping, isMain: isMain, document, view: view) else { return nil }
    let bytes = try await reader.runner.withFolder { folder in
      let target = folder.appending(path: "numbered.pdf")
      try await PDFTool(runner: reader.runner).lay(overlay, on: view, to: target)
      return [UInt8](try Data(contentsOf: target))
    }
    return try await kept(bytes, of: signed, isMain: isMain, document)
  }

  /// The PDF that is issued instead of what was signed.
  private func kept(
    _ bytes: [UInt8], of signed: KeptFile, isMain: Bool, _ document: OutgoingDocument
  ) async throws -> KeptFile {
    let hash = try await reader.vault.keep(try await reader.vault.receive(bytes))
    return KeptFile(
      name: isMain ? document.fileName : signed.name.withPDFEnding, kind: .pdf,
      stored: StoredFile(hash: hash, bytes: Int64(bytes.count)), pageCount: signed.pageCount)
  }
}

extension OutgoingDocument {
  /// «05-TCĐC-KS.pdf»: its number and symbol, as far as a file may be named so.
  var fileName: String { codeText.replacing("/", with: "-") + ".pdf" }
}

extension String {
  /// The same name as that of a PDF.
  fileprivate var withPDFEnding: String {
    guard let dot = lastIndex(of: "."), dot != startIndex else { return self + ".pdf" }
    return self[..<dot] + ".pdf"
  }
}
