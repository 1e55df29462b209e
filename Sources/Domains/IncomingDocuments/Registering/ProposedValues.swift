import Foundation
import Kernel
import WebApp

/// What stood in the fields of «Vào sổ» without anybody having typed it: suggestions, first choices, nothing.
///
/// Travels with the form, so that the server tells what a person typed or cleared, which stays, from what may be
/// suggested anew once the pages are others.
struct ProposedValues: Equatable {
  /// By field name.
  var values: [String: String]

  init(_ values: [String: String]) { self.values = values }

  /// As a form brought it back; a form without it counts as typed by hand.
  init(_ form: Form) {
    let data = Data(form.raw(RegistrationField.proposed).utf8)
    values = (try? JSONDecoder().decode([String: String].self, from: data)) ?? [:]
  }

  /// For the hidden field.
  var text: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(values)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  /// Fields that still hold what was proposed.
  func untouched(in form: Form) -> Set<String> {
    Set(values.filter { form[$0.key] == $0.value.normalizedLine }.keys)
  }

  /// Only what a person typed or cleared, and nothing of how pages were arranged.
  static func typed(_ form: Form) -> Form {
    var left = ProposedValues(form).untouched(in: form).union(RegistrationField.arranging)
    if left.contains(RegistrationField.issuer) { left.insert(RegistrationField.issuerKey) }
    return form.without(left)
  }
}
