import Database
import Drafts
import Kernel
import Organization

/// Who may decide on copies of an agency and signs them today: whom the table of signing powers gives copies (COPY-04).
struct CopySigners {
  struct Signer {
    var post: PostID
    /// «Trần Văn Quang, Tổng cục trưởng».
    var name: String
    var capacity: SigningCapacity
  }

  let all: [Signer]

  init(of agency: AgencyID, in transaction: any Transaction) throws {
    let today = transaction.now.day
    let organization = OrganizationStore(transaction)
    var (known, signers): (Set<PostID>, [Signer]) = ([], [])
    for power in try SigningPowerStore(transaction).list(of: agency)
    where power.terms.isValid(on: today) && power.terms.covers(SigningPower.copyKey) {
      guard known.insert(power.terms.post).inserted else { continue }
      let post = try organization.post(power.terms.post)
      guard post.isHeld(on: today) else { continue }
      signers.append(
        Signer(post: post.id, name: "\(post.personName), \(post.title)", capacity: power.terms.capacity))
    }
    all = signers
  }

  func find(_ post: PostID) -> Signer? { all.first { $0.post == post } }

  static let none =
    "Chưa ai có thẩm quyền ký bản sao. Đề nghị chánh văn phòng thêm vào «Thẩm quyền ký», mục «Bản sao»."
}
