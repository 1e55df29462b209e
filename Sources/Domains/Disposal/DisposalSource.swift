import Access
import Database
import Kernel

/// Tells notifications about reviews.
package struct DisposalSource: RecordSource {
  package let code = RecordReference.disposalReviewCode

  package init() {}

  package func summaries(
    of numbers: [Int64], visibleTo actor: Actor, in transaction: any Transaction
  ) throws -> [RecordSummary] {
    try DisposalReviewStore(transaction).list(numbers, visibleTo: actor).map { review in
      RecordSummary(
        reference: .disposalReview(review.id), kindLabel: "Đợt xét hủy", number: review.codeText,
        date: review.madeAt.day, issuer: review.madeBy, subject: review.name, stateLabel: review.state.label,
        path: DisposalPaths.show(review.id))
    }
  }
}
