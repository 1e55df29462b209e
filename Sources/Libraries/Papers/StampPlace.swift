/// Where the arrival stamp lies on the first page: millimetres from its top left corner.
package struct StampPlace: Sendable, Equatable, Codable {
  package var left: Double
  package var top: Double

  package init(left: Double, top: Double) {
    self.left = left
    self.top = top
  }

  /// Under the number and symbol of a usual letter.
  package static let usual = StampPlace(left: 22, top: 58)

  /// The highest blank place under the head of the page, as the decree says: under the number and symbol, the subject,
  /// or the date; where these leave none, the highest one further down in the left half, for the right one has the
  /// signature and the seal, which are no words. On a page without any, the place that covers
  /// least, and rather words of the body than of the head; the usual place when the page was not read.
  package static func blank(on page: PageText, pageWidth: Double, pageHeight: Double) -> StampPlace {
    let (width, height) = (pageWidth * PDFFacts.millimetresOfPoint, pageHeight * PDFFacts.millimetresOfPoint)
    guard !page.words.isEmpty, width > 120, height > 120 else { return .usual }
    let margins = [20.0, 14, 8, 26, 32] + [15.0, 25, 35, 8].map { width - PrintedStamp.width - $0 }
    let lefts = margins + stride(from: 38, to: width - PrintedStamp.width - 38, by: 4)
    var best = (place: usual, covered: Double.infinity)
    for top in stride(from: 38.0, through: height - PrintedStamp.height - 8, by: 3) {
      for left in lefts where top <= height * upperShare || left + PrintedStamp.width <= width / 2 {
        let place = StampPlace(left: left, top: top)
        // Further down must be clearly better: people look for the stamp at the head.
        let most = best.covered * 0.8
        var covered = 0.0
        for word in page.words where covered < most {
          let weight = word.box.top < headShare ? headWeight : 1
          covered += weight * place.covered(of: word.box, width: width, height: height)
        }
        if covered == 0 { return place }
        if covered < most { best = (place, covered) }
      }
    }
    return best.place
  }

  /// The part of a page in which no signature stands.
  private static let upperShare = 0.4
  /// The part of a page that holds number, date, subject and addressee, and how much worse it is to cover them.
  private static let headShare = 0.33
  private static let headWeight = 4.0

  /// Square millimetres of the box, with a millimetre around it, that the stamp would cover.
  private func covered(of box: PageBox, width: Double, height: Double) -> Double {
    let across =
      min((box.left + box.width) * width + 1, left + PrintedStamp.width) - max(box.left * width - 1, left)
    let down = min((box.top + box.height) * height + 1, top + PrintedStamp.height) - max(box.top * height - 1, top)
    return max(0, across) * max(0, down)
  }
}
