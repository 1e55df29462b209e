import Audit
import Database
import Kernel
import Notifications
import Work

/// Answers what one's opinion was asked on (cho ý kiến): agree, disagree, or something else.
package struct GiveOpinion: Sendable {
  package enum Stance: String, Sendable, CaseIterable {
    case agree, disagree, other

    /// The Vietnamese term.
    package var label: String {
      switch self {
      case .agree: "Đồng ý"
      case .disagree: "Không đồng ý"
      case .other: "Ý kiến khác"
      }
    }
  }

  package var document: IncomingDocument.ID
  package var item: WorkItem.ID
  package var stance: Stance?
  package var text: String
  package var files: HandlingFiles

  package init(
    _ item: WorkItem.ID, on document: IncomingDocument.ID, stance: Stance?, text: String, files: HandlingFiles = .none
  ) {
    self.item = item
    self.document = document
    self.stance = stance
    self.text = text
    self.files = files
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws {
    let act = try HandlingAct(document, by: actor, in: transaction)
    let held = try act.held(item)
    guard held.kind == .opinionIncoming else {
      throw Refusal(.conflict, "Việc này không phải xin ý kiến: \(held.kind.asked).")
    }
    var reasons = files.obstacles
    if stance == nil { reasons.append(.init("Hãy chọn một ý kiến.", field: HandlingField.stance)) }
    if text.isEmpty, stance != .agree {
      reasons.append(.init("Không đồng ý hoặc ý kiến khác thì ghi rõ nội dung.", field: HandlingField.text))
    }
    if text.count > HandlingAccess.textLengthMax {
      reasons.append(.init("Nội dung dài quá \(HandlingAccess.textLengthMax) ký tự.", field: HandlingField.text))
    }
    if let refusal = Refusal(reasons) { throw refusal }
    let said = [stance?.label ?? "", text].filter { !$0.isEmpty }.joined(separator: ": ")
    try act.work.take(.finish, held, outcome: said, telling: .opinionGiven)
    try act.add(files, of: held)
    try act.end(.incomingOpinionGiven(said, to: held.giverName), sending: .giveOpinion)
  }
}
