import Database
import Documents
import Kernel

/// What the form check said of a version's own file (kết quả kiểm tra thể thức): made once in the background when the
/// version is there, and again when what is said of the draft changes.
struct DraftFormCheck: Sendable, Equatable {
  var file: DraftFile.ID
  /// Nil until it was looked at.
  var checkedAt: Instant?
  var findings: [FormFinding] = []
  /// Why it could not be looked at; empty for nothing.
  var trouble = ""

  var isPending: Bool { checkedAt == nil }
  var errorCount: Int { findings.count { $0.severity == .error } }
}

extension SigningPowerStore {
  /// What the table of who may sign says against signer and capacity of a draft (ST-09 to ST-12): asked each time, since
  /// the table changes without the draft. Nobody chosen is no finding.
  func finding(against facts: DraftFacts, on day: Day) throws -> FormFinding? {
    guard let signer = facts.signer else { return nil }
    let powers = try list(of: signer)
    do throws(Refusal) {
      _ = try powers.power(of: signer, for: facts, on: day)
      return nil
    } catch {
      return FormFinding(
        rule: "tham-quyen-ky", severity: .error, article: "Điều 13 Nghị định 30/2020/NĐ-CP",
        excerpt: "\(facts.signerName), \(facts.capacity.inSentence)", message: error.message,
        remedy: "Sửa người ký hoặc tư cách ký ở «Sửa thông tin»; thiếu trong bảng thì đề nghị chánh văn phòng bổ sung.")
    }
  }
}
