import Papers

extension FileKind {
  /// Its pages can be drawn.
  package var isShown: Bool { family == .pdf || family == .word || family == .image }

  /// Why a file of this kind cannot be the document itself; nil when it can. It may still be an annex.
  package func reasonAgainstDocument(named name: String) -> String? {
    guard !isShown else { return nil }
    return
      "«\(name)» là \(label), không có trang để xem nên chỉ nhận làm tệp kèm theo. Văn bản cần ở dạng PDF, Word hoặc ảnh."
  }
}
