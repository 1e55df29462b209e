import Database
import Kernel
import Markup
import Organization
import WebApp

/// Gathers what can be taken over from another year's plan.
struct CopyFilePlanScreen {
  let plan: FilePlan
  let actor: Actor
  let transaction: any Transaction

  static let headingPrefix = "dm-"
  static let entryPrefix = "hs-"

  /// - Parameter year: from which year; the last one before by itself.
  func page(from year: Int?, typed: Form?, input: FormInput, seal: FormSeal) throws -> CopyFilePlanPage {
    if let refusal = FilePlanAccess.refusal(of: .addHeading, actor) { throw refusal }
    if let obstacle = plan.obstacle(to: .addHeading) { throw obstacle }
    let store = FilePlanStore(transaction)
    let years = try store.years(visibleTo: actor).filter { $0 != plan.year }
    let chosen = year.flatMap { years.contains($0) ? $0 : nil } ?? years.first { $0 < plan.year } ?? years.first
    let source = try chosen.flatMap { try store.find(year: $0, visibleTo: actor) }
    let makers = try FilePlanMakers(of: actor.agency, in: transaction)
    let outline = try source.map { try FilePlanContentStore(transaction).outline(of: $0) }
    let isUnitClosed = outline?.lines.contains { makers.standing(of: $0.entry.facts.maker) == .unitClosed } ?? false
    return CopyFilePlanPage(
      year: plan.year,
      years: Chips(
        label: "Lấy từ năm",
        years.map {
          .init("\($0)", path: "\(FilePlanPaths.act(plan.year, .copy))?tu=\($0)", selected: $0 == chosen)
        }), from: chosen, fromKey: source.map { "\($0.id)" } ?? "",
      parts: (outline?.parts ?? []).flatMap { part in
        [self.part(part, isBig: true, typed, makers)] + part.parts.map { self.part($0, isBig: false, typed, makers) }
      }, replacements: isUnitClosed ? makers.units.map { .init("\($0.id)", $0.name) } : [], input: input, seal: seal)
  }

  private func part(
    _ part: FilePlanOutline.Part, isBig: Bool, _ typed: Form?, _ makers: FilePlanMakers
  ) -> CopyFilePlanPage.Part {
    let name = "\(Self.headingPrefix)\(part.heading.id)"
    return CopyFilePlanPage.Part(
      name: name, title: "\(part.ordinal). \(part.heading.title)", isBig: isBig, isOn: typed?.isOn(name) ?? true,
      lines: part.lines.map { line in
        let entry = line.entry
        let name = "\(Self.entryPrefix)\(entry.id)"
        return .init(
          name: name, label: "\(line.notation) \(entry.facts.title)",
          facts: "\(entry.facts.retention.text), \(entry.facts.maker.name)",
          trouble: makers.trouble(of: entry.facts.maker), isOn: typed?.isOn(name) ?? true)
      })
  }

  /// What was ticked.
  static func chosen(_ form: Form) -> (headings: Set<FilePlanHeading.ID>, entries: Set<FilePlanEntry.ID>) {
    let names = form.fields.filter { !$0.value.isEmpty }.map(\.name)
    func keys<Subject>(_ prefix: String) -> Set<Identifier<Subject>> {
      Set(names.filter { $0.hasPrefix(prefix) }.compactMap { Identifier(String($0.dropFirst(prefix.count))) })
    }
    return (keys(headingPrefix), keys(entryPrefix))
  }
}

extension FilePlanMakers {
  /// What the page says of somebody who is not there any more; empty for who is.
  func trouble(of maker: FilePlanMaker) -> String {
    switch standing(of: maker) {
    case .here: ""
    case .left(let unit): "\(maker.name) không còn giữ chức danh, thay bằng \(unit.name)"
    case .unitClosed: "\(maker.name): đơn vị đã giải thể"
    }
  }
}
