import Database
import Kernel
import Organization

/// Rows that describe people and their posts.
extension OrganizationBuilder {
  /// Whom a row means.
  private enum Meant {
    case known(Person)
    /// Nobody who is there; perhaps somebody who looks the same.
    case new(twin: String?)
  }

  mutating func enterPerson(_ line: OrganizationLine, marked: PersonID?) throws -> OrganizationEntry {
    let owner = try body.agency(line[.agency], at: .agency)
    let place = try line.filled(.unit).map { try body.unit($0, of: owner, at: .unit) }
    if place == nil, line.filled(.title) != nil {
      throw Refusal(
        .invalid, "Có chức danh «\(line[.title])» nhưng chưa ghi đơn vị.", field: OrganizationField.unit.rawValue)
    }
    let person: Person
    var effects: [(kind: OrganizationLineKind, effect: OrganizationEffect)]
    var twin: String?
    switch try meant(by: line, owner: owner, place: place, marked: marked) {
    case .known(let known): (person, effects) = (known, [(.person, .same)])
    case .new(let found):
      if let found, !entersTwins { return .heldBack(found) }
      twin = found
      (person, effects) = (try add(line, to: owner), [(.person, .added)])
    }
    var entry = OrganizationEntry(record: .person(person.id), effects: effects, twin: twin)
    if let place { try enterPost(line, of: person, in: place, &entry) }
    return entry
  }

  private func add(_ line: OrganizationLine, to owner: Agency) throws -> Person {
    do {
      let id = try AddPerson(agency: owner.id, fullName: line[.fullName], staffCode: line[.staffCode]).perform(
        by: actor, in: transaction)
      return try store.person(id)
    } catch let refusal as Refusal where refusal.kind == .invalid {
      // The form's field of a name is the one of any name.
      let reasons = refusal.reasons.map { reason in
        reason.field == "ten" ? .init(reason.message, field: OrganizationField.fullName.rawValue) : reason
      }
      throw Refusal(reasons) ?? refusal
    }
  }

  /// By the staff code; without one, whoever of that name holds this very post, or has none yet. Two people may share a
  /// name, and a post of the one must not become one of the other.
  private func meant(
    by line: OrganizationLine, owner: Agency, place: OrganizationalUnit?, marked: PersonID?
  ) throws -> Meant {
    // What the row became, unless its columns are read otherwise now.
    if let made = try marked.map({ try store.person($0) }), line.filled(.fullName) ?? made.fullName == made.fullName {
      return .known(made)
    }
    let namesakes = try store.people(named: line[.fullName])
    if let code = line.filled(.staffCode) {
      if let known = try store.person(staffCode: code) { return .known(try requireName(line, of: known)) }
      return .new(twin: try twin(among: namesakes.filter { $0.staffCode == nil }, owner: owner))
    }
    var near: [Person] = []
    for person in namesakes {
      let posts = try body.posts(of: person.id)
      if let place, posts.contains(where: { $0.unit == place.id && $0.title == line[.title] }) {
        return .known(person)
      }
      if person.agency == owner.id, place == nil || posts.isEmpty { near.append(person) }
    }
    if near.count == 1 { return .known(near[0]) }
    if near.count > 1 {
      throw Refusal(
        .invalid, "Có nhiều người tên «\(line[.fullName])» trong «\(owner.name)»; ghi mã cán bộ để phân biệt.",
        field: OrganizationField.staffCode.rawValue)
    }
    return .new(twin: try twin(among: namesakes, owner: owner))
  }

  private func requireName(_ line: OrganizationLine, of person: Person) throws -> Person {
    if let name = line.filled(.fullName), name != person.fullName {
      throw Refusal(
        .invalid,
        "Mã cán bộ \(line[.staffCode]) đang là của «\(person.fullName)». Đổi họ tên ở trang của người ấy, không bằng danh sách.",
        field: OrganizationField.fullName.rawValue)
    }
    return person
  }

  /// Only of the agency: in other agencies namesakes are other people.
  private func twin(among namesakes: [Person], owner: Agency) throws -> String? {
    for person in namesakes {
      let posts = try body.posts(of: person.id)
      guard person.agency == owner.id || posts.contains(where: { $0.agency == owner.id }) else { continue }
      let held = posts.isEmpty ? "chưa có chức danh" : posts.map(\.label).joined(separator: "; ")
      return "Giống người đã có: «\(person.fullName)», \(held). Cùng một người thì ghi mã cán bộ của người ấy."
    }
    return nil
  }

  private func enterPost(
    _ line: OrganizationLine, of person: Person, in place: OrganizationalUnit, _ entry: inout OrganizationEntry
  ) throws {
    let held = try body.posts(of: person.id)
    if let post = held.first(where: { $0.unit == place.id && $0.title == line[.title] }) {
      entry.post = post.id
      return try change(post, line, &entry)
    }
    guard let roles = try line.roles() else {
      throw Refusal(
        .invalid,
        "Chưa ghi quyền của chức danh. Điền cột «Quyền», hoặc quyền cho mọi dòng bỏ trống, ví dụ «Chuyên viên».",
        field: OrganizationField.roles.rawValue)
    }
    entry.post = try OpenPost(
      person: person.id, unit: place.id, details: PostDetails(title: line[.title], sortOrder: line.order() ?? 100),
      roles: roles, startedOn: line.day() ?? body.today
    ).perform(by: actor, in: transaction)
    entry.effects.append((.post, .added))
    if !held.isEmpty {
      entry.change =
        "\(person.fullName), đang giữ \(held.map(\.label).joined(separator: "; ")): thêm chức danh \(line[.title]), \(place.name)"
    }
  }

  private func change(_ post: Post, _ line: OrganizationLine, _ entry: inout OrganizationEntry) throws {
    var changed = ChangedValues()
    if !keepsKnown {
      let order = try line.order() ?? post.sortOrder
      if order != post.sortOrder {
        try ChangePost(
          post: post.id, details: PostDetails(title: post.title, sortOrder: order), formVersion: post.version
        ).perform(by: actor, in: transaction)
        changed.note(.sortOrder, "\(post.sortOrder)", "\(order)")
      }
      if let roles = try line.roles(), roles != post.roles {
        let version = try store.post(post.id).version
        try ChangePostRoles(post: post.id, roles: roles, formVersion: version).perform(by: actor, in: transaction)
        changed.note(.roles, Self.text(post.roles), Self.text(roles))
      }
    }
    entry.change = changed.sentence(of: "\(post.personName), \(post.label)")
    entry.effects.append((.post, entry.change == nil ? .same : .changed))
  }

  private static func text(_ roles: Set<Role>) -> String { Role.sorted(roles).map(\.label).joined(separator: ", ") }
}
