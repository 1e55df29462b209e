import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import NIOCore
import Papers
import WebApp

/// HTTP of the files to fill in.
struct OrganizationTemplateRoutes: Sendable {
  let work: ImportWork

  func add(to routes: RouterGroup<WebContext>) {
    for template in OrganizationTemplate.allCases {
      routes.get(RouterPath(ImportPaths.template(template))) { _, context -> Response in
        try ImportBatch.Kind.organization.require(try context.requireActor())
        let bytes = try await work.runner.withFolder { folder in
          let target = folder.appending(path: "sheet.xlsx")
          try template.write(to: target)
          return [UInt8](try Data(contentsOf: target))
        }
        return Response.spreadsheet(bytes, named: "mau-\(template.rawValue)")
      }
    }
  }
}

extension Response {
  /// An Excel file to keep; `name` without its ending.
  static func spreadsheet(_ bytes: [UInt8], named name: String) -> Response {
    Response(
      status: .ok,
      headers: [
        .contentType: FileKind.xlsx.mediaType, .contentDisposition: "attachment; filename=\"\(name).xlsx\"",
        .cacheControl: "private, no-store",
      ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }
}
