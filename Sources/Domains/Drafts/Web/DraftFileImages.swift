import Markup

extension DraftFile {
  /// Its pages as pictures; none when it has no pages.
  package var images: [PageViewer.Image] {
    guard let pageCount else { return [] }
    return (1...max(pageCount, 1)).map { page in
      PageViewer.Image(page: page, path: DraftPaths.page(id, page), thumbnailPath: DraftPaths.thumbnail(id, page))
    }
  }
}
