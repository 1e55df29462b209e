import Database
import HTTPTypes
import Kernel
import Registers
import WebAPI
import WebApp

/// Numbers that are kept free, for programs.
enum ReservationAPIRoutes {
  private static let resource = OutgoingDocumentAPI.reservation

  static let operations = [list, show, reserve, cancel]

  private static let list = APIOperation(
    .get, "/number-reservations", id: "listNumberReservations", .outgoing, scope: .outgoingRead,
    "Các số văn bản đi đang giữ của cơ quan", .listed(resource.schema)
  ) { call in
    let (actor, position) = (call.actor, try call.position())
    return try await call.listing(resource) { transaction in
      guard RegistersAccess.mayReadBooks(actor) else { throw OutgoingDocumentAccess.notRegistry }
      return try APIPage(
        all: NumberReservationStore(transaction).open(visibleTo: actor), after: position, limit: call.limit,
        key: { $0.id.number })
    }
  }

  private static let show = APIOperation(
    .get, "/number-reservations/{reservation}", id: "getNumberReservation", .outgoing, scope: .outgoingRead,
    "Một số giữ, đang giữ hay đã dùng, đã hủy", .shown(resource.schema)
  ) { call in
    let (actor, id): (Actor, NumberReservation.ID) = (call.actor, call.key("reservation"))
    return try await call.showing(resource) { try NumberReservationStore($0).find(id, visibleTo: actor) }
  }

  private static let reserve = APIOperation(
    .post, "/number-reservations", id: "reserveNumber", .outgoing, scope: .outgoingWrite,
    "Giữ số tiếp theo cho một văn bản chưa có", body: .json(OutgoingInputs.reserving), .created(resource.schema)
  ) { call in
    let (actor, body) = (call.actor, call.body)
    return try await NumberOutgoingDocument.noting(in: call.site.database, by: actor) {
      try await call.creating(resource, at: { "/number-reservations/\($0)" }) { transaction in
        var act = ReserveOutgoingNumber(expiresOn: body.day("expiresOn") ?? transaction.now.day)
        (act.typeKey, act.bodyName, act.notation) = (body.text("type"), body.text("body"), body.text("notation"))
        (act.unit, act.owner, act.reason) = (body.key("unit"), body.text("owner"), body.text("reason"))
        return try act.perform(by: actor, in: transaction).id.number
      } show: {
        try NumberReservationStore($1).find(NumberReservation.ID($0), visibleTo: actor)
      }
    }
  }

  private static let cancel = APIOperation(
    .post, "/number-reservations/{reservation}/cancellation", id: "cancelNumberReservation", .outgoing,
    scope: .outgoingWrite, "Hủy số đang giữ; dòng vẫn giữ trong sổ với lý do", body: .json(OutgoingInputs.releasing),
    .changed(resource.schema)
  ) { call in
    let (actor, id): (Actor, NumberReservation.ID) = (call.actor, call.key("reservation"))
    return try await call.changing(resource, of: { try NumberReservationStore($0).find(id, visibleTo: actor) }) {
      _ = try ReleaseReservation($0.id, reason: call.body.text("reason")).perform(by: actor, in: $1)
    }
  }
}
