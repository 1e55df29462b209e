import Foundation
import Kernel
import Papers
import VietnameseText

/// Day and time beside a digital signature.
private let dayAndTime = Pattern(/(\d{1,2})[.\/](\d{1,2})[.\/](20\d{2})\s+\d{1,2}:\d{2}/)
/// A day in words and figures, without its signs.
private let foldedDay = Pattern(/ngay (\d{1,2}) thang (\d{1,2}) nam (\d{4})/)

/// Days printed in the pictures of digital signatures: `Thời gian ký: 04/02/2025 16:42:36`, `05.02.2025 08:09:28`.
enum SigningTime {
  static func days(in pages: [PageText]) -> [Day] {
    var labelled: [Day] = []
    var others: [Day] = []
    for line in pages.flatMap({ ReadLine.lines(of: $0, gap: 0.2) }) where line.top < 0.15 || line.page > 1 {
      let text = line.text
      guard let match = text.firstMatch(of: dayAndTime.regex) else { continue }
      guard let year = Int(match.3), let month = Int(match.2), let number = Int(match.1),
        let day = Day(year: year, month: month, day: number)
      else { continue }
      if Folding.folded(text).contains("ky") { labelled.append(day) } else { others.append(day) }
    }
    return labelled + others
  }
}

/// The day in the last article of an act without a dated head: `… thông qua ngày 17 tháng 5 năm 2025`.
enum AdoptionDate {
  static func find(in pages: [PageText]) -> Suggestion<Day>? {
    for page in pages.reversed() {
      for line in ReadLine.lines(of: page, gap: 0.2) where Folding.folded(line.text).contains("thong qua ngay") {
        let folded = Folding.folded(line.text)
        guard let match = folded.firstMatch(of: foldedDay.regex),
          let year = Int(match.3), let month = Int(match.2), let number = Int(match.1),
          let day = Day(year: year, month: month, day: number)
        else { continue }
        return Suggestion(day, confidence: 0.7, page: page.page, boxes: [line.box])
      }
    }
    return nil
  }
}
