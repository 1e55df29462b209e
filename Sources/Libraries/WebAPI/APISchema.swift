import Kernel

/// What a JSON value must look like (JSON Schema 2020-12, the part of it that is used here). The same value checks a
/// request and writes the OpenAPI document, so neither can say what the other does not.
package indirect enum APISchema: Sendable {
  /// `lengths` counts Unicode code points, as JSON Schema does.
  case text(lengths: ClosedRange<Int>?)
  /// A real day of the years 1900 to 2200, `2026-11-05`.
  case day
  /// A moment with its offset, `2026-11-05T08:30:00+07:00`. In answers only.
  case instant
  /// One of these texts.
  case choice([String])
  case integer(ClosedRange<Int64>)
  case flag
  /// The bytes of a file, in a multipart body.
  case file
  case list(APISchema, min: Int = 0, max: Int?)
  /// No other members than these.
  case object([APIField])
  /// The same or null.
  case nullable(APISchema)
  /// Kept under this name in `components/schemas`.
  case named(String, APISchema)

  /// Any text, in answers.
  package static let words = APISchema.text(lengths: nil)

  /// A text of at most this many code points.
  package static func words(_ lengthMax: Int) -> APISchema { .text(lengths: 0...lengthMax) }

  /// A text that must not be empty.
  package static func filled(_ lengthMax: Int) -> APISchema { .text(lengths: 1...lengthMax) }

  /// Key of a record, as `Identifier` has them.
  package static let key = APISchema.integer(1...((1 << 53) - 1))
}

/// One member of an object, or one parameter of an address.
package struct APIField: Sendable {
  package var name: String
  package var schema: APISchema
  package var isRequired: Bool
  /// What it means, in Vietnamese.
  package var note: String
  /// Name of the same field in the form of the screen: reasons of a refusal are told at this member.
  package var formName: String

  package init(
    _ name: String, _ schema: APISchema, required: Bool = false, form formName: String? = nil, _ note: String = ""
  ) {
    self.name = name
    self.schema = schema
    isRequired = required
    self.note = note
    self.formName = formName ?? name
  }
}

extension APISchema {
  /// Everything about `value` that does not fit, each with the place where it stands.
  func faults(of value: JSONValue, at place: String = "") -> [Refusal.Reason] {
    func fault(_ message: String) -> [Refusal.Reason] {
      [Refusal.Reason(message, field: place.isEmpty ? nil : place)]
    }
    switch (self, value) {
    case (.named(_, let schema), _): return schema.faults(of: value, at: place)
    case (.nullable, .null): return []
    case (.nullable(let schema), _): return schema.faults(of: value, at: place)
    case (.text(let lengths), .text(let text)):
      guard let lengths, !lengths.contains(text.unicodeScalars.count) else { return [] }
      return fault(
        text.isEmpty ? "Không được để trống." : "Dài \(text.unicodeScalars.count) ký tự; tối đa \(lengths.upperBound).")
    case (.day, .text(let text)):
      return Day(isoText: text) == nil
        ? fault("Không phải một ngày có thật dạng năm-tháng-ngày, từ 1900 đến 2200.") : []
    case (.choice(let choices), .text(let text)):
      return choices.contains(text) ? [] : fault("Phải là một trong: \(choices.joined(separator: ", ")).")
    case (.integer(let range), .integer(let number)) where range.contains(number): return []
    case (.integer(let range), _): return fault("Phải là số nguyên từ \(range.lowerBound) đến \(range.upperBound).")
    case (.flag, .flag): return []
    case (.flag, _): return fault("Phải là true hoặc false.")
    case (.list(let schema, let least, let most), .list(let values)):
      if values.count < least { return fault("Cần ít nhất \(least) mục.") }
      if let most, values.count > most { return fault("Có \(values.count) mục; tối đa \(most).") }
      return values.enumerated().flatMap { schema.faults(of: $0.element, at: "\(place)/\($0.offset)") }
    case (.list, _): return fault("Phải là một danh sách.")
    case (.object(let fields), .object(let members)): return Self.faults(of: members, fields, at: place)
    case (.object, _): return fault("Phải là một đối tượng JSON.")
    case (.text, _), (.day, _), (.choice, _), (.instant, _), (.file, _): return fault("Phải là chuỗi ký tự.")
    }
  }

  private static func faults(
    of members: [JSONValue.Member], _ fields: [APIField], at place: String
  ) -> [Refusal.Reason] {
    let prefix = place.isEmpty ? "" : "\(place)/"
    var faults: [Refusal.Reason] = []
    for field in fields {
      if let member = members.first(where: { $0.name == field.name }) {
        faults += field.schema.faults(of: member.value, at: prefix + field.name)
      } else if field.isRequired {
        faults.append(Refusal.Reason("Thiếu trường này.", field: prefix + field.name))
      }
    }
    let known = Set(fields.map(\.name))
    faults += members.filter { !known.contains($0.name) }.map { member in
      Refusal.Reason("Không có trường tên «\(member.name.prefix(60))».", field: prefix + member.name.prefix(60))
    }
    return faults
  }
}
