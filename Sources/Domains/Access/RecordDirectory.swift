import Database
import Kernel

/// What a list shows of a record of any kind. Scoped to an actor by whoever made it.
package struct RecordSummary: Sendable, Equatable {
  package var reference: RecordReference
  /// What it is, as people call it: «Văn bản đến».
  package var kindLabel: String
  /// Its number in the book: «Số đến 1247». Empty when it has none.
  package var number: String
  /// Number and symbol as its issuer wrote them: «123/QĐ-BTNMT».
  package var notation: String
  /// The document's own date.
  package var date: Day?
  /// Who issued or sent it.
  package var issuer: String
  /// Trích yếu.
  package var subject: String
  package var stateLabel: String
  /// «HỎA TỐC» and the like; empty for the usual.
  package var urgencyLabel: String
  /// Address of its page.
  package var path: String
  /// Why a dossier that holds it cannot be closed yet; nil when nothing stands in the way.
  package var blocksClosing: String?
  /// Nothing of what was said about it may be told now.
  package var isWithheld = false
  /// What a dossier's list of contents says of it; nil for what is not put into dossiers.
  package var filing: RecordFiling?
  /// Who answers for it besides those who answer for all of the agency; nil for what nobody made here.
  package var answering: RecordAnswering?

  package init(
    reference: RecordReference, kindLabel: String, number: String = "", notation: String = "", date: Day? = nil,
    issuer: String = "", subject: String, stateLabel: String = "", urgencyLabel: String = "", path: String,
    blocksClosing: String? = nil
  ) {
    self.reference = reference
    self.kindLabel = kindLabel
    self.number = number
    self.notation = notation
    self.date = date
    self.issuer = issuer
    self.subject = subject
    self.stateLabel = stateLabel
    self.urgencyLabel = urgencyLabel
    self.path = path
    self.blocksClosing = blocksClosing
  }
}

/// What the list of contents of a dossier says of a document besides its summary.
package struct RecordFiling: Sendable, Equatable {
  /// Whether it came to the agency or goes out from it.
  package enum Direction: String, Sendable, CaseIterable { case incoming, outgoing }

  /// Tên loại văn bản.
  package var typeName: String
  /// 0 while nobody counted.
  package var pageCount: Int
  /// Not yet, or never, a document that was issued.
  package var isDraft: Bool
  /// Nil for what is neither a document that came nor one that was issued: a draft, a copy.
  package var direction: Direction?

  package init(typeName: String, pageCount: Int, isDraft: Bool = false, direction: Direction? = nil) {
    self.direction = direction
    self.typeName = typeName
    self.pageCount = pageCount
    self.isDraft = isDraft
  }
}

/// Who made a record, and whose head answers for it.
package struct RecordAnswering: Sendable, Equatable {
  package var maker: PostID?
  package var unit: UnitID

  package init(maker: PostID? = nil, unit: UnitID) {
    self.maker = maker
    self.unit = unit
  }
}

/// A domain that tells about its records: one query for a batch, what the actor may not see left out.
package protocol RecordSource: Sendable {
  /// The code of its references.
  var code: String { get }

  /// Below which address the pages of its records lie, each by its key, where such records are put into dossiers; nil where
  /// they are not. A link that leads there can be dragged onto a dossier, in whatever list it stands.
  var filedFrom: String? { get }

  func summaries(
    of numbers: [Int64], visibleTo actor: Actor, in transaction: any Transaction
  ) throws -> [RecordSummary]
}

extension RecordSource {
  package var filedFrom: String? { nil }
}

/// Turns references of any kind into summaries. `App` fills it with the sources of the domains.
package struct RecordDirectory: Sendable {
  private let sources: [String: any RecordSource]

  package init(_ sources: [any RecordSource]) {
    self.sources = Dictionary(uniqueKeysWithValues: sources.map { ($0.code, $0) })
  }

  /// Kinds of records that it tells of, in a steady order.
  package var codes: [String] { sources.keys.sorted() }

  /// What can be put into dossiers, as pages tell the browser: «/du-thao:draft /van-ban-den:incomingDocument».
  package var filedText: String {
    sources.values.compactMap { source in source.filedFrom.map { "\($0):\(source.code)" } }.sorted()
      .joined(separator: " ")
  }

  /// One batch per kind. References that are gone, not visible or of a kind nobody tells about are missing.
  package func summaries(
    of references: [RecordReference], visibleTo actor: Actor, in transaction: any Transaction
  ) throws -> [RecordReference: RecordSummary] {
    var found: [RecordReference: RecordSummary] = [:]
    for (code, batch) in Dictionary(grouping: references, by: \.code) {
      guard let source = sources[code] else { continue }
      for summary in try source.summaries(of: batch.map(\.number), visibleTo: actor, in: transaction) {
        found[summary.reference] = summary
      }
    }
    return found
  }
}
