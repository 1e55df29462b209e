import Kernel
import WebAPI

/// A name and the day it begins to count, as programs send it.
enum APIDatedName {
  static let validFrom = APIField("validFrom", .day, form: "tu-ngay", "Ngày bắt đầu; mặc định hôm nay")

  static let fields = [
    APIField("name", .filled(250), required: true, form: "ten"),
    APIField("shortName", .words(250), form: "ten-tat"), validFrom,
  ]

  static let input = APIInput("DatedName", fields)

  static func read(_ body: APIValues, today: Day) -> DatedName {
    DatedName(name: body.text("name"), shortName: body.text("shortName"), validFrom: body.day("validFrom") ?? today)
  }
}

/// The day from which something ceases.
enum APIClosing {
  static let input = APIInput(
    "Closing", [APIField("closedOn", .day, form: "tu-ngay", "Ngày đầu tiên thôi hoạt động; mặc định hôm nay")])
}
