import Audit
import Database
import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import NIOCore
import Organization
import Papers
import Registers
import WebApp

/// The follow-up register as a printed book: made while one waits, so no job.
struct FollowUpPrintRoutes: Sendable {
  let site: Site
  let runner: ToolRunner

  static let volume = "quyen"
  private static let volumeMax = 999
  static let formats: [(name: String, label: String, format: OfficeConversion.Format, type: String)] = [
    ("pdf", "In sổ (PDF)", .pdf, "application/pdf"),
    (
      "docx", "Word (.docx)", .docx, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    ),
  ]

  func add(to routes: RouterGroup<WebContext>) { routes.get("bao-cao/so-theo-doi/in/:format", use: file) }

  /// Taking it along is written down before the bytes go.
  @Sendable private func file(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    guard let wanted = Self.formats.first(where: { $0.name == context.parameters.get("format") }) else {
      throw Refusal(.notFound, "Sổ này chỉ in thành PDF và Word.")
    }
    let address = Form(urlEncoded: request.uri.query ?? "")
    let volume = min(max(Int(address[Self.volume]) ?? 1, 1), Self.volumeMax)
    let (today, systemName) = (site.clock.now.day, site.systemName)
    let (form, days) = try await site.database.read { transaction in
      let (question, _, _) = try FollowUpBook.question(address, today: today, by: actor)
      let form = try FollowUpForm.read(
        question, volume: volume,
        provenance: "\(actor.titleOnRecord), in lúc \(transaction.now.text) từ \(systemName)", by: actor,
        in: transaction)
      return (form, question.days)
    }
    let bytes = try await runner.withFolder { folder in
      let target = folder.appending(path: "book.\(wanted.name)")
      try await OfficeConversion(runner: runner).write(form.printedForm, as: wanted.format, to: target)
      return [UInt8](try Data(contentsOf: target))
    }
    try await site.database.write {
      try Audit.record(.followUpPrinted(days, volume: volume), on: .agency(actor.agency), by: actor, in: $0)
    }
    let place = wanted.format == .pdf ? "inline" : "attachment"
    return Response(
      status: .ok,
      headers: [
        .contentType: wanted.type, .cacheControl: "private, no-store",
        .contentDisposition: "\(place); filename=\"so-theo-doi-\(form.cover.year)-quyen-\(volume).\(wanted.name)\"",
      ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }
}

extension AuditEvent {
  static func followUpPrinted(_ days: ClosedRange<Day>, volume: Int) -> AuditEvent {
    AuditEvent(
      code: "report.followUpPrinted",
      sentence:
        "in sổ theo dõi giải quyết văn bản đến từ \(days.lowerBound.text) đến \(days.upperBound.text), quyển số \(volume)",
      kind: .access)
  }
}
