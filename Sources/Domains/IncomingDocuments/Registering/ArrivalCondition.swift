import Audit
import Database
import Documents
import Kernel

/// How a paper came in when something was out of the ordinary (DEN-03): an envelope that the registry may not open, or
/// an envelope, seal or number that is not as it should be.
package struct ArrivalCondition: Sendable, Equatable {
  /// Addressed to a person or a mass organisation: passed on as it is, without a scan.
  package var isUnopened = false
  /// What is not as it should be; empty for nothing.
  package var anomaly = ""

  package init() {}

  var isEmpty: Bool { !isUnopened && anomaly.isEmpty }

  static let anomalyLengthMax = 500

  func obstacles(fileCount: Int) -> [Refusal.Reason] {
    var reasons: [Refusal.Reason] = []
    if isUnopened, fileCount > 0 {
      reasons.append(.init("Bì không mở thì chưa có tệp; bỏ một trong hai.", field: RegistrationField.unopened))
    }
    if anomaly.count > Self.anomalyLengthMax {
      reasons.append(.init("Dài quá \(Self.anomalyLengthMax) ký tự.", field: RegistrationField.anomaly))
    }
    return reasons
  }
}

/// The same as it is kept with the document.
struct NotedCondition: Sendable, Equatable {
  var condition: ArrivalCondition
  var openedAt: Instant?
  /// That the sender was told of the anomaly, as the decree asks.
  var toldAt: Instant?
  var toldBy: String?

  /// For whoever opens the document.
  var sentences: [String] {
    var sentences: [String] = []
    if condition.isUnopened {
      sentences.append(
        openedAt.map { "Bì được mở, có tệp từ \($0.text)." } ?? "Bì không mở: chuyển nguyên bì cho người nhận.")
    }
    if !condition.anomaly.isEmpty {
      let told = toldAt.map { "đã báo nơi gửi \($0.text), \(toldBy ?? "")" } ?? "chưa báo nơi gửi"
      sentences.append("Bất thường khi nhận: \(condition.anomaly) (\(told)).")
    }
    return sentences
  }
}

/// Notes that the sender was told of what was found (báo nơi gửi).
struct TellSender: Sendable {
  var document: IncomingDocument.ID

  func perform(by actor: Actor, in transaction: any Transaction) throws {
    let current = try IncomingDocumentStore(transaction).lock(document, visibleTo: actor)
    guard IncomingDocumentAccess.mayCorrect(current, actor) else { throw IncomingDocumentAccess.notRegistry }
    let store = ArrivalConditionStore(transaction)
    guard let noted = try store.findLater(document).get(), !noted.condition.anomaly.isEmpty else {
      throw Refusal(.conflict, "Văn bản này không ghi điều gì bất thường khi nhận.")
    }
    if let toldAt = noted.toldAt {
      throw Refusal(.conflict, "\(noted.toldBy ?? "") đã ghi là báo nơi gửi lúc \(toldAt.text).")
    }
    try store.markTold(document, by: actor)
    try Audit.record(
      .incomingSenderTold(noted.condition.anomaly), on: .incomingDocument(document), by: actor, in: transaction)
  }
}

extension Secrecy {
  static func refuseMarked(_ condition: ArrivalCondition) throws {
    if SecrecyMark.isMarked(condition.anomaly) { throw SecrecyFound() }
  }
}

extension AuditEvent {
  static func incomingConditionNoted(_ condition: ArrivalCondition) -> AuditEvent {
    let parts = [
      condition.isUnopened ? "bì không mở" : nil, condition.anomaly.isEmpty ? nil : "bất thường: \(condition.anomaly)",
    ]
    return AuditEvent(
      code: "incomingDocument.conditionNoted",
      sentence: "ghi tình trạng khi nhận: \(parts.compactMap { $0 }.joined(separator: "; "))")
  }

  static func incomingSenderTold(_ anomaly: String) -> AuditEvent {
    AuditEvent(code: "incomingDocument.senderTold", sentence: "báo nơi gửi: \(anomaly)")
  }
}
