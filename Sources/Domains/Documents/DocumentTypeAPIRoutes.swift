import Database
import HTTPTypes
import Kernel
import WebAPI
import WebApp

/// Kinds of documents, for programs: what a registration names as its type.
enum DocumentTypeAPIRoutes {
  private static let resource = APIResource<DocumentType>(
    "DocumentType",
    [
      .text("key", "Giá trị của «type» khi vào sổ") { $0.key }, .text("name") { $0.name },
      .text("abbreviation") { $0.abbreviation },
      .flag("isAdministrative", "Một trong 29 loại của Nghị định 30/2020/NĐ-CP") { $0.isAdministrative },
    ])

  static func operations() -> [APIOperation] {
    [
      APIOperation(
        .get, "/document-types", id: "listDocumentTypes", .documents, scope: .documentsRead, "Các loại văn bản",
        .listed(resource.schema)
      ) { call in
        let position = try call.position()
        return try await call.listing(resource) { transaction in
          let all = try DocumentTypeStore(transaction).all()
          guard let start = position.map({ position in all.firstIndex { $0.key == position } }) ?? -1 else {
            throw APIProblem.badCursor
          }
          let rest = all.dropFirst(start + 1)
          return APIPage(
            Array(rest.prefix(call.limit)), next: rest.count > call.limit ? rest.prefix(call.limit).last?.key : nil)
        }
      }
    ]
  }
}
