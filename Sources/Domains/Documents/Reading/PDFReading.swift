import Foundation
import Papers

/// Reads a PDF for its text and its suggestions: the text layer where it is good, else the pictures of its pages.
package struct PDFReading: Sendable {
  /// What was read so far, and the suggestions from it.
  package struct Result: Sendable, Equatable {
    package var pages: [PageText] = []
    package var suggestions = ReadSuggestions()

    package init() {}
  }

  /// Recognition costs seconds a page: pages beyond this are found by their text layer or not at all.
  package static let recognizedPagesMax = 60

  package var runner: ToolRunner

  package init(runner: ToolRunner) { self.runner = runner }

  /// 0.1 s with a text layer, else 1…5 s a page. `onPages` hears first of the text layer's pages, then of each page
  /// recognized from its picture, with all that is known so far. Throws as `PDFTool.text` and
  /// `OpticalReading.read`. `facts` are what `PDFTool.inspect` has told.
  package func read(
    _ pdf: URL, facts: PDFFacts,
    onPages: @Sendable (Result, _ new: [PageText], _ done: Int, _ total: Int) async throws -> Void = { _, _, _, _ in }
  ) async throws -> Result {
    var result = Result()
    let layer = try await PDFTool(runner: runner).text(of: pdf)
    let doubtful = try await doubtfulPages(of: layer, pdf, facts)
    let wanted = Array(doubtful.prefix(Self.recognizedPagesMax))
    result.pages = layer
    if !doubtful.contains(1) { result.suggestions = DocumentReading.read(layer) }
    try await onPages(result, layer, 0, wanted.count)
    let optical = OpticalReading(runner: runner)
    for (index, page) in wanted.enumerated() {
      let read = try await optical.read(pdf, page: page).text
      result.pages = (result.pages.filter { $0.page != page } + [read]).sorted { $0.page < $1.page }
      let unread = Set(doubtful).subtracting(wanted.prefix(index + 1))
      let known = result.pages.filter { !unread.contains($0.page) }
      var closeUps: [PageText] = []
      // The seal lies over the signer's name: that part is read once more without red ink.
      if index == wanted.count - 1, let (page, area) = DocumentReading.areaToReadAgain(known) {
        closeUps.append(try await optical.readWithoutRed(pdf, page: page, area: area))
      }
      result.suggestions = DocumentReading.read(known, layer: layer, closeUps: closeUps)
      try await onPages(result, [read], index + 1, wanted.count)
    }
    return result
  }

  /// Pages to be read from their pictures: all of a document whose layer is useless; of another one those with useless
  /// words, and those with hardly any that are scans.
  private func doubtfulPages(of layer: [PageText], _ pdf: URL, _ facts: PDFFacts) async throws -> [Int] {
    let verdicts = layer.map(TextLayerQuality.isGarbage)
    if TextLayerQuality.isGarbage(verdicts: verdicts) { return layer.map(\.page) }
    let doubtful = zip(layer, verdicts).filter(\.1).map(\.0)
    guard doubtful.contains(where: TextLayerQuality.isShort) else { return doubtful.map(\.page) }
    let scanned = try await PDFTool(runner: runner).scannedPages(of: pdf, facts: facts)
    return doubtful.filter { !TextLayerQuality.isShort($0) || scanned.contains($0.page) }.map(\.page)
  }
}
