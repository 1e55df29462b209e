import Database
import Jobs
import Kernel
import Work

/// Asks for one act on many documents (xử lý hàng loạt): what is wrong with the form is said before anything is done;
/// what is wrong with a single document is said in its line.
struct BeginWorkBatch: Sendable {
  var act: WorkBatch.Act
  var targets: [WorkBatchTarget]
  var order: WorkBatch.Order
  /// Where the person stood.
  var back = ""

  @discardableResult
  func perform(by actor: Actor, in transaction: any Transaction) throws -> WorkBatch {
    var seen: Set<WorkBatchTarget> = []
    let chosen = targets.filter { seen.insert($0).inserted }
    if let refusal = Refusal(obstacles(chosen, today: transaction.now.day)) { throw refusal }
    let batch = WorkBatch(
      id: try transaction.nextID(of: "work_batches"), account: actor.account, post: actor.post, act: act,
      order: order, back: back, askedAt: transaction.now)
    try WorkBatchStore(transaction).add(batch, chosen)
    // Few are done before the answer; the job then only finds what a stopped server left behind.
    let isSmall = chosen.count <= WorkBatch.atOnceMax
    try Jobs.add(
      RunWorkBatchJob.self, payload: RunWorkBatchJob.Payload(batch: batch.id), in: transaction,
      notBefore: isSmall ? transaction.now + Self.leftBehind : nil, subject: .workBatch(batch.id),
      shownTitle: "\(act.label) hàng loạt (\(chosen.count) văn bản)")
    return batch
  }

  private static let leftBehind = Duration.seconds(20)

  private func obstacles(_ chosen: [WorkBatchTarget], today: Day) -> [Refusal.Reason] {
    var reasons: [Refusal.Reason] = []
    if chosen.isEmpty { reasons.append(.init("Hãy chọn ít nhất một dòng trong danh sách.")) }
    if chosen.count > act.linesMax {
      reasons.append(.init("Mỗi lần tối đa \(act.linesMax) văn bản; đang chọn \(chosen.count). Hãy bỏ bớt."))
    }
    switch act {
    case .accept, .read, .handOver: break
    case .file: reasons += FileIncomingDocument.codeReasons(order.text)
    case .assign:
      reasons += order.directed.obstacles(today: today)
      if !order.directed.contains(where: { $0.role == .lead }) {
        reasons.append(.init("Hãy chọn một người xử lý chính.", field: HandlingField.places))
      }
    case .present:
      if order.posts.isEmpty { reasons.append(.init("Hãy chọn ít nhất một lãnh đạo.", field: HandlingField.places)) }
    case .complete:
      if order.text.isEmpty { reasons.append(.init("Hãy ghi kết quả giải quyết.", field: HandlingField.result)) }
    }
    if order.text.count > HandlingAccess.textLengthMax {
      let field = act == .complete ? HandlingField.result : HandlingField.text
      reasons.append(.init("Dài quá \(HandlingAccess.textLengthMax) ký tự.", field: field))
    }
    return reasons
  }
}

extension RecordReference {
  /// One act on many documents.
  static func workBatch(_ id: WorkBatch.ID) -> RecordReference {
    RecordReference(code: "workBatch", number: id.number)
  }
}
