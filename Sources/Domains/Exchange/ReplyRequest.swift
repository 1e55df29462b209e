import Documents
import Kernel
import VietnameseText

/// That one place is asked to answer an issued document by a day (hạn trả lời): open until an answer is paired with it, by
/// the system or by a person.
package struct ReplyRequest: Sendable, Equatable {
  /// Why an answer is taken for one.
  package enum Pairing: String, Sendable, CaseIterable {
    /// It was written in answer to the very document.
    case link
    /// It cites its number and symbol.
    case cited
    /// It comes from that place, says that it answers, and nothing else is open there.
    case sender
    case hand

    /// The Vietnamese words.
    package var label: String {
      switch self {
      case .link: "soạn để trả lời"
      case .cited: "có dẫn số, ký hiệu"
      case .sender: "đúng nơi gửi"
      case .hand: "ghi tay"
      }
    }
  }

  /// What was answered.
  package struct Answer: Sendable, Equatable {
    package var at: Instant
    /// The answering record; nil for one that is only named.
    package var record: RecordReference?
    /// «12/SXD-VP, số đến 48».
    package var text: String
    package var pairing: Pairing
    package var pairedBy: String

    package init(at: Instant, record: RecordReference?, text: String, pairing: Pairing, pairedBy: String) {
      self.at = at
      self.record = record
      self.text = text
      self.pairing = pairing
      self.pairedBy = pairedBy
    }

    /// Values were sent for the form that the document came with, no document.
    package var isData: Bool { record?.code == RecordReference.reportCollectionCode }
  }

  /// The recipient's line.
  package var recipient: Int64
  /// The asking document, of the agency that issued it.
  package var document: Int64
  package var agency: AgencyID
  package var codeText: String
  package var name: String
  package var askedAgency: AgencyID?
  package var outsideAgency: OutsideAgency.ID?
  package var dueOn: Day
  package var askedAt: Instant
  package var answer: Answer?
  package var urgedCount: Int
  package var urgedAt: Instant?
  /// The document was recalled: nothing is owed.
  package var isWithdrawn: Bool

  package init(
    recipient: Int64, document: Int64, agency: AgencyID, codeText: String, name: String, askedAgency: AgencyID?,
    outsideAgency: OutsideAgency.ID?, dueOn: Day, askedAt: Instant
  ) {
    (self.recipient, self.document, self.agency) = (recipient, document, agency)
    (self.codeText, self.name, self.askedAgency) = (codeText, name, askedAgency)
    (self.outsideAgency, self.dueOn, self.askedAt) = (outsideAgency, dueOn, askedAt)
    (urgedCount, isWithdrawn) = (0, false)
  }

  package var isOpen: Bool { answer == nil && !isWithdrawn }

  /// Whether the answer came after the day, or is still to come after it.
  package func isLate(today: Day) -> Bool { (answer?.at.day ?? today) > dueOn }
}

extension RecordReference {
  /// Of what an agency issued: outgoing documents, which lie above.
  package static let issuedDocumentCode = "outgoingDocument"

  /// Of a collection of reports, which lies above: sent values close a loop in its name.
  package static let reportCollectionCode = "reportCollection"
}

/// Which of the open requests to one sender a document answers.
package enum ReplyMatching {
  private static let words = ["trả lời", "phúc đáp", "báo cáo", "góp ý", "tham gia ý kiến", "cung cấp", "ý kiến về"]

  /// - Parameters:
  ///   - open: what its sender was asked and has not answered.
  ///   - subject: of the answering document.
  ///   - texts: its first pages, where the number that it answers is cited.
  ///   - linked: the asking documents that it was written in answer to.
  package static func answered(
    among open: [ReplyRequest], subject: String, texts: [String], linked: Set<Int64>
  ) -> [(request: ReplyRequest, pairing: ReplyRequest.Pairing)] {
    let said = ([subject] + texts).map { tight(Folding.folded($0)) }
    var found: [(request: ReplyRequest, pairing: ReplyRequest.Pairing)] = []
    for request in open where request.isOpen {
      if linked.contains(request.document) {
        found.append((request, .link))
      } else if said.contains(where: { cites(request.codeText, in: $0) }) {
        found.append((request, .cited))
      }
    }
    guard found.isEmpty, let only = open.first, open.count == 1, only.isOpen else { return found }
    let folded = Folding.folded(subject)
    return words.contains(where: { folded.contains(Folding.folded($0)) }) ? [(only, .sender)] : []
  }

  /// Scans put blanks where none are: «15 / TCĐC - KS».
  private static func tight(_ text: String) -> String {
    text.replacing(#/\s*([\/\-])\s*/#) { String($0.output.1) }
  }

  private static func cites(_ code: String, in text: String) -> Bool {
    let wanted = tight(Folding.folded(code))
    return text.ranges(of: wanted).contains { found in
      let before = found.lowerBound > text.startIndex ? text[text.index(before: found.lowerBound)] : " "
      let after = found.upperBound < text.endIndex ? text[found.upperBound] : " "
      // «115/TCĐC-KS» is another number, «15/TCĐC-KSTN» another symbol.
      return !before.isNumber && !after.isLetter && !after.isNumber && after != "-"
    }
  }
}
