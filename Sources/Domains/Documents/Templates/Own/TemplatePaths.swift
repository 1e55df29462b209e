/// Addresses of the templates of documents.
package enum TemplatePaths {
  package static let list = "/quan-tri/mau-van-ban"
  /// Name of the field that carries the file.
  static let fileField = "tep"

  package static func show(_ type: DocumentType) -> String { "\(list)/\(type.key)" }
  /// The template in force, to be written in or changed.
  package static func file(_ type: DocumentType) -> String { "\(list)/\(type.key)/tep" }
  static func usual(_ type: DocumentType) -> String { "\(list)/\(type.key)/mau-he-thong" }
}
