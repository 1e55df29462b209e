/// Ký hiệu by rule (Annex I.I.II.3): `QĐ-BNV` for what has a type's abbreviation, `BNV-VP` for what has none.
package enum OutgoingNotation {
  /// - Parameters:
  ///   - issuer: abbreviation of the agency, or of the body that issues.
  ///   - unit: abbreviation of the drafting unit, or of the field.
  package static func text(of type: DocumentType, issuer: String, unit: String) -> String {
    let groups = type.abbreviation.isEmpty ? [issuer, unit] : [type.abbreviation, issuer]
    return groups.filter { !$0.isEmpty }.joined(separator: "-")
  }
}
