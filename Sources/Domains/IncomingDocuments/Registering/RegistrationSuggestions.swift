import Documents
import Kernel
import Markup
import Papers

extension ReadSuggestions {
  /// What the pages suggest, by form field.
  func formSuggestions(types: [DocumentType], pageCount: Int?) -> [String: RegistrationForm.Suggestion] {
    let field = RegistrationField.self
    var found: [String: RegistrationForm.Suggestion] = [:]
    func add<Value>(_ name: String, _ suggestion: Suggestion<Value>?, _ text: (Value) -> String?) {
      guard let suggestion, let value = text(suggestion.value), !value.isEmpty else { return }
      found[name] = RegistrationForm.Suggestion(
        value: value, confidence: suggestion.level == .sure ? .sure : .doubtful,
        boxes: suggestion.boxes.map {
          .init(page: suggestion.page, left: $0.left, top: $0.top, width: $0.width, height: $0.height)
        })
    }
    add(field.numberText, number) { $0.count <= 11 ? $0 : nil }
    add(field.notation, notation) { $0.count <= 30 ? $0 : nil }
    add(field.issuedDate, issuedDate) { $0.text }
    add(field.issuer, issuingAgency) { String($0.prefix(200)) }
    add(field.type, documentType) { name in types.first { $0.name == name }?.key }
    add(field.subject, subject) { String($0.prefix(500)) }
    add(field.urgency, urgency) { Urgency(rawValue: $0)?.rawValue }
    add(field.signerName, signerName) { String($0.prefix(50)) }
    add(field.signerPosition, signerPosition) { String($0.prefix(100)) }
    if let pageCount {
      found[field.pageCount] = RegistrationForm.Suggestion(value: "\(pageCount)", confidence: .sure)
    }
    return found
  }
}
