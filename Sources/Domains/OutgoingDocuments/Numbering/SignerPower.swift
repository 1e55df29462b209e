import Access
import Database
import Documents
import Drafts
import Kernel
import Organization
import VietnameseText

/// What the table of who may sign (thẩm quyền ký) says of the signer of a paper document: a warning, never a refusal, since
/// the paper is signed already (ST-09 to ST-12).
struct SignerPower {
  /// What to look at again; nil when the table agrees, or says nothing of the agency.
  var warning: String?
  /// «Giấy ủy quyền số 03/GUQ-TCĐC ngày 05/10/2026», of who signs by authorisation.
  var basis = ""
  /// Where that document is, when the agency issued it here and the reader may see it.
  var basisPath: String?

  init(_ facts: OutgoingFacts, by actor: Actor, in transaction: any Transaction) throws {
    let powers = try SigningPowerStore(transaction).list(of: actor.agency)
    guard !powers.isEmpty, !facts.signerName.isEmpty, !facts.typeKey.isEmpty else { return }
    let posts = try OrganizationStore(transaction).posts(of: actor.agency).filter {
      Folding.folded($0.personName) == Folding.folded(facts.signerName)
    }
    let known = posts.filter {
      facts.signerPosition.isEmpty || Folding.folded($0.title) == Folding.folded(facts.signerPosition)
    }
    guard !known.isEmpty else {
      warning =
        posts.isEmpty
        ? "Danh sách chức danh của cơ quan không có \(facts.signerName). Hãy xem lại họ tên."
        : "\(facts.signerName) không giữ chức vụ \(facts.signerPosition) theo danh sách chức danh. Hãy xem lại chức vụ."
      return
    }
    let day = facts.signedAt.day
    let fitting = powers.first { power in
      known.contains { $0.id == power.terms.post } && power.terms.capacity == facts.capacity
        && power.terms.covers(facts.typeKey) && power.terms.isValid(on: day)
    }
    guard let fitting else {
      let type = DocumentType.known(facts.typeKey)?.name.lowercased() ?? facts.typeKey
      warning =
        "Theo bảng thẩm quyền ký, ngày \(day.text) \(facts.signerName) không ký \(type) với tư cách \(facts.capacity.inSentence). Hãy xem lại tư cách ký; vẫn cấp số được."
      return
    }
    guard fitting.terms.capacity == .authorised else { return }
    basis = fitting.terms.basis
    basisPath = try Self.path(of: basis, by: actor, in: transaction)
  }

  /// The outgoing document that the words name by its number, symbol and date.
  private static func path(of words: String, by actor: Actor, in transaction: any Transaction) throws -> String? {
    guard let code = words.firstMatch(of: #/\d+\/(?:\d{4}\/)?\p{L}[\p{L}\d-]*/#)?.output,
      let year = words.matches(of: #/(\d{4})(?!\d|\/\p{L})/#).last.flatMap({ Int($0.output.1) })
    else { return nil }
    return try OutgoingDocumentStore(transaction).find(code: String(code), year: year, visibleTo: actor)
      .map { OutgoingDocumentPaths.show($0.id) }
  }

  /// The written authorisation that a document was signed by, for its page (ST-11); nil for other capacities.
  static func authorisation(
    of document: OutgoingDocument, by actor: Actor, in transaction: any Transaction
  ) throws -> (name: String, path: String?)? {
    guard document.facts.capacity == .authorised, actor.agency == document.agency else { return nil }
    let power = try SignerPower(document.facts, by: actor, in: transaction)
    return power.basis.isEmpty ? nil : (power.basis, power.basisPath)
  }
}
