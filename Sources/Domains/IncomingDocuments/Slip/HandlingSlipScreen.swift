import Database
import Documents
import Kernel
import Organization
import Work
import WorkCalendar

/// Fills the slip from what was said of a document.
enum HandlingSlipScreen {
  /// Refuses what the actor may not see, and a document that is withheld (MAT-05).
  static func read(
    _ id: IncomingDocument.ID, systemName: String, by actor: Actor, in transaction: any Transaction
  ) throws -> HandlingSlip {
    let document = try IncomingDocumentStore(transaction).find(id, visibleTo: actor)
    guard document.state != .quarantined else {
      throw Refusal(.conflict, "Văn bản đang niêm giữ nên chưa in được phiếu giải quyết.")
    }
    let all = try WorkStore(transaction).items(of: .incomingDocument(id))
    let items = all.filter {
      $0.state != .recalled && $0.state != .returned && ($0.isAwaited || $0.role == .inform)
    }
    let organization = OrganizationStore(transaction)
    let facts = document.facts
    return HandlingSlip(
      parentAgencyName: try organization.superiorName(of: document.agency),
      agencyName: try organization.agencyName(document.agency),
      placeName: try organization.agency(document.agency).placeName, arrivalNumber: document.arrivalNumber,
      arrivalDay: facts.arrivalDate,
      typeName: try DocumentTypeStore(transaction).find(facts.typeKey)?.name ?? "", codeText: facts.codeText,
      issuedOn: facts.issuedDate, issuer: facts.issuerName, subject: facts.subject,
      leaders: try HandlingStore(transaction).directives(of: id).map { leader($0, items, all) },
      units: units(items), proposals: try proposals(items, WorkNoteStore(transaction).list(of: .incomingDocument(id))),
      madeOn: transaction.now.day,
      provenance: "\(actor.titleOnRecord), in lúc \(transaction.now.text) từ \(systemName)")
  }

  private static func leader(
    _ directive: Directive, _ items: [WorkItem], _ all: [WorkItem]
  ) -> HandlingSlip.Opinion {
    let leaders = items.filter { $0.role == .decide && $0.holder == .post(directive.author) }.map(\.id)
    let given = items.filter { item in
      item.givenAt == directive.givenAt && item.parent.map(leaders.contains) == true
    }
    let keyed = directive.keyedBy.map { " (\($0) nhập thay từ bản giấy)" } ?? ""
    return .init(
      author: directive.authorName + keyed, text: directive.text, places: given.map(place), on: directive.givenAt.day,
      recalled: directive.recalledText(among: all))
  }

  /// What the heads of units gave to their people, an opinion for each time.
  private static func units(_ items: [WorkItem]) -> [HandlingSlip.Opinion] {
    let below = items.filter { item in
      item.role != .decide && items.contains { $0.id == item.parent && $0.role != .decide }
    }
    var seen: Set<String> = []
    return below.filter { seen.insert("\($0.givenBy) \($0.givenAt.milliseconds)").inserted }.map { first in
      let together = below.filter { $0.givenBy == first.givenBy && $0.givenAt == first.givenAt }
      return .init(
        author: first.giverName, text: first.instruction.isEmpty ? "Phân công giải quyết." : first.instruction,
        places: together.map(place), on: first.givenAt.day)
    }
  }

  /// What was proposed on the way, and what those who did it came to.
  private static func proposals(_ items: [WorkItem], _ notes: [WorkNote]) -> [HandlingSlip.Opinion] {
    let said = notes.filter { $0.kind == .proposal }.map { note in
      HandlingSlip.Opinion(author: note.authorName, text: note.text, on: note.writtenAt.day)
    }
    let done = items.filter { $0.role == .lead && $0.state == .done && !$0.outcome.isEmpty }.compactMap { item in
      item.endedAt.map { ended in
        let reply = item.replyCode.isEmpty ? "" : " Văn bản trả lời: \(item.replyCode)."
        return HandlingSlip.Opinion(
          author: item.holderName, text: "Kết quả: \(item.outcome).\(reply)", on: ended.day)
      }
    }
    return said + done
  }

  /// «Chủ trì: Vụ Khoáng sản, hạn 30/11/2026».
  private static func place(_ item: WorkItem) -> String {
    let due = item.dueAt.map { ", hạn \(Deadline(due: $0).lastDay.text)" } ?? ""
    return "\(item.role.label.prefix(1).uppercased())\(item.role.label.dropFirst()): \(item.holderName)\(due)"
  }
}
