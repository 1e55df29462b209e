import Dossiers
import Kernel
import Markup

/// Addresses of places, paper parts and loans.
package enum PaperPaths {
  package static let places = FramePaths.shelfPlaces
  package static let loans = FramePaths.dossierLoans
  static let adding = "\(places)/them"
  package static func place(_ id: ShelfPlace.ID) -> String { "\(places)/\(id)" }
  static func change(_ id: ShelfPlace.ID) -> String { "\(place(id))/sua" }
  static func removal(_ id: ShelfPlace.ID) -> String { "\(place(id))/bo" }
  static func filling(_ id: ShelfPlace.ID) -> String { "\(place(id))/xep" }
  static func contents(_ id: ShelfPlace.ID, _ format: String) -> String { "\(place(id))/in/muc-luc.\(format)" }
  static func labels(_ id: ShelfPlace.ID) -> String { "\(place(id))/in/nhan.pdf" }
  /// The paper part of a dossier: its place, its story, its loans.
  package static func paper(_ dossier: Dossier.ID) -> String { "\(Room.archive.path)/ban-giay/\(dossier)" }
  static func moving(_ dossier: Dossier.ID) -> String { "\(paper(dossier))/xep" }
  static func asking(_ dossier: Dossier.ID) -> String { "\(paper(dossier))/muon" }
  static func label(_ dossier: Dossier.ID) -> String { "\(paper(dossier))/nhan.pdf" }
  package static func loan(_ id: DossierLoan.ID) -> String { "\(loans)/\(id)" }
  static func act(_ id: DossierLoan.ID, _ step: DossierLoan.Step) -> String { "\(loan(id))/\(step.path)" }
  static func register(_ year: Int, _ format: String) -> String { "\(loans)/in/so-\(year).\(format)" }
  static func loans(_ part: LoanPart, _ more: String = "") -> String {
    "\(loans)?\(PaperField.part)=\(part.rawValue)\(more)"
  }
}

/// Names of fields, in forms and in addresses.
enum PaperField {
  static let name = "ten"
  static let kind = "loai"
  static let parent = "trong"
  static let capacity = "suc-chua"
  static let measure = "don-vi-tinh"
  static let full = "day"
  static let note = "ghi-chu"
  static let search = "tim"
  static let box = "hop"
  static let codes = "ma-ho-so"
  static let sheets = "so-to"
  static let reason = "ly-do"
  static let dossier = "ho-so"
  static let after = "tu"
  static let part = "phan"
  static let older = "truoc"
  static let newer = "sau"
  static let until = "den-ngay"
  static let documents = "tai-lieu"
  static let borrower = "nguoi-muon"
  static let organ = "co-quan"
  static let paper = "giay-gioi-thieu"
  static let condition = "tinh-trang"
  static let year = "nam"
}

extension DossierLoan.Step {
  var path: String {
    switch self {
    case .consent: "dong-y"
    case .allow: "cho-muon"
    case .refuse: "khong-cho-muon"
    case .withdraw: "rut"
    case .handOut: "giao"
    case .giveBack: "nhan-lai"
    }
  }
}
