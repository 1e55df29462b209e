import Database
import Kernel
import Markup
import Organization
import Work

/// The form that sends a draft on its way, filled with the usual way of its type.
extension DraftActScreen {
  func submission() throws -> DraftActPage {
    let way = try DraftWay.proposed(for: draft, in: transaction)
    let filled = draft.round > 0 ? "Luồng của lần trình trước" : "Luồng mẫu"
    var page = try page(
      "Trình dự thảo",
      "Đi lần lượt từng bước; người ký là \(draft.facts.signerName.isEmpty ? "người sẽ chọn" : draft.facts.signerName) (\(draft.facts.capacity.inSentence)). \(filled) đã điền sẵn, đổi được.",
      action: DraftPaths.act(draft.id, .submit), label: "Trình", obstacle: standing.submitting)
    page.fields = [
      Field(
        "Kiểm tra nội dung", name: DraftField.content, value: way.content.text,
        kind: .select(try places(for: .content)), width: .half),
      Field(
        "Kiểm tra thể thức", name: DraftField.form, value: way.form.text, kind: .select(try places(for: .form)),
        width: .half),
      Field(
        "Lãnh đạo xem xét trước khi ký", name: DraftField.review, value: way.review?.text ?? "",
        kind: .select([.init("", "không")] + (try places(for: .review))), width: .half),
    ]
    page.fields += try coordinating(way.coordinating)
    let before = try DraftSubmissionStore(transaction).current(of: draft)
    var proposal = note
    (proposal.label, proposal.hint) = (
      "Đề xuất (trên phiếu trình)", "In ở mục «Đề xuất» của phiếu trình; có thể để trống."
    )
    page.lastFields = [
      Field(
        "Tóm tắt nội dung (trên phiếu trình)", name: DraftField.summary,
        value: input.isRefused ? "" : before?.summary ?? "", kind: .area(rows: 4),
        hint: "Vài câu để lãnh đạo nắm nội dung trước khi mở dự thảo; có thể để trống.",
        lengthMax: DraftSubmission.summaryLengthMax), proposal,
    ]
    page.caution = "\(unchanged)\(try concerns())\(try formPart())"
    return page
  }

  /// It goes again as it came back: said, not forbidden.
  private var unchanged: HTML {
    guard let last = standing.checks.last, last.round == draft.round, last.said == .returned, last.voidedAt == nil,
      last.versionNumber == draft.latestVersion
    else { return .empty }
    return Notice(
      .caution, "Chưa đưa bản mới từ khi bị trả lại (\(last.name): «\(last.note)»); vẫn là bản \(last.versionNumber)."
    ).html
  }

  /// A box for each unit that may look at it on the way.
  func coordinating(_ chosen: [UnitID]) throws -> [Field] {
    try DraftPlaces(of: draft.agency, in: transaction).units.filter { $0.id != draft.unit }.map { unit in
      let name = "\(DraftField.coordinating)-\(unit.id)"
      return Field(
        "Phối hợp: \(unit.name)", name: name, value: !input.isRefused && chosen.contains(unit.id) ? "1" : "",
        kind: .checkbox, width: .half)
    }
  }

  func places(for kind: DraftStep.Kind) throws -> [Field.Choice] {
    try DraftPlaces(of: draft.agency, in: transaction).choices(for: kind, in: draft.unit)
  }
}

/// Who can stand at a station, as choices of a form.
struct DraftPlaces {
  let posts: [Post]
  /// Units whose head receives work.
  let units: [OrganizationalUnit]

  init(of agency: AgencyID, in transaction: any Transaction) throws {
    let store = OrganizationStore(transaction)
    posts = try store.posts(of: agency)
    let headed = Set(posts.filter { $0.roles.contains(.unitHead) }.map(\.unit))
    units = try store.units(of: agency).filter { headed.contains($0.id) }
  }

  /// - Parameter unit: the unit that writes; nil for a way that any unit may go.
  func choices(for kind: DraftStep.Kind, in unit: UnitID?) -> [Field.Choice] {
    switch kind {
    case .content:
      let heads = posts.filter { $0.roles.contains(.unitHead) && (unit == nil || $0.unit == unit) }
      return [.init(DraftPlace.leadUnit.text, "Lãnh đạo đơn vị soạn thảo")] + (unit == nil ? [] : heads.map(choice))
    case .form:
      let people = posts.filter { $0.roles.contains(.headOfOffice) || $0.roles.contains(.registryClerk) }
      return [
        .init(DraftPlace.office.text, "Chánh văn phòng"), .init(DraftPlace.registry.text, "Văn thư cơ quan"),
      ] + people.map(choice)
    case .review, .sign: return posts.filter { $0.roles.contains(.leader) }.map(choice)
    case .coordinate: return units.map { .init(DraftPlace.unit($0.id).text, $0.name) }
    }
  }

  private func choice(_ post: Post) -> Field.Choice {
    .init(DraftPlace.post(post.id).text, "\(post.personName), \(post.label)")
  }
}
