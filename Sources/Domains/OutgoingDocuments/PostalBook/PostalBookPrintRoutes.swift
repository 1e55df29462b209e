import Audit
import Database
import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import NIOCore
import NIOPosix
import Organization
import Papers
import Registers
import WebApp

/// The postal register as a printed book: made while one waits, so no job.
struct PostalBookPrintRoutes: Sendable {
  let site: Site
  let runner: ToolRunner

  static let volume = "quyen"
  private static let volumeMax = 999

  /// A form that the book is had in; its raw value ends the address and the file's name.
  enum Format: String, CaseIterable {
    case pdf, docx, xlsx

    var label: String {
      switch self {
      case .pdf: "In sổ (PDF)"
      case .docx: "Word (.docx)"
      case .xlsx: "Excel (.xlsx)"
      }
    }

    fileprivate var contentType: String {
      switch self {
      case .pdf: "application/pdf"
      case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
      case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
      }
    }
  }

  func add(to routes: RouterGroup<WebContext>) { routes.get("van-ban-di/buu-dien/in/:format", use: file) }

  /// Taking it along is written down before the bytes go.
  @Sendable private func file(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    guard RegistersAccess.mayReadBooks(actor) else { throw OutgoingDocumentAccess.notRegistry }
    guard let format = context.parameters.get("format").flatMap(Format.init(rawValue:)) else {
      throw Refusal(.notFound, "Sổ này chỉ in thành PDF, Word và Excel.")
    }
    let address = Form(urlEncoded: request.uri.query ?? "")
    let volume = min(max(Int(address[Self.volume]) ?? 1, 1), Self.volumeMax)
    let systemName = site.systemName
    let form = try await site.database.read {
      try PostalBookForm.read(address, volume: volume, systemName: systemName, by: actor, in: $0)
    }
    let bytes = try await bytes(of: form, as: format)
    try await site.database.write {
      try Audit.record(
        .postalBookPrinted(form.cover.lines, format: format.rawValue), on: .agency(actor.agency), by: actor, in: $0)
    }
    let place = format == .pdf ? "inline" : "attachment"
    let name = "so-gui-buu-dien-\(form.cover.year)-quyen-\(volume).\(format.rawValue)"
    return Response(
      status: .ok,
      headers: [
        .contentType: format.contentType, .cacheControl: "private, no-store",
        .contentDisposition: "\(place); filename=\"\(name)\"",
      ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  private func bytes(of form: PostalBookForm, as format: Format) async throws -> [UInt8] {
    try await runner.withFolder { folder in
      let target = folder.appending(path: "book.\(format.rawValue)")
      let office = OfficeConversion(runner: runner)
      switch format {
      case .pdf: try await office.write(form.printedForm, as: .pdf, to: target)
      case .docx: try await office.write(form.printedForm, as: .docx, to: target)
      case .xlsx: try await NIOThreadPool.singleton.runIfActive { try form.writeSpreadsheet(to: target) }
      }
      return [UInt8](try Data(contentsOf: target))
    }
  }
}

extension AuditEvent {
  /// - Parameter cover: what the cover says of days and volume.
  static func postalBookPrinted(_ cover: [String], format: String) -> AuditEvent {
    AuditEvent(
      code: "outgoingDocument.postalBookPrinted",
      sentence: "in sổ gửi văn bản đi bưu điện, tệp .\(format). \(cover.joined(separator: ". "))", kind: .access)
  }
}
