/// An external program that reads or makes papers or carries letters, and the Debian package that brings it.
package struct Tool: Sendable, Hashable {
  /// Names of the program, the first found wins (distributions name ImageMagick differently).
  package var names: [String]
  /// The Debian package to install.
  package var package: String
  /// What people would call it: «LibreOffice».
  package var title: String
  /// What cannot be done without it, in Vietnamese, after «chưa …».
  package var purpose: String
  /// Arguments that make it print its version.
  package var versionArguments: [String]
  /// It speaks to other machines; every other tool is shut off from the network.
  package var needsNetwork: Bool

  package var name: String { names[0] }

  package init(
    _ names: [String], package: String, title: String, purpose: String, versionArguments: [String] = ["--version"],
    needsNetwork: Bool = false
  ) {
    self.needsNetwork = needsNetwork
    self.names = names
    self.package = package
    self.title = title
    self.purpose = purpose
    self.versionArguments = versionArguments
  }

  package static let pdfInfo = Tool(
    ["pdfinfo"], package: "poppler-utils", title: "Poppler (pdfinfo)", purpose: "đọc được tệp PDF",
    versionArguments: ["-v"])
  package static let pdfText = Tool(
    ["pdftotext"], package: "poppler-utils", title: "Poppler (pdftotext)", purpose: "lấy được chữ trong PDF",
    versionArguments: ["-v"])
  package static let pdfImage = Tool(
    ["pdftoppm"], package: "poppler-utils", title: "Poppler (pdftoppm)", purpose: "tạo được ảnh trang PDF",
    versionArguments: ["-v"])
  package static let pdfPictures = Tool(
    ["pdfimages"], package: "poppler-utils", title: "Poppler (pdfimages)",
    purpose: "biết được trang PDF nào là bản quét",
    versionArguments: ["-v"])
  package static let qpdf = Tool(
    ["qpdf"], package: "qpdf", title: "qpdf", purpose: "xoay, tách, ghép và đóng dấu được trang PDF")
  package static let tesseract = Tool(
    ["tesseract"], package: "tesseract-ocr", title: "Tesseract OCR", purpose: "nhận dạng được chữ trên bản quét")
  package static let office = Tool(
    ["soffice", "libreoffice"], package: "libreoffice-writer", title: "LibreOffice",
    purpose: "chuyển được Word, Excel sang PDF và in được sổ, biểu mẫu")
  package static let imageMagick = Tool(
    ["convert-im6.q16", "magick", "convert"], package: "imagemagick", title: "ImageMagick",
    purpose: "chuyển được ảnh sang PDF", versionArguments: ["-version"])
  package static let unzip = Tool(
    ["unzip"], package: "unzip", title: "UnZip", purpose: "mở được tệp ZIP kèm sổ cũ", versionArguments: ["-v"])
  package static let curl = Tool(
    ["curl"], package: "curl", title: "curl", purpose: "gửi được thư điện tử", needsNetwork: true)
  package static let qrCode = Tool(
    ["qrencode"], package: "qrencode", title: "qrencode", purpose: "in được nhãn có mã QR", versionArguments: ["-V"])
  package static let sandbox = Tool(
    ["bwrap"], package: "bubblewrap", title: "bubblewrap",
    purpose: "cách ly được các công cụ đọc tệp khỏi mạng và ổ đĩa")
}
