import Papers

/// What was read from a received file.
package struct PaperReading: Sendable, Equatable {
  package var text = PDFReading.Result()
  package var pageCount: Int?
  /// Why no tool could open it.
  package var trouble: String?
  /// The blank place of the first page for the arrival stamp; nil while the file is not read.
  package var stamp: StampOnPage?

  package init(
    text: PDFReading.Result = PDFReading.Result(), pageCount: Int? = nil, trouble: String? = nil,
    stamp: StampOnPage? = nil
  ) {
    self.text = text
    self.pageCount = pageCount
    self.trouble = trouble
    self.stamp = stamp
  }
}

/// The place of the arrival stamp together with the page it was found on, in millimetres.
package struct StampOnPage: Sendable, Equatable, Codable {
  package var place: StampPlace
  package var pageWidth, pageHeight: Double

  /// A4, the stamp where letters usually are blank.
  package static let usual = StampOnPage(place: .usual, pageWidth: 210, pageHeight: 297)

  package init(place: StampPlace, pageWidth: Double, pageHeight: Double) {
    self.place = place
    self.pageWidth = pageWidth
    self.pageHeight = pageHeight
  }

  /// On the first of these pages of a file; nil when it was not read.
  init?(_ pages: [PageText], of facts: PDFFacts) {
    guard let first = pages.first(where: { $0.page == 1 }), !first.words.isEmpty else { return nil }
    self.init(
      place: .blank(on: first, pageWidth: facts.pageWidth, pageHeight: facts.pageHeight),
      pageWidth: facts.pageWidth * PDFFacts.millimetresOfPoint,
      pageHeight: facts.pageHeight * PDFFacts.millimetresOfPoint)
  }
}
