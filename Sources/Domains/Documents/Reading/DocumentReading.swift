import Kernel
import Papers
import VietnameseText

/// Reading the fields of a register entry from a paper's words and their places, by the layout of Decree
/// 30/2020/NĐ-CP, Annex I: head in two columns, number and date under it, title or `V/v`, signature at the right end.
package enum DocumentReading {
  /// Pages in order; only the first three are searched for a head.
  /// `layer` is the file's own text when the pages were read from images: pictures of digital signatures put their
  /// time there. `closeUps` are parts of pages read again without red ink, as `areaToReadAgain` asks for.
  package static func read(
    _ pages: [PageText], layer: [PageText] = [], closeUps: [PageText] = []
  ) -> ReadSuggestions {
    var read = ReadSuggestions()
    let signed = SigningTime.days(in: layer + pages.prefix(1))
    if let head = PaperHead.find(in: pages) {
      readHead(head, pages, signed, into: &read)
    } else if let first = pages.first(where: { !$0.words.isEmpty }) {
      readHeadless(first, signed, into: &read)
    }
    readSoleIssuer(into: &read)
    if read.issuedDate == nil { read.issuedDate = AdoptionDate.find(in: pages) }
    readUrgency(pages.first, into: &read)
    readSigner(pages, closeUps, into: &read)
    return read
  }

  /// The part of a page whose second reading without red ink may give the signer's name; nil when it is not needed.
  package static func areaToReadAgain(_ pages: [PageText]) -> (page: Int, area: PageBox)? {
    SignerReading.areaToReadAgain(pages)
  }

  /// The words of a page at the places asked for, as one line, spelled as the suggestions are.
  package static func words(on page: PageText, where isWanted: (PageBox) -> Bool) -> String {
    SpellingRepair(body: [page]).repaired(page.words.filter { isWanted($0.box) }).joined(separator: " ")
  }

  private static func readHead(
    _ head: PaperHead, _ pages: [PageText], _ signed: [Day], into read: inout ReadSuggestions
  ) {
    guard let page = pages.first(where: { $0.page == head.page }) else { return }
    let lines = ReadLine.lines(of: page, gap: 0.08)
    let near = head.lines.filter { $0.top > head.top + 0.005 && $0.top < head.bottom + 0.2 }
    let date = DateLine.find(in: near)
    let number = NumberLine.find(in: head, date: date)
    if let date { readDate(date, signed, into: &read) }
    if let number { readNumber(number, into: &read) }
    let top = max(number?.line.middle ?? 0, date?.line.middle ?? 0, head.bottom)
    let subject = SubjectReading(
      top: top, edge: head.left, columns: head.lines, repair: SpellingRepair(body: pages), lines: lines
    ).read()
    if let subject { readSubject(subject, into: &read) }
    readType(from: number, into: &read)
    let isJoint =
      read.documentType?.value.contains("liên tịch") == true || read.documentType?.value.contains("phối hợp") == true
    let words = page.words.map(\.text)
    let agencies = AgencyReading(
      head: head,
      numberTop: number?.line.top ?? min(date?.line.bottom ?? 1, subject?.typeLine.top ?? head.bottom + 0.03),
      isJoint: isJoint,
      bodyWords: words
    ).read()
    if let agencies { readAgencies(agencies, page: head.page, into: &read) }
  }

  private static func readDate(_ date: DateLine, _ signed: [Day], into read: inout ReadSuggestions) {
    let page = date.line.page
    let box = ReadLine(page: page, words: date.dateWords)
    if let place = date.readPlace() {
      let line = ReadLine(page: page, words: date.place)
      let isKnown = PlaceNames.known(place) != nil
      read.place = Suggestion(
        place, confidence: isKnown ? 0.95 : min(0.75, line.confidence), page: page, boxes: [line.box])
    }
    if let (day, purity) = date.read() {
      let isConfirmed = signed.contains(day)
      // A lone digit of a day is one of two: days below ten are written with a zero.
      let isClear = purity == 1 && LooseText.digits(date.day).digits.count == 2
      let confidence =
        isConfirmed && isClear ? 0.98 : isConfirmed ? 0.7 : isClear ? min(0.95, 0.5 + box.confidence / 2) : 0.4
      read.issuedDate = Suggestion(day, confidence: confidence, page: page, boxes: [box.box])
      if isConfirmed || isClear { return }
    }
    // The day was written by hand and could not be read: the day of signing in the same month is likely it.
    if let month = date.readMonth(),
      let day = signed.first(where: { $0.year == month.year && $0.parts.month == month.month })
    {
      read.issuedDate = Suggestion(day, confidence: 0.6, page: page, boxes: [box.box])
    }
  }

  private static func readNumber(_ number: NumberLine, into read: inout ReadSuggestions) {
    let line = number.line
    if !number.number.isEmpty {
      let isByHand = number.isInBlank && line.confidence < 1
      let clear = isByHand ? 0.6 : min(0.95, 0.3 + line.confidence * 0.65)
      let confidence = number.purity == 1 ? clear : 0.4 * number.purity
      read.number = Suggestion(number.number, confidence: confidence, page: line.page, boxes: [line.box])
    }
    let groups = number.notation.split(separator: "-").map(String.init)
    let known = groups.count { NotationGroups.isKnown($0) }
    let confidence = groups.isEmpty ? 0.3 : 0.5 + 0.2 * line.confidence + 0.3 * Double(known) / Double(groups.count)
    read.notation = Suggestion(number.notation, confidence: confidence, page: line.page, boxes: [line.box])
  }

  private static func readSubject(_ found: SubjectReading.Found, into read: inout ReadSuggestions) {
    let page = found.typeLine.page
    read.documentType = Suggestion(
      found.type, confidence: found.typeIsExact ? 0.95 : 0.85, page: page, boxes: [found.typeLine.box])
    guard let subject = found.subject else { return }
    let words = found.lines.flatMap(\.words)
    let syllables = words.map { $0.text.filter { $0.isLetter } }.filter { $0.count >= 2 }
    let plausible = syllables.count { Syllable.isPlausible($0) || $0.allSatisfy(\.isUppercase) }
    let share = syllables.isEmpty ? 0 : Double(plausible) / Double(syllables.count)
    let doubtful = words.isEmpty ? 1 : Double(words.count { $0.confidence < 75 }) / Double(words.count)
    let confidence = min(0.98, ReadLine(page: page, words: words).confidence + 0.05) * share * (1 - 1.5 * doubtful)
    read.subject = Suggestion(subject, confidence: confidence, page: page, boxes: found.lines.map(\.box))
  }

  /// The symbol's first group names the type; it helps where the title could not be read.
  private static func readType(from number: NumberLine?, into read: inout ReadSuggestions) {
    guard let number, let type = DocumentTypeNames.of(notation: number.notation) else { return }
    if read.documentType == nil {
      read.documentType = Suggestion(type, confidence: 0.6, page: number.line.page, boxes: [number.line.box])
    } else if read.documentType?.value == type {
      read.documentType?.confidence = 0.99
    }
  }

  private static func readAgencies(_ names: AgencyReading.Names, page: Int, into read: inout ReadSuggestions) {
    func confidence(_ lines: [ReadLine]) -> Double {
      let words = lines.flatMap(\.words)
      return 0.3 + 0.65 * ReadLine(page: page, words: words).confidence
    }
    read.issuingAgency = Suggestion(
      names.issuer, confidence: confidence(names.issuerLines), page: page, boxes: names.issuerLines.map(\.box))
    if let parent = names.parent {
      read.parentAgency = Suggestion(
        parent, confidence: confidence(names.parentLines), page: page, boxes: names.parentLines.map(\.box))
    }
  }

  /// Kinds that only one body may issue (Law on the promulgation of legal normative documents).
  private static func readSoleIssuer(into read: inout ReadSuggestions) {
    guard read.issuingAgency == nil, let type = read.documentType else { return }
    let issuers = [
      "Nghị định": "Chính phủ", "Luật": "Quốc hội", "Bộ luật": "Quốc hội", "Pháp lệnh": "Ủy ban Thường vụ Quốc hội",
    ]
    guard let issuer = issuers[type.value] else { return }
    read.issuingAgency = Suggestion(issuer, confidence: 0.7, page: type.page, boxes: type.boxes)
  }

  private static func readUrgency(_ page: PageText?, into read: inout ReadSuggestions) {
    guard let page else { return }
    let marks = [("hoa toc", "express"), ("thuong khan", "veryUrgent"), ("khan", "urgent")]
    for line in ReadLine.lines(of: page, gap: 0.03) where line.top < 0.45 && line.isCapitals {
      let words = Folding.folded(line.text).split { !$0.isLetter }.joined(separator: " ")
      if let mark = marks.first(where: { words == $0.0 || (words.hasPrefix($0.0) && words.hasPrefix("hoa toc")) }) {
        read.urgency = Suggestion(mark.1, confidence: line.confidence, page: page.page, boxes: [line.box])
        return
      }
    }
  }

  private static func readSigner(
    _ pages: [PageText], _ closeUps: [PageText], into read: inout ReadSuggestions
  ) {
    guard let signer = SignerReading.read(pages, closeUps: closeUps) else { return }
    let page = signer.positionLines[0].page
    read.signerPosition = Suggestion(
      signer.position, confidence: ReadLine(page: page, words: signer.positionLines.flatMap(\.words)).confidence,
      page: page, boxes: signer.positionLines.map(\.box))
    guard let name = signer.name else { return }
    // A name of two words is rare and often has lost its first one under the seal.
    let isWhole = name.split(separator: " ").count >= 3
    read.signerName = Suggestion(
      name,
      confidence: (isWhole ? 1 : 0.6) * ReadLine(page: page, words: signer.nameLines.flatMap(\.words)).confidence
        * 0.95, page: page,
      boxes: signer.nameLines.map(\.box))
  }

  /// A paper without head, an annex or a draft: type, subject and what `(Kèm theo … của …)` says.
  private static func readHeadless(_ page: PageText, _ signed: [Day], into read: inout ReadSuggestions) {
    let lines = ReadLine.lines(of: page, gap: 0.08)
    if let date = DateLine.find(in: lines.filter { $0.top < 0.3 && $0.center > 0.5 }) {
      readDate(date, signed, into: &read)
    }
    let subject = SubjectReading(
      top: -1, edge: 0.5, columns: lines, isHeadless: true, repair: SpellingRepair(body: [page]), lines: lines)
    var aside = subject
    aside.isCentered = false
    if let found = subject.read() ?? aside.read() { readSubject(found, into: &read) }
    if let agency = AttachedTo.agency(lines) {
      read.issuingAgency = Suggestion(agency.name, confidence: 0.7, page: page.page, boxes: agency.lines.map(\.box))
    }
  }
}
