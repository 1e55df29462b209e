import Access
import Database
import Kernel
import Markup
import Organization
import Work

/// Gathers a change of rights: as it would be asked for, or as it waits.
struct RightsScreen {
  /// More are counted, not named.
  static let keptNamedMax = 10

  var directory: RecordDirectory
  var actor: Actor
  var seal: FormSeal
  var transaction: any Transaction

  /// Before it is asked for; nothing is written.
  func preview(_ id: Dossier.ID, _ wanted: WantedRights, _ input: FormInput, _ refusal: Refusal?) throws
    -> RightsChangePage
  {
    let found = try FoundDossier.find(id, by: actor, in: transaction)
    if let refusal = found.refusal(of: wanted.step), refusal.kind == .forbidden { throw refusal }
    var page = RightsChangePage(
      dossierName: found.dossier.name, dossierPath: DossierPaths.tab(id, .people), sentence: "", form: .empty)
    do {
      // A reason that is wrong is mended in its own field, under the same table.
      if let refusal, !refusal.reasons.contains(where: { $0.field == DossierField.reason }) { throw refusal }
      let subject = try wanted.subject(in: found, directory, by: actor, in: transaction)
      page.sentence = wanted.text(subject).capitalizedFirst
      let files = try ownFiles(found)
      page.rows = try rows(RightsForecast.read(found, wanted, name: subject, in: transaction), files)
      page.facts = Self.ownFile(wanted, files)
      page.form = proposing(found.dossier, wanted, input)
    } catch let refusal as Refusal {
      page.refusal =
        input.isRefused && [.add, .maker].contains(wanted.kind) ? .empty : Notice(.refused, refusal.message).html
      let people = try DossierPeopleScreen.read(found, by: actor, in: transaction)
      switch wanted.kind {
      case .add: page.form = people.form(found.dossier, nil, input)
      case .maker where found.refusal(of: .change) == nil: page.form = people.makerForm(found, input)
      default: page.form = "<div class=\"acts\">\(Button("Về hồ sơ", path: DossierPaths.show(id)).html)</div>"
      }
    }
    return page
  }

  private func proposing(_ dossier: Dossier, _ wanted: WantedRights, _ input: FormInput) -> HTML {
    let hidden = RightsForm.fields(wanted).map {
      "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" as HTML
    }
    let field = Field(
      "Lý do", name: DossierField.reason, hint: "Không bắt buộc; người xác nhận đọc được.",
      lengthMax: RightsChange.wordsLengthMax)
    let who =
      actor.unit == dossier.unit && actor.roles.contains(.unitHead)
      ? "lãnh đạo cơ quan hoặc chánh văn phòng" : "lãnh đạo \(dossier.unitName)"
    return ActForm(
      action: DossierPaths.rights(dossier.id), seal: seal,
      content: """
        \(hidden)\(input.summary)\(FieldGroup(fields: [input.filling(field)]).html)\
        <p class="hint">Thay đổi có hiệu lực khi \(who) xác nhận; đến lúc ấy hồ sơ ghi rõ đang chờ.</p>\
        <div class="acts">\(Button("Gửi đề nghị", style: .primary, key: "ctrl+enter").html)\
        \(Button("Thôi", path: DossierPaths.tab(dossier.id, .people)).html)</div>
        """
    ).html
  }

  /// One that was asked for, for whoever decides, asked, or sees the dossier.
  func decision(
    _ change: RightsChange.ID, of id: Dossier.ID, _ input: FormInput, _ refusal: Refusal?
  ) throws -> RightsChangePage {
    let found = try FoundDossier.find(id, by: actor, in: transaction)
    let change = try RightsChangeStore(transaction).find(change, of: id, visibleTo: actor)
    var page = RightsChangePage(
      dossierName: found.dossier.name, dossierPath: DossierPaths.tab(id, .people),
      sentence: change.text.capitalizedFirst, state: RightsMarks.state(change), facts: RightsMarks.facts(change),
      form: .empty)
    if let refusal { page.refusal = Notice(.refused, refusal.message).html }
    guard change.state == .waiting else { return page }
    var obstacles = change.refusal(of: .confirm, by: actor, in: found.dossier).map { [$0.message] } ?? []
    let mayLook = obstacles.isEmpty || DossierAccess.may(change.wanted.step, found.standing)
    var table: RightsForecast?
    do {
      let subject = try change.wanted.subject(in: found, directory, by: actor, in: transaction)
      let forecast = try RightsForecast.read(found, change.wanted, name: subject, in: transaction)
      table = forecast
      let files = try ownFiles(found)
      if mayLook { page.rows = try rows(forecast, files) }
      page.facts += Self.ownFile(change.wanted, files)
    } catch let refusal as Refusal { obstacles.append(refusal.message) }
    page.form = deciding(change, found, obstacles, table?.seal ?? "", input)
    return page
  }

