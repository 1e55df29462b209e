import Database
import Kernel
import Organization
import Work

/// What posts may own of drafts (HS-11): drafts they write, steps of the way to the signature, opinions asked of them.
package enum OwnedDrafts {
  package static let kinds: [any OwnedThings] = {
    let flow = HeldDrafts()
    let writing: Set<WorkKind> = [.writeDraft, .passBackDraft]
    return [
      OwnedWork("work.draftWriting", "Dự thảo đang soạn", of: flow, .of(writing)) { $0.unit == $1.unit },
      OwnedWork("work.draftOpinion", "Góp ý dự thảo được hỏi", of: flow, .of([.opinionOnDraft])),
      OwnedWork(
        "work.draftStep", "Dự thảo chờ kiểm tra, xem xét, ký", of: flow, .but(writing.union([.opinionOnDraft]))),
    ]
  }()
}
