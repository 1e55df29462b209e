import Documents
import FileVault
import Foundation
import Kernel
import Markup
import Papers
import VietnameseText

/// Words that somebody looked for, on the pages of a document's files: where a search result leads.
struct SoughtWords: Sendable {
  /// As typed, filters left out.
  var typed: String
  private let terms: [QueryWords.Term]

  /// Nil when nothing was looked for.
  init?(_ typed: String) {
    terms = QueryWords(typed).terms
    self.typed = typed
    if terms.isEmpty { return nil }
  }

  /// How many of the terms a text holds.
  func count(in text: String) -> Int {
    let tokens = Token.tokens(of: text)
    return terms.count { !$0.places(in: tokens).isEmpty }
  }

  /// The boxes of the words on a page.
  func boxes(on page: PageText) -> [PageBox] {
    var tokens: [Token] = []
    var wordOfToken: [Int] = []
    for (index, word) in page.words.enumerated() {
      let parts = Token.tokens(of: word.text)
      tokens += parts
      wordOfToken += Array(repeating: index, count: parts.count)
    }
    var lit: Set<Int> = []
    for term in terms {
      for start in term.places(in: tokens) { lit.formUnion(wordOfToken[start..<start + term.tokens.count]) }
    }
    return lit.sorted().map { page.words[$0].box }
  }
}

/// Pages of one file of a document that hold what was looked for.
struct SoughtPages: Sendable {
  /// Pages that are lit at most: the reader walks them one by one.
  private static let pagesMax = 20

  var words: SoughtWords
  var file: IncomingFile.ID
  /// From 1, in reading order.
  var pages: [Int]
  /// The page that holds most of the words, the first of such.
  var best: Int

  /// Nil when no page holds any of the words.
  init?(_ words: SoughtWords, in pages: [IncomingPage]) {
    let counted = pages.map { (page: $0, count: words.count(in: $0.text)) }.filter { $0.count > 0 }
    guard let most = counted.map(\.count).max(), let best = counted.first(where: { $0.count == most }) else {
      return nil
    }
    self.words = words
    file = best.page.file
    self.best = best.page.number
    let there = counted.filter { $0.page.file == best.page.file }.map(\.page.number)
    let start = there.count > Self.pagesMax ? there.firstIndex(of: self.best) ?? 0 : 0
    self.pages = Array(there.dropFirst(start).prefix(Self.pagesMax))
  }

  /// What lights up: the best page's words first.
  func boxes(of hash: FileHash, in vault: FileVault) async -> [PageViewer.LitBox] {
    var boxes: [PageViewer.LitBox] = []
    for page in [best] + pages.filter({ $0 != best }) {
      guard let text = await KeptPageWords(vault: vault).read(page, of: hash) else { continue }
      boxes += words.boxes(on: text).map {
        PageViewer.LitBox(page: page, left: $0.left, top: $0.top, width: $0.width, height: $0.height)
      }
    }
    return boxes
  }
}

/// The text of one page of a document's file.
struct IncomingPage: Sendable {
  var file: IncomingFile.ID
  var number: Int
  var text: String
}
