import IncomingDocuments

extension FieldCatalogue {
  /// Fields of a line of an old book.
  static let documents = FieldCatalogue(
    DocumentField.allCases.map { Entry(name: $0.rawValue, label: $0.label, otherNames: $0.otherNames) })
}