  private func deciding(
    _ change: RightsChange, _ found: FoundDossier, _ obstacles: [String], _ table: String, _ input: FormInput
  ) -> HTML {
    let action = DossierPaths.rightsChange(found.dossier.id, change.id)
    let sealed = seal.at(version: change.version)
    let mayRefuse = change.refusal(of: .refuse, by: actor, in: found.dossier) == nil
    let field = Field(
      "Ý kiến", name: DossierField.reason, hint: "Bắt buộc khi không đồng ý.", lengthMax: RightsChange.wordsLengthMax)
    let answer = ActForm(
      action: "\(action)/xac-nhan", seal: sealed,
      content: """
        <input type="hidden" name="\(RightsForm.table)" value="\(table)">\
        \(HTML.when(mayRefuse, FieldGroup(fields: [input.filling(field)]).html))\
        <div class="acts">\(Button("Xác nhận thay đổi", style: .primary, key: "ctrl+enter", obstacles: obstacles).html)\
        \(HTML.when(mayRefuse, Button("Không đồng ý", formAction: "\(action)/tu-choi").html))</div>
        """
    ).html
    guard change.refusal(of: .takeBack, by: actor, in: found.dossier) == nil else { return answer }
    return answer
      + ActForm(action: "\(action)/rut-lai", seal: sealed, button: Button("Rút lại đề nghị", style: .quiet)).html
  }

  /// What a file of the dossier's own that it is about is called, for who sees it.
  private static func ownFile(
    _ wanted: WantedRights, _ files: [RecordReference: String]
  ) -> [DefinitionList.Entry] {
    guard let item = wanted.item, let name = files[.dossierFile(item)] else { return [] }
    return [.init("Tài liệu", text: name)]
  }

  private func ownFiles(_ found: FoundDossier) throws -> [RecordReference: String] {
    let hidden = Set(
      try DossierRights.hiddenFiles(in: found.dossier, found.participants, from: actor, in: transaction).map(\.id))
    return Dictionary(
      uniqueKeysWithValues: try DossierItemStore(transaction).ownFiles(in: found.dossier.id).map { item in
        let name = hidden.contains(item.id) ? nil : item.file?.title
        return (.dossierFile(item.id), name.map { "«\($0)»" } ?? "tài liệu số thứ tự \(item.ordinal)")
      })
  }

  private func rows(
    _ forecast: RightsForecast, _ files: [RecordReference: String]
  ) throws -> [RightsChangePage.Row] {
    let named = Set(forecast.people.flatMap { $0.kept.prefix(Self.keptNamedMax).map(\.record) })
    let names = try directory.summaries(of: Array(named), visibleTo: actor, in: transaction)
    return forecast.people.map { person in
      let kept = person.kept.prefix(Self.keptNamedMax).map { one in
        "\(names[one.record]?.name ?? "văn bản anh/chị không xem được"): \(one.reasons.joined(separator: ", "))"
      }
      let more = person.kept.count - kept.count
      return .init(
        name: person.name, unit: person.unitName, turns: RightsMarks.turns(person),
        documents: RightsMarks.documents(person, files), kept: kept + (more > 0 ? ["và \(more) văn bản khác"] : []))
    }
  }
}

/// How changes of rights are shown.
enum RightsMarks {
  static func state(_ change: RightsChange) -> StateMark {
    let tone: StateMark.Tone =
      switch change.state {
      case .waiting: .look
      case .confirmed: .done
      case .refused, .takenBack: .plain
      }
    return StateMark(change.state.label, tone)
  }

  static func facts(_ change: RightsChange) -> [DefinitionList.Entry] {
    let answer = change.decidedBy.map { "\(change.state.label), \($0), \(change.decidedAt?.text ?? "")" } ?? ""
    return [
      .init("Người đề nghị", text: "\(change.proposedBy), \(change.proposedAt.text)"),
      .init("Lý do", text: change.reason), .init("Trả lời", text: answer), .init("Ý kiến", text: change.words),
    ]
  }

  static func turns(_ person: RightsForecast.Person) -> [StateMark] {
    let sees: StateMark =
      switch person.seesDossier {
      case .gains: StateMark("Được xem hồ sơ", .done)
      case .loses: StateMark("Không xem được hồ sơ nữa", .look)
      case .stays: StateMark("Vẫn xem được hồ sơ")
      case .staysOut: StateMark("Vẫn không xem được hồ sơ")
      }
    switch person.works {
    case .gains: return [sees, StateMark("Được cùng lập", .done)]
    case .loses: return [sees, StateMark("Không còn cùng lập", .look)]
    case .stays, .staysOut: return [sees]
    }
  }

  /// Documents by their number, files of the dossier's own by their names.
  static func documents(_ person: RightsForecast.Person, _ files: [RecordReference: String]) -> [String] {
    func count(_ records: [RecordReference]) -> Int { records.count { $0.code != RecordReference.dossierFileCode } }
    let counted = [
      (count(person.gained), "thêm %n văn bản"), (count(person.known), "%n văn bản đã xem được từ trước"),
      (count(person.lost), "mất %n văn bản"), (person.kept.count, "%n văn bản vẫn xem được"),
    ].filter { $0.0 > 0 }.map { $0.1.replacing("%n", with: "\($0.0)") }
    return counted + person.gained.compactMap { files[$0] }.map { "thêm \($0)" }
      + person.lost.compactMap { files[$0] }.map { "mất \($0)" }
  }

  /// On every page of the dossier until it is decided (PL6-33).
  static func warning(_ change: RightsChange) -> Notice {
    Notice(
      .caution, "\(change.text), do \(change.proposedBy) đề nghị ngày \(change.proposedAt.day.text). Chưa có hiệu lực.",
      path: DossierPaths.rightsChange(change.dossier, change.id), pathLabel: "Xem",
      word: "Thay đổi quyền đang chờ xác nhận:")
  }
}

extension String {
  /// The first letter large, as a sentence begins.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
