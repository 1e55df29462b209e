import Database
import Documents
import Foundation
import Kernel

/// One line of the open form: the same record always gives the same bytes.
enum OpenLine {
  /// Fields in their order, groups (`SignerInfo.…`) together, what is empty in the table left out.
  static func text(_ fields: [(name: String, value: SQLValue)], more: [String] = []) -> String {
    var parts: [String] = []
    var group: (name: String, parts: [String])?
    func endGroup() {
      if let open = group { parts.append("\(quoted(open.name)):{\(open.parts.joined(separator: ","))}") }
      group = nil
    }
    for (name, value) in fields where value != .null {
      let path = name.split(separator: ".", maxSplits: 1).map(String.init)
      let part = "\(quoted(path[path.count - 1])):\(json(value))"
      if path.count == 2, group?.name == path[0] {
        group?.parts.append(part)
      } else {
        endGroup()
        if path.count == 2 { group = (path[0], [part]) } else { parts.append(part) }
      }
    }
    endGroup()
    return "{\((parts + more).joined(separator: ","))}\n"
  }

  static func json(_ value: SQLValue) -> String {
    switch value {
    case .null: "null"
    case .integer(let number): String(number)
    case .double(let number): String(number)
    case .text(let text): quoted(text)
    }
  }

  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}

extension ExportedKind.Field {
  /// As it stands outside.
  func outer(_ value: SQLValue) -> SQLValue {
    switch (form, value) {
    case (.instant, .integer(let milliseconds)): .text(OpenInstant.text(Instant(milliseconds: milliseconds)))
    case (.urgency, .text(let word)): Urgency(rawValue: word).map { .integer(Int64($0.rank)) } ?? value
    case (.measure, .double(let number)): .text(String(number))
    case (.measure, .integer(let number)): .text(String(Double(number)))
    default: value
    }
  }

  /// Back from a JSON value; nil when it cannot be.
  func inner(_ value: Any?) -> SQLValue? {
    guard let value, !(value is NSNull) else { return .null }
    switch form {
    case .instant: return (value as? String).flatMap(OpenInstant.instant).map { .integer($0.milliseconds) }
    case .urgency:
      let rank = (value as? NSNumber)?.intValue
      return Urgency.allCases.first { $0.rank == rank }.map { .text($0.rawValue) }
    case .measure: return (value as? String).flatMap(Double.init).map { .double($0) }
    case .plain:
      if let text = value as? String { return .text(text) }
      return (value as? NSNumber).map { .integer($0.int64Value) }
    }
  }
}

/// Moments in UTC with their milliseconds: `2026-11-05T01:30:00.000Z`.
enum OpenInstant {
  static func text(_ instant: Instant) -> String {
    let seconds = instant.milliseconds.floorDivided(by: 1000)
    let day = Day(number: Int(seconds.floorDivided(by: 86_400)))
    let ofDay = seconds - Int64(day.number) * 86_400
    let parts = [ofDay / 3600, ofDay / 60 % 60, ofDay % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    let fraction = String(1000 + instant.milliseconds - seconds * 1000).dropFirst()
    return "\(day.isoText)T\(parts.joined(separator: ":")).\(fraction)Z"
  }

  static func instant(_ text: String) -> Instant? {
    guard text.utf8.count == 24, text.hasSuffix("Z"), let day = Day(isoText: String(text.prefix(10))) else {
      return nil
    }
    let numbers = text.dropFirst(11).dropLast().split { $0 == ":" || $0 == "." }.compactMap { Int64($0) }
    guard numbers.count == 4 else { return nil }
    let seconds = Int64(day.number) * 86_400 + numbers[0] * 3600 + numbers[1] * 60 + numbers[2]
    return Instant(milliseconds: seconds * 1000 + numbers[3])
  }
}
