import Database
import Kernel
import Organization
import Work

/// What posts may own of drafts (HS-11): drafts they write, steps of the way to the signature, opinions
/// asked of them; a signature that waits for them goes to nobody.
package enum OwnedDrafts {
  package static let kinds: [any OwnedThings] = {
    let flow = HeldDrafts()
    let writing: Set<WorkKind> = [.writeDraft, .passBackDraft]
    return [
      OwnedWork("work.draftWriting", "Dự thảo đang soạn", of: flow, .of(writing)) { $0.unit == $1.unit },
      OwnedWork("work.draftOpinion", "Góp ý dự thảo được hỏi", of: flow, .of([.opinionOnDraft])),
      OwnedWork(
        "work.draftStep", "Dự thảo chờ kiểm tra, xem xét", of: flow,
        .but(writing.union([.opinionOnDraft, .signDraft]))),
      // A power to sign is its holder's own, and the file names who signs (ST-09).
      OwnedWork(
        "work.draftSign", "Dự thảo chờ ký", of: flow, .of([.signDraft]),
        stays:
          "Quyền ký là của riêng từng người nên không bàn giao: mở từng dự thảo để ký hoặc trả lại, hay nhờ người soạn rút về và chọn người ký khác."
      ),
    ]
  }()
}
