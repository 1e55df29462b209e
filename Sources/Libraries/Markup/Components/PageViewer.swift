/// The pages of a file as images, one under the other; scripts add zoom, turning, boxes and drawing.
///
/// Without script it is a column of images whose pages are reached by their anchors (`#trang-2`).
package struct PageViewer: Sendable {
  /// One page image.
  package struct Image: Sendable, Equatable {
    /// From 1, over the whole file.
    package var page: Int
    package var path: String
    package var thumbnailPath: String?
    /// In pixels, for the room it takes before it has come.
    package var width: Int
    package var height: Int

    package init(page: Int, path: String, thumbnailPath: String? = nil, width: Int = 1240, height: Int = 1754) {
      self.page = page
      self.path = path
      self.thumbnailPath = thumbnailPath
      self.width = width
      self.height = height
    }
  }

  /// Words that light up on a page: in fractions of its width and height.
  package struct LitBox: Sendable, Equatable {
    package var page: Int
    package var left, top, width, height: Double

    package init(page: Int, left: Double, top: Double, width: Double, height: Double) {
      self.page = page
      self.left = left
      self.top = top
      self.width = width
      self.height = height
    }
  }

  /// What the images show, for the ear: «Công văn 2803/BTTTT-THH».
  package var name: String
  package var images: [Image]
  /// Answers `?page=&left=&top=&width=&height=` (fractions) with the text in that box, as plain text.
  package var readAreaPath: String?
  /// Laid over the first page, on view and print only; the file is never altered.
  package var stamp: ArrivalStamp?
  /// Lit from the start; the viewer opens at the first.
  package var lit: [LitBox] = []
  /// Shown instead of pages when there are none.
  package var emptyLine: HTML
  /// More buttons of the toolbar.
  package var tools: HTML

  package init(
    name: String, images: [Image], readAreaPath: String? = nil, stamp: ArrivalStamp? = nil,
    emptyLine: HTML = "Chưa có tệp.", tools: HTML = .empty
  ) {
    self.name = name
    self.images = images
    self.readAreaPath = readAreaPath
    self.stamp = stamp
    self.emptyLine = emptyLine
    self.tools = tools
  }

  package var html: HTML {
    guard !images.isEmpty else {
      return "<section class=\"viewer is-empty\" aria-label=\"Trang văn bản\"><p>\(emptyLine)</p>\(tools)</section>"
    }
    return """
      <section class="viewer" aria-label="Trang văn bản" data-viewer\(HTML.attribute("data-read-area", readAreaPath))\
      \(HTML.attribute("data-lit", litText))>\
      <div class="viewer-tools">\(scriptTools)<span class="viewer-more">\(stampTool)\(tools)</span></div>\
      <div class="viewer-pages" tabindex="0" role="group" aria-label="\(name)">\(images.map(sheet))</div></section>
      """
  }

  /// «page,left,top,width,height;…».
  private var litText: String? {
    guard !lit.isEmpty else { return nil }
    return lit.map { box in
      let sides = [box.left, box.top, box.width, box.height].map { String(($0 * 10_000).rounded() / 10_000) }
      return "\(box.page)," + sides.joined(separator: ",")
    }.joined(separator: ";")
  }

  /// Buttons that do nothing without script stay hidden until the script is there.
  private var scriptTools: HTML {
    """
    <span class="viewer-buttons" data-viewer-buttons hidden>\
    <button type="button" class="button button-quiet" data-viewer-act="previous">‹ Trang trước</button>\
    <span class="figures" data-viewer-position>1/\(images.count)</span>\
    <button type="button" class="button button-quiet" data-viewer-act="next">Trang sau ›</button>\
    <button type="button" class="button button-quiet" data-viewer-act="out">Nhỏ lại</button>\
    <button type="button" class="button button-quiet" data-viewer-act="in">Phóng to</button>\
    <button type="button" class="button button-quiet" data-viewer-act="turn">Xoay</button></span>
    """
  }

  /// The stamp may lie over words: it can be lifted.
  private var stampTool: HTML {
    .when(stamp != nil, "<label class=\"tick\"><input type=\"checkbox\" checked data-stamp-toggle> Dấu đến</label>")
  }

  private func sheet(_ image: Image) -> HTML {
    """
    <figure class="page" id="trang-\(image.page)" data-page="\(image.page)"><img src="\(image.path)" width="\(image.width)" \
    height="\(image.height)" alt="Trang \(image.page) của \(name)"\(HTML.attribute("loading", image.page > 2 ? "lazy" : nil)) \
    draggable="false">\(image.page == images.first?.page ? stamp?.html : nil)</figure>
    """
  }

  /// Small pages that lead to the large ones.
  package var thumbnails: HTML {
    guard images.count > 1 else { return .empty }
    let items = images.map {
      """
      <li><a href="#trang-\($0.page)"><img src="\($0.thumbnailPath ?? $0.path)" alt="" width="\($0.width)" \
      height="\($0.height)" loading="lazy"><span>Trang \($0.page)</span></a></li>
      """ as HTML
    }
    return "<ul class=\"thumbnails\">\(items)</ul>"
  }
}

/// Dấu «ĐẾN», 35 × 50 mm, as the decree draws it.
package struct ArrivalStamp: Sendable, Equatable {
  /// Where it lies on its page: all in millimetres, from the top left corner.
  package struct Place: Sendable, Equatable {
    package var left, top, pageWidth, pageHeight: Double

    package init(left: Double, top: Double, pageWidth: Double = 210, pageHeight: Double = 297) {
      self.left = left
      self.top = top
      self.pageWidth = pageWidth
      self.pageHeight = pageHeight
    }
  }

  package var agencyName: String
  package var number: String
  package var day: String
  /// «Chuyển».
  package var toPlaces: String
  /// «Số và ký hiệu HS».
  package var fileNotation: String
  package var place: Place

  package init(
    agencyName: String, number: String, day: String, toPlaces: String = "", fileNotation: String = "",
    place: Place = Place(left: 22, top: 58)
  ) {
    self.agencyName = agencyName
    self.number = number
    self.day = day
    self.toPlaces = toPlaces
    self.fileNotation = fileNotation
    self.place = place
  }

  /// A drawing as large as the page, whose unit is a tenth of a millimetre: its attributes say the place, since the
  /// content policy allows no style on an element.
  package var html: HTML {
    """
    <svg class="stamp-sheet" viewBox="0 0 \(tenths(place.pageWidth)) \(tenths(place.pageHeight))">\
    <foreignObject x="\(tenths(place.left))" y="\(tenths(place.top))" width="500" height="350">\
    <div class="stamp" data-stamp><p class="stamp-agency">\(agencyName)</p><div class="stamp-middle"><b>ĐẾN</b>\
    <span>Số: <strong>\(number)</strong><br>Ngày: \(day)</span></div>\
    <p>Chuyển: \(toPlaces)</p><p>Số và ký hiệu HS: \(fileNotation)</p></div></foreignObject></svg>
    """
  }

  private func tenths(_ millimetres: Double) -> String { String(Int((millimetres * 10).rounded())) }
}
