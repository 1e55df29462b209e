import Kernel
import Markup

/// Addresses of the body's structure, under «Quản trị».
package enum OrganizationPaths {
  package static let structure = Room.administration.path
  static let tiers = "/quan-tri/cap-co-quan"
  static func tier(_ id: AgencyTierID) -> String { "/quan-tri/cap-co-quan/\(id)" }

  package static func agency(_ id: AgencyID) -> String { "/quan-tri/co-quan/\(id)" }
  static func agencyName(_ id: AgencyID) -> String { "/quan-tri/co-quan/\(id)/ten" }
  static func agencyDetails(_ id: AgencyID) -> String { "/quan-tri/co-quan/\(id)/thong-tin" }
  static func agencyIdentifiers(_ id: AgencyID) -> String { "/quan-tri/co-quan/\(id)/ma-dinh-danh" }
  static func agencyClosing(_ id: AgencyID) -> String { "/quan-tri/co-quan/\(id)/thoi-hoat-dong" }
  static func calendar(_ id: AgencyID, year: Int) -> String { "/quan-tri/co-quan/\(id)/lich?nam=\(year)" }
  static func calendarAct(_ id: AgencyID, _ year: Int, _ act: CalendarAct) -> String {
    "/quan-tri/co-quan/\(id)/lich/\(year)/\(act.rawValue)"
  }
  static func deadlineRules(_ id: AgencyID) -> String { "/quan-tri/co-quan/\(id)/nhac-han" }
  static func officeHours(_ id: AgencyID) -> String { "/quan-tri/co-quan/\(id)/gio-lam-viec" }

  enum CalendarAct: String {
    case mark = "ngay"
    case unmark = "bo-ngay"
    case confirm = "xac-nhan"
    case follow = "theo-cap-tren"
  }

  static func childAgencies(_ id: AgencyID) -> String { "/quan-tri/co-quan/\(id)/truc-thuoc" }
  static func units(_ id: AgencyID) -> String { "/quan-tri/co-quan/\(id)/don-vi" }
  static func people(_ id: AgencyID) -> String { "/quan-tri/co-quan/\(id)/nguoi" }

  package static func unit(_ id: UnitID) -> String { "/quan-tri/don-vi/\(id)" }
  static func unitName(_ id: UnitID) -> String { "/quan-tri/don-vi/\(id)/ten" }
  static func unitDetails(_ id: UnitID) -> String { "/quan-tri/don-vi/\(id)/thong-tin" }
  static func unitClosing(_ id: UnitID) -> String { "/quan-tri/don-vi/\(id)/thoi-hoat-dong" }

  package static let people = "/quan-tri/nguoi"
  /// Only the list, for a script that searches while one types.
  static let peopleList = "/quan-tri/nguoi/danh-sach"
  package static func person(_ id: PersonID) -> String { "/quan-tri/nguoi/\(id)" }
  static func personName(_ id: PersonID) -> String { "/quan-tri/nguoi/\(id)/ten" }
  static func personDetails(_ id: PersonID) -> String { "/quan-tri/nguoi/\(id)/thong-tin" }
  static func personPosts(_ id: PersonID) -> String { "/quan-tri/nguoi/\(id)/chuc-danh" }

  static func post(_ id: PostID) -> String { "/quan-tri/chuc-danh/\(id)" }
  static func postDetails(_ id: PostID) -> String { "/quan-tri/chuc-danh/\(id)/sua" }
  static func postRoles(_ id: PostID) -> String { "/quan-tri/chuc-danh/\(id)/quyen" }
  static func postClosing(_ id: PostID) -> String { "/quan-tri/chuc-danh/\(id)/thoi-giu" }
  /// Where `Identity` shows the account of a person.
  static func account(_ id: PersonID) -> String { "/quan-tri/tai-khoan/cua/\(id)" }
}
