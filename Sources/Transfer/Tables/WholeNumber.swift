import Kernel

/// «1.250».
private let groupedNumber = Pattern(/[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[1-9][0-9]{0,2}(?:,[0-9]{3})+/)
/// «12,0».
private let numberWithZeros = Pattern(/([0-9]+)[.,]0{1,2}/)

/// Whole numbers as spreadsheets write them: `1247`, `1.247` and `1,247` with a sign between thousands, `1247,0` with a
/// fraction that says nothing.
enum WholeNumber {
  /// Nil when the text is no whole number.
  static func parse(_ text: String) -> Int? {
    if let number = Int(text) { return number }
    if text.wholeMatch(of: groupedNumber.regex) != nil {
      return Int(text.filter { $0 != "." && $0 != "," })
    }
    return text.wholeMatch(of: numberWithZeros.regex).flatMap { Int($0.1) }
  }
}
