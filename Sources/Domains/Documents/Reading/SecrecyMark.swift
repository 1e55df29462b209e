import Papers
import VietnameseText

/// Finding the marks MẬT, TỐI MẬT, TUYỆT MẬT (MAT-05): nothing that bears one may stay in the system.
/// The word inside «bảo mật», «mật độ», «MẬT KHẨU» is no mark.
package enum SecrecyMark {
  /// The first mark on the pages: alone on its stretch of line in capitals; on the top half of page 1, where stamps
  /// are, also with marks lost by recognition (MÂT, TÓI MẬT). Nil when there is none.
  package static func find(in pages: [PageText]) -> (page: Int, box: PageBox)? {
    for page in pages {
      for line in ReadLine.lines(of: page, gap: 0.03) where line.words.count <= 6 {
        let words = line.text.split { !$0.isLetter }.map(String.init)
        let isStampZone = page.page == 1 && line.top < 0.5
        if isMark(words, loosely: isStampZone) { return (page.page, line.box) }
      }
    }
    return nil
  }

  /// The same in a typed subject or symbol: a mark in capitals with no other word in capitals beside it.
  package static func isMarked(_ typed: String) -> Bool {
    let runs = typed.split { !$0.isLetter && $0 != " " }
    return runs.contains { run in
      let words = run.split(separator: " ").map(String.init)
      return words.indices.contains { index in
        guard isCapital(words[index]), Folding.exact(words[index]) == "mật" else { return false }
        var before = words[..<index]
        if let last = before.last, ["tối", "tuyệt"].contains(Folding.exact(last)), isCapital(last) {
          before.removeLast()
        }
        let neighbours = [before.last, index + 1 < words.count ? words[index + 1] : nil]
        return !neighbours.contains { $0.map { $0.count > 1 && isCapital($0) } ?? false }
      }
    }
  }

  private static func isMark(_ words: [String], loosely: Bool) -> Bool {
    guard (1...2).contains(words.count), words.allSatisfy(isCapital) else { return false }
    if !loosely {
      let text = words.map(Folding.exact)
      return text == ["mật"] || text == ["tối", "mật"] || text == ["tuyệt", "mật"]
    }
    let folded = words.map(Folding.folded)
    guard folded.last == "mat", let last = words.last, Folding.exact(last) != "mát" else { return false }
    // A bare MAT without any mark may be a blot or a foreign word; with TỐI or TUYỆT before it, it is none.
    if words.count == 1 { return Folding.hasDiacritics(last) && Folding.exact(last) != "mắt" }
    return ["toi", "tuyet"].contains(folded[0])
  }

  private static func isCapital(_ word: String) -> Bool { word.allSatisfy { $0.isUppercase } }
}
