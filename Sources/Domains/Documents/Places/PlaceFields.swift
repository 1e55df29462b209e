import Kernel
import Markup
import WebApp

/// «Nơi nhận» on a form: a line for each place, found while one types, with whole groups in one tick.
package struct PlaceFields: Sendable {
  /// Names of the fields.
  package enum Name {
    package static let asked = "noi-nhan"
    package static let informed = "de-biet"
  }

  /// Groups that have members here, with how many.
  private var groups: [(group: PlaceGroup, count: Int)]

  package init(counts: [PlaceGroup: Int]) {
    groups = PlaceGroup.allCases.compactMap { group in
      counts[group].flatMap { $0 > 0 ? (group, $0) : nil }
    }
  }

  /// Those that are asked, the groups, and those that only get to know.
  package func fields(hint: String) -> [Field] {
    [
      Field(
        "Nơi nhận", name: Name.asked, kind: .lines(rows: 4, source: DocumentsPaths.placeProposals),
        hint: "Mỗi dòng một nơi; gõ vài chữ để chọn trong danh mục, nơi khác thì ghi tên. \(hint)")
    ]
      + groups.map { group, count in
        Field("\(group.label) (\(count) \(group.members))", name: group.rawValue, kind: .checkbox, width: .half)
      } + [
        Field(
          "Để biết", name: Name.informed, kind: .lines(rows: 2, source: DocumentsPaths.placeProposals),
          hint: "Nơi chỉ nhận để biết: không được hỏi trả lời, không bị đôn đốc.")
      ]
  }

  /// Names of those that are asked as typed, ticked groups as lines of their own.
  package static func asked(_ form: Form) -> [String] {
    names(form.paragraphs(Name.asked)) + PlaceGroup.allCases.filter { form.isOn($0.rawValue) }.map(\.label)
  }

  /// Names of those that only get to know.
  package static func informed(_ form: Form) -> [String] { names(form.paragraphs(Name.informed)) }

  /// One a line, as typed; the same place only once.
  package static func names(_ typed: String) -> [String] {
    var seen: Set<String> = []
    return typed.split(whereSeparator: { $0.isNewline || $0 == ";" }).map { String($0).normalizedLine }
      .map { $0.hasPrefix("-") ? String($0.dropFirst()).normalizedLine : $0 }
      .filter { !$0.isEmpty && seen.insert($0.lowercased()).inserted }
  }
}

/// Proposals under a line of «Nơi nhận». A fragment without a frame.
struct PlaceProposals {
  var groups: [PlaceGroup]
  var entries: [PlaceDirectory.Entry]

  var html: HTML {
    let whole = groups.map { "<li data-value=\"\($0.label)\">\($0.label)</li>" as HTML }
    let single = entries.map { entry -> HTML in
      "<li data-value=\"\(entry.name)\">\(entry.name) <span class=\"hint\">\(entry.place.label)</span></li>"
    }
    return "\(whole)\(single)"
  }
}
