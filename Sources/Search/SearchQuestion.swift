import Documents
import IncomingDocuments
import Kernel
import SearchIndex
import VietnameseText

/// What a person asks in «Tra cứu»: words, and filters typed among them as `khóa:giá trị`.
///
/// `kiểm kê cq:bộ tài chính sau:1/6/2026 loai:cv`: a name reaches to the next key, or stands in quotes; a type, a state or
/// a day takes the words that name one. A key nobody knows is a word like any other.
struct SearchQuestion: Sendable, Equatable {
  /// One filter, shown as a chip.
  struct Filter: Sendable, Equatable {
    var key: SearchKey
    /// As it is written after the key.
    var typed: String
    /// As a chip shows it.
    var shown: String
    /// What the index is asked for the choice; empty for names and days.
    var value = ""
    var day: Day?
  }

  /// Everything that is no filter, as typed.
  var words: String
  var filters: [Filter]
  /// Sentences about filters that say nothing: a date that does not exist, a type nobody has.
  var problems: [String]

  var isEmpty: Bool { words.isEmpty && filters.isEmpty }

  /// The question written out again: what stands in the box and in the address.
  var text: String {
    let parts = (words.isEmpty ? [] : [words]) + filters.map(\.text)
    return parts.joined(separator: " ")
  }

  /// The same without one filter: where its chip leads.
  func without(_ index: Int) -> SearchQuestion {
    var rest = self
    rest.filters.remove(at: index)
    return rest
  }

  /// What the index is asked.
  func query(today: Day) -> SearchQuery {
    var conditions: [SearchCondition] = []
    for filter in filters {
      switch filter.key.kind {
      case .words: conditions += SearchCondition.text(filter.key.facet, filter.typed)
      case .choice, .day: continue
      }
    }
    // A record has one type, one state: two of them typed mean either.
    for key in SearchKey.allCases where key.kind == .choice {
      conditions += SearchCondition.values(key.facet, filters.filter { $0.key == key }.map(\.value))
    }
    for (facet, first, last) in [
      (IncomingFacet.arrivalDay, SearchKey.after, SearchKey.before),
      (IncomingFacet.issuedDay, SearchKey.issuedAfter, SearchKey.issuedBefore),
    ] {
      let from = filters.filter { $0.key == first }.compactMap(\.day).max()
      let to = filters.filter { $0.key == last }.compactMap(\.day).min()
      if from != nil || to != nil { conditions += SearchCondition.days(facet, from: from, to: to, today: today) }
    }
    return SearchQuery(words, conditions: conditions)
  }
}

extension SearchQuestion.Filter {
  var text: String {
    typed.contains(where: \.isWhitespace) ? "\(key.rawValue):\"\(typed)\"" : "\(key.rawValue):\(typed)"
  }

  /// «Loại: Công văn».
  var label: String { "\(key.label): \(shown)" }
}

extension SearchKey {
  /// The facet of the index that holds it.
  fileprivate var facet: String {
    switch self {
    case .issuer: IncomingFacet.issuer
    case .signer: IncomingFacet.signer
    case .type: IncomingFacet.type
    case .urgency: IncomingFacet.urgency
    case .register: IncomingFacet.register
    case .holder: IncomingFacet.holder
    case .state: IncomingFacet.state
    case .file: IncomingFacet.file
    case .after, .before: IncomingFacet.arrivalDay
    case .issuedAfter, .issuedBefore: IncomingFacet.issuedDay
    }
  }
}
