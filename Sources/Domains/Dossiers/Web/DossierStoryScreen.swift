import Access
import Audit
import Database
import Kernel
import Markup

/// Gathers what happened in a dossier: to it and to all that lies in it, in one line of time.
struct DossierStoryScreen: Sendable {
  static let linesPerPage = 50

  var entries: [StoryEntry]
  /// The documents of which they tell.
  var records: [RecordReference: RecordSummary]
  var notes: [DossierNote]
  var newCount: Int
  var older: Int64?
  /// To who looked at it, for whoever may go there.
  var accesses: HTML = .empty

  static func read(
    _ head: FoundDossier, before: Int64?, _ directory: RecordDirectory, by actor: Actor,
    in transaction: any Transaction
  ) throws -> DossierStoryScreen {
    let dossier = head.dossier
    var known: [RecordReference: RecordSummary?] = [:]
    let found = try AuditStore(transaction).story(
      of: DossierItemStore.told(in: dossier.id), whole: .dossier(dossier.id), before: before,
      leavingOut: [AuditEvent.filedUnderCode, AuditEvent.takenFromCode], limit: linesPerPage + 1
    ) { entries in
      try ask(of: entries, dossier.id, directory, actor, &known, in: transaction)
      return entries.filter { $0.record == .dossier(dossier.id) || (known[$0.record] ?? nil) != nil }
    }
    let shown = try masked(Array(found.prefix(linesPerPage)), head, by: actor, in: transaction)
    let isHeadOnly = DossierRights.seesHeadOnly(actor, of: dossier, head.participants)
    let visit = try DossierParticipantStore(transaction).lastVisit(dossier.id, by: actor.post)
    return DossierStoryScreen(
      entries: shown, records: known.compactMapValues(\.self),
      notes: before == nil && !isHeadOnly ? try DossierNoteStore(transaction).list(of: dossier.id, readBy: actor) : [],
      newCount: visit.map { seen in
        shown.count { $0.line.at > seen && $0.line.personName != actor.personName }
      } ?? 0, older: found.count > linesPerPage ? shown.last?.id : nil,
      accesses: RecordAccesses.link(to: .dossier(dossier.id), dossier.answering, for: actor))
  }

  /// What a file that is kept back from the reader or withheld is called, they are not told by the story either.
  private static func masked(
    _ entries: [StoryEntry], _ head: FoundDossier, by actor: Actor, in transaction: any Transaction
  ) throws -> [StoryEntry] {
    let dossier = head.dossier
    let hidden = try DossierRights.hiddenFiles(in: dossier, head.participants, from: actor, in: transaction)
    let titles = hidden.compactMap(\.file?.title) + (try OwnFileQuarantineStore(transaction).titles(in: dossier.id))
    let sentences = Set(titles.map { AuditEvent.dossierFilled($0).sentence })
    return entries.map { entry in
      guard entry.record == .dossier(dossier.id), sentences.contains(entry.line.sentence ?? "") else { return entry }
      var told = entry
      told.line.sentence = AuditEvent.dossierFilled("tài liệu giữ riêng").sentence
      return told
    }
  }

  /// Nothing is told of what the reader may not see, and nothing of what is withheld.
  private static func ask(
    of entries: [StoryEntry], _ dossier: Dossier.ID, _ directory: RecordDirectory, _ actor: Actor,
    _ known: inout [RecordReference: RecordSummary?], in transaction: any Transaction
  ) throws {
    let asked = Set(entries.map(\.record)).filter { $0 != .dossier(dossier) && known[$0] == nil }
    let summaries = try directory.summaries(of: Array(asked), visibleTo: actor, in: transaction)
    for record in asked { known[record] = .some(summaries[record].flatMap { $0.isWithheld ? nil : $0 }) }
  }

  func part(_ found: FoundDossier, input: FormInput, seal: FormSeal) -> DossierStoryPart {
    let dossier = found.dossier
    return DossierStoryPart(
      notes: notes.map { note in
        .init(
          text: note.text, author: note.authorName, time: note.writtenAt.text,
          draftForm: note.isFinal
            ? nil : Self.form(found, note, FormInput(values: [DossierField.text: note.text]), seal))
      }, story: Story(entries.map(line)), newCount: newCount,
      noteForm: Self.form(found, nil, input, seal),
      olderPath: older.map { "\(DossierPaths.show(dossier.id))?truoc=\($0)" }, accesses: accesses)
  }

  private func line(_ entry: StoryEntry) -> Story.Line {
    var line = Story.Line(entry.line)
    line.about = records[entry.record].map { ($0.name, $0.path) }
    return line
  }

  private static func form(
    _ found: FoundDossier, _ note: DossierNote?, _ input: FormInput, _ seal: FormSeal
  ) -> HTML {
    if let refusal = found.refusal(of: .note) {
      return note == nil ? "<p class=\"hint\">\(refusal.message)</p>" : .empty
    }
    let name = DossierField.self
    let id = note.map { "ghi-chu-\($0.id)" } ?? "ghi-chu"
    var field = input.filling(
      Field(
        note == nil ? "Viết ghi chú" : "Ghi chú nháp", name: name.text, kind: .area(rows: 3),
        lengthMax: DossierNote.lengthMax, id: "f-\(id)", key: note == nil ? "g" : nil))
    if input.isRefused { field.takesFocus = true }
    let hidden: HTML = note.map { "<input type=\"hidden\" name=\"\(name.item)\" value=\"\($0.id)\">" } ?? .empty
    return ActForm(
      action: DossierPaths.act(found.dossier.id, .note), seal: seal,
      content: """
        \(hidden)\(FieldGroup(fields: [field]).html)<div class="acts">\(Button(
          "Ghi vào hồ sơ", name: name.final, value: "1").html)\(Button(
            "Lưu nháp", style: .quiet, name: name.final, value: "0").html)</div>
        """
    ).html
  }
}
