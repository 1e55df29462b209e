import Kernel
import Markup
import WebApp

/// Something withheld as each of the people who see it sees it. People are invented.
package enum QuarantineExamples {
  /// - Parameter name: what the names of the pictures begin with.
  package static func all(_ name: String, _ heading: QuarantinePage.Heading, room: Room) -> [GalleryExample] {
    let refused = FormInput.refused(
      Refusal(QuarantineConfirmation.reasonObstacles("")) ?? QuarantineAccess.gone, keeping: Form())
    let pages = [
      ("", page(heading, decides: true)), ("-nguoi-khac", page(heading)),
      ("-van-thu", page(heading, destroys: true, obstacles: QuarantineConfirmation.nobody)),
      ("-da-xac-nhan", page(heading, destroys: true, confirmed: "Lê Văn Bình, 09:12 24/11/2026")),
      ("-tu-choi", page(heading, decides: true, input: refused)),
    ]
    return pages.map { ending, page in
      GalleryExample(name + ending, Page(title: page.title, room: room, main: page.html))
    }
  }

  private static func page(
    _ heading: QuarantinePage.Heading, decides: Bool = false, destroys: Bool = false, confirmed: String? = nil,
    obstacles: [Refusal.Reason] = [], input: FormInput = FormInput()
  ) -> QuarantinePage {
    QuarantinePage(
      heading: heading, foundAt: "08:41 24/11/2026", foundBy: "hệ thống, khi đọc tệp", page: 1,
      confirmedLine: confirmed, decides: decides, destroys: destroys, destroyObstacles: obstacles.map(\.message),
      input: input, seal: FormSeal(csrf: "mau", post: "1009", version: 1))
  }
}
