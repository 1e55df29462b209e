import Database
import Documents
import Kernel
import Markup
import Organization
import VietnameseText
import WebApp
import Work

/// Gathers the screens of who may sign and of the usual ways.
struct DraftRulesScreen {
  let actor: Actor
  let transaction: any Transaction

  func powers(seal: FormSeal) throws -> SigningPowersPage {
    let today = transaction.now.day
    let lines = try SigningPowerStore(transaction).list(of: actor.agency).map { power in
      let terms = power.terms
      let types = SigningPower.kinds.filter { terms.typeKeys.contains($0.key) }.map(\.name)
      return SigningPowersPage.Line(
        holder: power.holderName, capacity: terms.capacity.label,
        types: types.isEmpty ? "mọi loại" : types.joined(separator: ", "), scope: terms.scope, basis: terms.basis,
        term: terms.validThrough.map { "\(terms.validFrom.text) đến hết \($0.text)" } ?? "từ \(terms.validFrom.text)",
        isOver: !terms.isValid(on: today), version: power.version, endPath: DraftPaths.signingPowerEnd(power.id))
    }
    return SigningPowersPage(
      lines: lines, mayKeep: DraftAccess.mayKeepRules(actor), isAdministrator: actor.isAdministrator,
      seal: seal)
  }

  func newPower(_ input: FormInput, _ seal: FormSeal) throws -> DraftRulePage {
    guard DraftAccess.mayKeepRules(actor) else { throw DraftAccess.notKeeper }
    let posts = try OrganizationStore(transaction).posts(of: actor.agency)
    let able = posts.filter { !$0.roles.isDisjoint(with: [.leader, .headOfOffice, .unitHead]) }
    let others = posts.filter { post in !able.contains { $0.id == post.id } }
    return DraftRulePage(
      title: "Thêm thẩm quyền ký",
      explanation:
        "KT. cần lĩnh vực được phân công; TL. cần quy chế và loại văn bản; TUQ. cần văn bản ủy quyền và thời hạn.",
      tab: .signing, isAdministrator: actor.isAdministrator, action: DraftPaths.signingPowers,
      backPath: DraftPaths.signingPowers,
      fields: [
        Field(
          "Người ký", name: SigningField.post,
          kind: .select((able + others).map { .init($0.id.description, "\($0.personName), \($0.label)") }),
          required: true, width: .half),
        Field(
          "Tư cách ký", name: SigningField.capacity,
          kind: .select(SigningCapacity.allCases.map { .init($0.rawValue, $0.label) }), width: .half),
        Field(
          "Lĩnh vực, tập thể, nội dung ủy quyền", name: SigningField.scope,
          lengthMax: SigningPower.Terms.textLengthMax),
        Field(
          "Căn cứ", name: SigningField.basis, hint: "Số, ngày của quyết định, quy chế làm việc, văn bản ủy quyền.",
          lengthMax: SigningPower.Terms.textLengthMax),
        Field(
          "Từ ngày", name: SigningField.from, value: transaction.now.day.text, kind: .day, required: true, width: .half),
        Field(
          "Đến hết ngày", name: SigningField.through, kind: .day, hint: "Để trống nếu không thời hạn.", width: .half),
      ],
      boxes: SigningPower.kinds.map {
        Field($0.name, name: "\(SigningField.types)-\($0.key)", kind: .checkbox, width: .quarter)
      }, boxesTitle: "Loại văn bản được ký (không chọn là mọi loại)",
      boxReasons: input.reasons[SigningField.types] ?? [], label: "Lưu", input: input, seal: seal)
  }

  func ways(seal: FormSeal) throws -> UsualWaysPage {
    let places = try DraftPlaces(of: actor.agency, in: transaction)
    func name(_ place: DraftPlace, _ kind: DraftStep.Kind) -> String {
      places.choices(for: kind, in: nil).first { $0.value == place.text }?.label ?? "(không còn)"
    }
    let lines = try UsualWayStore(transaction).list(of: actor.agency).map { usual in
      UsualWaysPage.Line(
        type: usual.typeName, content: name(usual.way.content, .content),
        coordinating: usual.way.coordinating.map { id in places.units.first { $0.id == id }?.name ?? "(không còn)" }
          .joined(separator: "; "), form: name(usual.way.form, .form),
        review: usual.way.review.map { name($0, .review) } ?? "", laidBy: usual.laidBy, version: usual.version,
        endPath: DraftPaths.usualWayEnd(usual.id))
    }
    return UsualWaysPage(
      lines: lines, mayKeep: DraftAccess.mayKeepRules(actor), isAdministrator: actor.isAdministrator,
      seal: seal)
  }

  func newWay(_ input: FormInput, _ seal: FormSeal) throws -> DraftRulePage {
    guard DraftAccess.mayKeepRules(actor) else { throw DraftAccess.notKeeper }
    let places = try DraftPlaces(of: actor.agency, in: transaction)
    return DraftRulePage(
      title: "Đặt luồng trình",
      explanation: "Luồng cũ của cùng loại được thay; dự thảo đang trình đi tiếp như đã trình.",
      tab: .ways, isAdministrator: actor.isAdministrator, action: DraftPaths.usualWays, backPath: DraftPaths.usualWays,
      fields: [
        Field(
          "Loại văn bản", name: DraftField.type,
          kind: .select([.init("", "Các loại khác")] + DocumentType.administrative.map { .init($0.key, $0.name) }),
          width: .half),
        Field(
          "Kiểm tra nội dung", name: DraftField.content, kind: .select(places.choices(for: .content, in: nil)),
          width: .half),
        Field(
          "Kiểm tra thể thức", name: DraftField.form, kind: .select(places.choices(for: .form, in: nil)), width: .half),
        Field(
          "Lãnh đạo xem xét trước khi ký", name: DraftField.review,
          kind: .select([.init("", "không")] + places.choices(for: .review, in: nil)), width: .half),
      ],
      boxes: places.units.map {
        Field($0.name, name: "\(DraftField.coordinating)-\($0.id)", kind: .checkbox, width: .half)
      }, boxesTitle: "Đơn vị phối hợp", label: "Lưu", input: input, seal: seal)
  }
}

extension SigningPower.Terms {
  /// As typed.
  init(_ form: Form, today: Day) throws {
    func day(_ field: String) throws -> Day? { try DraftForm.day(form, field, today: today) }
    guard let post = PostID(form[SigningField.post]) else {
      throw Refusal(.invalid, "Hãy chọn người ký.", field: SigningField.post)
    }
    let prefix = "\(SigningField.types)-"
    self.init(
      post: post, capacity: SigningCapacity(rawValue: form[SigningField.capacity]) ?? .direct,
      typeKeys: Set(
        form.fields.compactMap { name, value in
          name.hasPrefix(prefix) && value == "1" ? String(name.dropFirst(prefix.count)) : nil
        }), scope: form[SigningField.scope], basis: form[SigningField.basis],
      validFrom: try day(SigningField.from) ?? today, validThrough: try day(SigningField.through))
  }
}
