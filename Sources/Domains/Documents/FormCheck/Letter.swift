import Kernel
import Papers
import VietnameseText

/// The line of the number, without its signs.
private let foldedNumber = Pattern(/^so\s*:|^so\s*\d*\s*\//)
/// The line of place and date, without its signs.
private let foldedDate = Pattern(/([^,]{2,40},\s*)?ngay.{0,12}thang.{0,12}nam[\s\d….]*/)

/// The parts of a document as the decree names them (các thành phần thể thức), found in the lines of a Word file.
/// A part that was not found is nil or empty; whether that is wrong is for the rules to say.
struct Letter {
  var document: WordDocument
  var lines: [LetterLine]
  var national: LetterLine?
  var motto: LetterLine?
  /// The lines over the number: superior agency first, issuer last.
  var issuers: [LetterLine] = []
  var number: LetterLine?
  var date: LetterLine?
  /// Dấu chỉ mức độ khẩn: a line that says no more.
  var urgency: LetterLine?
  /// «V/v …» with its further lines.
  var letterSubject: [LetterLine] = []
  var typeName: LetterLine?
  /// Trích yếu under the name of the type.
  var title: [LetterLine] = []
  /// «Kính gửi:» and the lines of its list.
  var addressees: [LetterLine] = []
  var body: [LetterLine] = []
  var bases: [LetterLine] = []
  var recipientHead: LetterLine?
  var recipients: [LetterLine] = []
  /// Capacity and position over the name.
  var signature: [LetterLine] = []
  var signerName: LetterLine?
  var annexes: [LetterLine] = []

  /// The kind, by its printed name; «công văn» when there is «V/v» instead.
  var type: DocumentType? {
    if let typeName { return Self.types[typeName.folded] }
    return letterSubject.isEmpty ? nil : .congVan
  }

  static let types: [String: DocumentType] = Dictionary(
    DocumentType.administrative.map { (Folding.folded($0.name), $0) }, uniquingKeysWith: { first, _ in first })

  init(_ document: WordDocument) {
    self.document = document
    lines = LetterLine.lines(of: document)
    let headEnd = readHead()
    let bodyStart = readTitle(from: headEnd)
    let footStart = readFoot(from: bodyStart)
    body = Array(lines[bodyStart..<max(bodyStart, footStart)])
    bases = body.filter { $0.folded.hasPrefix("can cu ") || $0.folded.hasPrefix("theo de nghi cua") }
    bases = bases.filter { $0.block < (firstArticle ?? .max) }
  }

  private static func isMark(_ line: LetterLine) -> Bool {
    Urgency.allCases.contains { !$0.mark.isEmpty && $0.mark == line.text.uppercased() }
  }

  private var firstArticle: Int? {
    body.first { $0.folded.hasPrefix("dieu 1") || $0.folded == "quyet dinh:" || $0.folded == "quyet nghi:" }?.block
  }

  /// Head: boxes 1 to 5b. Returns where the rest begins.
  private mutating func readHead() -> Int {
    let top = lines.prefix(40)
    var end = 0
    func place(_ isIt: (LetterLine) -> Bool) -> Int? { top.firstIndex(where: isIt) }
    let nationalAt = place { $0.folded.contains("cong hoa xa hoi chu nghia viet nam") }
    let mottoAt = place { $0.folded.hasPrefix("doc lap") && $0.folded.contains("hanh phuc") }
    let numberAt = place { $0.folded.firstMatch(of: foldedNumber.regex) != nil }
    let dateAt = place { line in
      line.folded.wholeMatch(of: foldedDate.regex) != nil
    }
    let urgencyAt = place { Self.isMark($0) }
    for found in [nationalAt, mottoAt, numberAt, dateAt, urgencyAt] { end = max(end, found.map { $0 + 1 } ?? 0) }
    national = nationalAt.map { lines[$0] }
    motto = mottoAt.map { lines[$0] }
    number = numberAt.map { lines[$0] }
    date = dateAt.map { lines[$0] }
    urgency = urgencyAt.map { lines[$0] }
    let namesEnd = numberAt ?? end
    issuers = lines[..<namesEnd].enumerated().filter { index, line in
      ![nationalAt, mottoAt, dateAt, urgencyAt].contains(index) && (line.column ?? 0) == 0
    }.map(\.element)
    if let numberAt, let start = lines[numberAt...].prefix(8).firstIndex(where: { $0.folded.hasPrefix("v/v") }) {
      letterSubject = [lines[start]]
      for line in lines[(start + 1)...].prefix(6) where line.isSameCell(as: lines[start]) && !Self.isMark(line) {
        letterSubject.append(line)
      }
      end = max(end, start + letterSubject.count)
    }
    return end
  }

  /// Name of the type, trích yếu, kính gửi. Returns where the body begins.
  private mutating func readTitle(from start: Int) -> Int {
    var next = start
    let named = lines[start...].prefix(6).firstIndex { $0.column == nil && Self.types[$0.folded] != nil }
    if let named, letterSubject.isEmpty {
      typeName = lines[named]
      next = named + 1
      while next < lines.count, lines[next].isCentred, lines[next].column == nil, title.count < 6,
        !lines[next].isUpper, !lines[next].text.hasPrefix("(")
      {
        title.append(lines[next])
        next += 1
      }
    }
    if let first = lines[next...].prefix(6).firstIndex(where: { $0.folded.hasPrefix("kinh gui") }) {
      addressees = [lines[first]]
      next = first + 1
      while next < lines.count, lines[next].text.hasPrefix("-"), addressees.count < 60 {
        addressees.append(lines[next])
        next += 1
      }
    }
    return next
  }

  /// Nơi nhận and signature. Returns where the body ends.
  private mutating func readFoot(from start: Int) -> Int {
    let annexAt = lines[start...].firstIndex { $0.isCentred && $0.column == nil && $0.folded.hasPrefix("phu luc") }
    let end = annexAt ?? lines.count
    annexes =
      annexAt.map { place in
        lines[place...].filter {
          $0.isCentred && $0.column == nil && $0.folded.hasPrefix("phu luc") && $0.text.count < 30
        }
      } ?? []
    guard let headAt = lines[start..<end].firstIndex(where: { $0.folded.hasPrefix("noi nhan") }) else { return end }
    let head = lines[headAt]
    recipientHead = head
    let after = lines[(headAt + 1)..<end]
    if head.column == nil {
      recipients = Array(after.prefix { $0.text.hasPrefix("-") })
    } else {
      // Columns made by tabs go on in lines without a tab where the right one has ended.
      let isTabbed = if case .paragraph = document.blocks[head.block] { true } else { false }
      recipients = after.filter { line in
        (line.column == head.column || isTabbed && line.column == nil) && line.block - head.block < 30
          && line.text.hasPrefix("-")
      }
    }
    let first = lines[start..<end].firstIndex { $0.block == head.block && $0.row == head.row } ?? headAt
    let block = lines[first..<end].filter { line in
      line.column != nil && line.column != head.column && line.block - head.block < 30
        && !line.folded.hasPrefix("(da ky")
    }
    signature = Array(block.prefix { $0.isUpper })
    if block.count > signature.count { signerName = block[signature.count...].last }
    return first
  }
}
