import Foundation
import Papers

@testable import Documents

/// Documents written from the templates, for the form check.
enum LetterExamples {
  static func fields(_ type: DocumentType) -> LetterFields {
    let isLetter = type.abbreviation.isEmpty
    var fields = LetterFields(
      type: type, superiorName: "Bộ Tài nguyên và Môi trường", issuerName: "Tổng cục Địa chất", place: "Hà Nội",
      symbol: isLetter ? "TCĐC-KHTC" : "\(type.abbreviation)-TCĐC", year: 2026,
      subject: "kiểm kê tài sản công năm 2026 tại các đơn vị trực thuộc",
      signature: .deputy(of: "Tổng cục trưởng", as: "Phó Tổng cục trưởng"), signerName: "Trần Thị Thu Hà")
    fields.recipients = ["Các Phó Tổng cục trưởng", "Trang thông tin điện tử"]
    fields.filingUnit = "KHTC"
    if ["congVan", "thuCong", "toTrinh", "baoCao", "congDien"].contains(type.key) {
      fields.addressees = ["Cục Địa chất miền Bắc", "Viện Khoa học Địa chất"]
    }
    return fields
  }

  /// The document as it comes back from its .docx, words written where the template has dots.
  static func document(_ fields: LetterFields) throws -> WordDocument {
    try template(fields).replacing("…", with: "nội dung")
  }

  /// As the template writes it.
  static func template(_ fields: LetterFields) throws -> WordDocument {
    let file = FileManager.default.temporaryDirectory.appending(path: "letter-\(UUID().uuidString).docx")
    defer { try? FileManager.default.removeItem(at: file) }
    try LetterTemplate(fields).sheet.write(to: file)
    return try WordFile.document(of: file)
  }
}

extension WordDocument {
  /// Every paragraph changed in place.
  func changing(_ change: (inout WordParagraph) -> Void) -> WordDocument {
    func changed(_ block: WordBlock) -> WordBlock {
      switch block {
      case .paragraph(var paragraph):
        change(&paragraph)
        return .paragraph(paragraph)
      case .table(var table):
        table.rows = table.rows.map { $0.map { $0.map(changed) } }
        return .table(table)
      }
    }
    var document = self
    document.blocks = blocks.map(changed)
    return document
  }

  /// The text replaced wherever it stands within a run.
  func replacing(_ old: String, with new: String) -> WordDocument {
    changing { paragraph in
      for index in paragraph.runs.indices {
        paragraph.runs[index].text = paragraph.runs[index].text.replacing(old, with: new)
      }
    }
  }

  /// Runs of paragraphs with this text changed.
  func changingRuns(with text: String, _ change: (inout WordRun) -> Void) -> WordDocument {
    changing { paragraph in
      guard paragraph.text.contains(text) else { return }
      for index in paragraph.runs.indices { change(&paragraph.runs[index]) }
    }
  }

  func without(_ text: String) -> WordDocument {
    changing { if $0.text.contains(text) { $0.runs = [] } }
  }

  /// More paragraphs after the first of the body that has this text.
  func adding(_ texts: String..., after text: String) -> WordDocument {
    var document = self
    guard let place = blocks.firstIndex(where: { $0.paragraphs.count == 1 && $0.paragraphs[0].text.contains(text) })
    else { return self }
    let model = blocks[place].paragraphs[0]
    document.blocks.insert(
      contentsOf: texts.map { text in
        var paragraph = model
        paragraph.runs = [model.runs[0]]
        paragraph.runs[0].text = text
        return .paragraph(paragraph)
      }, at: place + 1)
    return document
  }
}
