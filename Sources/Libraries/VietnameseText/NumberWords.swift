/// Whole numbers in Vietnamese words, as forms ask for («viết bằng chữ»).
package enum NumberWords {
  private static let digits = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
  private static let scales = ["", " nghìn", " triệu", " tỷ"]

  /// From 0 to 999,999,999,999; other numbers stay figures.
  package static func text(_ number: Int) -> String {
    guard number > 0, number < 1_000_000_000_000 else { return number == 0 ? "không" : "\(number)" }
    var groups: [Int] = []
    var rest = number
    while rest > 0 {
      groups.append(rest % 1000)
      rest /= 1000
    }
    let words = groups.indices.reversed().compactMap { index -> String? in
      groups[index] == 0
        ? nil : three(groups[index], isFirst: index == groups.count - 1) + scales[index]
    }
    return words.joined(separator: " ")
  }

  /// Three figures; after a greater group the empty hundreds are read too.
  private static func three(_ number: Int, isFirst: Bool) -> String {
    let (hundreds, rest) = (number / 100, number % 100)
    var words: [String] = []
    if hundreds > 0 || !isFirst { words.append("\(digits[hundreds]) trăm") }
    if rest > 0 { words.append(two(rest, afterHundreds: !words.isEmpty)) }
    return words.joined(separator: " ")
  }

  private static func two(_ number: Int, afterHundreds: Bool) -> String {
    let (tens, ones) = (number / 10, number % 10)
    switch tens {
    case 0: return (afterHundreds ? "linh " : "") + digits[ones]
    case 1: return "mười" + (ones == 0 ? "" : " " + (ones == 5 ? "lăm" : digits[ones]))
    default:
      let last =
        switch ones {
        case 0: ""
        case 1: " mốt"
        case 4: " tư"
        case 5: " lăm"
        default: " " + digits[ones]
        }
      return "\(digits[tens]) mươi\(last)"
    }
  }
}
