import Kernel
import VietnameseText
import WebApp
import Work

/// Reads the forms of handling: which places were named, in which role, by when.
enum HandlingForm {
  private static let rolePrefix = "vai-"
  private static let duePrefix = "han-"

  static func roleName(_ key: String) -> String { rolePrefix + key }

  static func dueName(_ key: String) -> String { duePrefix + key }

  /// The places that have a role, in the order of the form; one without a deadline of its own gets the common one.
  static func places(_ form: Form, today: Day) throws -> [DirectedTo] {
    var reasons: [Refusal.Reason] = []
    func day(_ text: String) -> Day? {
      guard !text.isEmpty else { return nil }
      let day = TypedDay.parse(text, today: today)
      if day == nil {
        reasons.append(.init("«\(text)» không phải ngày. Ví dụ: 5/7/2026 hoặc 0507.", field: HandlingField.due))
      }
      return day
    }
    let common = day(form[HandlingField.due])
    let places = form.fields.compactMap { name, value -> DirectedTo? in
      guard name.hasPrefix(rolePrefix), let role = WorkRole(rawValue: value) else { return nil }
      let key = String(name.dropFirst(rolePrefix.count))
      guard let holder = HolderChoice(key) else { return nil }
      let own = day(form[dueName(key)])
      return DirectedTo(holder, role, due: role == .inform ? own : own ?? common)
    }
    if let refusal = Refusal(reasons) { throw refusal }
    return places
  }

  /// The one deadline of a form, or another day of it; nil when left empty.
  static func day(_ form: Form, _ name: String = HandlingField.due, today: Day) throws -> Day? {
    let text = form[name]
    guard !text.isEmpty else { return nil }
    guard let day = TypedDay.parse(text, today: today) else {
      throw Refusal(.invalid, "«\(text)» không phải ngày. Ví dụ: 5/7/2026 hoặc 0507.", field: name)
    }
    return day
  }

  /// Units and people whose box is ticked.
  static func ticked(_ form: Form) -> [HolderChoice] {
    form.fields.compactMap { name, value in
      guard name.hasPrefix(rolePrefix), value == "1" else { return nil }
      return HolderChoice(String(name.dropFirst(rolePrefix.count)))
    }
  }

  /// Posts whose box is ticked.
  static func posts(_ form: Form) -> [PostID] {
    ticked(form).compactMap { choice in
      guard case .post(let post) = choice else { return nil }
      return post
    }
  }
}
