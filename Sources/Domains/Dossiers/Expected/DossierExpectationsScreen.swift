import Access
import Database
import Documents
import Kernel
import Markup

/// Acts on what a dossier is expected to hold, as its forms name them.
enum ExpectationAct: String {
  case layTemplate = "theo-mau"
  case add = "them"
  case pair = "ghep"
  case unpair = "go"
  case excuse = "khong-co"
  case takeBackExcuse = "can-co"
  case strike = "bo"
}

/// Gathers what a dossier is expected to hold. Nothing is matched here: that is done when something is put in.
struct DossierExpectationsScreen: Sendable {
  var lines: [DossierExpectation]
  /// Things in the dossier that stand for a line, as the reader may see them.
  var met: [DossierItem.ID: DossierLine]
  var templates: [DossierTemplate] = []
  var types: [Field.Choice] = []

  static func read(
    _ found: FoundDossier, shown: [DossierLine], _ directory: RecordDirectory, by actor: Actor,
    in transaction: any Transaction
  ) throws -> DossierExpectationsScreen {
    let lines = try DossierExpectationStore(transaction).list(of: found.dossier.id)
    let paired = lines.flatMap(\.pairings).filter(\.isPaired).map(\.item)
    var met = Dictionary(uniqueKeysWithValues: shown.map { ($0.item.id, $0) })
    let further = Set(paired).subtracting(met.keys)
    for line in try DossierContents(directory, transaction).lines(
      Array(further), of: found, visibleTo: actor)
    {
      met[line.item.id] = line
    }
    var screen = DossierExpectationsScreen(lines: lines, met: met)
    guard found.refusal(of: .change) == nil else { return screen }
    screen.templates = try DossierTemplateStore(transaction).usable(by: actor)
    screen.types = try DocumentTypeStore(transaction).all().map { .init($0.key, $0.name) }
    return screen
  }

  func part(_ found: FoundDossier, input: FormInput, seal: FormSeal) -> DossierExpectationsPart {
    let forms = ExpectationForms(
      dossier: found.dossier.id, mayChange: found.refusal(of: .change) == nil,
      mayFill: found.refusal(of: .fill) == nil, input: input, seal: seal)
    return DossierExpectationsPart(
      rows: lines.map { row($0, in: found.dossier, forms) }, isComplete: lines.missingText == nil,
      acts: forms.dialogs(lines, templates, types))
  }

  private func row(
    _ line: DossierExpectation, in dossier: Dossier, _ forms: ExpectationForms
  ) -> DossierExpectationsPart.Row {
    let content = line.content
    let state: StateMark =
      if line.isMet {
        StateMark("Đã có", .done)
      } else if line.excuse != nil {
        StateMark("Không có")
      } else if content.isRequired {
        StateMark("Còn thiếu", .wrong)
      } else {
        StateMark("Chưa có", .look)
      }
    let kinds = [line.typeName, content.direction == .any ? "" : content.direction.label.lowercased()]
    return .init(
      name: content.name, kind: kinds.filter { !$0.isEmpty }.joined(separator: ", "),
      need: content.needLabel + (content.isMany ? ", nhiều" : ""), state: state,
      met: line.pairings.filter(\.isPaired).map { pairing in
        let there = met[pairing.item]
        return .init(
          title: there.map { "\($0.item.ordinal). \($0.title)" } ?? "(văn bản đã đưa ra)",
          path: there.flatMap { DossierContentsScreen.path($0, in: dossier.id) },
          why: pairing.isByHand ? "\(pairing.by) ghép" : pairing.reason, undo: forms.unpairing(line, pairing.item))
      }, excuse: line.isMet ? "" : line.excuse.map { "không có, vì \($0.reason) (\($0.by), \($0.at.day.text))" } ?? "",
      act: line.isMet || line.excuse == nil ? .empty : forms.expectingAgain(line))
  }
}
